import { z } from 'zod'
import { yes } from '#access/actor.ts'
import { weakness } from '#access/password.ts'
import { Fault } from '#kit/fault.ts'
import { write } from '../command.ts'

/** Who came by a one-time link, or has no password yet, need not say the current one. Every other session ends. */
export const setPassword = write({
  name: 'session.password',
  says: { zh: '设置自己的密码；其他会话随即退出。', en: 'Set one’s own password; every other session ends.' },
  input: z.strictObject({ current: z.string().max(200).optional(), password: z.string().min(1).max(200) }),
  secret: ['current', 'password'],
  may: () => yes,
  run: async (db, input, { actor, today }) => {
    const me = await db.account.me(actor.account, today)
    if (!me) throw new Fault('401.1')
    const byLink = actor.session !== undefined && (await db.account.byLink(actor.session))
    if (me.hasPassword && !byLink && !(await db.account.isPassword(actor.account, input.current ?? '')))
      throw new Fault('422.4', { why: { zh: '现在的密码不对', en: 'the current one is not right' } })
    const why = weakness(input.password, me)
    if (why) throw new Fault('422.4', { why })
    await db.account.setPassword(actor.account, input.password, actor.session)
    return {}
  },
})
