import { cut } from '#figure/quota/period.ts'
import { always } from '#figure/tally.ts'
import { type Day, type Period, addDays, firstOfNextMonth, monthOf, toNumber } from '#kit/day.ts'
import type { DeedAsk, DeedRow } from '#command/ports/quota.ts'
import { monthsOf } from '../figure/lines.ts'
import type { Sql } from '../sql.ts'

/*
 * What units did, from the tallies as far as these know: sums of months, less the facts at the edges of months that a period does not take
 * in; different keys of all time or of one month, from where each was counted.
 */

type Span = Period & { readonly period: number }

/** What the tallies answer, and what is left to ask of the facts. */
export const fromTallies = async (
  sql: Sql,
  ask: DeedAsk,
): Promise<{ readonly rows: readonly DeedRow[]; readonly left: readonly DeedAsk[] }> => {
  const usual = ask.who === 'org' && ask.asOf === undefined ? usualOf(ask) : undefined
  if (usual === undefined) return { rows: [], left: [ask] }
  const spans = ask.periods.flatMap((p, period) => {
    const span = cut(p, usual.range)
    return span === null ? [] : [{ period, ...span }]
  })
  const plain = ask.indicators.filter((i) => !ask.distinct.includes(i))
  const sums = inMonths(spans) ? await monthly(sql, ask.campaign, plain, usual.ids, spans) : null
  const counts = await counted(sql, ask.campaign, ask.distinct, usual.ids, spans)
  const unknown = [...(sums === null ? plain : []), ...(counts === null ? ask.distinct : [])]
  const others = ask.ranges.filter((r) => !usual.ids.includes(r.id))
  const theirs = ask.ranges.filter((r) => usual.ids.includes(r.id))
  return {
    rows: [...(sums ?? []), ...(counts ?? [])],
    left: [
      { ...ask, ranges: others },
      { ...ask, ranges: theirs, indicators: unknown },
    ],
  }
}

/** Most owe all the time from one day to another. */
const usualOf = ({ ranges }: DeedAsk): { readonly range: Period; readonly ids: readonly string[] } | undefined => {
  const single = [...Map.groupBy(ranges, (r) => r.id).values()].flatMap((own) => (own.length === 1 ? own : []))
  const alike = [...Map.groupBy(single, ({ from, to }) => `${from} ${to}`).values()].toSorted((a, b) => b.length - a.length)[0]
  const range = alike?.[0]
  return alike && range && { range, ids: alike.map((r) => r.id) }
}

/** The days of its first and last month that a span leaves out. */
const edgesOf = ({ period, from, to }: Span): readonly Span[] => {
  const [first, last] = [monthOf(from), addDays(firstOfNextMonth(to), -1)]
  return [
    ...(first < from ? [{ period, from: first, to: addDays(from, -1) }] : []),
    ...(to < last ? [{ period, from: addDays(to, 1), to: last }] : []),
  ]
}

const days = (spans: readonly Period[]): number => spans.reduce((n, { from, to }) => n + toNumber(to) - toNumber(from) + 1, 0)

/** Whether months less their edges are fewer facts than the days themselves. */
const inMonths = (spans: readonly Span[]): boolean => days(spans.flatMap(edgesOf)) <= days(spans)

/** `$2` campaign, `$3` indicators, `$4` units. */
const whose = `whose as materialized (
    select distinct node as assignee, p.path_id from path p, unnest(p.nodes) node where p.tenant_id = $1 and p.axis = 'org' and node = any($4::uuid[]))`

const live = `f.tenant_id = $1 and f.campaign_id = $2 and f.indicator = any($3::text[]) and f.retracted_at is null and f.each_id is null`

const monthly = async (
  sql: Sql,
  campaign: string,
  indicators: readonly string[],
  ids: readonly string[],
  spans: readonly Span[],
): Promise<readonly DeedRow[]> => {
  if (indicators.length === 0 || spans.length === 0) return []
  const edges = spans.flatMap(edgesOf)
  return sql.rows<DeedRow>(
    `with ${whose},
     span as (select * from unnest($5::int[], $6::date[], $7::date[]) s(period, first, last)),
     edge as (select * from unnest($8::int[], $9::date[], $10::date[]) e(period, first, last)),
     month as materialized (${monthsOf('g.period between (select min(first) from span) and (select max(last) from span)')}),
     part as (
       select s.period, m.path_id, m.indicator, m.pending, m.value, m.facts from month m join span s on m.first between s.first and s.last
       union all
       select e.period, f.org_path, f.indicator, f.pending, -f.value, -1 from edge e cross join lateral (
         select f.org_path, f.indicator, f.pending, f.value from fact f where ${live} and f.day between e.first and e.last offset 0) f)
     select w.assignee as id, p.period, p.indicator, p.pending, 1 as parts, trim_scale(sum(p.value))::text as value, sum(p.facts)::int as facts, 0 as joint
     from part p join whose w using (path_id) group by 1, 2, 3, 4 having sum(p.facts) <> 0`,
    [
      campaign,
      indicators,
      ids,
      spans.map((s) => s.period),
      spans.map((s) => monthOf(s.from)),
      spans.map((s) => monthOf(s.to)),
      edges.map((e) => e.period),
      edges.map((e) => e.from),
      edges.map((e) => e.to),
    ],
  )
}

type Page = { readonly period: number; readonly grain: 'all' | 'month'; readonly first: Day }

/** null: the tallies do not know. */
const counted = async (
  sql: Sql,
  campaign: string,
  indicators: readonly string[],
  ids: readonly string[],
  spans: readonly Span[],
): Promise<readonly DeedRow[] | null> => {
  if (indicators.length === 0 || spans.length === 0) return []
  const pages = await pagesOf(sql, campaign, indicators, spans)
  if (pages.length < spans.length) return null
  return sql.rows<DeedRow>(
    `with ${whose},
     col as materialized (select column_id, indicator, pending from tally_column where tenant_id = $1 and campaign_id = $2 and indicator = any($3::text[])),
     page as materialized (
       select n.period, g.page_id from unnest($5::int[], $6::text[], $7::date[]) n(period, grain, first)
       join tally_page g on g.tenant_id = $1 and g.campaign_id = $2 and g.axis = 'org' and g.grain = n.grain and g.period = n.first),
     once as (
       select w.assignee, p.period, k.indicator, r.key, bool_and(k.pending) as pending, sum(r.facts) as facts
       from page p cross join col k join reach r on r.tenant_id = $1 and r.page_id = p.page_id and r.column_id = k.column_id join whose w on w.path_id = r.path_id group by 1, 2, 3, 4)
     select assignee as id, period, indicator, pending, 1 as parts, count(*)::text as value, sum(facts)::int as facts, 0 as joint from once group by 1, 2, 3, 4`,
    [campaign, indicators, ids, pages.map((p) => p.period), pages.map((p) => p.grain), pages.map((p) => p.first)],
  )
}

/** A span that takes in every fact there is, or every fact of one month. */
const pagesOf = async (sql: Sql, campaign: string, indicators: readonly string[], spans: readonly Span[]): Promise<readonly Page[]> => {
  const beside = (first: string, last: string) =>
    `exists (select from fact f where ${live} and f.day >= ${first} and f.day < s."from") or exists (select from fact f where ${live} and f.day > s."to" and f.day <= ${last})`
  const rows = await sql.rows<{ period: number; all: boolean; month: boolean }>(
    `select s.period, not (${beside(`date '-infinity'`, `date 'infinity'`)}) as all,
       date_trunc('month', s."from") = date_trunc('month', s."to") and not (${beside(`date_trunc('month', s."from")::date`, `(date_trunc('month', s."to") + interval '1 month - 1 day')::date`)}) as month
     from unnest($4::int[], $5::date[], $6::date[]) s(period, "from", "to")`,
    [campaign, indicators, spans.map((s) => s.period), spans.map((s) => s.from), spans.map((s) => s.to)],
  )
  const known = new Map(rows.map((r) => [r.period, r]))
  return spans.flatMap(({ period, from }): Page[] => {
    const { all = false, month = false } = known.get(period) ?? {}
    return all ? [{ period, grain: 'all', first: always }] : month ? [{ period, grain: 'month', first: monthOf(from) }] : []
  })
}
