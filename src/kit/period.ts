import { type Day, type Period, addDays, firstOfNextMonth, isDay, monthOf, toNumber, weekday } from './day.ts'

/*
 * Periods by name: 2012-05-15 a day, 2012-W20 a week from Monday, 2012-05 a month, 2012-Q2 a quarter, 2012-H1 a half, 2012 a year. Weeks are
 * counted by ISO 8601: the first one of a year holds its first Thursday.
 */

export const spans = ['day', 'week', 'month', 'quarter', 'half', 'year'] as const
export type Span = (typeof spans)[number]

/** The one of its kind in which the day lies. */
export const spanAround = (span: Span, day: Day): Period => {
  const year = day.slice(0, 4)
  const months = (n: number): Period => monthsFrom(year, Math.floor((Number(day.slice(5, 7)) - 1) / n) * n + 1, n)
  switch (span) {
    case 'day':
      return { from: day, to: day }
    case 'week': {
      const from = addDays(day, 1 - weekday(day))
      return { from, to: addDays(from, 6) }
    }
    case 'month':
      return { from: monthOf(day), to: addDays(firstOfNextMonth(day), -1) }
    case 'quarter':
      return months(3)
    case 'half':
      return months(6)
    case 'year':
      return months(12)
  }
}

const monthsFrom = (year: string, first: number, n: number): Period => {
  const from = `${year}-${String(first).padStart(2, '0')}-01`
  const last = `${year}-${String(first + n - 1).padStart(2, '0')}-01`
  return { from, to: addDays(firstOfNextMonth(last), -1) }
}

export type Named = { readonly span: Span; readonly period: Period }

const patterns: readonly (readonly [RegExp, Span, (year: string, n: string) => Day])[] = [
  [/^(\d{4}-\d\d-\d\d)$/, 'day', (day) => day],
  [/^(\d{4})-W(\d\d)$/, 'week', (year, n) => addDays(`${year}-01-04`, (Number(n) - 1) * 7)],
  [/^(\d{4})-(\d\d)$/, 'month', (year, n) => `${year}-${n}-01`],
  [/^(\d{4})-Q([1-4])$/, 'quarter', (year, n) => `${year}-${String(Number(n) * 3).padStart(2, '0')}-01`],
  [/^(\d{4})-H([12])$/, 'half', (year, n) => `${year}-${String(Number(n) * 6).padStart(2, '0')}-01`],
  [/^(\d{4})$/, 'year', (year) => `${year}-01-01`],
]

/**
 * What a name stands for; null when it is none. `today` gives sense to the bare words: `month` is the one that today lies in, `last month` the
 * one before.
 */
export const periodNamed = (name: string, today: Day): Named | null => {
  const [, last, word] = /^(last )?(\w+)$/.exec(name) ?? []
  const span = spans.find((s) => s === word)
  if (span !== undefined) {
    const now = { span, period: spanAround(span, today) }
    return last === undefined ? now : before(now)
  }
  for (const [pattern, of, inside] of patterns) {
    const [, year, n] = pattern.exec(name) ?? []
    if (year === undefined) continue
    const day = inside(year, n ?? '')
    if (!isDay(day)) return null
    const period = spanAround(of, day)
    // There is no week 0, and in most years no 53rd.
    return of === 'week' && addDays(period.from, 3).slice(0, 4) !== year ? null : { span: of, period }
  }
  return null
}

/** The one before it. */
export const before = ({ span, period }: Named): Named => ({ span, period: spanAround(span, addDays(period.from, -1)) })

/** What stands before any other period: as many days. */
export const daysBefore = ({ from, to }: Period): Period => {
  const days = toNumber(to) - toNumber(from) + 1
  return { from: addDays(from, -days), to: addDays(from, -1) }
}

/** A week from Monday to Sunday, with its number in the year its Thursday lies in. */
export type Week = Period & { readonly year: number; readonly number: number }

export const weekOf = (day: Day): Week => {
  const week = spanAround('week', day)
  const year = addDays(week.from, 3).slice(0, 4)
  const first = spanAround('week', `${year}-01-04`)
  return { ...week, year: Number(year), number: (toNumber(week.from) - toNumber(first.from)) / 7 + 1 }
}
