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

/** What has no end in decimals, as a third, is told to so many places; a screen and a bulletin show fewer. */
const places = 12

/**
 * Every figure of the scheme in its printed unit: counted ones exactly, from their sums; formulas from the others' confirmed values, and
 * without a pending part, since what is pending does not add to a quotient.
 */
export const present = (compiled: Compiled, sums: readonly Sum[]): readonly Figure[] => {
  const bySum = new Map(sums.map((s) => [s.indicator, s]))
  const values = new Map<string, Decimal>()
  return [...compiled.indicators.values()].map((i) => {
    const sum = bySum.get(i.key) ?? nothing(i.key)
    const value = i.formula ? computed(i.formula.run(Object.fromEntries(values))) : told(i, sum.confirmed, sum.facts)
    if (value) values.set(i.key, value)
    return i.formula ? formula(i, value) : counted(i, sum, value)
  })
}

const computed = (value: Decimal | undefined): Decimal | undefined => (value?.isFinite() ? value : undefined)

/** In the printed unit. Newest words: none where nobody has said one, or where several have and it is never added up. */
const told = (i: CompiledIndicator, sum: string, words: number): Decimal | undefined =>
  i.take === 'latest' && (words === 0 || (i.alone && words > 1)) ? undefined : new Decimal(sum).div(i.factor)

const counted = (i: CompiledIndicator, sum: Sum, value: Decimal | undefined): Figure => ({
  indicator: i.key,
  confirmed: value ? plain(value) : null,
  pending: sum.pendingFacts === 0 ? '0' : plainOr(told(i, sum.pending, sum.pendingFacts)),
  facts: sum.facts,
  pendingFacts: sum.pendingFacts,
  approx: sum.approx,
})

/** Whether what is pending adds to what is confirmed: not where the same one may be in both, or a newer word replaces an older. */
export const pendingAdds = ({ distinct, take }: Pick<CompiledIndicator, 'distinct' | 'take'>): boolean =>
  distinct == null && take !== 'latest'

const plainOr = (value: Decimal | undefined): string | null => (value ? plain(value) : null)

const formula = (i: CompiledIndicator, value: Decimal | undefined): Figure => ({
  indicator: i.key,
  confirmed: value ? plain(value.toDecimalPlaces(places, Decimal.ROUND_HALF_UP)) : null,
  pending: null,
  facts: 0,
  pendingFacts: 0,
  approx: [],
})
