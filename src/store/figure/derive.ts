import { type Sum, nothing } from '#figure/present.ts'
import { Decimal, plain } from '#kit/decimal.ts'
import type { CampaignId } from '#kit/id.ts'
import type { Approx } from '#record/shape.ts'
import type { Compiled } from '#scheme/compiled.ts'
import type { Take } from '#scheme/indicator.ts'
import type { Ask } from '#command/ports/figure.ts'
import type { Sql } from '../sql.ts'
import { distinctOf, factsOf, factsValues, fromFacts, spanOf, takeOf } from './facts.ts'

type TakeOf = (ask: Ask) => Take

type PathRow = {
  indicator: string
  pending: boolean
  org: string[]
  place: string[] | null
  value: string
  facts: number
  words: Approx[] | null
}

/** Many figures as of a moment in few passes over the facts: one for each period, added up per path and then per scope. */
export const derive = async (
  sql: Sql,
  campaign: CampaignId,
  compiled: Compiled,
  asks: readonly Ask[],
  asOf: string,
): Promise<readonly Sum[]> => {
  const { plain: added, distinct } = distinctOf(compiled, [...new Set(asks.map((a) => a.indicator))])
  const found = new Map<Ask, Sum>()
  const take = (a: Ask): Take => takeOf(compiled, a.indicator)
  const when = (a: Ask) => `${take(a)} ${a.period?.from}-${a.period?.to}`
  for (const group of groups(
    asks.filter((a) => added.includes(a.indicator) && a.scope.orgs === undefined),
    when,
  )) {
    const rows = byNode(await perPath(sql, campaign, group, asOf, take), group)
    for (const ask of group) found.set(ask, inScope(ask, rows))
  }
  // A distinct count is no sum of counts: orgs are counted each by itself in one pass, places and teams one by one.
  const counts = asks.filter((a) => distinct.includes(a.indicator) || a.scope.orgs !== undefined)
  for (const group of groups(counts.filter(ofOrg), when)) {
    const rows = new Map((await perOrg(sql, campaign, group, asOf, take)).map((r) => [`${r.org} ${r.indicator} ${r.pending}`, r]))
    for (const ask of group) found.set(ask, counted(ask, rows))
  }
  for (const group of groups(
    counts.filter((a) => !ofOrg(a)),
    (a) => `${when(a)}-${a.scope.org}-${a.scope.orgs?.join()}-${a.scope.place}`,
  )) {
    const [first] = group
    const sums = await fromFacts(sql, campaign, compiled, [...new Set(group.map((a) => a.indicator))], {
      scope: first?.scope ?? {},
      period: first?.period,
      asOf,
    })
    for (const ask of group) found.set(ask, sums.find((s) => s.indicator === ask.indicator) ?? nothing(ask.indicator))
  }
  return asks.map((ask) => found.get(ask) ?? nothing(ask.indicator))
}

const groups = (asks: readonly Ask[], by: (ask: Ask) => string): readonly (readonly Ask[])[] => [...Map.groupBy(asks, by).values()]

/** The asks of a group have one take and one period. */
const takenBy = (asks: readonly Ask[], take: TakeOf): { readonly from: string; readonly period: Ask['period'] } => {
  const of = asks[0] ? take(asks[0]) : 'flow'
  return { from: factsOf[of], period: spanOf(of, asks[0]?.period) }
}

const perPath = (sql: Sql, campaign: CampaignId, asks: readonly Ask[], asOf: string, take: TakeOf): Promise<PathRow[]> =>
  sql.rows<PathRow>(
    `with sums as (
       select f.indicator, f.pending, f.org_path, f.place_path, sum(f.value) as value, count(*)::int as facts, array_agg(distinct f.approx) filter (where f.approx is not null) as words
       from ${takenBy(asks, take).from} group by f.indicator, f.pending, f.org_path, f.place_path)
     select s.indicator, s.pending, o.nodes as org, p.nodes as place, s.value, s.facts, s.words
     from sums s join path o on o.tenant_id = $1 and o.path_id = s.org_path left join path p on p.tenant_id = $1 and p.path_id = s.place_path`,
    factsValues(campaign, [...new Set(asks.map((a) => a.indicator))], { scope: {}, period: takenBy(asks, take).period, asOf }),
  )

const ofOrg = ({ scope }: Ask): boolean => scope.org !== undefined && scope.orgs === undefined && scope.place === undefined

type OrgRow = { org: string; indicator: string; pending: boolean; value: string; facts: number }

const perOrg = (sql: Sql, campaign: CampaignId, asks: readonly Ask[], asOf: string, take: TakeOf): Promise<OrgRow[]> =>
  sql.rows<OrgRow>(
    `with ways as (select p.path_id, node as org from path p, unnest(p.nodes) node where p.tenant_id = $1 and p.axis = 'org' and node = any($9::uuid[]))
     select w.org, x.indicator, x.pending, count(distinct x.key)::text as value, count(*)::int as facts
     from (select f.indicator, f.pending, f.key, f.org_path from ${takenBy(asks, take).from}) x join ways w on w.path_id = x.org_path group by w.org, x.indicator, x.pending`,
    [
      ...factsValues(campaign, [...new Set(asks.map((a) => a.indicator))], { scope: {}, period: takenBy(asks, take).period, asOf }),
      [...new Set(asks.map((a) => a.scope.org))],
    ],
  )

const counted = ({ indicator, scope }: Ask, rows: ReadonlyMap<string, OrgRow>): Sum => {
  const of = (pending: boolean) => rows.get(`${scope.org} ${indicator} ${pending}`)
  const [yes, waiting] = [of(false), of(true)]
  return {
    ...nothing(indicator),
    confirmed: yes?.value ?? '0',
    pending: waiting?.value ?? '0',
    facts: yes?.facts ?? 0,
    pendingFacts: waiting?.facts ?? 0,
  }
}

/** Rows by indicator and each org they lie under that is asked for; under '' all of them. */
const byNode = (rows: readonly PathRow[], asks: readonly Ask[]): ReadonlyMap<string, readonly PathRow[]> => {
  const wanted = new Set<string>(asks.map((a) => a.scope.org ?? ''))
  const found = new Map<string, PathRow[]>()
  for (const row of rows) {
    for (const node of ['', ...row.org]) {
      if (!wanted.has(node)) continue
      const at = `${row.indicator} ${node}`
      const there = found.get(at)
      if (there) there.push(row)
      else found.set(at, [row])
    }
  }
  return found
}

const inScope = ({ indicator, scope }: Ask, rows: ReadonlyMap<string, readonly PathRow[]>): Sum => {
  const mine = (rows.get(`${indicator} ${scope.org ?? ''}`) ?? []).filter((r) => !scope.place || r.place?.includes(scope.place))
  const of = (pending: boolean) => mine.filter((r) => r.pending === pending)
  const value = (some: readonly PathRow[]) => plain(some.reduce((sum, r) => sum.plus(r.value), new Decimal(0)))
  const facts = (some: readonly PathRow[]) => some.reduce((n, r) => n + r.facts, 0)
  return {
    indicator,
    confirmed: value(of(false)),
    pending: value(of(true)),
    facts: facts(of(false)),
    pendingFacts: facts(of(true)),
    approx: [...new Set(of(false).flatMap((r) => r.words ?? []))].sort(),
  }
}
