/*
 * Functions of days in expressions: what each takes and gives. A day is a text like 2012-05-15. Their names are not reserved, for fields were called so
 * before there were any. What they work out stands in days.ts.
 */

type Takes = 'day' | 'number'

export const dayWords: Readonly<
  Record<string, { readonly takes: readonly Takes[]; readonly gives: 'day' | 'days' | 'number' | 'yes or no' }>
> = {
  days_between: { takes: ['day', 'day'], gives: 'days' },
  workdays_between: { takes: ['day', 'day'], gives: 'days' },
  day_after: { takes: ['day', 'number'], gives: 'day' },
  workday_after: { takes: ['day', 'number'], gives: 'day' },
  weekday: { takes: ['day'], gives: 'number' },
  is_workday: { takes: ['day'], gives: 'yes or no' },
}
