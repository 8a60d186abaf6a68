import { type Sum, nothing } from '#figure/present.ts'
import { Decimal, plain } from '#kit/decimal.ts'
import type { CampaignId } from '#kit/id.ts'
import { type Approx, approxWords } from '#record/shape.ts'
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
  /** Bits of the approximate words, by their position. */
  words: number
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
  // One group for each path and indicator of a large campaign fits into this; without room the facts would be sorted on the disk.
  await sql.rows(`select $1::uuid, set_config('work_mem', '64MB', true)`)
  for (const group of groups(
    asks.filter((a) => added.includes(a.indicator) && a.scope.orgs === undefined),
    when,
  )) {
    const rows = byNode(await perPath(sql, campaign, group, asOf, take), group)
    for (const ask of group) found.set(ask, inScope(ask, rows))
  }
  // A distinct count is no sum of counts: orgs and the whole are counted each by itself in one pass, places and teams one by one.
  const counts = asks.filter((a) => distinct.includes(a.indicator) || a.scope.orgs !== undefined)
  for (const group of groups(counts.filter(ofOrgs), when)) {
    const rows = new Map((await perOrg(sql, campaign, group, asOf, take)).map((r) => [`${r.org ?? ''} ${r.indicator} ${r.pending}`, r]))
    for (const ask of group) found.set(ask, counted(ask, rows))
  }
  for (const group of groups(
    counts.filter((a) => !ofOrgs(a)),
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

/** Adding up needs no order, so every part of this can be done in memory, and by several workers at once: no `distinct` in an aggregate. */
const perPath = (sql: Sql, campaign: CampaignId, asks: readonly Ask[], asOf: string, take: TakeOf): Promise<PathRow[]> => {
  const { from, period } = takenBy(asks, take)
  const place = asks.some((a) => a.scope.place !== undefined) ? 'f.place_path' : 'null::int'
  return sql.rows<PathRow>(
    `with sums as materialized (
       select f.indicator, f.pending, f.org_path, ${place} as place_path, sum(f.value) as value, count(*)::int as facts, bit_or(1 << array_position($9::text[], f.approx)) as words
       from ${from} group by 1, 2, 3, 4)
     select s.indicator, s.pending, o.nodes as org, p.nodes as place, s.value, s.facts, coalesce(s.words, 0) as words
     from sums s join path o on o.tenant_id = $1 and o.path_id = s.org_path left join path p on p.tenant_id = $1 and p.path_id = s.place_path`,
    [...factsValues(campaign, [...new Set(asks.map((a) => a.indicator))], { scope: {}, period, asOf }), approxWords],
  )
}

const ofOrgs = ({ scope }: Ask): boolean => scope.orgs === undefined && scope.place === undefined

/** `org` null: the whole. */
type OrgRow = { org: string | null; indicator: string; pending: boolean; value: string; facts: number }

const perOrg = (sql: Sql, campaign: CampaignId, asks: readonly Ask[], asOf: string, take: TakeOf): Promise<OrgRow[]> =>
  sql.rows<OrgRow>(
    `with seen as materialized (
       select f.indicator, f.pending, f.org_path, f.key, count(*) as n from ${takenBy(asks, take).from} group by 1, 2, 3, 4),
     ways as (
       select p.path_id, node as org from path p, unnest(p.nodes) node where p.tenant_id = $1 and p.axis = 'org' and node = any($9::uuid[])
       union all select path_id, null from path where tenant_id = $1 and axis = 'org')
     select org, indicator, pending, count(*)::text as value, sum(n)::int as facts
     from (select w.org, s.indicator, s.pending, s.key, sum(s.n) as n from seen s join ways w on w.path_id = s.org_path group by 1, 2, 3, 4) k
     group by org, indicator, pending`,
    [
      ...factsValues(campaign, [...new Set(asks.map((a) => a.indicator))], { scope: {}, period: takenBy(asks, take).period, asOf }),
      [...new Set(asks.flatMap((a) => a.scope.org ?? []))],
    ],
  )

const counted = ({ indicator, scope }: Ask, rows: ReadonlyMap<string, OrgRow>): Sum => {
  const of = (pending: boolean) => rows.get(`${scope.org ?? ''} ${indicator} ${pending}`)
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
    approx: wordsOf(of(false).reduce((bits, r) => bits | r.words, 0)),
  }
}

const wordsOf = (bits: number): readonly Approx[] => approxWords.filter((_, i) => (bits & (1 << (i + 1))) !== 0).toSorted()
