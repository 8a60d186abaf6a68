import { z } from 'zod'
import { yes } from '#access/actor.ts'
import { read } from '../command.ts'
import type { SessionRow } from '../views.ts'

export const listSessions = read({
  name: 'session.list',
  says: { zh: '我登录着的浏览器。', en: 'The browsers I am signed in with.' },
  input: z.strictObject({}),
  may: () => yes,
  run: async (db, _input, { actor }): Promise<readonly SessionRow[]> =>
    (await db.account.sessions(actor.account)).map((s) => ({ ...s, current: s.id === actor.session })),
})
