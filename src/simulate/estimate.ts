import { Decimal } from '#kit/decimal.ts'
import type { Compiled, CompiledForm } from '#scheme/compiled.ts'
import type { Dice } from './dice.ts'
import type { Draft } from './draft.ts'
import { going, hosting } from './form.ts'
import { isNumeric, stepOf } from './numbers.ts'
import { type Weight, weigh } from './scales.ts'
import type { Pin } from './totals.ts'

/** How many records of each kind, and how their numbers must be bent so that the totals come out about right. */
export type Estimate = { readonly counts: ReadonlyMap<string, number>; readonly press: ReadonlyMap<string, number> }

/** A kind of record: activity kinds and matter kinds may share a key. */
export const nameOf = (form: CompiledForm): string => `${form.sort}:${form.kind}`

type Sample = {
  readonly form: CompiledForm
  /** Mean of what one record puts on the scales, by pin. */
  readonly mean: ReadonlyMap<string, number>
  /** Number fields that move a pin when they move. */
  readonly fields: ReadonlyMap<string, string>
}

const samples = 48

/** @param usual records of a kind that no total speaks of */
export const estimate = (
  compiled: Compiled,
  pins: ReadonlyMap<string, Pin>,
  usual: (form: CompiledForm) => number,
  make: (form: CompiledForm, d: Dice) => Draft,
  d: Dice,
): Estimate => {
  const forms = [...compiled.activities.values(), ...compiled.matters.values()]
  const tried = forms.map((form) => sample(compiled, pins, form, make, d.fork(nameOf(form))))
  const counts = new Map<string, number>()
  const movable = new Set(tried.flatMap((s) => [...s.fields.keys()]))
  for (const some of [false, true]) {
    // What everybody's work adds up to says more of how much work there is than what a few units' does.
    const spoken = inOrder(pins, tried).filter((p) => (p.by.length > 0 || p.within !== null) === some)
    for (const pin of spoken) if (!movable.has(pin.key)) settle(pin, tried, counts)
    for (const s of tried) byAmounts(s, spoken, tried, counts)
  }
  for (const { form } of tried) if (!counts.has(nameOf(form))) counts.set(nameOf(form), usual(form))
  return { counts, press: presses(tried, pins, counts) }
}

const meanOf = (s: Sample, pin: Pin): number => s.mean.get(pin.key) ?? 0
const targetOf = (pin: Pin): number => pin.target.toNumber()

const sample = (
  compiled: Compiled,
  pins: ReadonlyMap<string, Pin>,
  form: CompiledForm,
  make: (form: CompiledForm, d: Dice) => Draft,
  d: Dice,
): Sample => {
  const drafts = Array.from({ length: samples }, () => make(form, d))
  const sums = new Map<string, number>()
  const fields = new Map<string, string>()
  for (const draft of drafts) {
    const weight = weigh(compiled, pins, draft)
    for (const [key, { amount, keys }] of weight)
      sums.set(key, (sums.get(key) ?? 0) + (pins.get(key)?.indicator.distinct ? keys.length : amount.toNumber()))
    for (const [pin, field] of movedBy(compiled, pins, draft)) fields.set(pin, field)
    for (const [pin, field] of [...movedByOneMore(compiled, pins, draft), ...movedByAnother(compiled, pins, draft)])
      if (!pins.get(pin)?.indicator.distinct && !fields.has(pin)) fields.set(pin, field)
  }
  return { form, mean: new Map([...sums].map(([k, v]) => [k, v / samples])), fields }
}

/** Which pins move when a number field of the draft does. */
const movedBy = (compiled: Compiled, pins: ReadonlyMap<string, Pin>, draft: Draft): readonly (readonly [string, string])[] => {
  const before = weigh(compiled, pins, draft)
  return draft.form.fields.flatMap(({ field }) => {
    const value = draft.content.fields[field.key]
    if (!isNumeric(field) || typeof value !== 'string') return []
    const moved = {
      ...draft,
      content: { ...draft.content, fields: { ...draft.content.fields, [field.key]: new Decimal(value).plus(stepOf(field)).toFixed() } },
    }
    return risen(before, weigh(compiled, pins, moved)).map((key) => [key, field.key] as const)
  })
}

const risen = (before: Weight, after: Weight): readonly string[] =>
  [...after].filter(([key, w]) => !w.amount.eq(before.get(key)?.amount ?? 0)).map(([key]) => key)

/** Which pins move when one more of the unit goes along. */
const movedByOneMore = (compiled: Compiled, pins: ReadonlyMap<string, Pin>, draft: Draft): readonly (readonly [string, string])[] => {
  const { content, context, unit } = draft
  const one = unit.people.find((p) => !content.participants.includes(p.id))
  if (draft.form.sort !== 'activity' || one === undefined) return []
  const more = { id: one.id, rank: one.rank, post: one.post, org: one.org, within: true }
  const moved: Draft = {
    ...draft,
    content: { ...content, participants: [...content.participants, one.id] },
    context: { ...context, participants: [...context.participants, more] },
  }
  return risen(weigh(compiled, pins, draft), weigh(compiled, pins, moved)).map((key) => [key, going] as const)
}

/** Which pins move when the last of those visited is counted twice: they count each. */
const movedByAnother = (compiled: Compiled, pins: ReadonlyMap<string, Pin>, draft: Draft): readonly (readonly [string, string])[] => {
  const { content, context } = draft
  const [id, known] = [content.subjects.at(-1), context.subjects.at(-1)]
  if (draft.form.sort !== 'activity' || id === undefined || known === undefined) return []
  const moved: Draft = {
    ...draft,
    content: { ...content, subjects: [...content.subjects, id] },
    context: { ...context, subjects: [...context.subjects, known] },
  }
  return risen(weigh(compiled, pins, draft), weigh(compiled, pins, moved)).map((key) => [key, hosting] as const)
}

/** Pins that fewer kinds feed come first; among them those that nearly every record feeds. */
const inOrder = (pins: ReadonlyMap<string, Pin>, tried: readonly Sample[]): readonly Pin[] => {
  const feeding = (p: Pin): number => tried.filter((s) => meanOf(s, p) > 0).length
  const most = (p: Pin): number => Math.max(...tried.map((s) => meanOf(s, p)))
  return [...pins.values()]
    .filter((p) => feeding(p) > 0)
    .sort(
      (a, b) =>
        Number(a.indicator.distinct !== null) - Number(b.indicator.distinct !== null) || feeding(a) - feeding(b) || most(b) - most(a),
    )
}

/** Counted pins say outright how many records there must be. */
const settle = (pin: Pin, tried: readonly Sample[], counts: Map<string, number>): void => {
  const free = tried.filter((s) => meanOf(s, pin) > 0 && !counts.has(nameOf(s.form)))
  const there = tried.reduce((sum, s) => sum + meanOf(s, pin) * (counts.get(nameOf(s.form)) ?? 0), 0)
  const rate = free.reduce((sum, s) => sum + meanOf(s, pin), 0)
  const wanted = targetOf(pin) * (pin.indicator.distinct && pin.indicator.distinct !== 'org' ? 1.6 : 1)
  for (const s of free) counts.set(nameOf(s.form), Math.max(0, Math.round((wanted - there) / rate)))
}

/** A kind that only feeds amounts: as many records as would make the nearest of them with usual numbers. */
const byAmounts = (s: Sample, pins: readonly Pin[], tried: readonly Sample[], counts: Map<string, number>): void => {
  const wishes = pins
    .filter((p) => meanOf(s, p) > 0 && targetOf(p) > 0)
    .map((p) => targetOf(p) / tried.reduce((sum, t) => sum + meanOf(t, p), 0))
  if (wishes.length === 0 || counts.has(nameOf(s.form))) return
  counts.set(nameOf(s.form), Math.max(1, Math.round(Math.min(...wishes))))
}

const presses = (
  tried: readonly Sample[],
  pins: ReadonlyMap<string, Pin>,
  counts: ReadonlyMap<string, number>,
): ReadonlyMap<string, number> => {
  const press = new Map<string, number>()
  // A subset's field is its whole's too: the larger total bends it.
  for (const pin of [...pins.values()].filter((p) => !p.indicator.indicator.of && p.by.length === 0 && p.within === null)) {
    const expected = tried.reduce((sum, s) => sum + meanOf(s, pin) * (counts.get(nameOf(s.form)) ?? 0), 0)
    for (const s of tried) {
      const field = s.fields.get(pin.key)
      const name = `${s.form.kind}.${field ?? ''}`
      if (field !== undefined && expected > 0 && !press.has(name)) press.set(name, Math.min(50, Math.max(0.02, targetOf(pin) / expected)))
    }
  }
  return press
}
