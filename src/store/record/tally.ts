import { change } from '#figure/branch.ts'
import { type Cell, type ReachDelta, type Signed, type TallyDelta, addTo, deltas } from '#figure/tally.ts'
import { Decimal, plain } from '#kit/decimal.ts'
import type { CampaignId } from '#kit/id.ts'
import { columns } from '../columns.ts'
import type { Sql } from '../sql.ts'
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
  const before = await seenAt(sql, campaign, reaches)
  const saves: (Cell & { key: string; way: string; facts: number })[] = []
  reaches.forEach((r, i) => {
    const was = before.get(i) ?? new Map<string, number>()
    const is = new Map(was)
    for (const [way, n] of r.ways) {
      if (n === 0) continue
      const facts = (was.get(way) ?? 0) + n
      is.set(way, facts)
      saves.push({ ...cellOf(r), key: r.key, way, facts })
    }
    for (const [way, n] of change(seen(was), seen(is))) addTo(tallies, cellOf(r), way, new Decimal(n), 0)
  })
  if (saves.length > 0) await saveReaches(sql, campaign, saves)
}

const cellOf = ({ indicator, axis, grain, period, pending }: Cell): Cell => ({ indicator, axis, grain, period, pending })

const seen = (counts: ReadonlyMap<string, number>): readonly string[] => [...counts].filter(([, n]) => n > 0).map(([way]) => way)

/** For each reach (by its position): the ways it was seen at and by how many facts. */
const seenAt = async (sql: Sql, campaign: CampaignId, reaches: readonly ReachDelta[]): Promise<Map<number, Map<string, number>>> => {
  type Row = { i: number; nodes: string[]; facts: number }
  const asked = columns(3, { i: 'int', ...keyed }, reaches.map((r, i) => ({ i, key: r.key, ...cellOf(r) })))
  // One look into the index for each: joined as tables, the planner would read all that was ever reached.
  const rows = await sql.rows<Row>(
    `select x.i, p.nodes, r.facts from ${asked.from}
     cross join lateral (select path_id, facts from reach r where ${sameKey} offset 0) r
     join path p on p.tenant_id = $1 and p.path_id = r.path_id`,
    [campaign, ...asked.values],
  )
  const found = new Map<number, Map<string, number>>()
  for (const { i, nodes, facts } of rows) {
    const ways = found.get(i) ?? new Map<string, number>()
    found.set(i, ways.set(nodes.join('/'), facts))
  }
  return found
}

const saveReaches = async (sql: Sql, campaign: CampaignId, saves: readonly (Cell & { key: string; way: string; facts: number })[]): Promise<void> => {
  const id = await pathIds(sql, saves)
  const rows = saves.map((s) => ({ ...cellOf(s), key: s.key, path_id: id(s.axis, s.way), facts: s.facts }))
  const gone = rows.filter((r) => r.facts === 0)
  if (gone.length > 0) {
    const given = columns(3, { ...keyed, path_id: 'int' }, gone)
    await sql.rows(
      `delete from reach where ctid = any(array(
         select r.ctid from ${given.from} cross join lateral (select r.ctid from reach r where ${sameKey} and r.path_id = x.path_id offset 0) r))`,
      [campaign, ...given.values],
    )
  }
  const given = columns(3, { ...keyed, path_id: 'int', facts: 'int' }, rows.filter((r) => r.facts > 0))
  await sql.rows(
    `insert into reach (tenant_id, campaign_id, ${given.names}) select $1, $2, * from ${given.from}
     on conflict (tenant_id, campaign_id, indicator, axis, grain, period, key, pending, path_id) do update set facts = excluded.facts`,
    [campaign, ...given.values],
  )
}

/** The columns that name a cell and a key in it, and one reach row `r` by them. */
const cell = { indicator: 'text', axis: 'text', grain: 'text', period: 'date', pending: 'boolean' } as const
const keyed = { ...cell, key: 'text' } as const
const sameKey = `r.tenant_id = $1 and r.campaign_id = $2 and r.indicator = x.indicator and r.axis = x.axis and r.grain = x.grain
  and r.period = x.period and r.key = x.key and r.pending = x.pending`

const saveTallies = async (sql: Sql, campaign: CampaignId, moved: readonly TallyDelta[]): Promise<void> => {
  const id = await pathIds(sql, moved)
  const given = columns(
    3,
    { ...cell, path_id: 'int', value: 'numeric', facts: 'int' },
    moved.map((t) => ({ ...cellOf(t), path_id: id(t.axis, t.way), value: plain(t.value), facts: t.facts })),
  )
  await sql.rows(
    `insert into tally as t (tenant_id, campaign_id, ${given.names}) select $1, $2, * from ${given.from}
     on conflict (tenant_id, campaign_id, grain, axis, indicator, period, path_id, pending)
     do update set value = t.value + excluded.value, facts = t.facts + excluded.facts`,
    [campaign, ...given.values],
  )
}
