import { z } from 'zod'

/*
 * Query strings and command lines know only text. What the schema wants as a number, a truth or a list is made of the text
 * first, if the text says so plainly; an empty text is null where the schema takes that and no empty text. Everything else is
 * left for the schema to refuse.
 */

type Flat = Readonly<Record<string, string | readonly string[] | undefined>>

export const fromFlat = (schema: z.ZodType, flat: Flat): Record<string, unknown> => {
  const shape: Readonly<Record<string, unknown>> = schema instanceof z.ZodObject ? schema.shape : {}
  return Object.fromEntries(
    Object.entries(flat)
      .filter(([, text]) => text !== undefined)
      .map(([key, text]) => [key, asWanted(Object.hasOwn(shape, key) ? shape[key] : undefined, text)]),
  )
}

const asWanted = (schema: unknown, text: Flat[string]): unknown => {
  const wanted = unwrapped(schema)
  if (text === '' && schema instanceof z.ZodType && !schema.safeParse('').success && schema.safeParse(null).success) return null
  if (wanted instanceof z.ZodArray)
    return typeof text === 'string'
      ? text.split(',').map((t) => asWanted(wanted.element, t))
      : (text ?? []).map((t) => asWanted(wanted.element, t))
  if (typeof text !== 'string') return text
  if (wanted instanceof z.ZodNumber) return /^-?\d+(\.\d+)?$/.test(text) ? Number(text) : text
  if (wanted instanceof z.ZodBoolean) return text === 'true' ? true : text === 'false' ? false : text
  return text
}

/** The schema within optional, nullable, default … */
const unwrapped = (schema: unknown): unknown => {
  if (
    schema instanceof z.ZodOptional ||
    schema instanceof z.ZodNullable ||
    schema instanceof z.ZodDefault ||
    schema instanceof z.ZodPrefault ||
    schema instanceof z.ZodReadonly
  ) {
    return unwrapped(schema.unwrap())
  }
  return schema instanceof z.ZodPipe ? unwrapped(schema.in) : schema
}
