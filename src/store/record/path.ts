import type { Axis } from '#figure/tally.ts'
import type { Way } from '#figure/branch.ts'
import type { Sql } from '../sql.ts'
import { numbersOf } from './numbers.ts'

/** Numbers of ways, making those that are new. */
export const pathIds = async (
  sql: Sql,
  wanted: readonly { readonly axis: Axis; readonly way: Way }[],
): Promise<(axis: Axis, way: Way) => number> => {
  const known = { org: numbersOf(sql, 'org paths'), place: numbersOf(sql, 'place paths') }
  const unknown = new Map<string, { axis: Axis; nodes: readonly string[] }>()
  for (const { axis, way } of wanted)
    if (known[axis].get(way) === undefined) unknown.set(`${axis} ${way}`, { axis, nodes: way === '' ? [] : way.split('/') })
  if (unknown.size > 0)
    for (const { axis, nodes, path_id, made } of await intern(sql, [...unknown.values()])) known[axis].set(nodes.join('/'), path_id, made)
  return (axis, way) => {
    const id = known[axis].get(way)
    if (id === undefined) throw new Error(`path was not interned: ${axis} ${way}`)
    return id
  }
}

type Row = { axis: Axis; nodes: string[]; path_id: number; made: boolean }

const intern = (sql: Sql, ways: readonly { axis: Axis; nodes: readonly string[] }[]): Promise<Row[]> =>
  sql.rows<Row>(
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
