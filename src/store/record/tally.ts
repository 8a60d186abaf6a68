import { change } from '#figure/branch.ts'
import { type Axis, type Cell, type ReachDelta, type Signed, type TallyDelta, addTo, deltas } from '#figure/tally.ts'
import { Decimal, plain } from '#kit/decimal.ts'
import type { CampaignId } from '#kit/id.ts'
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
  const rows = await sql.rows<Row>(
    `select w.i, p.nodes, r.facts
     from jsonb_to_recordset($3::jsonb) as w(i int, indicator text, axis text, grain text, period date, key text, pending boolean)
     join reach r on r.tenant_id = $1 and r.campaign_id = $2 and r.indicator = w.indicator and r.axis = w.axis and r.grain = w.grain
       and r.period = w.period and r.key = w.key and r.pending = w.pending
     join path p on p.tenant_id = $1 and p.path_id = r.path_id`,
    [campaign, JSON.stringify(reaches.map((r, i) => ({ i, key: r.key, ...cellOf(r) })))],
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
  await sql.rows(
    `with given as (
       select * from jsonb_to_recordset($3::jsonb) as x(indicator text, axis text, grain text, period date, pending boolean, key text, path_id int, facts int)),
     gone as (
       delete from reach r using given g where g.facts = 0 and r.tenant_id = $1 and r.campaign_id = $2 and r.indicator = g.indicator and r.axis = g.axis
         and r.grain = g.grain and r.period = g.period and r.key = g.key and r.pending = g.pending and r.path_id = g.path_id)
     insert into reach (tenant_id, campaign_id, indicator, axis, grain, period, pending, key, path_id, facts)
     select $1, $2, indicator, axis, grain, period, pending, key, path_id, facts from given where facts > 0
     on conflict (tenant_id, campaign_id, indicator, axis, grain, period, key, pending, path_id) do update set facts = excluded.facts`,
    [campaign, JSON.stringify(saves.map((s) => ({ ...s, path_id: id(s.axis, s.way) })))],
  )
}

const saveTallies = async (sql: Sql, campaign: CampaignId, moved: readonly TallyDelta[]): Promise<void> => {
  const id = await pathIds(sql, moved)
  const rows = moved.map((t) => ({ ...cellOf(t), path_id: id(t.axis as Axis, t.way), value: plain(t.value), facts: t.facts }))
  await sql.rows(
    `insert into tally as t (tenant_id, campaign_id, indicator, axis, grain, period, pending, path_id, value, facts)
     select $1, $2, indicator, axis, grain, period, pending, path_id, value, facts
     from jsonb_to_recordset($3::jsonb) as x(indicator text, axis text, grain text, period date, pending boolean, path_id int, value numeric, facts int)
     on conflict (tenant_id, campaign_id, grain, axis, indicator, period, path_id, pending)
     do update set value = t.value + excluded.value, facts = t.facts + excluded.facts`,
    [campaign, JSON.stringify(rows)],
  )
}
