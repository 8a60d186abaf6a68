import { change } from '#figure/branch.ts'
import { type LineDelta, type ReachDelta, type Signed, addTo, deltas } from '#figure/tally.ts'
import { Decimal } from '#kit/decimal.ts'
import type { CampaignId } from '#kit/id.ts'
import { columns } from '../columns.ts'
import type { Sql } from '../sql.ts'
import { columnIds, pageIds } from './intern.ts'
import { saveLines } from './line.ts'
import { pathIds } from './path.ts'

/** Adds what came and takes off what went, under the campaign's lock. */
export const addUp = async (sql: Sql, campaign: CampaignId, changes: readonly Signed[]): Promise<void> => {
  const { lines, reaches } = deltas(changes)
  const kept = reaches.size > 0 ? await spread(sql, campaign, [...reaches.values()], lines) : []
  await Promise.all([saveReaches(sql, kept), saveLines(sql, campaign, [...lines.values()])])
}

type Place = { readonly page_id: number; readonly column_id: number; readonly key: string }

/**
 * Counts each distinct key where it is now seen, and puts what changed at the branches into the tallies.
 * @returns where keys are now seen, to be kept
 */
const spread = async (
  sql: Sql,
  campaign: CampaignId,
  reaches: readonly ReachDelta[],
  lines: Map<string, LineDelta>,
): Promise<readonly ReachRow[]> => {
  const page = await pageIds(sql, campaign, reaches)
  const column = await columnIds(sql, campaign, reaches)
  const path = await pathIds(
    sql,
    reaches.flatMap((r) => [...r.ways.keys()].map((way) => ({ axis: r.axis, way }))),
  )
  const places = reaches.map((r): Place => ({ page_id: page(r), column_id: column(r), key: r.key }))
  const before = await seenAt(sql, places)
  const saves: ReachRow[] = []
  reaches.forEach((r, i) => {
    const was = before.get(i) ?? new Map<string, number>()
    const is = new Map(was)
    for (const [way, n] of r.ways) {
      if (n === 0) continue
      const facts = (was.get(way) ?? 0) + n
      is.set(way, facts)
      saves.push({ ...(places[i] as Place), path_id: path(r.axis, way), facts })
    }
    for (const [way, n] of change(seen(was), seen(is))) addTo(lines, { ...r, way }, r, new Decimal(n), 0)
  })
  return saves
}

const seen = (counts: ReadonlyMap<string, number>): readonly string[] => [...counts].filter(([, n]) => n > 0).map(([way]) => way)

const reachColumns = { page_id: 'int', column_id: 'int', key: 'uuid' } as const

/** For each place (by its position): the ways its key was seen at and by how many facts. */
const seenAt = async (sql: Sql, places: readonly Place[]): Promise<Map<number, Map<string, number>>> => {
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

type ReachRow = Place & { readonly path_id: number; readonly facts: number }

const saveReaches = async (sql: Sql, rows: readonly ReachRow[]): Promise<void> => {
  const gone = rows.filter((r) => r.facts === 0)
  if (gone.length > 0) {
    const given = columns(2, { ...reachColumns, path_id: 'int' }, gone)
    await sql.hot(
      `delete from reach where ctid = any(array(select r.ctid from ${given.from} cross join lateral (
         select r.ctid from reach r where r.tenant_id = $1 and r.page_id = x.page_id and r.column_id = x.column_id and r.key = x.key and r.path_id = x.path_id offset 0) r))`,
      given.values,
    )
  }
  const held = rows.filter((r) => r.facts > 0)
  if (held.length === 0) return
  const given = columns(2, { ...reachColumns, path_id: 'int', facts: 'int' }, held)
  await sql.hot(
    `insert into reach (tenant_id, ${given.names}) select $1, * from ${given.from}
     on conflict (tenant_id, page_id, column_id, key, path_id) do update set facts = excluded.facts`,
    given.values,
  )
}
