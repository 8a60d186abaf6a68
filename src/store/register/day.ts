import type { Day } from '#kit/day.ts'

/** An open end is null in the register and ±infinity in the database. */
export const since = (day: Day | null): string => day ?? '-infinity'
export const until = (day: Day | null): string => day ?? 'infinity'
export const dayOf = (text: string): Day | null => (text.endsWith('infinity') ? null : text)
