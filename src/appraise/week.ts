import { type Day, type Period, addDays, toNumber, weekday } from '#kit/day.ts'

/** A week from Monday to Sunday, with its number in the year its Thursday lies in (ISO 8601). */
export type Week = Period & { readonly year: number; readonly number: number }

export const weekOf = (day: Day): Week => {
  const from = addDays(day, 1 - weekday(day))
  const thursday = addDays(from, 3)
  const year = Number(thursday.slice(0, 4))
  const days = toNumber(thursday) - toNumber(`${thursday.slice(0, 4)}-01-01`)
  return { from, to: addDays(from, 6), year, number: Math.floor(days / 7) + 1 }
}
