import { Decimal } from '#kit/decimal.ts'

type Rankable = { readonly code: string; readonly value: string; readonly records: number }

/**
 * Best first; equal values share a rank and the next one skips (1, 2, 2, 4). Who has fewer records than the minimum is
 * listed after the others without a rank: a ranking of nearly nothing is noise.
 */
export const rank = <T extends Rankable>(rows: readonly T[], minimum: number): readonly (T & { readonly rank: number | null })[] => {
  const best = (a: T, b: T) => new Decimal(b.value).cmp(a.value) || (a.code < b.code ? -1 : 1)
  const enough = rows.filter((r) => r.records >= minimum).sort(best)
  const few = rows.filter((r) => r.records < minimum).sort(best)
  const firstWith = new Map<string, number>()
  enough.forEach((r, i) => firstWith.set(r.value, Math.min(i + 1, firstWith.get(r.value) ?? i + 1)))
  return [...enough.map((r) => ({ ...r, rank: firstWith.get(r.value) ?? null })), ...few.map((r) => ({ ...r, rank: null }))]
}
