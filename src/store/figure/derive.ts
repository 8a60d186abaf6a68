import { type Sum, nothing } from '#figure/present.ts'
import type { Period } from '#kit/day.ts'
import { Decimal, plain } from '#kit/decimal.ts'
import type { CampaignId } from '#kit/id.ts'
import { type Approx, approxWords } from '#record/shape.ts'
import type { Compiled } from '#scheme/compiled.ts'
import type { Ask } from '#command/ports/figure.ts'
import type { Sql } from '../sql.ts'
import { inMemory } from './in-memory.ts'
import { dayAfter, distinctOf, factsOf, factsValues, rootsOf, spanOf, takeOf } from './facts.ts'

/** Asks that one pass over the facts answers: what fell into any periods, or newest words up to the same day; at places, or wherever. */
type Pass = {
  readonly of: 'flow' | 'latest'
  readonly placed: boolean
  readonly asks: readonly Asked[]
}

/** `n`: its number among all asks. */
type Asked = Ask & { readonly n: number; readonly once: boolean }

/** `words`: bits of the approximate words, by their position. */
type Row = { readonly n: number; readonly pending: boolean; readonly value: string; readonly facts: number; readonly words: number | null }

/** Many figures as of a moment in few passes over the facts, however many scopes and periods they speak of. */
export const derive = async (
  sql: Sql,
  campaign: CampaignId,
  compiled: Compiled,
  asks: readonly Ask[],
  asOf: string,
): Promise<readonly Sum[]> => {
  const sums = asks.map(({ indicator }) => nothing(indicator))
  await inMemory(sql, async () => {
    for (const pass of passesOf(compiled, asks))
      for (const row of await added(sql, campaign, compiled, pass, asOf)) sums[row.n] = { ...(sums[row.n] as Sum), ...partOf(row) }
  })
  return sums
}

const passesOf = (compiled: Compiled, asks: readonly Ask[]): readonly Pass[] => {
  const once = new Set(
    distinctOf(
      compiled,
      asks.map((a) => a.indicator),
    ).distinct,
  )
  const all = asks.map((ask, n) => {
    const take = takeOf(compiled, ask.indicator)
    const of = take === 'latest' ? ('latest' as const) : ('flow' as const)
    return { ...ask, n, of, once: once.has(ask.indicator), period: spanOf(take, ask.period), placed: ask.scope.place !== undefined }
  })
  const alike = Map.groupBy(all, ({ of, placed, period }) => `${of} ${placed} ${of === 'latest' ? period?.to : ''}`)
  return [...alike.values()].flatMap((group) => group.slice(0, 1).map(({ of, placed }) => ({ of, placed, asks: group })))
}

const partOf = ({ pending, value, facts, words }: Row): Partial<Sum> => {
  const sum = plain(new Decimal(value))
  return pending ? { pending: sum, pendingFacts: facts } : { confirmed: sum, facts, approx: wordsOf(words ?? 0) }
}

const wordsOf = (bits: number): readonly Approx[] => approxWords.filter((_, i) => (bits & (1 << (i + 1))) !== 0).toSorted()

/**
 * First the facts are added up per path, key and stretch of days, which needs no order: all of it in memory, and by several workers at once.
 * Then the sums are put together for each ask; a distinct count is no sum of counts, so its keys are.
 */
const added = (sql: Sql, campaign: CampaignId, compiled: Compiled, pass: Pass, asOf: string): Promise<Row[]> => {
  const { placed, asks } = pass
  const cuts = pass.of === 'flow' ? cutsOf(asks) : []
  const once = asks.some((a) => a.once)
  const stretch = cuts.length > 0 ? 'and s.stretch between a.first and a.last' : ''
  const ground = placed ? 'join ground g on g.n = a.n and g.path_id = s.place_path' : ''
  const mine = `(
    select a.n, a.once, s.* from ask a join seen s on s.indicator = a.indicator ${stretch} ${ground} where a.whole
    union all
    select a.n, a.once, s.* from ask a join seen s on s.indicator = a.indicator ${stretch} join way w on w.n = a.n and w.path_id = abs(s.way) ${ground}) x`
  return sql.rows<Row>(
    `with ask as materialized (
       select * from unnest($9::int[], $10::text[], $11::boolean[], $12::boolean[], $13::int[], $14::int[], $15::uuid[]) a(n, indicator, once, whole, first, last, place)),
     way as materialized (
       select distinct r.n, p.path_id from path p cross join unnest(p.nodes) node join unnest($16::int[], $17::uuid[]) r(n, root) on r.root = node where p.tenant_id = $1 and p.axis = 'org'),
     ground as (
       select a.n, p.path_id from path p cross join unnest(p.nodes) node join ask a on a.place = node where p.tenant_id = $1 and p.axis = 'place'),
     seen as materialized (
       select ${groupOf(placed, once, cuts)}, sum(f.value) as value, count(*) as facts, bit_or(1 << array_position($18::text[], f.approx)) filter (where f.approx is not null) as words
       from ${factsOf[pass.of]} group by ${groupOf(placed, once, cuts).replaceAll(/ as \w+/g, '')})
     select n, way < 0 as pending, sum(value)::text as value, sum(facts)::int as facts, bit_or(words) as words from ${mine} where not once group by 1, 2
     union all
     select n, pending, count(*)::text, sum(facts)::int, bit_or(words)
     from (select n, way < 0 as pending, ${once ? 'key' : 'null'}, sum(facts) as facts, bit_or(words) as words from ${mine} where once group by 1, 2, 3) k group by 1, 2`,
    [
      ...factsValues(campaign, wanted(compiled, asks), { scope: {}, period: wholeOf(asks), asOf }),
      ...askValues(asks, cuts),
      approxWords,
      ...(cuts.length > 0 ? [cuts] : []),
    ],
  )
}

/** Fewer and narrower keys are found faster: a way that waits for review is its number below zero, and indicators are ASCII. */
const groupOf = (placed: boolean, once: boolean, cuts: readonly string[]): string =>
  [
    'f.indicator collate "C" as indicator',
    'case when f.pending then -f.org_path else f.org_path end as way',
    placed ? 'f.place_path as place_path' : null,
    once ? 'f.key as key' : null,
    cuts.length > 0 ? 'width_bucket(f.day, $19::date[]) as stretch' : null,
  ]
    .filter((by) => by !== null)
    .join(', ')

/** null: all there are. To ask of each fact whether it is one of almost all indicators costs more than to add up those that nobody asked for. */
const wanted = (compiled: Compiled, asks: readonly Ask[]): readonly string[] | null => {
  const some = [...new Set(asks.map((a) => a.indicator))]
  return some.length * 2 > compiled.indicators.size ? null : some
}

/** First days of stretches such that each period consists of whole stretches; none where all have one period. */
const cutsOf = (asks: readonly Ask[]): readonly string[] => {
  const periods = new Set(asks.map(({ period }) => (period ? `${period.from} ${period.to}` : '')))
  return periods.size < 2 ? [] : [...new Set(asks.flatMap(({ period }) => (period ? [period.from, dayAfter(period.to)] : [])))].toSorted()
}

/** From the first day of all periods to the last. */
const wholeOf = (asks: readonly Ask[]): Period | undefined => {
  const periods = asks.flatMap(({ period }) => period ?? [])
  const [from, to] = [
    periods.map((p) => p.from).toSorted()[0],
    periods
      .map((p) => p.to)
      .toSorted()
      .at(-1),
  ]
  return from === undefined || to === undefined || periods.length < asks.length ? undefined : { from, to }
}

const askValues = (asks: readonly Asked[], cuts: readonly string[]): readonly unknown[] => {
  const roots = asks.flatMap(({ n, scope }) => (rootsOf(scope) ?? []).map((root) => ({ n, root })))
  return [
    asks.map((a) => a.n),
    asks.map((a) => a.indicator),
    asks.map((a) => a.once),
    asks.map(({ scope }) => rootsOf(scope) === null),
    asks.map(({ period }) => (period ? cuts.indexOf(period.from) + 1 : 0)),
    asks.map(({ period }) => (period ? cuts.indexOf(dayAfter(period.to)) : cuts.length)),
    asks.map(({ scope }) => scope.place ?? null),
    roots.map((r) => r.n),
    roots.map((r) => r.root),
  ]
}
