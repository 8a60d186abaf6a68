import { type Day, type Period, addDays, toNumber } from '#kit/day.ts'
import { spanAround } from '#kit/period.ts'

/** A week from Monday to Sunday, with its number in the year its Thursday lies in (ISO 8601). */
export type Week = Period & { readonly year: number; readonly number: number }

export const weekOf = (day: Day): Week => {
  const week = spanAround('week', day)
  const thursday = addDays(week.from, 3)
  const year = Number(thursday.slice(0, 4))
  const days = toNumber(thursday) - toNumber(`${thursday.slice(0, 4)}-01-01`)
  return { ...week, year, number: Math.floor(days / 7) + 1 }
}
