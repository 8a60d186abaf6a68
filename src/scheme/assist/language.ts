import { type JsonSchema, languageSchema } from '../schema.ts'
import type { Path } from '../source.ts'

/* The published JSON Schema as the editor asks it: what may stand at a path, under which shape, and what it is for. */

const root: JsonSchema = languageSchema()

const isObject = (value: unknown): value is JsonSchema => typeof value === 'object' && value !== null && !Array.isArray(value)

/** Of references and unions the plain shapes within. */
const shapesOf = (schema: unknown, depth = 0): readonly JsonSchema[] => {
  if (!isObject(schema) || depth > 8) return []
  const ref = schema['$ref']
  if (typeof ref === 'string') return shapesOf(pointed(ref), depth + 1)
  const several = schema['anyOf'] ?? schema['oneOf']
  if (!Array.isArray(several)) return [schema]
  return several.flatMap((one) => shapesOf(one, depth + 1))
}

const pointed = (ref: string): unknown =>
  ref
    .replace(/^#\/?/, '')
    .split('/')
    .filter((step) => step !== '')
    .reduce<unknown>((at, step) => (isObject(at) ? at[step] : undefined), root)

/** What the schema says right at a path: with its description, before unions are looked into. */
export const schemaAt = (path: Path): JsonSchema | null =>
  path.reduce<JsonSchema | null>((at, step) => (at === null ? null : below(at, step)), root)

const below = (schema: JsonSchema, step: string | number): JsonSchema | null => {
  for (const shape of shapesOf(schema)) {
    const properties = shape['properties']
    const own = isObject(properties) && Object.hasOwn(properties, step) ? properties[step] : undefined
    const next = own ?? (typeof step === 'number' ? shape['items'] : shape['additionalProperties'])
    if (isObject(next)) return next
  }
  return null
}

export type KeyOf = { readonly key: string; readonly schema: JsonSchema; readonly required: boolean }

/** Keys that may stand in a map at the path; empty where the writer invents them. */
export const keysIn = (path: Path): readonly KeyOf[] =>
  shapesOf(schemaAt(path)).flatMap((shape) => {
    const { properties, required } = shape
    const needed: readonly unknown[] = Array.isArray(required) ? required : []
    return isObject(properties)
      ? Object.entries(properties).flatMap(([key, schema]) => (isObject(schema) ? [{ key, schema, required: needed.includes(key) }] : []))
      : []
  })

/** The words that may stand there where the language lists them: each with its description. */
export const wordsAt = (path: Path): readonly { readonly word: string; readonly about: string }[] =>
  shapesOf(schemaAt(path)).flatMap((shape) => {
    const listed = shape['enum']
    const said = shape['enumDescriptions']
    if (Array.isArray(listed))
      return listed.map((word, i) => ({ word: String(word), about: Array.isArray(said) ? String(said[i] ?? '') : '' }))
    const only = shape['const']
    if (typeof only === 'string' || typeof only === 'number') return [{ word: String(only), about: '' }]
    return shape['type'] === 'boolean' ? ['true', 'false'].map((word) => ({ word, about: '' })) : []
  })

/** What the language calls such a value: `cel`, `unit`, `key`, `day`; null for any other. */
export const natureAt = (path: Path): string | null => {
  for (const shape of shapesOf(schemaAt(path))) if (typeof shape['x-is'] === 'string') return shape['x-is']
  return null
}

/** Which part of the scheme a word at the path has to be defined in. */
export const refersAt = (path: Path): string | null => {
  const own = schemaAt(path)?.['x-refers']
  const list = typeof path.at(-1) === 'number' ? schemaAt(path.slice(0, -1))?.['x-refers'] : undefined
  const refers = own ?? list
  return typeof refers === 'string' ? refers : null
}

/** Whether what stands there has lines of its own below: a map, or a list. */
export const bodyOf = (schema: JsonSchema): 'word' | 'text' | 'map' | 'list' => {
  const shapes = shapesOf(schema)
  if (shapes.some((s) => s['type'] === 'string') && shapes.some((s) => isObject(s['properties']) && 'zh' in s['properties'])) return 'text'
  if (shapes.some((s) => s['type'] !== 'object' && s['type'] !== 'array')) return 'word'
  return shapes.some((s) => s['type'] === 'object') ? 'map' : 'list'
}

/** `zh` and `en` of a description; the first line is Chinese, the second English. */
export const aboutOf = (schema: JsonSchema | null): { readonly zh: string; readonly en: string } | null => {
  const text = schema?.['description']
  return typeof text === 'string' ? bothOf(text) : null
}

export const bothOf = (text: string): { readonly zh: string; readonly en: string } | null => {
  const [zh = '', en = zh] = text.split('\n')
  return zh === '' ? null : { zh, en }
}
