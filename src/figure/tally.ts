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

export type Cell = {
  readonly indicator: string
  readonly axis: Axis
  readonly grain: Grain
  readonly period: string
  readonly pending: boolean
}
export type TallyDelta = Cell & { readonly way: Way; value: Decimal; facts: number }
export type ReachDelta = Cell & { readonly key: string; readonly ways: Map<Way, number> }

export type Signed = { readonly fact: Fact; readonly sign: 1 | -1 }

/** What facts that came and went do to the tallies, and to where each distinct key was counted. */
export const deltas = (
  changes: readonly Signed[],
): { readonly tallies: Map<string, TallyDelta>; readonly reaches: Map<string, ReachDelta> } => {
  const tallies = new Map<string, TallyDelta>()
  const reaches = new Map<string, ReachDelta>()
  for (const { fact, sign } of changes) {
    if (fact.each !== null) continue
    for (const { axis, grain, whole } of isVolume(fact.indicator) ? keptOfVolume : kept) {
      const nodes = fact[axis]
      if (nodes.length === 0) continue
      const cell: Cell = { indicator: fact.indicator, axis, grain, period: periodOf[grain](fact.day), pending: fact.pending }
      const way = whole ? '' : nodes.join('/')
      // A distinct indicator's value is added where its key's ways part (see branch.ts), once the store knows them all.
      addTo(tallies, cell, way, fact.key === null ? new Decimal(fact.value).times(sign) : none, sign)
      if (fact.key !== null) reach(reaches, cell, fact.key, way, sign)
    }
  }
  return { tallies, reaches }
}

const periodOf: Readonly<Record<Grain, (day: string) => string>> = { all: () => always, month: monthOf, day: (day) => day }

const none = new Decimal(0)

export const cellKey = (c: Cell): string => `${c.indicator} ${c.axis} ${c.grain} ${c.period} ${c.pending}`

export const addTo = (tallies: Map<string, TallyDelta>, cell: Cell, way: Way, value: Decimal, facts: number): void => {
  const at = `${cellKey(cell)} ${way}`
  const before = tallies.get(at)
  if (before === undefined) tallies.set(at, { ...cell, way, value, facts })
  else {
    before.value = before.value.plus(value)
    before.facts += facts
  }
}

const reach = (reaches: Map<string, ReachDelta>, cell: Cell, key: string, way: Way, sign: number): void => {
  const at = `${cellKey(cell)} ${key}`
  const before = reaches.get(at) ?? { ...cell, key, ways: new Map<Way, number>() }
  before.ways.set(way, (before.ways.get(way) ?? 0) + sign)
  reaches.set(at, before)
}
