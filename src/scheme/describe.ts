import { saidOf, twoLines } from './manual.ts'

type Schema = { readonly [key: string]: unknown }

const isObject = (value: unknown): value is Schema => typeof value === 'object' && value !== null && !Array.isArray(value)

/** The JSON Schema with what the manual says of each key, and of each word of a list. */
export const describe = (schema: Schema, way: readonly string[] = []): Schema => {
  const { properties, items, additionalProperties, anyOf, enum: words } = schema
  const inner = (one: unknown): unknown => (isObject(one) ? describe(one, way) : one)
  return {
    ...schema,
    ...(isObject(properties)
      ? { properties: Object.fromEntries(Object.entries(properties).map(([key, one]) => [key, property(one, [...way, key])])) }
      : {}),
    ...(items === undefined ? {} : { items: inner(items) }),
    ...(additionalProperties === undefined ? {} : { additionalProperties: inner(additionalProperties) }),
    ...(Array.isArray(anyOf) ? { anyOf: anyOf.map(inner) } : {}),
    ...(Array.isArray(words) ? wordsOf(words, way) : {}),
  }
}

const property = (schema: unknown, way: readonly string[]): unknown => {
  if (!isObject(schema)) return schema
  const said = saidOf(way)
  if (said === null) return describe(schema, way)
  return { description: twoLines(said), ...(said.refers === undefined ? {} : { 'x-refers': said.refers }), ...describe(schema, way) }
}

const wordsOf = (words: readonly unknown[], way: readonly string[]): Schema => {
  const said = words.map((word) => saidOf(way, String(word)))
  return said.some((one) => one !== null) ? { enumDescriptions: said.map((one) => (one === null ? '' : twoLines(one))) } : {}
}
