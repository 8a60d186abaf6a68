import { columns } from '../columns.ts'
import type { Sql } from '../sql.ts'

/* Where each distinct key was counted: by how many facts, at which ways. */

export type Place = { readonly page_id: number; readonly column_id: number; readonly key: string }
export type ReachRow = Place & { readonly path_id: number; readonly facts: number }
/** For each place (by its position): the ways its key was seen at and by how many facts. */
export type Seen = ReadonlyMap<number, ReadonlyMap<string, number>>

const reachColumns = { page_id: 'int', column_id: 'int', key: 'uuid' } as const

export const seenAt = async (sql: Sql, places: readonly Place[]): Promise<Seen> => {
  if (places.length === 0) return new Map()
  type Row = { i: number; nodes: string[]; facts: number }
  const asked = columns(
    2,
    { i: 'int', ...reachColumns },
    places.map((p, i) => ({ i, ...p })),
  )
  // One look into the index for each: joined as tables, the planner would read all that was ever reached.
  const rows = await sql.hot<Row>(
    `select x.i, p.nodes, r.facts from ${asked.from}
     cross join lateral (
       select path_id, facts from reach r where r.tenant_id = $1 and r.page_id = x.page_id and r.column_id = x.column_id and r.key = x.key offset 0) r
     cross join lateral (select nodes from path p where p.tenant_id = $1 and p.path_id = r.path_id offset 0) p`,
    asked.values,
  )
  const found = new Map<number, Map<string, number>>()
  for (const { i, nodes, facts } of rows) {
    const ways = found.get(i) ?? new Map<string, number>()
    found.set(i, ways.set(nodes.join('/'), facts))
  }
  return found
}

export const saveReaches = (sql: Sql, rows: readonly ReachRow[]): void => {
  const gone = rows.filter((r) => r.facts === 0)
  if (gone.length > 0) {
    const given = columns(2, { ...reachColumns, path_id: 'int' }, gone)
    sql.send(
      `delete from reach where ctid = any(array(select r.ctid from ${given.from} cross join lateral (
         select r.ctid from reach r where r.tenant_id = $1 and r.page_id = x.page_id and r.column_id = x.column_id and r.key = x.key and r.path_id = x.path_id offset 0) r))`,
      given.values,
    )
  }
  const held = rows.filter((r) => r.facts > 0)
  if (held.length === 0) return
  const given = columns(2, { ...reachColumns, path_id: 'int', facts: 'int' }, held)
  sql.send(
    `insert into reach (tenant_id, ${given.names}) select $1, * from ${given.from}
     on conflict (tenant_id, page_id, column_id, key, path_id) do update set facts = excluded.facts`,
    given.values,
  )
}
