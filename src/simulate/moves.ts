import { Decimal } from '#kit/decimal.ts'
import type { PersonId, SubjectId } from '#kit/id.ts'
import type { Content } from '#record/shape.ts'
import type { Dice } from './dice.ts'
import { type Draft, type Shop, contextOf } from './draft.ts'
import { fit, isNumeric, stepOf, written } from './numbers.ts'

/** What a move is to bring about in one total. */
export type Aim = {
  /** What the total still lacks; below zero when there is too much. */
  readonly missing: Decimal
  /** What a draft puts towards it. */
  readonly effect: (draft: Draft) => Decimal
  /** For totals of different ones: in how many drafts this one is counted. */
  readonly times: (key: string) => number
}

/** A slightly other draft, or undefined where there is nothing to change. */
export type Move = (shop: Shop, draft: Draft, aim: Aim, d: Dice) => Draft | undefined

const changed = (shop: Shop, draft: Draft, part: Partial<Content>): Draft => {
  const content = { ...draft.content, ...part }
  return { ...draft, content, context: contextOf(shop, draft.unit, content) }
}

const grains = [100, 10, 1, 0.5, 0.1, 0.01].map((n) => new Decimal(n))

/** One number up or down, by no more than is natural for it, mostly in the coarsest grain that does not overshoot. */
const nudge: Move = (shop, draft, { missing, effect }, d) => {
  const numbers = draft.form.fields.filter(({ field }) => isNumeric(field) && typeof draft.content.fields[field.key] === 'string')
  if (numbers.length === 0) return undefined
  const { field } = d.pick(numbers)
  const value = new Decimal(written(draft.content, field.key))
  const set = (to: Decimal): Draft => changed(shop, draft, { fields: { ...draft.content.fields, [field.key]: fit(field, to) } })
  const step = stepOf(field)
  const worth = effect(set(value.plus(step)))
    .minus(effect(draft))
    .abs()
    .div(step)
  if (worth.isZero()) return undefined
  const most = Decimal.max(value.times(0.7), 1)
  const fitting = grains.filter((g) => g.gte(step) && g.lte(most) && worth.times(g).lte(missing.abs()))
  const grain = (d.chance(0.8) ? fitting[0] : fitting[1]) ?? step
  const times = Decimal.min(missing.abs().div(worth.times(grain)).floor(), most.div(grain).floor(), 1e6).toNumber()
  return set(value.plus(grain.times(d.int(1, Math.max(1, times))).times(missing.isNegative() ? -1 : 1)))
}

/** Another option, a flipped yes or no, a blank that is filled or emptied. */
const flip: Move = (shop, draft, _aim, d) => {
  const flags = draft.form.fields.filter(({ field }) => field.type === 'choice' || field.type === 'boolean')
  if (flags.length === 0) return undefined
  const { field } = d.pick(flags)
  const value = field.type === 'boolean' ? draft.content.fields[field.key] !== true : d.pick(field.options ?? []).key
  return changed(shop, draft, { fields: { ...draft.content.fields, [field.key]: value } })
}

const blank: Move = (shop, draft, { missing }, d) => {
  const optional = draft.form.fields.filter(({ field }) => !field.required && draft.content.fields[field.key] !== undefined)
  if (optional.length === 0 || !missing.isNegative()) return undefined
  const { [d.pick(optional).field.key]: _gone, ...fields } = draft.content.fields
  return changed(shop, draft, { fields })
}

/** One more, one fewer, or somebody else among the participants. */
const companions: Move = (shop, draft, aim, d) => {
  const there = draft.content.participants
  if (draft.form.sort === 'matter') return undefined
  const others = draft.unit.people.map((p) => p.id).filter((id) => !there.includes(id))
  return regroup<PersonId>(there, others, aim, d, (participants) => changed(shop, draft, { participants }))
}

const hosts: Move = (shop, draft, aim, d) => {
  if (draft.form.sort === 'matter') return undefined
  const { to } = draft.form.form
  const there = draft.content.subjects
  const near = (spot: string): SubjectId[] =>
    (shop.world.hosts.get(spot) ?? []).filter((h) => to.includes(h.kind) && !there.includes(h.id)).map((h) => h.id)
  const pool = near(draft.content.place ?? '')
  const others = pool.length > 0 && d.chance(0.7) ? pool : near(d.pick(d.chance(0.5) ? draft.unit.spots : shop.world.spots).id)
  return regroup<SubjectId>(there, others, aim, d, (subjects) => changed(shop, draft, { subjects }))
}

/** One for another, one fewer, or one more. Seldom counted ones give way to often counted ones, or the other way round. */
const regroup = <T extends string>(
  there: readonly T[],
  others: readonly T[],
  { missing, times }: Aim,
  d: Dice,
  make: (list: T[]) => Draft,
): Draft | undefined => {
  const many = missing.isNegative()
  const best = (list: readonly T[], most: boolean): T => d.some(list, 4).reduce((a, b) => (times(b) > times(a) === most ? b : a))
  const way = d.int(0, 2)
  if (way === 0) {
    if (there.length === 0 || others.length === 0) return undefined
    const [gone, come] = [best(there, !many), best(others, many)]
    return make(there.map((x) => (x === gone ? come : x)))
  }
  if (many) return there.length === 0 ? undefined : make(there.filter((x) => x !== best(there, false)))
  return others.length === 0 ? undefined : make([...there, best(others, false)])
}

/** A matter ends otherwise. */
const outcome: Move = (shop, draft, _aim, d) => {
  const { closing } = draft.content
  if (draft.form.sort !== 'matter' || closing === null) return undefined
  return changed(shop, draft, { closing: { ...closing, outcome: d.pick(draft.form.form.outcomes).key } })
}

/** Somewhere else, for indicators that count places once. */
const elsewhere: Move = (shop, draft, _aim, d) =>
  draft.content.place === null || draft.content.raisedIn !== null ? undefined : changed(shop, draft, { place: d.pick(draft.unit.spots).id })

export const moves: readonly Move[] = [nudge, nudge, flip, blank, companions, hosts, outcome, elsewhere]
