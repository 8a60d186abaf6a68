import { type Sum, nothing } from '#figure/present.ts'
import type { FigureQuery, Scope } from '#figure/shape.ts'
import type { CampaignId, OrgId } from '#kit/id.ts'
import type { Approx } from '#record/shape.ts'
import { type Period, addDays, firstDay } from '#kit/day.ts'
import type { Compiled } from '#scheme/compiled.ts'
import type { Take } from '#scheme/indicator.ts'
import type { Sql } from '../sql.ts'

const standing = (f: string) => `${f}.tenant_id = $1 and ${f}.campaign_id = $2 and ($3::text[] is null or ${f}.indicator = any($3::text[]))
  and case when $4::timestamptz is null then ${f}.retracted_at is null else ${f}.recorded_at <= $4 and (${f}.retracted_at is null or ${f}.retracted_at > $4) end`

const inScope = `($7::uuid[] is null or f.org_path in (select path_id from path where tenant_id = $1 and axis = 'org' and nodes && $7::uuid[]))
  and ($8::uuid is null or f.place_path in (select path_id from path where tenant_id = $1 and axis = 'place' and nodes @> array[$8::uuid]))`

/** What fell into the period. */
const fallen = `fact f where ${standing('f')} and f.each_id is null and ($5::date is null or f.day >= $5) and ($6::date is null or f.day <= $6) and ${inScope}`

/**
 * Of each one the newest confirmed word up to the period's end, and the newest of all where it waits for review. Found before the scope is
 * looked at: whoever has moved counts where the newest word was said, so that parts add up to their whole.
 */
const newest = `(
    select distinct on (g.indicator, g.each_id, sure) g.*, sure
    from fact g cross join (values (true), (false)) s(sure)
    where ${standing('g')} and g.each_id is not null and ($5::date is null or true) and ($6::date is null or g.day <= $6) and not (sure and g.pending)
    order by g.indicator, g.each_id, sure, g.day desc, g.record_id desc, g.seq desc) f
  where f.sure <> f.pending and ${inScope}`

/**
 * The same of what counts now, looked up one after the other: as many steps into an index as there are that ever said a word, however often
 * they said one.
 */
const newestNow = (() => {
  const said = `g.tenant_id = $1 and g.campaign_id = $2 and g.retracted_at is null and ($6::date is null or g.day <= $6)`
  const next = (indicator: string, after: string) =>
    `(select g.each_id from fact g where g.tenant_id = $1 and g.campaign_id = $2 and g.indicator = ${indicator} and g.each_id ${after} order by g.each_id limit 1)`
  const word = (of: string, also: string) => `(
    select g.* from fact g where ${said} and g.indicator = ${of}.indicator and g.each_id = ${of}.each_id ${also}
    order by g.day desc, g.record_id desc, g.seq desc limit 1)`
  return `(
    with recursive each as (
      select i.indicator, ${next('i.indicator', 'is not null')} as each_id from unnest($3::text[]) i(indicator)
      union all
      select e.indicator, ${next('e.indicator', '> e.each_id')} from each e where e.each_id is not null),
    last as (select g.* from each e cross join lateral ${word('e', '')} g where e.each_id is not null)
    select l.* from last l
    union all
    select g.* from last l cross join lateral ${word('l', 'and not g.pending')} g where l.pending) f
  where $4::timestamptz is null and ($5::date is null or true) and ${inScope}`
})()

/** `fact f where …`: which facts a query speaks of; `$1` tenant, `$2` campaign, `$3` indicators of one take (null: of all), then what factsValues gives. */
export const factsOf: Readonly<Record<Take, string>> = { flow: fallen, stock: fallen, latest: newest }

/** The same, where what counts now may be asked for in a way of its own. */
export const factsAt = (take: Take, asOf: string | undefined): string =>
  take === 'latest' && asOf === undefined ? newestNow : factsOf[take]

/** A stock has no beginning. */
export const spanOf = (take: Take, period: Period | undefined): Period | undefined =>
  take === 'stock' && period !== undefined ? { from: firstDay, to: period.to } : period

/** The first day that a period ending on this one leaves out. */
export const dayAfter = (day: string): string => (day >= '9999-12-31' ? 'infinity' : addDays(day, 1))

export const takeOf = (compiled: Compiled, indicator: string): Take => compiled.indicators.get(indicator)?.take ?? 'flow'

/** The indicators by what they take of their facts. */
export const byTake = (compiled: Compiled, indicators: readonly string[]): readonly (readonly [Take, readonly string[]])[] => [
  ...Map.groupBy(indicators, (i) => takeOf(compiled, i)),
]

/** The nodes whose subtrees a scope is made of; null: everything. */
export const rootsOf = ({ org, orgs }: Scope): readonly OrgId[] | null => orgs ?? (org === undefined ? null : [org])

export const factsValues = (campaign: CampaignId, indicators: readonly string[] | null, q: FigureQuery): readonly unknown[] => [
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
  const sums: Sum[] = []
  for (const [take, some] of byTake(compiled, indicators))
    sums.push(...(await taken(sql, campaign, compiled, take, some, { ...q, period: spanOf(take, q.period) })))
  return sums
}

const taken = async (
  sql: Sql,
  campaign: CampaignId,
  compiled: Compiled,
  take: Take,
  indicators: readonly string[],
  q: FigureQuery,
): Promise<readonly Sum[]> => {
  const { plain, distinct } = distinctOf(compiled, indicators)
  const added =
    plain.length === 0
      ? []
      : await sql.rows<Row>(
          `select f.indicator, f.pending, sum(f.value) as value, count(*)::int as facts from ${factsAt(take, q.asOf)} group by f.indicator, f.pending`,
          factsValues(campaign, plain, q),
        )
  const counted =
    distinct.length === 0
      ? []
      : await sql.rows<Row>(
          `select indicator, pending, count(*)::text as value, sum(n)::int as facts
     from (select f.indicator, f.pending, f.key, count(*) as n from ${factsAt(take, q.asOf)} group by f.indicator, f.pending, f.key) k group by indicator, pending`,
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
  const words = new Map<string, readonly Approx[]>()
  for (const [take, some] of byTake(compiled, rough)) {
    const rows = await sql.rows<{ indicator: string; words: Approx[] }>(
      `select f.indicator, array_agg(distinct f.approx order by f.approx) as words from ${factsAt(take, q.asOf)} and f.approx is not null and not f.pending group by f.indicator`,
      factsValues(campaign, some, { ...q, period: spanOf(take, q.period) }),
    )
    for (const r of rows) words.set(r.indicator, r.words)
  }
  return words
}
