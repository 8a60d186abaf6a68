import type { Day, Period } from '#kit/day.ts'
import { spanAround } from '#kit/period.ts'
import type { Turn } from '#scheme/atom.ts'

/* Turns: the day, week (Monday to Sunday), month, quarter, half-year or year that a day lies in, or the whole campaign. */

/** First and last day; `to` null: ended by an event that has no day yet. */
export type Frame = { readonly from: Day; readonly to: Day | null }

/** The turn that a day lies in, whole. `window` is what `campaign` stands for. */
export const turnAround = (every: Turn, day: Day, window: Period): Period => (every === 'campaign' ? window : spanAround(every, day))

/** The same, cut to the window; before the window its first turn, after it its last. */
export const turnWithin = <Window extends Frame>(every: Turn, day: Day, window: Window): Window | Period => {
  if (every === 'campaign') return window
  const whole = spanAround(every, latest(least(day, window.to), window.from))
  return { from: latest(whole.from, window.from), to: least(whole.to, window.to) }
}

export const least = (a: Day, b: Day | null): Day => (b === null || a < b ? a : b)
export const latest = (a: Day, b: Day): Day => (a > b ? a : b)
