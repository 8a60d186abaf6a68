import { z } from 'zod'
import { codeOf, lineOf } from '#register/cell.ts'
import { day } from '#record/shape.ts'

/* What may be entered by hand is what may stand in a sheet. */

/** One line of text, as `lineOf` reads it; empty when `least` is 0. */
export const line = (most: number, least = 0): z.ZodType<string, string> =>
  z
    .string()
    .max(most * 4)
    .transform((text, context) => {
      const read = lineOf('', { zh: '' }, text, most)
      if ('value' in read && read.value.length >= least) return read.value
      context.addIssue({ code: 'custom', message: 'misfit' in read ? (read.misfit.says.en ?? '') : 'must not be blank' })
      return z.NEVER
    })

/** A code, as `codeOf` reads it. */
export const code = z
  .string()
  .max(200)
  .transform((text, context) => {
    const read = codeOf('', text)
    if ('value' in read && read.value !== '') return read.value
    context.addIssue({ code: 'custom', message: 'misfit' in read ? (read.misfit.says.en ?? '') : 'must not be blank' })
    return z.NEVER
  })

export const names = (most: number, mostEach: number): z.ZodType<readonly string[], readonly string[]> =>
  z.array(line(mostEach, 1)).max(most)

/** `from` begins a new term on that day; absent or null it corrects what holds. `until` is the first day on which it no longer holds. */
export const lasting = { from: day.nullable().optional(), until: day.nullable().optional() }

export const q = z.string().trim().max(100).optional()
export const after = z.string().max(64).optional()
export const limit = z.coerce.number().int().min(1).max(200).default(50)
