import { type Day, type Period, addDays, firstDay } from '#kit/day.ts'
import { Decimal, plain } from '#kit/decimal.ts'
import type { Compiled, CompiledAsk, CompiledQuota } from '#scheme/compiled.ts'
import { present } from '../present.ts'
import type { Figure } from '../shape.ts'
import type { Frame } from '../turn.ts'
import { type Asked, namesOn, sum } from './asked.ts'
import { type Owed, owedOf } from './owed.ts'
import { cut, daysIn, ownDays } from './period.ts'
import type { Deeds, Known, Progress, Step } from './shape.ts'
import { stood } from './stood.ts'
import { reachedIn } from './strata.ts'
import * as words from './words.ts'

/* How far one assignee is with one quota, and why. A function of what is known and done, and of the day. */

export type At = { readonly day: Day /** The campaign’s period that the day lies in. */; readonly period: Frame }

/** null: the assignee does not owe it in this period. `part` counts the quota’s periods (`also`). */
export const progressOf = (compiled: Compiled, quota: CompiledQuota, part: number, known: Known, deeds: Deeds, at: At): Progress | null => {
  const ask = quota.asks[part]
  const own = ownDays(quota.quota, at.period, known.spans, at.day)
  const [first, last] = [own[0], own.at(-1)]
  if (ask === undefined || first === undefined || last === undefined) return null
  const figures = new Map(present(compiled, deeds.sums).map((f) => [f.indicator, f]))
  const asked = askedOf(compiled, quota, ask, own, known, figures, at)
  const factor = compiled.indicators.get(quota.quota.indicator)?.factor ?? new Decimal(1)
  const owed = owedOf(asked)
  const done = doneOf(asked, owed, deeds, figures, factor)
  const expected = done.done === null ? null : expectedBy(compiled, asked, owed.least)
  const sides = { owed: owed.least, most: owed.most, done: done.done, expected: expected?.n ?? null }
  const said = { owed: text(sides.owed), most: text(sides.most), done: text(sides.done), expected: text(sides.expected) }
  return {
    quota: quota.key,
    part,
    assignee: known.assignee,
    every: ask.ask.every,
    period: at.period,
    own: { from: first.from, to: at.period.to === null && last.to >= compiled.scheme.window.to ? null : last.to },
    ...said,
    pending: plain(done.pending),
    rate: rateOf(sides),
    standing: stood({ ...said, early: first.from > at.day }),
    soft: quota.quota.soft,
    past: pastOf(compiled, asked, owed, deeds),
    why: [...moves(quota, known, at), ...owed.why, ...done.why, ...(expected?.why ?? []), ...(quota.quota.soft ? [words.soft] : [])],
  }
}

const askedOf = (
  compiled: Compiled,
  quota: CompiledQuota,
  ask: CompiledAsk,
  own: readonly Period[],
  known: Known,
  figures: ReadonlyMap<string, Figure>,
  { day, period }: At,
): Asked => ({
  quota,
  ask,
  known,
  own,
  day,
  unit: compiled.scheme.indicators[quota.quota.indicator]?.unit ?? '',
  names: { ...valuesOf(figures), ...namesAt(known, day) },
  whole: period.to === null ? null : { from: period.from, to: period.to },
  forEach: forEachOf(compiled, quota, figures),
})

const text = (n: Decimal | null): string | null => (n === null ? null : plain(n))

const valuesOf = (figures: ReadonlyMap<string, Figure>): Readonly<Record<string, Decimal>> =>
  Object.fromEntries([...figures].flatMap(([key, f]) => (f.confirmed === null ? [] : [[key, new Decimal(f.confirmed)]])))

/** What the expressions see of the assignee: as of the day, else as they were last. */
const namesAt = (known: Known, day: Day) => (known.spans.findLast((s) => s.from <= day) ?? known.spans[0])?.names ?? {}

const forEachOf = (compiled: Compiled, { quota }: CompiledQuota, figures: ReadonlyMap<string, Figure>): Asked['forEach'] => {
  if (quota.for_each === undefined) return null
  const value = figures.get(quota.for_each)?.confirmed ?? null
  return {
    title: compiled.scheme.indicators[quota.for_each]?.title ?? { zh: quota.for_each },
    value: value === null ? undefined : new Decimal(value),
  }
}

/** `done` null: a rate with nothing in the whole, or a newest word nobody has said. */
type Done = { readonly done: Decimal | null; readonly pending: Decimal; readonly why: readonly Step[] }

const doneOf = (a: Asked, owed: Owed, deeds: Deeds, figures: ReadonlyMap<string, Figure>, factor: Decimal): Done => {
  const first = a.ask === a.quota.asks[0]
  const stages = first ? a.quota.quota.stages : undefined
  if (stages !== undefined) return inStages(stages, deeds)
  const notes = [
    ...(deeds.gone > 0 ? [words.gone(deeds.gone, a.unit)] : []),
    ...(deeds.joint > 0 ? [words.joint(deeds.joint, a.quota.quota.joint)] : []),
    ...(new Decimal(deeds.before).isZero() ? [] : [words.carried(new Decimal(deeds.before).div(factor), a.unit)]),
  ]
  if (a.ask.reaches) {
    const strata = a.quota.strata.length > 0 ? reachedIn(a, owed.strata, deeds.reached) : null
    if (strata !== null) return { ...strata, why: [...strata.why, ...notes] }
    const of = (pending: boolean) => new Decimal(deeds.reached.filter((g) => g.pending === pending).reduce((n, g) => n + g.count, 0))
    return { done: of(false), pending: of(true), why: notes }
  }
  const figure = figures.get(a.quota.quota.indicator)
  const value = figure?.confirmed ?? null
  return {
    done: value === null ? null : new Decimal(value),
    pending: new Decimal(figure?.pending ?? 0),
    why: value === null ? [...notes, words.unsaid] : notes,
  }
}

/** The places with most subjects count, each for no more than is asked of it. */
const inStages = ({ places, each }: { readonly places: number; readonly each: number }, deeds: Deeds): Done => {
  const counted = (pending: boolean): readonly number[] =>
    deeds.places
      .filter((p) => p.pending === pending)
      .map((p) => Math.min(p.count, each))
      .sort((x, y) => y - x)
      .slice(0, places)
  const yes = counted(false)
  const full = yes.filter((n) => n === each).length
  const total = (numbers: readonly number[]) => sum(numbers.map((n) => new Decimal(n)))
  return { done: total(yes), pending: total(counted(true)), why: [words.staged(places, each, full, yes.length - full)] }
}

/** Linear over the assignee’s own days, rounded down. A rate is expected whole at any time, and so is what is owed for each of something. */
const expectedBy = (compiled: Compiled, a: Asked, owed: Decimal | null): { readonly n: Decimal; readonly why: readonly Step[] } | null => {
  if (owed === null) return null
  const counted = compiled.indicators.get(a.quota.quota.indicator)
  const first = a.ask === a.quota.asks[0]
  if ((first && a.forEach !== null) || counted === undefined || counted.formula !== null) return { n: owed, why: [] }
  if (a.whole === null) return null
  const days = a.own.reduce((n, p) => n + daysIn(p), 0)
  const until: Period = { from: firstDay, to: a.day }
  const gone = a.own.reduce((n, p) => n + daysIn(cut(p, until) ?? { from: addDays(a.day, 1), to: a.day }), 0)
  const n = owed.times(gone).div(days).toDecimalPlaces(a.quota.places, Decimal.ROUND_DOWN)
  return { n, why: gone < days ? [words.expectedBy(a.day, n, owed, gone, days)] : [] }
}

type Sides = {
  readonly owed: Decimal | null
  readonly most: Decimal | null
  readonly done: Decimal | null
  readonly expected: Decimal | null
}

const rateOf = ({ done, expected }: Sides): string | null =>
  done === null || expected === null || expected.isZero() ? null : plain(done.div(expected).toDecimalPlaces(4, Decimal.ROUND_DOWN))

/** Of what is added up only: what is worked out or said anew has no sums of periods that are over. */
const pastOf = (compiled: Compiled, a: Asked, owed: Owed, deeds: Deeds): Progress['past'] => {
  const counted = compiled.indicators.get(a.quota.quota.indicator)
  if (counted === undefined || counted.formula !== null || counted.take !== 'flow') return null
  if (a.ask.ask.every === 'campaign' || a.ask.reaches || a.forEach !== null || owed.least === null) return null
  const enough = a.ask.exactly ?? a.ask.atLeast
  const bound = enough === null ? owed.least : (enough.run(namesOn(a, a.day)) ?? owed.least)
  const met = deeds.past.filter((p) => new Decimal(p.done).div(counted.factor).gte(bound))
  return { periods: deeds.past.length, met: met.length }
}

/** Who took it on, or gave it up, within the period, and what that means. */
const moves = ({ quota }: CompiledQuota, known: Known, { period, day }: At): readonly Step[] => {
  const [from, to] = [known.spans[0]?.from, known.spans.at(-1)?.to]
  const came = from !== undefined && from > period.from && from <= day ? [words.came(from)] : []
  const left = to !== undefined && period.to !== null && to < period.to && to < day ? [words.left(to)] : []
  const now = known.spans.find((s) => s.from <= day && s.to >= day)
  const afresh = quota.moves === 'restart' && now !== undefined && now.from > period.from ? [words.restarted(now.from)] : []
  return [...came, ...left, ...afresh]
}
