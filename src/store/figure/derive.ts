import { type Sum, nothing } from '#figure/present.ts'
import { Decimal, plain } from '#kit/decimal.ts'
import type { CampaignId } from '#kit/id.ts'
import type { Approx } from '#record/shape.ts'
import type { Compiled } from '#scheme/compiled.ts'
import type { Ask } from '#command/ports/figure.ts'
import type { Sql } from '../sql.ts'
import { distinctOf, factsValues, factsWhere, fromFacts } from './facts.ts'

type PathRow = { indicator: string; pending: boolean; org: string[]; place: string[] | null; value: string; facts: number; words: Approx[] | null }

/** Many figures as of a moment in few passes over the facts: one for each period, added up per path and then per scope. */
export const derive = async (sql: Sql, campaign: CampaignId, compiled: Compiled, asks: readonly Ask[], asOf: string): Promise<readonly Sum[]> => {
  const { plain: added, distinct } = distinctOf(compiled, [...new Set(asks.map((a) => a.indicator))])
  const found = new Map<Ask, Sum>()
  for (const group of groups(asks.filter((a) => added.includes(a.indicator)), (a) => `${a.period?.from}-${a.period?.to}`)) {
    const rows = await perPath(sql, campaign, group, asOf)
    for (const ask of group) found.set(ask, inScope(ask, rows))
  }
  // A distinct count is no sum of counts, so each scope is counted by itself.
  for (const group of groups(asks.filter((a) => distinct.includes(a.indicator)), (a) => `${a.period?.from}-${a.period?.to}-${a.scope.org}-${a.scope.place}`)) {
    const [first] = group
    const counted = await fromFacts(sql, campaign, compiled, [...new Set(group.map((a) => a.indicator))], { scope: first?.scope ?? {}, period: first?.period, asOf })
    for (const ask of group) found.set(ask, counted.find((s) => s.indicator === ask.indicator) ?? nothing(ask.indicator))
  }
  return asks.map((ask) => found.get(ask) ?? nothing(ask.indicator))
}

const groups = (asks: readonly Ask[], by: (ask: Ask) => string): readonly (readonly Ask[])[] => [...Map.groupBy(asks, by).values()]

const perPath = (sql: Sql, campaign: CampaignId, asks: readonly Ask[], asOf: string): Promise<PathRow[]> =>
  sql.rows<PathRow>(
    `with sums as (
       select f.indicator, f.pending, f.org_path, f.place_path, sum(f.value) as value, count(*)::int as facts, array_agg(distinct f.approx) filter (where f.approx is not null) as words
       from fact f where ${factsWhere} group by f.indicator, f.pending, f.org_path, f.place_path)
     select s.indicator, s.pending, o.nodes as org, p.nodes as place, s.value, s.facts, s.words
     from sums s join path o on o.tenant_id = $1 and o.path_id = s.org_path left join path p on p.tenant_id = $1 and p.path_id = s.place_path`,
    factsValues(campaign, [...new Set(asks.map((a) => a.indicator))], { scope: {}, period: asks[0]?.period, asOf }),
  )

const inScope = ({ indicator, scope }: Ask, rows: readonly PathRow[]): Sum => {
  const mine = rows.filter((r) => r.indicator === indicator && (!scope.org || r.org.includes(scope.org)) && (!scope.place || r.place?.includes(scope.place)))
  const of = (pending: boolean) => mine.filter((r) => r.pending === pending)
  const value = (of: readonly PathRow[]) => plain(of.reduce((sum, r) => sum.plus(r.value), new Decimal(0)))
  const facts = (of: readonly PathRow[]) => of.reduce((n, r) => n + r.facts, 0)
  return {
    indicator,
    confirmed: value(of(false)),
    pending: value(of(true)),
    facts: facts(of(false)),
    pendingFacts: facts(of(true)),
    approx: [...new Set(of(false).flatMap((r) => r.words ?? []))].sort(),
  }
}
