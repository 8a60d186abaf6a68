import { z } from 'zod'
import { yes } from '#access/actor.ts'
import { Fault } from '#kit/fault.ts'
import { read } from '../command.ts'
import type { Me } from '../views.ts'

export const me = read({
  name: 'session.me',
  says: { zh: '我是谁，有哪些权限。', en: 'Who I am and what I may do.' },
  input: z.strictObject({}),
  may: () => yes,
  run: async (db, _input, { actor, today }): Promise<Me> => {
    const found = await db.account.me(actor.account, today)
    if (!found) throw new Fault('401.1')
    return found
  },
})
