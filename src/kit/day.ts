/** A calendar day 'YYYY-MM-DD', without time zone. */
export type Day = string & { readonly day?: never }

const pattern = /^(\d{4})-(\d{2})-(\d{2})$/

/** True for a day that exists ('2012-02-30' does not). */
export const isDay = (text: string): boolean => {
  const m = pattern.exec(text)
  return m !== null && Number(m[1]) > 0 && fromNumber(toNumber(text)) === text
}

/** Days since 1970-01-01. */
export const toNumber = (day: Day): number => Date.parse(`${day}T00:00:00Z`) / 86_400_000

export const fromNumber = (n: number): Day => (Number.isFinite(n) ? new Date(n * 86_400_000).toISOString().slice(0, 10) : '')

export const addDays = (day: Day, n: number): Day => fromNumber(toNumber(day) + n)

/** 1 Monday … 7 Sunday. */
export const weekday = (day: Day): number => ((((toNumber(day) + 3) % 7) + 7) % 7) + 1

/** The first day of the month it stands in. */
export const monthOf = (day: Day): Day => `${day.slice(0, 7)}-01`

export const firstOfNextMonth = (day: Day): Day => {
  const [y, m] = [Number(day.slice(0, 4)), Number(day.slice(5, 7))]
  return m === 12 ? `${String(y + 1).padStart(4, '0')}-01-01` : `${day.slice(0, 4)}-${String(m + 1).padStart(2, '0')}-01`
}

/** From and to are both within. */
export type Period = { readonly from: Day; readonly to: Day }

/** Before and after whatever day is written down: no beginning, and no end that anybody knows. */
export const firstDay: Day = '0001-01-01'
export const lastDay: Day = '9999-12-31'
export const allDays: Period = { from: firstDay, to: lastDay }

export const within = (day: Day, period: Period): boolean => day >= period.from && day <= period.to

/** To make one takes a hundred times as long as to use it. */
const calendars = new Map<string, Intl.DateTimeFormat>()

/** Today in a time zone, e.g. 'Asia/Shanghai', of an instant in milliseconds. */
export const dayIn = (instant: number, zone: string): Day => {
  const known = calendars.get(zone)
  const calendar = known ?? new Intl.DateTimeFormat('en-CA', { timeZone: zone, year: 'numeric', month: '2-digit', day: '2-digit' })
  if (known === undefined) calendars.set(zone, calendar)
  return calendar.format(instant)
}
