import { Decimal } from '#kit/decimal.ts'

type Rankable = {
  readonly code: string
  /** null: there is none, as a rate of nothing. */
  readonly value: string | null
  readonly records: number
}

/**
 * Best first; equal values share a rank and the next one skips (1, 2, 2, 4). Who has fewer records than the minimum is
 * listed after the others without a rank: a ranking of nearly nothing is noise. So is who has no value, for blank is not zero.
 */
export const rank = <T extends Rankable>(rows: readonly T[], minimum: number): readonly (T & { readonly rank: number | null })[] => {
  const best = (a: T, b: T) => compare(b.value, a.value) || (a.code < b.code ? -1 : 1)
  const counts = (r: T): boolean => r.records >= minimum && r.value !== null
  const enough = rows.filter(counts).sort(best)
  const few = rows.filter((r) => !counts(r)).sort(best)
  const firstWith = new Map<string | null, number>()
  enough.forEach((r, i) => firstWith.set(r.value, Math.min(i + 1, firstWith.get(r.value) ?? i + 1)))
  return [...enough.map((r) => ({ ...r, rank: firstWith.get(r.value) ?? null })), ...few.map((r) => ({ ...r, rank: null }))]
}

/** Nothing comes after everything. */
const compare = (a: string | null, b: string | null): number =>
  a === null || b === null ? Number(b === null) - Number(a === null) : new Decimal(a).cmp(b)
