import type { Actor } from '#access/actor.ts'
import type { OpWrite } from '#command/ports/op.ts'
import { Fault } from '#kit/fault.ts'
import type { Sql } from './sql.ts'

type Stored = { command: string; account_id: string | null; hash: Buffer; answer: unknown }

export const opWrite = (sql: Sql, by: Actor): OpWrite => ({
  begin: async (op) => {
    const taken = await sql.one(
      `insert into op (tenant_id, op_id, command, account_id, by_name, about, hash) values ($1, $2, $3, $4, $5, $6, $7)
       on conflict do nothing returning 1`,
      [op.id, op.command, by.account, by.name, op.about, Buffer.from(op.hash)],
    )
    if (taken) return undefined
    const stored = await sql.one<Stored>('select command, account_id, hash, answer from op where tenant_id = $1 and op_id = $2', [op.id])
    if (!stored || stored.command !== op.command || stored.account_id !== by.account || !stored.hash.equals(op.hash)) throw new Fault('409.1')
    return { answer: stored.answer }
  },
  answered: async (op, answer) => {
    await sql.rows('update op set answer = $3 where tenant_id = $1 and op_id = $2', [op, JSON.stringify(answer ?? null)])
  },
})
