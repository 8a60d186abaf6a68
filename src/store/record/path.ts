import type { Axis } from '#figure/tally.ts'
import type { Way } from '#figure/branch.ts'
import type { Sql } from '../sql.ts'

/** Interns ways as path ids, making those that are new. The memory holds only what an earlier transaction committed. */
export const pathIds = async (
  sql: Sql,
  wanted: readonly { readonly axis: Axis; readonly way: Way }[],
): Promise<(axis: Axis, way: Way) => number> => {
  const found = new Map<string, number>()
  const unknown = new Map<string, { axis: Axis; nodes: readonly string[] }>()
  for (const { axis, way } of wanted) {
    const at = `path ${sql.tenant} ${axis} ${way}`
    const known = sql.memory.get(at)
    if (typeof known === 'number') found.set(at, known)
    else unknown.set(at, { axis, nodes: way === '' ? [] : way.split('/') })
  }
  if (unknown.size > 0) await intern(sql, [...unknown.values()], found)
  return (axis, way) => {
    const id = found.get(`path ${sql.tenant} ${axis} ${way}`)
    if (id === undefined) throw new Error(`path was not interned: ${axis} ${way}`)
    return id
  }
}

const intern = async (sql: Sql, ways: readonly { axis: Axis; nodes: readonly string[] }[], found: Map<string, number>): Promise<void> => {
  type Row = { axis: Axis; nodes: string[]; path_id: number; made: boolean }
  const rows = await sql.rows<Row>(
    `with wanted as (select axis, nodes from jsonb_to_recordset($2::jsonb) as x(axis text, nodes uuid[])),
     made as (
       insert into path (tenant_id, axis, nodes) select $1, axis, nodes from wanted
       where not exists (select from path p where p.tenant_id = $1 and p.axis = wanted.axis and p.nodes = wanted.nodes)
       on conflict do nothing returning axis, nodes, path_id)
     select axis, nodes, path_id, true as made from made
     union all
     select p.axis, p.nodes, p.path_id, false from path p join wanted w on p.axis = w.axis and p.nodes = w.nodes where p.tenant_id = $1`,
    [JSON.stringify(ways)],
  )
  for (const { axis, nodes, path_id, made } of rows) {
    const at = `path ${sql.tenant} ${axis} ${nodes.join('/')}`
    found.set(at, path_id)
    if (!made) sql.memory.set(at, path_id)
  }
}
