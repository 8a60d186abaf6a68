import { z } from 'zod'
import { codeOf, lineOf, trimmed } from '#register/cell.ts'
import { day } from '#record/shape.ts'

/* What may be entered by hand is what may stand in a sheet. */

/** One line of text, ends trimmed; empty when `least` is 0. */
export const line = (most: number, least = 0): z.ZodType<string, string> =>
  z
    .string()
    .max(most * 4)
    .transform((text) => trimmed(text))
    .refine((text) => text.length >= least && 'value' in lineOf('', { zh: '' }, text, most))

export const code = z
  .string()
  .max(200)
  .transform((text) => trimmed(text))
  .refine((text) => text !== '' && 'value' in codeOf('', text))

export const names = (most: number, mostEach: number): z.ZodType<readonly string[], readonly string[]> => z.array(line(mostEach, 1)).max(most)

/** `from` begins a new term on that day; absent or null it corrects what holds. `until` is the first day on which it no longer holds. */
export const lasting = { from: day.nullable().optional(), until: day.nullable().optional() }

export const q = z.string().trim().max(100).optional()
export const after = z.string().max(64).optional()
export const limit = z.coerce.number().int().min(1).max(200).default(50)
