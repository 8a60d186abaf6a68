import { z } from 'zod'
import { anyOf } from '#access/actor.ts'
import { read } from '../command.ts'
import type { AccountRow } from '../views.ts'
import { reachOf } from './reach.ts'

export const listAccounts = read({
  name: 'account.list',
  says: { zh: '自己管理的账号。', en: 'The accounts one looks after.' },
  input: z.strictObject({}),
  may: (actor) => anyOf(actor, 'administrator'),
  run: async (db, _input, { actor, today }): Promise<readonly AccountRow[]> => {
    const reaches = await reachOf(db, actor, today)
    const rows: AccountRow[] = []
    for (const row of await db.account.list(today)) if (await reaches(row)) rows.push(row)
    return rows
  },
})
