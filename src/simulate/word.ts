import { type Day, toNumber } from '#kit/day.ts'
import { Decimal, zero } from '#kit/decimal.ts'
import { say } from '#kit/text.ts'
import type { CompiledForm } from '#scheme/compiled.ts'
import { check, type Draft, type Shop } from './draft.ts'
import type { Dice } from './dice.ts'
import { fit, isNumeric } from './numbers.ts'
import { type Word, weigh } from './scales.ts'
import { type Pin, isFedBy } from './totals.ts'

/*
 * Values that are stated again and again, of which only the newest word of each counts: a town's income month by month. The newest words
 * add up to the total; the earlier ones have grown towards it, and those after it go on.
 */

/** By total and whose word it is: the newest confirmed one. */
export type Words = Map<string, { readonly day: Day; readonly value: Decimal }>

/** The one number field whose value such a total takes; null where it is worked out otherwise, or counted. */
export const fieldOf = (pin: Pin, draft: Pick<Draft, 'form'>) => {
  const { each, value } = pin.indicator
  const found = draft.form.fields.find(({ field }) => field.key === value?.source && isNumeric(field))
  return each === null || found === undefined ? null : found
}

export const isStated = (pin: Pin): boolean => pin.indicator.each !== null && pin.indicator.value !== null

const stated = (pins: ReadonlyMap<string, Pin>): readonly Pin[] => [...pins.values()].filter(isStated)

/** How often units report in such a form, where totals speak of what they state last: about once a month; undefined for other forms. */
export const reports = (
  pins: ReadonlyMap<string, Pin>,
  form: CompiledForm,
  units: readonly { readonly name: string }[],
  months: number,
): number | undefined => {
  const mine = stated(pins).filter((p) => isFedBy(p, form))
  if (mine.length === 0) return undefined
  const doing = units.filter((u) => mine.some((p) => p.by.length === 0 || p.by.some((part) => u.name.includes(part))))
  return Math.max(1, doing.length) * Math.min(6, Math.max(1, Math.round(months)))
}

/** What stays the same all year is no progress. */
const isAim = (pin: Pin): boolean =>
  /目标|任务|计划|指标|总数|target|plan|goal/i.test(`${pin.key} ${say(pin.indicator.indicator.title, 'zh')}`)

const with_ = (draft: Draft, key: string, value: string): Draft => ({
  ...draft,
  content: { ...draft.content, fields: { ...draft.content.fields, [key]: value } },
})

/** The drafts with the newest words brought to their totals, and those before them in proportion to the time that has passed. */
export const settleWords = (
  shop: Shop,
  pins: ReadonlyMap<string, Pin>,
  drafts: readonly Draft[],
  from: Day,
  words: Words,
  d: Dice,
): readonly Draft[] => {
  for (const pin of stated(pins)) share(pin, newestOf(shop, pins, pin, drafts), words, d)
  return drafts.map((draft) => worded(shop, pins, draft, from, words))
}

/** Of each one its newest draft. */
const newestOf = (shop: Shop, pins: ReadonlyMap<string, Pin>, pin: Pin, drafts: readonly Draft[]): ReadonlyMap<string, Draft> => {
  const newest = new Map<string, { at: string; draft: Draft }>()
  for (const draft of drafts) {
    if (fieldOf(pin, draft) === null) continue
    for (const { each, at } of wordsOf(shop, pins, pin, draft)) {
      const before = newest.get(each)
      if (before === undefined || before.at < at) newest.set(each, { at, draft })
    }
  }
  return new Map([...newest].map(([each, { draft }]) => [each, draft]))
}

/** Also where the field is still blank. */
const wordsOf = (shop: Shop, pins: ReadonlyMap<string, Pin>, pin: Pin, draft: Draft): readonly Word[] => {
  const target = fieldOf(pin, draft)
  if (target === null) return []
  const said = with_(draft, target.field.key, fit(target.field, new Decimal(1)))
  return weigh(shop.compiled, pins, said).get(pin.key)?.words ?? []
}

/** Unequal parts that add up to the total exactly. */
const share = (pin: Pin, newest: ReadonlyMap<string, Draft>, words: Words, d: Dice): void => {
  const parts = [...newest].map(([each, draft]) => ({ each, draft, weight: 0.5 + d.next() }))
  const all = parts.reduce((sum, p) => sum + p.weight, 0)
  let left = pin.target
  for (const [i, { each, draft, weight }] of parts.entries()) {
    const target = fieldOf(pin, draft)
    if (target === null) continue
    const wanted = i === parts.length - 1 ? left : pin.target.times(weight / all)
    const value = new Decimal(fit(target.field, wanted.div(target.factor))).times(target.factor)
    words.set(`${pin.key} ${each}`, { day: draft.content.day, value })
    left = left.minus(value)
  }
}

/** The draft with what its unit has stated by its day, where a total speaks of that. */
export const worded = (shop: Shop, pins: ReadonlyMap<string, Pin>, draft: Draft, from: Day, words: Words): Draft => {
  let now = draft
  for (const pin of stated(pins)) {
    const target = fieldOf(pin, now)
    const [one] = target === null ? [] : wordsOf(shop, pins, pin, now)
    const known = one && words.get(`${pin.key} ${one.each}`)
    if (target === null || known === undefined) continue
    const part = isAim(pin) ? new Decimal(1) : passed(from, now.content.day, known.day)
    now = with_(now, target.field.key, fit(target.field, known.value.times(part).div(target.factor)))
  }
  return now === draft || !check(shop, now).fits ? draft : now
}

/** How much of the time until the newest word had passed on a day; more than 1 after it. */
const passed = (from: Day, day: Day, newest: Day): Decimal => {
  const whole = daysFrom(from, newest)
  return whole <= 0 ? new Decimal(1) : Decimal.max(zero, new Decimal(Math.max(1, daysFrom(from, day))).div(whole))
}

const daysFrom = (from: Day, to: Day): number => toNumber(to) - toNumber(from)
