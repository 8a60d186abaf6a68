import { canonical } from '#kit/canonical.ts'
import type { Text } from '#kit/text.ts'
import { saidOf } from './manual.ts'
import type { Scheme } from './shape.ts'

/*
 * What one version of a scheme says that another does not: by section, by what has a key of its own, property by property.
 * Goes by the shape of the scheme and not by a list of its sections, so that a section to come is compared as well.
 */

export type Aspect = { readonly name: string; readonly title: Text; readonly before: string | null; readonly after: string | null }

export type Change = {
  readonly is: 'added' | 'removed' | 'changed'
  /** `activities`, `indicators`, `window` … and what the manual calls it. */
  readonly section: string
  readonly sectionTitle: Text
  /** Where it stands: the section, and the keys down to it. */
  readonly path: readonly string[]
  readonly title: Text
  /** Of what changed: each property that did. */
  readonly aspects: readonly Aspect[]
}

type Plain = Readonly<Record<string, unknown>>

export const changesOf = (before: Scheme, after: Scheme): readonly Change[] => {
  const [old, now]: readonly [Plain, Plain] = [before, after]
  return keysOf(old, now).flatMap((section) => within([section], old[section], now[section]))
}

const keysOf = (a: Plain, b: Plain): readonly string[] => [...new Set([...Object.keys(b), ...Object.keys(a)])]
const isMap = (value: unknown): value is Plain => typeof value === 'object' && value !== null && !Array.isArray(value)
const isText = (value: unknown): value is Text => isMap(value) && typeof value['zh'] === 'string'

/** A list of things with keys, or a map of things with titles; null for any other value. */
const things = (value: unknown): ReadonlyMap<string, Plain> | null => {
  if (Array.isArray(value)) {
    const keyed = value.filter((one): one is Plain => isMap(one) && typeof one['key'] === 'string')
    return keyed.length === value.length ? new Map(keyed.map((one) => [String(one['key']), one])) : null
  }
  if (!isMap(value) || isText(value)) return null
  const entries = Object.entries(value).filter((e): e is [string, Plain] => isMap(e[1]) && 'title' in e[1])
  return entries.length === Object.keys(value).length ? new Map(entries) : null
}

const within = (path: readonly string[], old: unknown, now: unknown): readonly Change[] => {
  if (same(old, now)) return []
  const [a, b] = [things(old), things(now)]
  if (a !== null && b !== null) return amongThings(path, a, b)
  const [section = ''] = path
  const titled = { section, sectionTitle: titleOf([section]), path, title: titleOf(path) }
  if (isMap(old) && isMap(now) && !isText(now)) return [{ ...titled, is: 'changed', aspects: aspectsOf(path, old, now, []) }]
  return [{ ...titled, is: 'changed', aspects: [{ name: path.at(-1) ?? '', title: titleOf(path), before: words(old), after: words(now) }] }]
}

const amongThings = (path: readonly string[], old: ReadonlyMap<string, Plain>, now: ReadonlyMap<string, Plain>): readonly Change[] => {
  const [section = ''] = path
  const titled = { section, sectionTitle: titleOf([section]) }
  return [...new Set([...now.keys(), ...old.keys()])].flatMap((key): readonly Change[] => {
    const [a, b] = [old.get(key), now.get(key)]
    const one = { ...titled, path: [...path, key], title: nameOf(b ?? a, key), aspects: [] }
    if (a === undefined) return [{ ...one, is: 'added' }]
    if (b === undefined) return [{ ...one, is: 'removed' }]
    return amongParts(one, a, b)
  })
}

/** Its own properties as one change; the things within it as changes of their own. */
const amongParts = (one: Omit<Change, 'is'>, old: Plain, now: Plain): readonly Change[] => {
  const nested = keysOf(old, now).filter((name) => isNest(old[name]) && isNest(now[name]))
  const aspects = aspectsOf(one.path, old, now, nested)
  return [
    ...(aspects.length === 0 ? [] : [{ ...one, is: 'changed' as const, aspects }]),
    ...nested.flatMap((name) => within([...one.path, name], old[name], now[name])),
  ]
}

const isNest = (value: unknown): boolean => Array.isArray(value) && things(value) !== null

const aspectsOf = (path: readonly string[], old: Plain, now: Plain, nested: readonly string[]): readonly Aspect[] =>
  keysOf(old, now)
    .filter((name) => !nested.includes(name) && !same(old[name], now[name]))
    .map((name) => ({ name, title: titleOf([...path, name]), before: words(old[name]), after: words(now[name]) }))

const nameOf = (one: Plain | undefined, key: string): Text => {
  const title = one?.['title'] ?? one?.['says']
  return isText(title) ? title : { zh: key, en: key }
}

/** What the manual calls it; of its first part, for it may be a whole sentence. */
const titleOf = (path: readonly string[]): Text => {
  const said = saidOf(path)
  const name = path.at(-1) ?? ''
  if (said === null) return { zh: name, en: name }
  return { zh: said.zh.split(/[，：；。（]/)[0] ?? name, en: name }
}

const same = (a: unknown, b: unknown): boolean => canonical(a ?? null) === canonical(b ?? null)

const words = (value: unknown): string | null => {
  if (value === undefined || value === null) return null
  if (isText(value)) return value.en === undefined ? value.zh : `${value.zh} / ${value.en}`
  return typeof value === 'string' ? value : canonical(value)
}
