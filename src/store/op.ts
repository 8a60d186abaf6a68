import type { Actor } from '#access/actor.ts'
import type { OpWrite, Past } from '#command/ports/op.ts'
import { Fault } from '#kit/fault.ts'
import type { OpId } from '#kit/id.ts'
import type { Sql } from './sql.ts'

type Stored = { command: string; account_id: string | null; hash: Buffer; answer: unknown }

export const opWrite = (sql: Sql, by: Actor): OpWrite => ({
  ...together(sql),
  begin: async (op) => {
    const taken = await sql.one(
      `insert into op (tenant_id, op_id, command, account_id, by_name, about, hash) values ($1, $2, $3, $4, $5, $6, $7)
       on conflict do nothing returning 1`,
      [op.id, op.command, by.account, by.name, op.about, Buffer.from(op.hash)],
    )
    if (taken) return undefined
    const stored = await sql.one<Stored>('select command, account_id, hash, answer from op where tenant_id = $1 and op_id = $2', [op.id])
    if (!stored || stored.command !== op.command || stored.account_id !== by.account || !stored.hash.equals(op.hash))
      throw new Fault('409.1')
    return { answer: stored.answer }
  },
  answered: async (op, answer) => {
    await sql.rows('update op set answer = $3 where tenant_id = $1 and op_id = $2', [op, JSON.stringify(answer ?? null)])
  },
})

/** Many at once, for what is committed together. */
const together = (sql: Sql): Pick<OpWrite, 'past' | 'keep'> => ({
  past: async (ops) => {
    type Row = Past & { id: OpId }
    const rows = await sql.hot<Row>(
      // One look into the index for each, whatever was thought of the table when this was planned.
      `select o.* from unnest($2::uuid[]) n(id) cross join lateral (
         select op_id as id, command, account_id as account, encode(hash, 'hex') as hash, answer from op where tenant_id = $1 and op_id = n.id limit 1) o`,
      [ops],
    )
    return new Map(rows.map(({ id, ...past }) => [id, past]))
  },
  keep: async (ops) => {
    if (ops.length === 0) return
    const rows = ops.map((o) => ({
      op_id: o.id,
      command: o.command,
      account_id: o.by.account,
      by_name: o.by.name,
      about: o.about,
      hash: Buffer.from(o.hash).toString('hex'),
      answer: o.answer,
    }))
    sql.send(
      `insert into op (tenant_id, op_id, command, account_id, by_name, about, hash, answer)
       select $1, op_id, command, account_id, by_name, about, decode(hash, 'hex'), answer
       from jsonb_to_recordset($2::jsonb) as x(op_id uuid, command text, account_id uuid, by_name text, about uuid, hash text, answer jsonb)`,
      [JSON.stringify(rows)],
    )
  },
})
