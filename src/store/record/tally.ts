import { change } from '#figure/branch.ts'
import { type Cell, type ReachDelta, type Signed, type TallyDelta, addTo, deltas } from '#figure/tally.ts'
import { Decimal, plain } from '#kit/decimal.ts'
import type { CampaignId } from '#kit/id.ts'
import { columns } from '../columns.ts'
import type { Sql } from '../sql.ts'
import { cellIds } from './cell.ts'
import { pathIds } from './path.ts'

/** Adds what came and takes off what went, under the campaign's lock. */
export const addUp = async (sql: Sql, campaign: CampaignId, changes: readonly Signed[]): Promise<void> => {
  const { tallies, reaches } = deltas(changes)
  if (reaches.size > 0) await spread(sql, campaign, [...reaches.values()], tallies)
  const moved = [...tallies.values()].filter((t) => t.facts !== 0 || !t.value.isZero())
  if (moved.length > 0) await saveTallies(sql, campaign, moved)
}

/** Counts each distinct key where it is now seen, and puts what changed at the branches into the tallies. */
const spread = async (sql: Sql, campaign: CampaignId, reaches: readonly ReachDelta[], tallies: Map<string, TallyDelta>): Promise<void> => {
  const cell = await cellIds(sql, campaign, reaches)
  const path = await pathIds(
    sql,
    reaches.flatMap((r) => [...r.ways.keys()].map((way) => ({ axis: r.axis, way }))),
  )
  const before = await seenAt(
    sql,
    reaches.map((r) => ({ ...r, cell: cell(r) })),
  )
  const saves: ReachRow[] = []
  reaches.forEach((r, i) => {
    const was = before.get(i) ?? new Map<string, number>()
    const is = new Map(was)
    for (const [way, n] of r.ways) {
      if (n === 0) continue
      const facts = (was.get(way) ?? 0) + n
      is.set(way, facts)
      saves.push({ cell_id: cell(r), key: r.key, path_id: path(r.axis, way), facts })
    }
    for (const [way, n] of change(seen(was), seen(is))) addTo(tallies, cellOf(r), way, new Decimal(n), 0)
  })
  if (saves.length > 0) await saveReaches(sql, saves)
}

const cellOf = ({ indicator, axis, grain, period, pending }: Cell): Cell => ({ indicator, axis, grain, period, pending })

const seen = (counts: ReadonlyMap<string, number>): readonly string[] => [...counts].filter(([, n]) => n > 0).map(([way]) => way)

/** For each reach (by its position): the ways it was seen at and by how many facts. */
const seenAt = async (sql: Sql, reaches: readonly (ReachDelta & { cell: number })[]): Promise<Map<number, Map<string, number>>> => {
  type Row = { i: number; nodes: string[]; facts: number }
  const asked = columns(
    2,
    { i: 'int', cell_id: 'int', key: 'uuid' },
    reaches.map((r, i) => ({ i, cell_id: r.cell, key: r.key })),
  )
  // One look into the index for each: joined as tables, the planner would read all that was ever reached.
  const rows = await sql.hot<Row>(
    `select x.i, p.nodes, r.facts from ${asked.from}
     cross join lateral (select path_id, facts from reach r where r.tenant_id = $1 and r.cell_id = x.cell_id and r.key = x.key offset 0) r
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

type ReachRow = { readonly cell_id: number; readonly key: string; readonly path_id: number; readonly facts: number }

const saveReaches = async (sql: Sql, rows: readonly ReachRow[]): Promise<void> => {
  const gone = rows.filter((r) => r.facts === 0)
  if (gone.length > 0) {
    const given = columns(2, { cell_id: 'int', key: 'uuid', path_id: 'int' }, gone)
    await sql.hot(
      `delete from reach where ctid = any(array(select r.ctid from ${given.from} cross join lateral (
         select r.ctid from reach r where r.tenant_id = $1 and r.cell_id = x.cell_id and r.key = x.key and r.path_id = x.path_id offset 0) r))`,
      given.values,
    )
  }
  const given = columns(
    2,
    { cell_id: 'int', key: 'uuid', path_id: 'int', facts: 'int' },
    rows.filter((r) => r.facts > 0),
  )
  await sql.hot(
    `insert into reach (tenant_id, ${given.names}) select $1, * from ${given.from}
     on conflict (tenant_id, cell_id, key, path_id) do update set facts = excluded.facts`,
    given.values,
  )
}

const saveTallies = async (sql: Sql, campaign: CampaignId, moved: readonly TallyDelta[]): Promise<void> => {
  const path = await pathIds(sql, moved)
  const cell = await cellIds(sql, campaign, moved)
  const rows = moved.map((t) => ({ cell_id: cell(t), path_id: path(t.axis, t.way), value: plain(t.value), facts: t.facts }))
  const given = columns(2, { cell_id: 'int', path_id: 'int', value: 'numeric', facts: 'int' }, rows)
  await sql.hot(
    `insert into tally as t (tenant_id, ${given.names}) select $1, * from ${given.from}
     on conflict (tenant_id, cell_id, path_id) do update set value = t.value + excluded.value, facts = t.facts + excluded.facts`,
    given.values,
  )
}
