import { Decimal, zero } from '#kit/decimal.ts'
import { versionThere } from '#figure/also.ts'
import { derive } from '#figure/derive.ts'
import type { Fact } from '#figure/shape.ts'
import type { CampaignId } from '#kit/id.ts'
import type { RecordVersion } from '#record/shape.ts'
import type { Compiled } from '#scheme/compiled.ts'
import type { Draft } from './draft.ts'
import type { Pin } from './totals.ts'

/** What one states, where only the newest of each counts; `at` sorts them in time. */
export type Word = { readonly each: string; readonly at: string; readonly value: Decimal }

/** What one draft puts on the scales for each pinned indicator: an amount, for distinct ones the keys it counts, for newest words those. */
type Load = { readonly amount: Decimal; readonly keys: readonly string[]; readonly words: readonly Word[] }
export type Weight = ReadonlyMap<string, Load>

const none: Load = { amount: zero, keys: [], words: [] }

/** By the very function that makes the facts, as if it were confirmed. */
export const weigh = (compiled: Compiled, pins: ReadonlyMap<string, Pin>, draft: Draft): Weight => {
  const { sort, kind } = draft.form
  const weight = new Map<string, Load>()
  const { content, context } = draft
  const version: RecordVersion = { record: draft.id, version: 1, sort, kind, state: 'accepted', schemeVersion: 1, content, context }
  for (const { of, fact } of [
    ...derive(compiled, version).map((own) => ({ of: null, fact: own })),
    ...elsewhere(compiled, pins, version),
  ]) {
    for (const pin of pinsOf(pins, fact.indicator)) {
      if (pin.other !== of) continue
      if (pin.within !== null && !draft.unit.name.includes(pin.within)) continue
      const before = weight.get(pin.key) ?? none
      weight.set(pin.key, {
        amount: before.amount.plus(fact.value),
        keys: fact.key === null ? before.keys : [...before.keys, fact.key],
        words: fact.each === null ? before.words : [...before.words, wordOf(draft, fact, fact.each, before.words.length)],
      })
    }
  }
  return weight
}

const campaignsOf = new WeakMap<ReadonlyMap<string, Pin>, readonly Compiled[]>()

/** What it amounts to in the other campaigns that totals speak of. */
const elsewhere = (
  compiled: Compiled,
  pins: ReadonlyMap<string, Pin>,
  version: RecordVersion,
): readonly { readonly of: Compiled | null; readonly fact: Fact }[] => {
  const known = campaignsOf.get(pins) ?? [...new Set([...pins.values()].flatMap((p) => p.other ?? []))]
  campaignsOf.set(pins, known)
  return known.flatMap((of) => {
    const there = versionThere(compiled, version, { campaign: '' as CampaignId, key: of.scheme.scheme, version: 1, compiled: of })
    return there === null ? [] : derive(of, there).map((fact) => ({ of, fact }))
  })
}

const wordOf = (draft: Draft, fact: Fact, each: string, seq: number): Word => ({
  each,
  at: `${fact.day} ${draft.id} ${seq}`,
  value: new Decimal(fact.value),
})

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
  readonly #words = new Map<string, Map<string, Map<string, Decimal>>>()

  constructor(pins: ReadonlyMap<string, Pin>) {
    this.pins = pins
    for (const key of pins.keys()) {
      this.#amounts.set(key, zero)
      this.#keys.set(key, new Map())
      this.#words.set(key, new Map())
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
    for (const [key, { amount, keys, words }] of weight) {
      const more = words.length > 0 ? this.#said(key, words, sign) : amount.times(sign)
      this.#amounts.set(key, (this.#amounts.get(key) ?? zero).plus(more))
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

  /** By how much the newest words change when these come or go. */
  #said(key: string, words: readonly Word[], sign: 1 | -1): Decimal {
    let more = zero
    for (const { each, at, value } of words) {
      const said = this.#words.get(key)?.get(each) ?? new Map<string, Decimal>()
      const before = newest(said)
      if (sign === 1) said.set(at, value)
      else said.delete(at)
      this.#words.get(key)?.set(each, said)
      more = more.plus(newest(said)).minus(before)
    }
    return more
  }
}

const newest = (said: ReadonlyMap<string, Decimal>): Decimal => {
  let last = ''
  for (const at of said.keys()) if (at > last) last = at
  return said.get(last) ?? zero
}
