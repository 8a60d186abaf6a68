import { Decimal, plain, zero } from '#kit/decimal.ts'
import { Fault } from '#kit/fault.ts'
import type { Compiled, CompiledForm } from '#scheme/compiled.ts'
import type { Dice } from './dice.ts'
import { type Draft, type Shop, check } from './draft.ts'
import { moves } from './moves.ts'
import { Scales, type Weight, weigh } from './scales.ts'
import { type Pin, isFedBy } from './totals.ts'

type Held = { draft: Draft; weight: Weight }

/** Drafts on their scales, being brought to their totals by small natural changes. */
type Desk = {
  readonly shop: Shop
  readonly pins: ReadonlyMap<string, Pin>
  readonly scales: Scales
  readonly held: Held[]
  /** What one record usually puts on the scales, so that days and yuan can be weighed against each other. */
  readonly unit: ReadonlyMap<string, number>
  readonly d: Dice
  readonly fixed: ReadonlySet<string>
  readonly make: (form: CompiledForm, d: Dice) => Draft
}

/** Whether a draft counts for a total that is other units' work. */
export const strays = (pins: ReadonlyMap<string, Pin>, draft: Draft, weight: Weight): boolean =>
  [...weight.keys()].some((key) => {
    const by = pins.get(key)?.by ?? []
    return by.length > 0 && !by.some((part) => draft.unit.name.includes(part))
  })

/** Tries without a better sum before one total gets its way at the others' cost, and how often that may come to nothing. */
const patience = { tries: 1500, kicks: 40 }

/**
 * Changes, adds and leaves out drafts until every pinned total is met exactly.
 * @param fixed drafts that others hang on: they may change but not go
 * @throws Fault 422.21 naming the totals that could not be met
 */
export const tune = (
  shop: Shop,
  pins: ReadonlyMap<string, Pin>,
  drafts: readonly Draft[],
  fixed: ReadonlySet<string>,
  make: (form: CompiledForm, d: Dice) => Draft,
  d: Dice,
): readonly Draft[] => {
  const held = drafts.map((draft): Held => ({ draft, weight: weigh(shop.compiled, pins, draft) }))
  const scales = new Scales(pins)
  for (const h of held) scales.put(h.weight)
  const desk: Desk = { shop, pins, scales, held, unit: usualWeights(pins, held), d, fixed, make }
  let best = { distance: Infinity, short: '' }
  for (let idle = 0, kicks = 0, unmet = scales.unmet(); unmet.length > 0; ) {
    const pin = d.pick(unmet)
    const better = attempt(desk, pin, settles)
    if (better) unmet = scales.unmet()
    idle = better ? 0 : idle + 1
    if (idle < patience.tries) continue
    idle = 0
    const now = distance(desk, null, null)
    kicks = now < best.distance - 1e-9 ? 0 : kicks + 1
    if (kicks === 0) best = { distance: now, short: unmet.map((p) => short(p, scales)).join(', ') }
    if (kicks > patience.kicks) throw new Fault('422.21', { pins: best.short })
    for (let i = 0; i < 60 && !attempt(desk, pin, serves(pin)); i++);
    unmet = scales.unmet()
  }
  return held.map((h) => h.draft)
}

const short = (pin: Pin, scales: Scales): string =>
  `${pin.key} ${plain(pin.target.minus(scales.missing(pin)).div(pin.indicator.distinct ? 1 : pin.indicator.factor))} ≠ ${plain(pin.target.div(pin.indicator.distinct ? 1 : pin.indicator.factor))}`

const usualWeights = (pins: ReadonlyMap<string, Pin>, held: readonly Held[]): ReadonlyMap<string, number> =>
  new Map(
    [...pins.keys()].map((key) => {
      const there = held.flatMap((h) => h.weight.get(key)?.amount.toNumber() ?? []).filter((n) => n > 0)
      return [key, there.length === 0 ? 1 : there.reduce((a, b) => a + b, 0) / there.length]
    }),
  )

/** Whether taking one draft and putting another is for the better. */
type Judge = (desk: Desk, less: Weight | null, more: Weight | null) => boolean

/** All totals together come nearer. */
const settles: Judge = (desk, less, more) => {
  // Only what the two put on the scales can have moved.
  const moved = [...new Set([...(less?.keys() ?? []), ...(more?.keys() ?? [])])].flatMap((key) => desk.pins.get(key) ?? [])
  return distance(desk, less, more, moved) < distance(desk, null, null, moved)
}

/** This one total moves, by no more than one record is usually worth, whatever that does to the rest: a way out of a dead end. */
const serves =
  (pin: Pin): Judge =>
  ({ scales, unit }, less, more) => {
    const before = scales.missing(pin)
    const after = swapped(scales, less, more, () => scales.missing(pin))
    return !after.eq(before) && after.abs().lte(Decimal.max(before.abs(), unit.get(pin.key) ?? 1))
  }

const swapped = <T>(scales: Scales, less: Weight | null, more: Weight | null, look: () => T): T => {
  if (less) scales.take(less)
  if (more) scales.put(more)
  const seen = look()
  if (more) scales.take(more)
  if (less) scales.put(less)
  return seen
}

/** Whether each record is worth one; people who go along are as easily changed as numbers. */
const counts = ({ indicator }: Pin): boolean => indicator.value === null && indicator.per !== 'participant'

/** How far the totals would be; counted totals weigh more than amounts. Where too many different ones are counted, few with much are nearer than many with little. */
const distance = ({ pins, scales, unit }: Desk, less: Weight | null, more: Weight | null, over: Iterable<Pin> = pins.values()): number =>
  swapped(scales, less, more, () => {
    let sum = 0
    for (const pin of over) {
      const missing = scales.missing(pin).toNumber()
      sum += (Math.abs(missing) / (unit.get(pin.key) ?? 1)) * (counts(pin) || pin.indicator.distinct ? 25 : 1)
      if (pin.indicator.distinct && missing < 0) sum -= scales.gathered(pin) * 1e-3
    }
    return sum
  })

const attempt = (desk: Desk, pin: Pin, judge: Judge): boolean => {
  const { d } = desk
  const counted = counts(pin) && !pin.indicator.distinct
  const eager = counted ? 0.3 : judge === settles ? 0.01 : 0.4
  if (d.chance(eager))
    return desk.scales.missing(pin).isNegative() === d.chance(counted ? 1 : 0.7) ? drop(desk, pin, judge) : add(desk, pin, judge)
  return change(desk, pin, judge)
}

const feeds = (pin: Pin, draft: Draft): boolean => isFedBy(pin, draft.form)

const someFeeding = (desk: Desk, pin: Pin): Held | undefined => {
  for (let i = 0; i < 200 && desk.held.length > 0; i++) {
    const one = desk.d.pick(desk.held)
    if (feeds(pin, one.draft)) return one
  }
  return undefined
}

const change = (desk: Desk, pin: Pin, judge: Judge): boolean => {
  const { shop, pins, scales, d } = desk
  const one = someFeeding(desk, pin)
  if (one === undefined) return false
  const weighing = (draft: Draft): Decimal => weigh(shop.compiled, pins, draft).get(pin.key)?.amount ?? zero
  const draft = d.pick(moves)(
    shop,
    one.draft,
    { missing: scales.missing(pin), effect: weighing, times: (key) => scales.times(pin, key) },
    d,
  )
  if (draft === undefined) return false
  const weight = weigh(shop.compiled, pins, draft)
  if (strays(pins, draft, weight) || !judge(desk, one.weight, weight)) return false
  const [before, after] = [check(shop, one.draft), check(shop, draft)]
  if (!after.fits || after.flags > before.flags) return false
  scales.take(one.weight)
  scales.put(weight)
  one.draft = after.draft
  one.weight = weight
  return true
}

const formsOf = ({ activities, matters }: Compiled): readonly CompiledForm[] => [...activities.values(), ...matters.values()]

const add = (desk: Desk, pin: Pin, judge: Judge): boolean => {
  const forms = formsOf(desk.shop.compiled).filter((f) => isFedBy(pin, f))
  if (forms.length === 0) return false
  const form = desk.d.pick(forms)
  const draft = desk.make(form, desk.d)
  const weight = weigh(desk.shop.compiled, desk.pins, draft)
  if (!judge(desk, null, weight)) return false
  desk.scales.put(weight)
  desk.held.push({ draft, weight })
  return true
}

const drop = (desk: Desk, pin: Pin, judge: Judge): boolean => {
  const one = someFeeding(desk, pin)
  if (one === undefined || desk.fixed.has(one.draft.id) || !one.weight.has(pin.key)) return false
  if (!judge(desk, one.weight, null)) return false
  desk.scales.take(one.weight)
  desk.held.splice(desk.held.indexOf(one), 1)
  return true
}
