import { Decimal, zero } from '#kit/decimal.ts'
import { derive } from '#figure/derive.ts'
import type { Compiled } from '#scheme/compiled.ts'
import type { Draft } from './draft.ts'
import type { Pin } from './totals.ts'

/** What one draft puts on the scales for each pinned indicator: an amount, or for distinct ones the keys it counts. */
export type Weight = ReadonlyMap<string, { readonly amount: Decimal; readonly keys: readonly string[] }>

const none = { amount: zero, keys: [] as readonly string[] }

/** By the very function that makes the facts, as if it were confirmed. */
export const weigh = (compiled: Compiled, pins: ReadonlyMap<string, Pin>, draft: Draft): Weight => {
  const { sort, kind } = draft.form
  const weight = new Map<string, { amount: Decimal; keys: readonly string[] }>()
  for (const fact of derive(compiled, {
    record: draft.id,
    version: 1,
    sort,
    kind,
    state: 'accepted',
    schemeVersion: 1,
    content: draft.content,
    context: draft.context,
  })) {
    for (const pin of pinsOf(pins, fact.indicator)) {
      if (pin.within !== null && !draft.unit.name.includes(pin.within)) continue
      const before = weight.get(pin.key) ?? none
      weight.set(pin.key, {
        amount: before.amount.plus(fact.value),
        keys: fact.key === null ? before.keys : [...before.keys, fact.key],
      })
    }
  }
  return weight
}

const byIndicator = new WeakMap<ReadonlyMap<string, Pin>, ReadonlyMap<string, readonly Pin[]>>()

/** The totals that rest on one indicator: everybody's, and single units'. */
const pinsOf = (pins: ReadonlyMap<string, Pin>, indicator: string): readonly Pin[] => {
  const known = byIndicator.get(pins) ?? Map.groupBy(pins.values(), (p) => p.indicator.key)
  byIndicator.set(pins, known)
  return known.get(indicator) ?? []
}

/** Adds up weights as drafts come, go and change; knows how far each pinned indicator is from its total. */
export class Scales {
  readonly pins: ReadonlyMap<string, Pin>
  readonly #amounts = new Map<string, Decimal>()
  readonly #keys = new Map<string, Map<string, number>>()
  readonly #squares = new Map<string, number>()

  constructor(pins: ReadonlyMap<string, Pin>) {
    this.pins = pins
    for (const key of pins.keys()) {
      this.#amounts.set(key, zero)
      this.#keys.set(key, new Map())
    }
  }

  put(weight: Weight): void {
    this.#shift(weight, 1)
  }

  take(weight: Weight): void {
    this.#shift(weight, -1)
  }

  /** What is missing; below zero when there is too much. */
  missing(pin: Pin): Decimal {
    const there = pin.indicator.distinct ? new Decimal(this.#keys.get(pin.key)?.size ?? 0) : (this.#amounts.get(pin.key) ?? zero)
    return pin.target.minus(there)
  }

  unmet(): readonly Pin[] {
    return [...this.pins.values()].filter((p) => !this.missing(p).isZero())
  }

  /** How unevenly the different ones are counted: the sum of the squares of their times. */
  gathered(pin: Pin): number {
    return this.#squares.get(pin.key) ?? 0
  }

  /** How many drafts count this one for a distinct indicator. */
  times(pin: Pin, key: string): number {
    return this.#keys.get(pin.key)?.get(key) ?? 0
  }

  #shift(weight: Weight, sign: 1 | -1): void {
    for (const [key, { amount, keys }] of weight) {
      this.#amounts.set(key, (this.#amounts.get(key) ?? zero).plus(amount.times(sign)))
      const counts = this.#keys.get(key)
      for (const k of counts ? keys : []) {
        const before = counts?.get(k) ?? 0
        const n = before + sign
        this.#squares.set(key, (this.#squares.get(key) ?? 0) + n * n - before * before)
        if (n === 0) counts?.delete(k)
        else counts?.set(k, n)
      }
    }
  }
}
