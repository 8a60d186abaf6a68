import { Decimal } from '#kit/decimal.ts'
import { monthOf } from '#kit/day.ts'
import type { State } from '#record/shape.ts'
import type { Way } from './branch.ts'
import type { Fact } from './shape.ts'

export type Axis = 'org' | 'place'
export type Grain = 'all' | 'month' | 'day'

/** The period of the grain 'all'. */
export const always = '1970-01-01'

type Kept = { readonly axis: Axis; readonly grain: Grain /** Only over the whole campaign, not per node. */; readonly whole?: true }

/** What is kept added up. Everything else is derived from facts when asked. */
const kept: readonly Kept[] = [
  { axis: 'org', grain: 'all' },
  { axis: 'org', grain: 'month' },
  { axis: 'place', grain: 'all' },
]
const keptOfVolume: readonly Kept[] = [
  { axis: 'org', grain: 'all' },
  { axis: 'org', grain: 'day', whole: true },
]

/** The tally of how many records of a kind there are: who has started, how busy a day was. */
export const volumeOf = (kind: string): string => `#${kind}`
export const isVolume = (indicator: string): boolean => indicator.startsWith('#')

/** What a record that counts adds to its kind's volume, in the shape of a fact that is tallied but not kept. */
export const presence = (kind: string, state: State, day: string, org: readonly string[]): Fact | null =>
  state === 'submitted' || state === 'accepted'
    ? { indicator: volumeOf(kind), day, org, place: [], value: '1', key: null, each: null, approx: null, pending: state === 'submitted' }
    : null

/** Tallies stand on pages: along an axis, for a month, a day or all time; */
export type Page = { readonly axis: Axis; readonly grain: Grain; readonly period: string }
/** a line for each way; */
export type Line = Page & { readonly way: Way }
/** a column for each indicator, confirmed and pending. */
export type Column = { readonly indicator: string; readonly pending: boolean }

export type Tally = { value: Decimal; facts: number }
export type LineDelta = Line & { readonly columns: Map<string, Column & Tally> }
export type ReachDelta = Page & Column & { readonly key: string; readonly ways: Map<Way, number> }

export type Signed = { readonly fact: Fact; readonly sign: 1 | -1 }

/** What is added to lines, and to where each distinct key was counted. */
export type Moved = { readonly lines: Map<string, LineDelta>; readonly reaches: ReadonlyMap<string, ReachDelta> }

/** What facts that came and went do to the tallies. */
export const deltas = (changes: readonly Signed[]): Moved => {
  const lines = new Map<string, LineDelta>()
  const reaches = new Map<string, ReachDelta>()
  const wayOf = ways()
  for (const { fact, sign } of changes) {
    // Newest words are looked up among the facts, never added up.
    if (fact.each !== null) continue
    // A distinct indicator's value is added where its key's ways part (see branch.ts), once the store knows them all.
    const value = fact.key === null ? new Decimal(fact.value).times(sign) : none
    for (const { axis, grain, whole } of isVolume(fact.indicator) ? keptOfVolume : kept) {
      const nodes = fact[axis]
      if (nodes.length === 0) continue
      const way = whole ? '' : wayOf(nodes)
      const page: Page = { axis, grain, period: periodOf[grain](fact.day) }
      addTo(lines, { ...page, way }, fact, value, sign)
      if (fact.key !== null) reach(reaches, page, fact, fact.key, way, sign)
    }
  }
  return { lines, reaches }
}

/** The facts of a record share the list of their nodes. */
const ways = (): ((nodes: readonly string[]) => Way) => {
  const known = new Map<readonly string[], Way>()
  return (nodes) => {
    const way = known.get(nodes) ?? nodes.join('/')
    known.set(nodes, way)
    return way
  }
}

const periodOf: Readonly<Record<Grain, (day: string) => string>> = { all: () => always, month: monthOf, day: (day) => day }

const none = new Decimal(0)

export const pageKey = ({ axis, grain, period }: Page): string => `${axis} ${grain} ${period}`
export const columnKey = ({ indicator, pending }: Column): string => (pending ? `${indicator} pending` : indicator)

export const addTo = (lines: Map<string, LineDelta>, line: Line, column: Column, value: Decimal, facts: number): void => {
  const at = `${pageKey(line)} ${line.way}`
  const { axis, grain, period, way } = line
  const found = lines.get(at) ?? { axis, grain, period, way, columns: new Map<string, Column & Tally>() }
  lines.set(at, found)
  const key = columnKey(column)
  const before = found.columns.get(key)
  if (before === undefined) found.columns.set(key, { indicator: column.indicator, pending: column.pending, value, facts })
  else {
    before.value = before.value.plus(value)
    before.facts += facts
  }
}

const reach = (reaches: Map<string, ReachDelta>, page: Page, { indicator, pending }: Fact, key: string, way: Way, sign: number): void => {
  const at = `${pageKey(page)} ${columnKey({ indicator, pending })} ${key}`
  const before = reaches.get(at) ?? { ...page, indicator, pending, key, ways: new Map<Way, number>() }
  before.ways.set(way, (before.ways.get(way) ?? 0) + sign)
  reaches.set(at, before)
}
