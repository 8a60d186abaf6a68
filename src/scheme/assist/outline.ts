import type { Text } from '#kit/text.ts'
import { type Path, readSource, valueAt } from '../source.ts'

/*
 * What a scheme that is still being written defines so far: kinds with their fields, indicators, tags … Read from any text,
 * also one that is not a scheme yet; what cannot be read is left out.
 */

export type Item = { readonly key: string; readonly title: Text }
export type FieldItem = Item & { readonly type: string; readonly options: readonly Item[] }
export type KindItem = Item & {
  readonly sort: 'activity' | 'matter'
  readonly fields: readonly FieldItem[]
  readonly outcomes: readonly Item[]
}
export type IndicatorItem = Item & {
  readonly unit: string
  readonly from: readonly string[]
  readonly of: string | null
  readonly per: string | null
}

export type Outline = {
  /** The whole tree as plain values. */
  readonly value: unknown
  readonly kinds: readonly KindItem[]
  readonly indicators: readonly IndicatorItem[]
  readonly subjects: readonly Item[]
  readonly tags: readonly Item[]
  readonly ranks: readonly Item[]
  readonly classes: readonly Item[]
  readonly events: readonly Item[]
  readonly phases: readonly Item[]
  readonly quotas: readonly Item[]
  readonly units: readonly string[]
}

/** `offset`: where the cursor stands; its line is left out when the text cannot be read with it. `before`: the last outline, when nothing can. */
export const outlineOf = (source: string, offset: number, before: Outline | null): Outline => {
  const start = source.lastIndexOf('\n', offset - 1) + 1
  const end = source.indexOf('\n', offset)
  const without = source.slice(0, start) + (end < 0 ? '' : source.slice(end))
  const value = readSource(source).tree?.value ?? readSource(without).tree?.value
  return value === undefined || value === null ? (before ?? made({})) : made(value)
}

const made = (value: unknown): Outline => ({
  value,
  kinds: [...kindsIn(value, 'activity'), ...kindsIn(value, 'matter')],
  indicators: named(valueAt(value, ['indicators'])).map(indicatorOf),
  subjects: listed(value, ['subjects']),
  tags: listed(value, ['tags']),
  ranks: listed(value, ['ranks']),
  classes: listed(value, ['classes']),
  events: listed(value, ['events']),
  phases: listed(value, ['phases']),
  quotas: named(valueAt(value, ['quotas'])).map(({ key, title }) => ({ key, title })),
  units: unitsIn(value),
})

const isMap = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)
const list = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : [])
const word = (value: unknown): string | null => (typeof value === 'string' ? value : null)

const textOf = (value: unknown, otherwise: string): Text => {
  if (typeof value === 'string') return { zh: value }
  if (!isMap(value)) return { zh: otherwise }
  const en = word(value['en'])
  return { zh: word(value['zh']) ?? otherwise, ...(en === null ? {} : { en }) }
}

type Named = { readonly key: string; readonly title: Text; readonly body: Readonly<Record<string, unknown>> }

const named = (map: unknown): readonly Named[] =>
  isMap(map)
    ? Object.entries(map).map(([key, body]) => ({
        key,
        title: textOf(isMap(body) ? body['title'] : null, key),
        body: isMap(body) ? body : {},
      }))
    : []

const listed = (value: unknown, path: Path): readonly Item[] =>
  list(valueAt(value, path)).flatMap((one) => {
    const key = isMap(one) ? word(one['key']) : null
    return key === null || !isMap(one) ? [] : [{ key, title: textOf(one['title'], key) }]
  })

const kindsIn = (value: unknown, sort: 'activity' | 'matter'): readonly KindItem[] =>
  named(valueAt(value, [sort === 'activity' ? 'activities' : 'matters'])).map(({ key, title, body }) => ({
    key,
    title,
    sort,
    fields: list(body['fields']).flatMap((one) => {
      const field = isMap(one) ? word(one['key']) : null
      return field === null || !isMap(one)
        ? []
        : [{ key: field, title: textOf(one['title'], field), type: word(one['type']) ?? '', options: listed(one, ['options']) }]
    }),
    outcomes: listed(body, ['outcomes']),
  }))

const indicatorOf = ({ key, title, body }: Named): IndicatorItem => ({
  key,
  title,
  unit: word(body['unit']) ?? '',
  from: typeof body['from'] === 'string' ? [body['from']] : list(body['from']).flatMap((v) => word(v) ?? []),
  of: word(body['of']),
  per: word(body['distinct']) ?? word(body['per']),
})

/** Units that the scheme declares or uses, wherever a `unit` stands. */
const unitsIn = (value: unknown): readonly string[] => {
  const found = new Set<string>(isMap(value) && isMap(value['units']) ? Object.keys(value['units']) : [])
  const look = (one: unknown): void => {
    if (Array.isArray(one)) for (const item of one) look(item)
    else if (isMap(one))
      for (const [key, inner] of Object.entries(one)) {
        if (key === 'unit' && typeof inner === 'string') found.add(inner)
        else look(inner)
      }
  }
  look(value)
  return [...found]
}
