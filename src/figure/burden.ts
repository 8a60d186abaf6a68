import { type Day, type Period, monthOf } from '#kit/day.ts'
import type { Turn } from '#scheme/atom.ts'
import { turnAround } from './turn.ts'

/** How many times on a day. */
export type DayCount = { readonly day: Day; readonly times: number }

const summed = (days: readonly DayCount[], at: (day: Day) => string): ReadonlyMap<string, number> => {
  const sums = new Map<string, number>()
  for (const { day, times } of days) sums.set(at(day), (sums.get(at(day)) ?? 0) + times)
  return sums
}

const most = (sums: ReadonlyMap<string, number>): readonly [string, number] | null =>
  [...sums].reduce<readonly [string, number] | null>((best, one) => (best === null || one[1] > best[1] ? one : best), null)

/** The month with the most, by its first day; the earliest of equals that was met. Null when there was nothing. */
export const peakOf = (days: readonly DayCount[]): { readonly month: Day; readonly times: number } | null => {
  const best = most(summed(days, monthOf))
  return best === null ? null : { month: best[0], times: best[1] }
}

export type Bound = { readonly at_most: number; readonly every: Turn }

/** In how many turns it was more than the bound, and the worst of them; null when never. */
export const overBound = (
  days: readonly DayCount[],
  { at_most, every }: Bound,
  window: Period,
): { readonly turns: number; readonly from: Day; readonly times: number } | null => {
  const over = new Map([...summed(days, (day) => turnAround(every, day, window).from)].filter(([, times]) => times > at_most))
  const worst = most(over)
  return worst === null ? null : { turns: over.size, from: worst[0], times: worst[1] }
}
