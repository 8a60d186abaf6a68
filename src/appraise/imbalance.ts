import { Decimal } from '#kit/decimal.ts'

/** How unevenly something is spread over the units of a class. */
export type Spread = {
  readonly units: number
  readonly least: string
  readonly middle: string
  readonly most: string
  /** The fewest units that together have at least half of all; null when there is nothing at all. */
  readonly half: number | null
  /** 0: all the same; towards 1: one has everything (Gini). Null when there is nothing at all. Two decimals. */
  readonly gini: string | null
  readonly even: Evenness
}

/** Below 0.2 even, from 0.4 on uneven; unknown when there is nothing to compare. */
export type Evenness = 'even' | 'somewhat' | 'uneven' | 'unknown'

/** Of decimal strings, none negative; null for fewer than two units. */
export const spreadOf = (values: readonly string[]): Spread | null => {
  if (values.length < 2) return null
  const sorted = values.map((v) => new Decimal(v)).sort((a, b) => a.comparedTo(b))
  const total = sorted.reduce((sum, v) => sum.plus(v), new Decimal(0))
  const gini = giniOf(sorted, total)
  return {
    units: sorted.length,
    least: at(sorted, 0).toFixed(),
    middle: middleOf(sorted).toFixed(),
    most: at(sorted, sorted.length - 1).toFixed(),
    half: total.isZero() ? null : halfOf(sorted, total),
    gini: gini?.toDecimalPlaces(2, Decimal.ROUND_HALF_UP).toFixed() ?? null,
    even: gini === null ? 'unknown' : gini.lt(0.2) ? 'even' : gini.lt(0.4) ? 'somewhat' : 'uneven',
  }
}

const at = (sorted: readonly Decimal[], i: number): Decimal => sorted[i] ?? new Decimal(0)

const middleOf = (sorted: readonly Decimal[]): Decimal => {
  const i = Math.floor(sorted.length / 2)
  return sorted.length % 2 === 1
    ? at(sorted, i)
    : at(sorted, i - 1)
        .plus(at(sorted, i))
        .div(2)
}

const halfOf = (sorted: readonly Decimal[], total: Decimal): number => {
  let sum = new Decimal(0)
  const enough = sorted.toReversed().findIndex((v) => (sum = sum.plus(v)).times(2).gte(total))
  return enough + 1
}

/** Of n values in order: (2 Σ i·xᵢ) / (n Σ xᵢ) − (n + 1) / n. */
const giniOf = (sorted: readonly Decimal[], total: Decimal): Decimal | null => {
  if (total.isZero()) return null
  const n = sorted.length
  const weighted = sorted.reduce((sum, v, i) => sum.plus(v.times(i + 1)), new Decimal(0))
  return weighted
    .times(2)
    .div(total.times(n))
    .minus(new Decimal(n + 1).div(n))
}
