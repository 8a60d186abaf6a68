import { type Day, type Period, addDays, weekday } from '#kit/day.ts'
import type { Turn } from '#scheme/care.ts'

/* Turns: the day, week (Monday to Sunday), month, quarter, half-year or year that a day lies in, or the whole campaign. */

const two = (n: number): string => String(n).padStart(2, '0')

/** So many months, counted from January of the day's year in steps of as many. */
const months = (day: Day, size: number): Period => {
  const [year, month] = [Number(day.slice(0, 4)), Number(day.slice(5, 7))]
  const first = Math.floor((month - 1) / size) * size + 1
  const next = first + size > 12 ? `${String(year + 1).padStart(4, '0')}-01-01` : `${day.slice(0, 4)}-${two(first + size)}-01`
  return { from: `${day.slice(0, 4)}-${two(first)}-01`, to: addDays(next, -1) }
}

const turns: Readonly<Record<Turn, (day: Day, window: Period) => Period>> = {
  campaign: (_day, window) => window,
  year: (day) => months(day, 12),
  half: (day) => months(day, 6),
  quarter: (day) => months(day, 3),
  month: (day) => months(day, 1),
  week: (day) => ({ from: addDays(day, 1 - weekday(day)), to: addDays(day, 7 - weekday(day)) }),
  day: (day) => ({ from: day, to: day }),
}

/** The turn that a day lies in, whole. `window` is what `campaign` stands for. */
export const turnAround = (every: Turn, day: Day, window: Period): Period => turns[every](day, window)

/** The same, cut to the campaign's window; a day outside it stands for the window's nearest day. */
export const turnWithin = (every: Turn, day: Day, window: Period): Period => {
  const inside = day < window.from ? window.from : day > window.to ? window.to : day
  const turn = turnAround(every, inside, window)
  return { from: turn.from < window.from ? window.from : turn.from, to: turn.to > window.to ? window.to : turn.to }
}
