import type { Environment } from '@marcbachmann/cel-js'
import { type Day, addDays, isDay, toNumber, weekday } from '#kit/day.ts'
import { type WorkCalendar, isWorkday, workdaysBetween } from '#kit/workday.ts'
import { NoAnswer } from './program.ts'
import type { Scheme } from './shape.ts'

/*
 * What expressions can work out of days: how far two lie apart, which one comes so much later, in days of the calendar or in working days by the
 * scheme's own `holidays` and `workdays`. A day is a text like 2012-05-15; what is none has no answer, and so has what lies more than ten years off.
 */

/** Every day of a list of days and stretches of days; at most so many, whatever the scheme says. */
const daysOf = (list: Scheme['holidays']): ReadonlySet<Day> => {
  const days = new Set<Day>()
  for (const entry of list) {
    if (typeof entry === 'string') days.add(entry)
    else for (let at: Day = entry.from; at <= entry.to && days.size < 5000; at = addDays(at, 1)) days.add(at)
  }
  return days
}

/** Which days are worked in a campaign. */
export const calendarOf = (scheme: Pick<Scheme, 'holidays' | 'workdays'>): WorkCalendar => ({
  holidays: daysOf(scheme.holidays),
  workdays: daysOf(scheme.workdays),
})

const farthest = 3660

const sound = (...days: readonly string[]): void => {
  if (!days.every(isDay)) throw new NoAnswer('not a day')
}

const apart = (from: string, to: string): number => {
  sound(from, to)
  const days = toNumber(to) - toNumber(from)
  if (Math.abs(days) > farthest) throw new NoAnswer('too far apart')
  return days
}

const later = (day: string, n: bigint): string => {
  sound(day)
  if (n > farthest || n < -farthest) throw new NoAnswer('too far off')
  return addDays(day, Number(n))
}

/** The nth working day after, or before when n is negative; of a calendar in which nobody works: none. */
const workingLater = (calendar: WorkCalendar, day: string, n: bigint): string => {
  sound(day)
  if (n > farthest || n < -farthest) throw new NoAnswer('too far off')
  const step = n < 0n ? -1 : 1
  let at: Day = day
  for (let left = Math.abs(Number(n)), looked = 0; left > 0; looked++) {
    if (looked > farthest) throw new NoAnswer('too far off')
    at = addDays(at, step)
    if (isWorkday(calendar, at)) left--
  }
  return at
}

export const registerDays = (env: Environment, calendar: WorkCalendar): void => {
  const add = (signature: string, run: (...given: never[]) => unknown) => env.registerFunction(signature, run, { async: false })
  add('days_between(string, string): int', (from: string, to: string) => BigInt(apart(from, to)))
  add('workdays_between(string, string): int', (from: string, to: string) => {
    apart(from, to)
    return BigInt(workdaysBetween(calendar, from, to))
  })
  add('day_after(string, int): string', later)
  add('workday_after(string, int): string', (day: string, n: bigint) => workingLater(calendar, day, n))
  add('weekday(string): int', (day: string) => {
    sound(day)
    return BigInt(weekday(day))
  })
  add('is_workday(string): bool', (day: string) => {
    sound(day)
    return isWorkday(calendar, day)
  })
}
