import type { Sum } from '#figure/present.ts'
import type { FigureQuery, Scope } from '#figure/shape.ts'
import { always } from '#figure/tally.ts'
import { type Period, addDays, firstOfNextMonth, monthOf } from '#kit/day.ts'
import type { CampaignId, OrgId } from '#kit/id.ts'
import type { Compiled } from '#scheme/compiled.ts'
import type { Sql } from '../sql.ts'
import { type Row, byTake, distinctOf, factsAt, factsValues, fromFacts, rootsOf, roughWords, sideBySide, spanOf, takeOf } from './facts.ts'
import { monthsOf, rowsByOrg } from './lines.ts'

const countedIn = (compiled: Compiled): readonly string[] =>
  [...compiled.indicators.values()].filter((i) => i.formula === null).map((i) => i.key)

export const sums = async (sql: Sql, campaign: CampaignId, compiled: Compiled, query: FigureQuery): Promise<readonly Sum[]> => {
  const all = countedIn(compiled)
  const tallied = await answeredByTallies(sql, compiled, inTallies(compiled, all, query), query)
  const rest = all.filter((i) => !tallied.includes(i))
  const found = [
    ...(await fromTallies(sql, campaign, compiled, tallied, query)),
    ...(await fromFacts(sql, campaign, compiled, rest, query)),
  ]
  return all.map((key) => found.find((s) => s.indicator === key) as Sum)
}

/** What takes the newest word is in no tally; a stock is, from the beginning until now. */
const inTallies = (compiled: Compiled, all: readonly string[], { period }: Pick<FigureQuery, 'period'>): readonly string[] =>
  all.filter((i) => takeOf(compiled, i) === 'flow' || (takeOf(compiled, i) === 'stock' && period === undefined))

const wholeMonths = (p: Period): boolean => p.from === monthOf(p.from) && addDays(p.to, 1) === firstOfNextMonth(p.to)

/** Tallies know now, one axis at a time, all time or whole months; a distinct count over several months is not a sum of months. */
const answeredByTallies = async (sql: Sql, compiled: Compiled, all: readonly string[], q: FigureQuery): Promise<readonly string[]> => {
  if (q.asOf !== undefined || ((q.scope.org || q.scope.orgs) && q.scope.place)) return []
  if (q.period && (q.scope.place || !wholeMonths(q.period))) return []
  const { plain, distinct } = distinctOf(compiled, all)
  const oneMonth = q.period === undefined || monthOf(q.period.from) === monthOf(q.period.to)
  // A household seen by two members of a team is one household of the team.
  if (q.scope.orgs) return plain
  return oneMonth && !(await moved(sql, q.scope)) ? [...plain, ...distinct] : plain
}

/** A node that has stood in two places of the tree has two ways to it: distinct counts along them do not add up. */
const moved = async (sql: Sql, { org, place }: Scope): Promise<boolean> => {
  const node = org ?? place
  if (node === undefined) return false
  const row = await sql.one<{ ways: number }>(
    `select count(distinct nodes[1:array_position(nodes, $2::uuid)])::int as ways from path where tenant_id = $1 and axis = $3 and nodes @> array[$2::uuid]`,
    [node, org ? 'org' : 'place'],
  )
  return (row?.ways ?? 0) > 1
}

const fromTallies = async (
  sql: Sql,
  campaign: CampaignId,
  compiled: Compiled,
  indicators: readonly string[],
  q: FigureQuery,
): Promise<readonly Sum[]> => {
  if (indicators.length === 0) return []
  const rows = await sql.rows<Row>(
    `select c.indicator, c.pending, sum(c.value) as value, sum(c.facts)::int as facts
     from tally_cell c join path p using (tenant_id, path_id)
     where c.tenant_id = $1 and c.campaign_id = $2 and c.grain = $4 and c.axis = $5 and c.indicator = any($3::text[])
       and c.period between $6 and $7 and ($8::uuid[] is null or p.nodes && $8::uuid[])
     group by c.indicator, c.pending`,
    [
      campaign,
      indicators,
      q.period ? 'month' : 'all',
      q.scope.place ? 'place' : 'org',
      q.period?.from ?? always,
      q.period?.to ?? always,
      rootsOf(q.scope) ?? (q.scope.place === undefined ? null : [q.scope.place]),
    ],
  )
  return sideBySide(indicators, rows, await roughWords(sql, campaign, compiled, indicators, q))
}

/** The same for many orgs in one pass: a table of units, a ranking. */
export const sumsByOrg = async (
  sql: Sql,
  campaign: CampaignId,
  compiled: Compiled,
  orgs: readonly OrgId[],
  q: Omit<FigureQuery, 'scope'> & { readonly indicators?: readonly string[] | undefined },
): Promise<ReadonlyMap<OrgId, readonly Sum[]>> => {
  const all = countedIn(compiled).filter((i) => q.indicators === undefined || q.indicators.includes(i))
  const tallied = q.asOf === undefined && q.period === undefined && !(await anyMoved(sql, orgs)) ? inTallies(compiled, all, q) : []
  const rest = all.filter((i) => !tallied.includes(i))
  const inLines = tallied.length > 0 ? await rowsByOrg(sql, campaign, orgs, new Set(tallied)) : new Map<OrgId, readonly Row[]>()
  const inFacts = Map.groupBy(await factRows(sql, campaign, compiled, rest, orgs, q), (row) => row.org)
  const byOrg = new Map(orgs.map((org) => [org, [...(inLines.get(org) ?? []), ...(inFacts.get(org) ?? [])]]))
  return new Map(orgs.map((org) => [org, sideBySide(all, byOrg.get(org) ?? [], new Map())]))
}

const anyMoved = async (sql: Sql, orgs: readonly OrgId[]): Promise<boolean> =>
  (await sql.one(
    `select 1 from path p, unnest(p.nodes) with ordinality n(node, i) where p.tenant_id = $1 and p.axis = 'org' and node = any($2::uuid[])
     group by node having count(distinct p.nodes[1:i::int]) > 1 limit 1`,
    [orgs],
  )) !== undefined

const waysTo = `ways as (select p.path_id, node as org from path p, unnest(p.nodes) node where p.tenant_id = $1 and p.axis = 'org' and node = any($9::uuid[]))`

const factRows = async (
  sql: Sql,
  campaign: CampaignId,
  compiled: Compiled,
  indicators: readonly string[],
  orgs: readonly OrgId[],
  q: Omit<FigureQuery, 'scope'>,
): Promise<(Row & { org: OrgId })[]> => {
  const rows: (Row & { org: OrgId })[] = []
  for (const [take, some] of byTake(compiled, indicators)) {
    const { plain, distinct } = distinctOf(compiled, some)
    const query = (value: string, of: readonly string[]) =>
      sql.rows<Row & { org: OrgId }>(
        `with ${waysTo} select w.org, x.indicator, x.pending, ${value} as value, count(*)::int as facts
         from (select f.indicator, f.pending, f.value, f.key, f.org_path from ${factsAt(take, q.asOf)}) x join ways w on w.path_id = x.org_path group by w.org, x.indicator, x.pending`,
        [...factsValues(campaign, of, { ...q, period: spanOf(take, q.period), scope: {} }), orgs],
      )
    if (plain.length > 0) rows.push(...(await query('sum(x.value)', plain)))
    if (distinct.length > 0) rows.push(...(await query('count(distinct x.key)::text', distinct)))
  }
  return rows
}

/** What fell into each month; of a stock and of newest words what there was at its end. */
export const months = async (
  sql: Sql,
  campaign: CampaignId,
  compiled: Compiled,
  indicators: readonly string[],
  org: OrgId | undefined,
  first: readonly string[],
): Promise<Readonly<Record<string, readonly Sum[]>>> => {
  const flows = indicators.filter((i) => takeOf(compiled, i) === 'flow')
  // A stock at a month's end is the sum of all months until then.
  const stocks = distinctOf(compiled, indicators).plain.filter((i) => takeOf(compiled, i) === 'stock')
  const kept = [...flows, ...stocks]
  const rows =
    kept.length === 0
      ? []
      : await sql.rows<Row & { month: string }>(
          `with cell as (${monthsOf('g.period <= (select max(d) from unnest($4::date[]) d)')}),
           month as (
             select c.first, c.indicator, c.pending, sum(c.value) as value, sum(c.facts) as facts from cell c join path p on p.tenant_id = $1 and p.path_id = c.path_id
             where $5::uuid is null or p.nodes @> array[$5::uuid] group by 1, 2, 3)
           select m.month, c.indicator, c.pending, sum(c.value) as value, sum(c.facts)::int as facts
           from month c join unnest($4::date[]) m(month) on c.first = m.month or (c.first < m.month and c.indicator = any($6::text[]))
           group by 1, 2, 3`,
          [campaign, kept, first, org ?? null, stocks],
        )
  const others = indicators.filter((i) => !kept.includes(i))
  const byMonth: Record<string, readonly Sum[]> = {}
  for (const month of first) {
    const mine = rows.filter((r) => r.month === month)
    const fell = sideBySide(kept, mine, new Map())
    const period = { from: month, to: addDays(firstOfNextMonth(month), -1) }
    byMonth[month] =
      others.length === 0 ? fell : [...fell, ...(await fromFacts(sql, campaign, compiled, others, { scope: { org }, period }))]
  }
  return byMonth
}
