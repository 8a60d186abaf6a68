/* What typescript-json-schema makes of the answers' types, as OpenAPI 3.1 wants it: JSON Schema 2020-12, by the names that people know. */

export type Schema = { readonly [key: string]: unknown }

const isSchema = (value: unknown): value is Schema => typeof value === 'object' && value !== null && !Array.isArray(value)
const prefix = '#/definitions/'

/** Names that the maker invented for what has none of its own. */
const invented = /^(Answer|Page|__type|__object|ReadonlyArray|Array|T|Of|K|I|O|U|R)(_\d+)?$/

/** `import("…").Page<import("…").OrgRow>` → Page_OrgRow; records and literals are spelt out where they stand. */
const plainName = (name: string): string | null => {
  if (invented.test(name)) return null
  const said = name.replaceAll(/import\("[^"]*"[^)]*\)\./g, '')
  return /^[A-Za-z]\w*(<[\w, ]+>)?$/.test(said) && !/^(Record|Pick|Omit|Partial)</.test(said)
    ? said.replaceAll(/\W+/g, '_').replace(/_$/, '')
    : null
}

/** A branded string is a string: an id, where the brand says of what. */
const branded = ({ allOf, ...rest }: Schema): Schema | null => {
  if (!Array.isArray(allOf) || !allOf.some((s) => isSchema(s) && s['type'] === 'string')) return null
  const brand = allOf.find((s) => isSchema(s) && isSchema(s['properties']) && 'of' in s['properties'])
  return brand === undefined ? null : { ...rest, type: 'string', format: 'uuid' }
}

/** `[A, B]` was `items` until 2019. */
const tuple = ({ items, additionalItems: _, ...rest }: Schema): Schema =>
  Array.isArray(items) ? { ...rest, prefixItems: items } : items === undefined ? rest : { ...rest, items }

export const tidied = (
  made: Schema,
): { readonly answers: Readonly<Record<string, Schema>>; readonly schemas: Readonly<Record<string, Schema>> } => {
  const definitions = made['definitions'] as Readonly<Record<string, Schema>>
  const schemas = new Map<string, Schema>()
  const names = new Map<string, string>()
  /** Kept under its own name the first time it is met; two types of one name are told apart by a number. */
  const named = (key: string, name: string): Schema => {
    const before = names.get(key)
    if (before !== undefined) return { $ref: `#/components/schemas/${before}` }
    const free = [name, ...Array.from({ length: 50 }, (_, i) => `${name}_${i + 2}`)].find((n) => !schemas.has(n)) ?? key
    names.set(key, free)
    schemas.set(free, {})
    schemas.set(free, walk(definitions[key] ?? {}))
    return { $ref: `#/components/schemas/${free}` }
  }
  const resolved = (ref: string, rest: Schema): Schema => {
    const key = decodeURIComponent(ref.slice(prefix.length))
    const target = definitions[key] ?? {}
    const id = branded(target)
    const name = plainName(key)
    const found = id ?? (name === null ? walk(target) : named(key, name))
    return { ...found, ...rest }
  }
  const walk = (schema: Schema): Schema => {
    const { $ref, ...rest } = schema
    if (typeof $ref === 'string') return resolved($ref, rest)
    return branded(schema) ?? tuple(Object.fromEntries(Object.entries(schema).map(([key, value]) => [key, below(key, value)])))
  }
  const below = (key: string, value: unknown): unknown => {
    if (Array.isArray(value)) return value.map((one: unknown) => (isSchema(one) ? walk(one) : one))
    if (!isSchema(value) || key === 'default') return value
    if (key === 'properties' || key === 'patternProperties')
      return Object.fromEntries(Object.entries(value).map(([name, one]) => [name, isSchema(one) ? walk(one) : one]))
    return walk(value)
  }
  const answers = Object.fromEntries(Object.entries(made['properties'] as Record<string, Schema>).map(([name, of]) => [name, walk(of)]))
  return { answers, schemas: Object.fromEntries([...schemas].sort(([a], [b]) => (a < b ? -1 : 1))) }
}
