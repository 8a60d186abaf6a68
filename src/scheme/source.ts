import { LineCounter, type Node, type Pair, Parser, type ParsedNode, isAlias, isMap, isScalar, isSeq, parseDocument } from 'yaml'
import type { Text } from '#kit/text.ts'
import type { Mistake } from './mistake.ts'

/*
 * A scheme's YAML as plain values that remember where they stand. Bounded in size, depth and aliases, so that no file can
 * make the reader run long; every mistake is told, none is thrown.
 */

export type Spot = { readonly line: number; readonly column: number }
export type Path = readonly (string | number)[]

export type SourceTree = {
  readonly value: unknown
  /** Of the key or the value at the path; of what holds it when there is no such thing. `offset` counts within a text. */
  spot(path: Path, on: 'key' | 'value', offset?: number): Spot
  /** Takes a value out; what stands behind it in a list moves up and keeps its place. */
  remove(path: Path): void
  /** Whether something right under the path was taken out. */
  wounded(path: Path): boolean
}

export const limits = { characters: 1_000_000, depth: 24, values: 100_000, aliases: 200 } as const

type Read = { readonly tree: SourceTree | null; readonly mistakes: readonly Mistake[] }

export const readSource = (source: string): Read => {
  const lines = new LineCounter()
  if (source.length > limits.characters)
    return stop(
      { line: 1, column: 1 },
      'S001',
      { zh: '文件过大', en: 'The file is too large' },
      { zh: '不超过 100 万字符', en: 'at most 1,000,000 characters' },
    )
  const deep = tooDeep(source, lines)
  if (deep !== null)
    return stop(
      spotAt(lines, deep),
      'S001',
      { zh: '嵌套过深', en: 'Nested too deeply' },
      { zh: `不超过 ${limits.depth} 层`, en: `at most ${limits.depth} levels` },
    )
  const doc = parseDocument(source, { lineCounter: new LineCounter(), uniqueKeys: false, prettyErrors: false, version: '1.2' })
  const faults = [...doc.errors, ...doc.warnings].map((e) =>
    at(
      spotAt(lines, e.pos[0]),
      'S002',
      { zh: `YAML 语法有误：${e.message}`, en: `The YAML is wrong: ${e.message}` },
      { zh: '合乎 YAML 1.2 的文件', en: 'YAML 1.2' },
    ),
  )
  if (doc.errors.length > 0) return { tree: null, mistakes: faults }
  const reader = new Reader(source, lines)
  const value = reader.convert(doc.contents)
  const mistakes = [...faults, ...reader.mistakes]
  return reader.tooMany ? { tree: null, mistakes } : { tree: reader.tree(value), mistakes }
}

const at = (spot: Spot, code: string, what: Text, expected: Text): Mistake => ({ ...spot, code, path: '', what, expected })
const stop = (spot: Spot, code: string, what: Text, expected: Text): Read => ({ tree: null, mistakes: [at(spot, code, what, expected)] })

const spotAt = (lines: LineCounter, offset: number): Spot => {
  const { line, col } = lines.linePos(offset)
  return { line: Math.max(1, line), column: Math.max(1, col) }
}

/** The offset at which the nesting goes beyond the limit, found without recursion; null when it does not. */
const tooDeep = (source: string, lines: LineCounter): number | null => {
  let deep: number | null = null
  for (const token of new Parser(lines.addNewLine).parse(source)) {
    const stack: { readonly token: object; readonly depth: number }[] = [{ token, depth: 0 }]
    for (let next = stack.pop(); next !== undefined; next = stack.pop()) {
      if (next.depth > limits.depth) deep ??= 'offset' in next.token && typeof next.token.offset === 'number' ? next.token.offset : 0
      else stack.push(...inside(next.token, next.depth))
    }
  }
  return deep
}

const inside = (token: object, depth: number): { token: object; depth: number }[] => {
  const found: { token: object; depth: number }[] = []
  if ('value' in token && typeof token.value === 'object' && token.value !== null) found.push({ token: token.value, depth })
  if (!('items' in token) || !Array.isArray(token.items)) return found
  for (const item of token.items as { key?: unknown; value?: unknown }[]) {
    for (const part of [item.key, item.value]) if (typeof part === 'object' && part !== null) found.push({ token: part, depth: depth + 1 })
  }
  return found
}

type Place =
  | { readonly is: 'map'; readonly node: Node; readonly pairs: Map<string, Pair> }
  | { readonly is: 'list'; readonly node: Node; readonly items: (Node | null)[] }

class Reader {
  readonly mistakes: Mistake[] = []
  tooMany = false
  readonly #source: string
  readonly #lines: LineCounter
  readonly #places = new Map<object, Place>()
  readonly #anchors = new Map<string, { readonly value: unknown; readonly size: number }>()
  readonly #wounded = new Set<object>()
  #size = 0
  #aliases = 0

  constructor(source: string, lines: LineCounter) {
    this.#source = source
    this.#lines = lines
  }

  convert(node: ParsedNode | Node | null | undefined): unknown {
    if (node === null || node === undefined || this.tooMany) return null
    if (isAlias(node)) return this.#alias(node.source, node.range?.[0] ?? 0)
    const before = this.#size
    this.#grow(1, node.range?.[0] ?? 0)
    const value = isMap(node)
      ? this.#map(node, node.items)
      : isSeq(node)
        ? this.#list(node, node.items)
        : isScalar(node)
          ? scalar(node.value)
          : null
    if ('anchor' in node && typeof node.anchor === 'string') this.#anchors.set(node.anchor, { value, size: this.#size - before })
    return value
  }

  #map(node: Node, pairs: readonly Pair[]): Record<string, unknown> {
    const value: Record<string, unknown> = {}
    const place: Place = { is: 'map', node, pairs: new Map() }
    this.#places.set(value, place)
    for (const pair of pairs) {
      const key = isScalar(pair.key) ? String(scalar(pair.key.value)) : null
      const spot = this.#of(pair.key)
      if (key === null || key === '__proto__')
        this.mistakes.push(at(spot, 'S002', { zh: '键必须是文字', en: 'A key must be a plain word' }, { zh: '文字', en: 'a word' }))
      else if (place.pairs.has(key))
        this.mistakes.push(
          at(
            spot,
            'S003',
            { zh: `键“${key}”重复`, en: `The key “${key}” stands here twice` },
            { zh: '每个键只写一次', en: 'each key once' },
          ),
        )
      else {
        place.pairs.set(key, pair)
        value[key] = this.convert(pair.value as Node | null)
      }
    }
    return value
  }

  #list(node: Node, items: readonly unknown[]): unknown[] {
    const value: unknown[] = []
    const place: Place = { is: 'list', node, items: items as (Node | null)[] }
    this.#places.set(value, place)
    for (const item of items) value.push(this.convert(item as Node | null))
    return value
  }

  #alias(name: string, offset: number): unknown {
    const found = this.#anchors.get(name)
    this.#aliases++
    if (found === undefined)
      this.mistakes.push(
        at(
          spotAt(this.#lines, offset),
          'S002',
          { zh: `没有锚点“${name}”`, en: `There is no anchor “${name}”` },
          { zh: '前面定义过的锚点', en: 'an anchor defined before' },
        ),
      )
    this.#grow(found?.size ?? 0, offset)
    return found?.value ?? null
  }

  #grow(by: number, offset: number): void {
    this.#size += by
    if (this.tooMany || (this.#size <= limits.values && this.#aliases <= limits.aliases)) return
    this.tooMany = true
    this.mistakes.push(
      at(
        spotAt(this.#lines, offset),
        'S001',
        { zh: '内容或别名过多', en: 'Too many values or aliases' },
        { zh: `不超过 ${limits.values} 项、${limits.aliases} 个别名`, en: `at most ${limits.values} values and ${limits.aliases} aliases` },
      ),
    )
  }

  #of(node: unknown, offset = 0): Spot {
    const range =
      typeof node === 'object' && node !== null && 'range' in node && Array.isArray(node.range) ? (node.range as number[]) : [0, 0]
    const start = range[0] ?? 0
    const text = isScalar(node) && typeof node.value === 'string' ? node.value : ''
    return spotAt(this.#lines, offset === 0 && text === '' ? start : within(this.#source, start, range[1] ?? start, text, offset))
  }

  tree(value: unknown): SourceTree {
    return {
      value,
      spot: (path, on, offset = 0) => this.#spot(value, path, on, offset),
      remove: (path) => this.#remove(value, path),
      wounded: (path) => {
        const here = valueAt(value, path)
        return typeof here === 'object' && here !== null && this.#wounded.has(here)
      },
    }
  }

  #spot(root: unknown, path: Path, on: 'key' | 'value', offset: number): Spot {
    let here: unknown = root
    let key: unknown = null
    let node: unknown = null
    for (const step of path) {
      const place = typeof here === 'object' && here !== null ? this.#places.get(here) : undefined
      const pair = place?.is === 'map' ? place.pairs.get(String(step)) : undefined
      const item = place?.is === 'list' && typeof step === 'number' ? place.items[step] : undefined
      // Missing: what holds it is named by its own key, or by where it begins.
      if (pair === undefined && item === undefined) return this.#of(key ?? node)
      key = pair?.key ?? null
      node = pair ? pair.value : item
      here = (here as Record<string | number, unknown>)[step]
    }
    if (on === 'key' && key !== null) return this.#of(key)
    return node === null || !hasExtent(node) ? this.#of(key ?? node) : this.#of(node, offset)
  }

  #remove(root: unknown, path: Path): void {
    const last = path.at(-1)
    const holder = valueAt(root, path.slice(0, -1))
    if (typeof holder !== 'object' || holder === null || last === undefined) return
    this.#wounded.add(holder)
    const place = this.#places.get(holder)
    if (!Array.isArray(holder)) Reflect.deleteProperty(holder, last)
    else if (typeof last === 'number' && place?.is === 'list') {
      holder.splice(last, 1)
      place.items.splice(last, 1)
    }
  }
}

/** What stands at the path of plain values; undefined where nothing does. */
export const valueAt = (root: unknown, path: Path): unknown =>
  path.reduce<unknown>(
    (here, step) =>
      typeof here === 'object' && here !== null && Object.hasOwn(here, step) ? (here as Record<string | number, unknown>)[step] : undefined,
    root,
  )

const scalar = (value: unknown): unknown => (typeof value === 'bigint' ? Number(value) : value)

const hasExtent = (node: unknown): boolean =>
  typeof node === 'object' && node !== null && 'range' in node && Array.isArray(node.range) && node.range[0] !== node.range[1]

/** Where in the file the text's character at `offset` stands: quotes, escapes, folds and indents are stepped over. */
const within = (source: string, start: number, end: number, text: string, offset: number): number => {
  let p = source[start] === '"' || source[start] === "'" ? start + 1 : start
  if (source[start] === '|' || source[start] === '>') p = source.indexOf('\n', start) + 1
  for (let i = 0; p < end; i++) {
    while (p < end && /\s/.test(source[p] ?? '') && !/\s/.test(text[i] ?? '')) p++
    while (p < end && source[p] !== text[i] && !/\s/.test(text[i] ?? '')) p++
    if (i >= offset) return p
    if (!/\s/.test(text[i] ?? '') || /\s/.test(source[p] ?? '')) p++
  }
  return Math.min(p, Math.max(start, end - 1))
}
