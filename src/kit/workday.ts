import { type Day, addDays, weekday } from './day.ts'

/** Which days are worked: Monday to Friday, but for holidays, and with the weekend days that are worked instead (调休). */
export type WorkCalendar = { readonly holidays: ReadonlySet<Day>; readonly workdays: ReadonlySet<Day> }

export const weekdaysOnly: WorkCalendar = { holidays: new Set(), workdays: new Set() }

export const isWorkday = (calendar: WorkCalendar, day: Day): boolean =>
  calendar.workdays.has(day) || (weekday(day) <= 5 && !calendar.holidays.has(day))

/** A length of time in days of the calendar, or in days that are worked. */
export type Span = { readonly days: number; readonly working: boolean }

/** A calendar whose holidays never end has no next working day: then the plain one is counted by. */
const farthest = 3660

/** The day a span after another: `5 working days` after a Friday is the Friday after; before it when the span is negative. A span of nothing is the day itself. */
export const after = (calendar: WorkCalendar, day: Day, { days, working }: Span): Day => {
  if (!working) return addDays(day, days)
  let at = day
  for (let left = Math.abs(days), looked = 0; left > 0; looked++) {
    if (looked > farthest) return addDays(day, days)
    at = addDays(at, Math.sign(days))
    if (isWorkday(calendar, at)) left--
  }
  return at
}

/** Working days later than `from`, up to and with `to`; negative when `to` is before `from`. */
export const workdaysBetween = (calendar: WorkCalendar, from: Day, to: Day): number => {
  if (to < from) return -workdaysBetween(calendar, to, from)
  let n = 0
  for (let at = addDays(from, 1); at <= to; at = addDays(at, 1)) if (isWorkday(calendar, at)) n++
  return n
}

const units: Readonly<Record<string, { readonly days: number; readonly working: boolean }>> = {
  day: { days: 1, working: false },
  days: { days: 1, working: false },
  week: { days: 7, working: false },
  weeks: { days: 7, working: false },
  'working day': { days: 1, working: true },
  'working days': { days: 1, working: true },
  天: { days: 1, working: false },
  日: { days: 1, working: false },
  周: { days: 7, working: false },
  个工作日: { days: 1, working: true },
  工作日: { days: 1, working: true },
}

/** A span as it is written. */
export const spanPattern = /^(\d{1,3}) ?(working days?|days?|weeks?|个?工作日|天|日|周)$/

/** `5 working days`, `3 days`, `2 weeks`, `5个工作日`, `3天`; null when it is none of these. */
export const spanOf = (text: string): Span | null => {
  const [, number, word = ''] = spanPattern.exec(text.trim()) ?? []
  const unit = units[word]
  return number === undefined || unit === undefined ? null : { days: Number(number) * unit.days, working: unit.working }
}
