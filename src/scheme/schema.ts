import { z } from 'zod'
import { describe } from './describe.ts'
import { scheme } from './shape.ts'

export type JsonSchema = { readonly [key: string]: unknown }

const made = z.toJSONSchema(scheme, { io: 'input', unrepresentable: 'any' }) as JsonSchema

/** The scheme language as a JSON Schema (draft 2020-12): schema/scheme-1.json, and what editors complete by. */
export const languageSchema = (): JsonSchema => ({
  ...describe(made),
  $id: 'https://zoufang.example/schema/scheme-1.json',
  title: 'Zoufang scheme, language 1',
  description:
    'A campaign of grassroots visits as one file. What expressions, units and references mean together is checked by `zoufang scheme check`.',
})

/** Keys that may stand at a path of a scheme; empty where any may, or none. */
export const keysAt = (path: readonly (string | number)[]): readonly string[] => {
  const here = path.reduce<JsonSchema | null>((schema, step) => (schema === null ? null : below(schema, step)), made)
  const properties = here === null ? null : objectOf(here)?.['properties']
  return isObject(properties) ? Object.keys(properties) : []
}

const isObject = (value: unknown): value is JsonSchema => typeof value === 'object' && value !== null && !Array.isArray(value)

/** Of several shapes the one that is a map. */
const objectOf = (schema: JsonSchema): JsonSchema | null => {
  const several = schema['anyOf']
  if (!Array.isArray(several)) return schema
  return several.filter(isObject).find((s) => s['type'] === 'object') ?? null
}

const below = (schema: JsonSchema, step: string | number): JsonSchema | null => {
  const object = objectOf(schema)
  if (object === null) return null
  const properties = object['properties']
  const own =
    isObject(properties) && Object.hasOwn(properties, step)
      ? properties[step]
      : typeof step === 'number'
        ? object['items']
        : object['additionalProperties']
  return isObject(own) ? own : null
}
