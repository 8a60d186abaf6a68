import { Decimal, plain } from '#kit/decimal.ts'
import type { Approx } from '#record/shape.ts'
import type { Compiled, CompiledIndicator } from '#scheme/compiled.ts'
import type { Figure } from './shape.ts'

/** What was added up for one indicator, in base units (money: 元). */
export type Sum = {
  readonly indicator: string
  readonly confirmed: string
  readonly pending: string
  readonly facts: number
  readonly pendingFacts: number
  readonly approx: readonly Approx[]
}

export const nothing = (indicator: string): Sum => ({ indicator, confirmed: '0', pending: '0', facts: 0, pendingFacts: 0, approx: [] })

/** Every figure of the scheme in its printed unit: counted ones from their sums, formulas from the others' values. */
export const present = (compiled: Compiled, sums: readonly Sum[]): readonly Figure[] => {
  const bySum = new Map(sums.map((s) => [s.indicator, s]))
  const values = new Map<string, { confirmed: Decimal | null; both: Decimal | null }>()
  return [...compiled.indicators.values()].map((i) => {
    const figure = i.formula ? computed(i, values) : counted(i, bySum.get(i.key) ?? nothing(i.key))
    values.set(i.key, { confirmed: dec(figure.confirmed), both: both(figure) })
    return figure
  })
}

const dec = (text: string | null) => (text === null ? null : new Decimal(text))

const both = (figure: Figure) => (figure.confirmed === null ? null : new Decimal(figure.confirmed).plus(figure.pending ?? 0))

const counted = (i: CompiledIndicator, sum: Sum): Figure => ({
  indicator: i.key,
  confirmed: plain(new Decimal(sum.confirmed).div(i.factor)),
  pending: plain(new Decimal(sum.pending).div(i.factor)),
  facts: sum.facts,
  pendingFacts: sum.pendingFacts,
  approx: sum.approx,
})

/** A formula's pending is what it would be with the pending records, minus what it is; null when either has no value. */
const computed = (i: CompiledIndicator, values: ReadonlyMap<string, { confirmed: Decimal | null; both: Decimal | null }>): Figure => {
  const of = (which: 'confirmed' | 'both') => {
    const names = Object.fromEntries([...values].flatMap(([k, v]) => (v[which] === null ? [] : [[k, v[which]]])))
    const value = i.formula?.run(names)
    return value?.isFinite() ? value : undefined
  }
  const confirmed = of('confirmed')
  const withPending = of('both')
  return {
    indicator: i.key,
    confirmed: confirmed ? plain(confirmed) : null,
    pending: confirmed && withPending ? plain(withPending.minus(confirmed)) : null,
    facts: 0,
    pendingFacts: 0,
    approx: [],
  }
}
