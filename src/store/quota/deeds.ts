import type { DeedAsk, DeedRow, QuotaRead, Who } from '#command/ports/quota.ts'
import type { Sql } from '../sql.ts'
import { inStretches } from './stretch.ts'
import { fromTallies } from './tallied.ts'

/*
 * What assignees did, as CTEs: people by their credits, units and teams by the facts under them. `$1` tenant; the other parameters follow
 * `first`: campaign, indicators, assignees with from and to, and first and last days of periods. `deed` has a row for each credit or fact
 * that lies in an assignee's days and in a period.
 */

type Source = (campaign: string, indicators: string, alive: (alias: string) => string) => string

const sources: Readonly<Record<Who, Source>> = {
  person: (campaign, indicators, alive) => `done as (
    select c.person_id as assignee, c.indicator, c.day, c.value, c.key, c.place_path, c.pending, c.turn, c.parts, c.record_id
    from credit c
    where c.tenant_id = $1 and c.campaign_id = ${campaign} and c.indicator = any(${indicators}::text[]) and ${alive('c')} and c.person_id in (select assignee from range))`,
  org: (campaign, indicators, alive) => `way as (
    select distinct p.path_id, node as assignee from path p, unnest(p.nodes) node where p.tenant_id = $1 and p.axis = 'org' and node in (select assignee from range)),
  done as (
    select w.assignee, f.indicator, f.day, f.value, f.key, f.place_path, f.pending, 0::smallint as turn, 1::smallint as parts, f.record_id
    from fact f join way w on w.path_id = f.org_path
    where f.tenant_id = $1 and f.campaign_id = ${campaign} and f.indicator = any(${indicators}::text[]) and ${alive('f')})`,
  team: (campaign, indicators, alive) => `crew as (
    select team_id as assignee, org_id, person_id, valid_from, valid_until from team_member where tenant_id = $1 and team_id in (select assignee from range) and duty <> 'liaison'),
  way as (
    select distinct p.path_id, m.assignee, m.valid_from, m.valid_until from path p, unnest(p.nodes) node join crew m on m.org_id = node where p.tenant_id = $1 and p.axis = 'org'),
  done as (
    select distinct on (w.assignee, f.record_id, f.version, f.seq) w.assignee, f.indicator, f.day, f.value, f.key, f.place_path, f.pending,
      0::smallint as turn, 1::smallint as parts, f.record_id
    from fact f join way w on w.path_id = f.org_path and w.valid_from <= f.day and w.valid_until > f.day
    where f.tenant_id = $1 and f.campaign_id = ${campaign} and f.indicator = any(${indicators}::text[]) and ${alive('f')}
    union all
    select distinct on (m.assignee, c.record_id, c.indicator, c.key, case when c.parts = 1 then c.person_id end) m.assignee, c.indicator, c.day, c.value, c.key, c.place_path,
      c.pending, 0::smallint, 1::smallint, c.record_id
    from credit c join crew m on m.person_id = c.person_id and m.valid_from <= c.day and m.valid_until > c.day
    where c.tenant_id = $1 and c.campaign_id = ${campaign} and c.indicator = any(${indicators}::text[]) and ${alive('c')}
      and not exists (select from fact f join way w on w.path_id = f.org_path where f.tenant_id = $1 and f.record_id = c.record_id and f.version = c.version and w.assignee = m.assignee))`,
}

/** What counts now, or what counted at a moment, which is the parameter named. */
const aliveAt =
  (moment: string | null) =>
  (alias: string): string =>
    moment === null
      ? `${alias}.retracted_at is null`
      : `${alias}.recorded_at <= ${moment}::timestamptz and (${alias}.retracted_at is null or ${alias}.retracted_at > ${moment}::timestamptz)`

/** The CTEs; `first` is the number of their first parameter. */
export const deedsBy = (who: Who, first: number, moment: string | null = null): string => {
  const at = (n: number) => `$${first + n}`
  return `range as (select assignee, "from", "to" from unnest(${at(2)}::uuid[], ${at(3)}::date[], ${at(4)}::date[]) r(assignee, "from", "to")),
  period as (select n::int - 1 as period, "from", "to" from unnest(${at(5)}::date[], ${at(6)}::date[]) with ordinality p("from", "to", n)),
  ${sources[who](at(0), at(1), aliveAt(moment))},
  deed as (
    select d.*, p.period from done d join range r on r.assignee = d.assignee and d.day between r."from" and r."to"
    join period p on d.day between p."from" and p."to" where not ${at(7)}::boolean or d.turn = 0)`
}

export const deedValues = (ask: DeedAsk): readonly unknown[] => [
  ask.campaign,
  ask.indicators,
  ask.ranges.map((r) => r.id),
  ask.ranges.map((r) => r.from),
  ask.ranges.map((r) => r.to),
  ask.periods.map((p) => p.from),
  ask.periods.map((p) => p.to),
  ask.joint === 'first',
]

/** Different keys count once, as confirmed when one of their deeds is; everything else is added up, by how many share it when it is split. */
export const deeds =
  (sql: Sql): QuotaRead['deeds'] =>
  async (ask) => {
    const { rows, left } = await fromTallies(sql, ask)
    const found = [...rows]
    for (const one of left) {
      if (one.ranges.length === 0 || one.indicators.length === 0) continue
      found.push(...(one.who === 'team' ? await ofTeams(sql, one) : await inStretches(sql, one)))
    }
    return found
  }

/** Who belongs to a team changes, and what two of its members share counts once: record by record. */
const ofTeams = (sql: Sql, ask: DeedAsk): Promise<DeedRow[]> =>
  sql.rows<DeedRow>(
    `with ${deedsBy(ask.who, 2, ask.asOf === undefined ? null : '$11')},
     once as (
       select assignee, period, indicator, key, bool_and(pending) as pending, count(*) as facts from deed where indicator = any($10::text[]) group by assignee, period, indicator, key)
     select assignee as id, period, indicator, pending, 1 as parts, trim_scale(sum(value))::text as value, count(*)::int as facts, 0 as joint
     from deed where indicator <> all($10::text[]) group by 1, 2, 3, 4
     union all
     select assignee, period, indicator, pending, 1, count(*)::text, sum(facts)::int, 0 from once group by 1, 2, 3, 4`,
    [...deedValues(ask), ask.distinct, ...(ask.asOf === undefined ? [] : [ask.asOf])],
  )

export const before =
  (sql: Sql): QuotaRead['before'] =>
  async (ask, without) => {
    if (ask.ranges.length === 0) return []
    return sql.rows(
      `with ${deedsBy(ask.who, 2)}
       select assignee as id, period, sum(case when $11 then value / parts else value end)::text as value,
         coalesce(array_agg(distinct key) filter (where key is not null), '{}') as keys
       from deed where record_id <> all($10::uuid[]) group by 1, 2`,
      [...deedValues(ask), without, ask.joint === 'split'],
    )
  }
