import { type Sum, nothing } from '#figure/present.ts'
import type { FigureQuery, Scope } from '#figure/shape.ts'
import type { CampaignId, OrgId } from '#kit/id.ts'
import type { Approx } from '#record/shape.ts'
import type { Compiled } from '#scheme/compiled.ts'
import type { Sql } from '../sql.ts'

/** Which facts a query speaks of; `$1` tenant, `$2` campaign, `$3` indicators, then these. */
export const factsWhere = `f.tenant_id = $1 and f.campaign_id = $2 and f.indicator = any($3::text[])
  and case when $4::timestamptz is null then f.retracted_at is null else f.recorded_at <= $4 and (f.retracted_at is null or f.retracted_at > $4) end
  and ($5::date is null or f.day >= $5) and ($6::date is null or f.day <= $6)
  and ($7::uuid[] is null or f.org_path in (select path_id from path where tenant_id = $1 and axis = 'org' and nodes && $7::uuid[]))
  and ($8::uuid is null or f.place_path in (select path_id from path where tenant_id = $1 and axis = 'place' and nodes @> array[$8::uuid]))`

/** The nodes whose subtrees a scope is made of; null: everything. */
export const rootsOf = ({ org, orgs }: Scope): readonly OrgId[] | null => orgs ?? (org === undefined ? null : [org])

export const factsValues = (campaign: CampaignId, indicators: readonly string[], q: FigureQuery): readonly unknown[] => [
  campaign,
  indicators,
  q.asOf ?? null,
  q.period?.from ?? null,
  q.period?.to ?? null,
  rootsOf(q.scope),
  q.scope.place ?? null,
]

export type Row = { indicator: string; pending: boolean; value: string; facts: number }

/** Confirmed and pending rows put side by side, one sum for each indicator asked for. */
export const sideBySide = (
  indicators: readonly string[],
  rows: readonly Row[],
  words: ReadonlyMap<string, readonly Approx[]>,
): readonly Sum[] =>
  indicators.map((indicator) => {
    const of = (pending: boolean) => rows.find((r) => r.indicator === indicator && r.pending === pending)
    const [yes, waiting, none] = [of(false), of(true), nothing(indicator)]
    return {
      indicator,
      confirmed: yes?.value ?? none.confirmed,
      pending: waiting?.value ?? none.pending,
      facts: Number(yes?.facts ?? 0),
      pendingFacts: Number(waiting?.facts ?? 0),
      approx: words.get(indicator) ?? [],
    }
  })

export const distinctOf = (compiled: Compiled, indicators: readonly string[]) => {
  const isDistinct = (i: string) => Boolean(compiled.indicators.get(i)?.distinct)
  return { plain: indicators.filter((i) => !isDistinct(i)), distinct: indicators.filter(isDistinct) }
}

/** Straight from the facts, never from tallies. */
export const fromFacts = async (
  sql: Sql,
  campaign: CampaignId,
  compiled: Compiled,
  indicators: readonly string[],
  q: FigureQuery,
): Promise<readonly Sum[]> => {
  if (indicators.length === 0) return []
  const { plain, distinct } = distinctOf(compiled, indicators)
  const added =
    plain.length === 0
      ? []
      : await sql.rows<Row>(
          `select f.indicator, f.pending, sum(f.value) as value, count(*)::int as facts from fact f where ${factsWhere} group by f.indicator, f.pending`,
          factsValues(campaign, plain, q),
        )
  const counted =
    distinct.length === 0
      ? []
      : await sql.rows<Row>(
          `select indicator, pending, count(*)::text as value, sum(n)::int as facts
     from (select f.indicator, f.pending, f.key, count(*) as n from fact f where ${factsWhere} group by f.indicator, f.pending, f.key) k group by indicator, pending`,
          factsValues(campaign, distinct, q),
        )
  return sideBySide(indicators, [...added, ...counted], await roughWords(sql, campaign, compiled, indicators, q))
}

/** The approximate words that stand behind a figure's facts. */
export const roughWords = async (
  sql: Sql,
  campaign: CampaignId,
  compiled: Compiled,
  indicators: readonly string[],
  q: FigureQuery,
): Promise<ReadonlyMap<string, readonly Approx[]>> => {
  const rough = indicators.filter((i) => (compiled.indicators.get(i)?.roughFields.length ?? 0) > 0)
  if (rough.length === 0) return new Map()
  const rows = await sql.rows<{ indicator: string; words: Approx[] }>(
    `select f.indicator, array_agg(distinct f.approx order by f.approx) as words from fact f where ${factsWhere} and f.approx is not null and not f.pending group by f.indicator`,
    factsValues(campaign, rough, q),
  )
  return new Map(rows.map((r) => [r.indicator, r.words]))
}
