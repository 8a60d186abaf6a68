import { z } from 'zod'
import { yes } from '#access/actor.ts'
import { Fault } from '#kit/fault.ts'
import type { SessionId } from '#kit/id.ts'
import { id } from '#record/shape.ts'
import { write } from '../command.ts'

export const endSession = write({
  name: 'session.end',
  says: { zh: '退出登录：结束当前会话，或自己的另一个会话。', en: 'Sign out: end this session, or another of one’s own.' },
  input: z.strictObject({ session: id<SessionId>().optional() }),
  may: () => yes,
  run: async (db, input, { actor }) => {
    const session = input.session ?? actor.session
    const ended = session !== undefined && (await db.account.endSession(actor.account, session))
    if (!ended) throw new Fault('404.1', { what: { zh: '会话', en: 'session' } })
    return {}
  },
})
