import { written } from './numbers.ts'
import { addDays, type Day } from '#kit/day.ts'
import type { RecordId } from '#kit/id.ts'
import type { Content } from '#record/shape.ts'
import type { CompiledForm } from '#scheme/compiled.ts'
import type { Dice } from './dice.ts'
import { type Draft, type Shop, check, draw } from './draft.ts'
import { ofItsClass } from './fitting.ts'
import type { Press } from './form.ts'
import { type Calendar, type Temper, deskTime, handlingLag, instantOf } from './rhythm.ts'
import { type Rounds, inTurn, tookTurn } from './rounds.ts'
import { weigh } from './scales.ts'
import { type Words, worded as stating } from './word.ts'
import { done, phrase } from './texts.ts'
import { type Pin, isFedBy } from './totals.ts'
import { strays } from './tune.ts'

/** A stretch of field work: who works when, and the activities so far in which matters may be raised. */
export type Season = {
  readonly shop: Shop
  readonly calendar: Calendar
  readonly tempers: readonly Temper[]
  readonly pins: ReadonlyMap<string, Pin>
  readonly activities: Draft[]
  /** Activities that matters were raised in: these must not go. */
  readonly hung: Set<string>
  readonly rounds: Rounds
  /** What units have stated last, where totals speak of that. */
  readonly words: Words
}

/** Another draft of this kind, by some unit on some day. What counts for some units' totals alone is theirs to do: half of such a kind, and nobody else's. */
export const make = (season: Season, form: CompiledForm, press: Press, d: Dice): Draft => {
  const own = owners(season, form)
  const tempers = own.length > 0 && d.chance(0.5) ? own : season.tempers
  for (let attempt = 0; attempt < 12; attempt++) {
    const draft = once(season, form, tempers, press, d)
    if (!strays(season.pins, draft, weigh(season.shop.compiled, season.pins, draft))) return kept(season, draft)
  }
  return kept(season, once(season, form, own.length > 0 ? own : season.tempers, press, d))
}

const owners = (season: Season, form: CompiledForm): readonly Temper[] => {
  const by = [...season.pins.values()].filter((p) => isFedBy(p, form)).flatMap((p) => p.by)
  return by.length === 0 ? [] : season.tempers.filter((t) => t.share > 0 && by.some((part) => t.unit.name.includes(part)))
}

/** The same without a thought for totals: to see what a kind's records are like. */
export const trial = (season: Season, form: CompiledForm, d: Dice): Draft => once(season, form, season.tempers, new Map(), d)

const kept = (season: Season, draft: Draft): Draft => {
  if (draft.content.raisedIn) season.hung.add(draft.content.raisedIn)
  tookTurn(season.rounds, draft.form, draft.unit.id)
  return stating(season.shop, season.pins, draft, season.shop.compiled.scheme.window.from, season.words)
}

const once = (season: Season, form: CompiledForm, tempers: readonly Temper[], press: Press, d: Dice): Draft => {
  const fitting = inTurn(season.rounds, season.pins, form, ofItsClass(season.shop.compiled, form, tempers))
  const raisedIn = form.sort === 'matter' && season.activities.length > 0 ? somewhereRaised(season, fitting, d) : undefined
  const mere = isMere(season, form)
  const temper = d.weighted(fitting.map((t) => [t, t.share || (mere ? 1 : 0)] as const))
  const day = raisedIn?.content.day ?? when(season, form, temper, d)
  const draft = draw(
    season.shop,
    { form, unit: raisedIn?.unit ?? temper.unit, day, instant: instantOf(day, deskTime(d)), raisedIn },
    press,
    d,
  )
  return form.sort === 'matter' ? ended(season, draft, d) : draft
}

/** What even a unit does that has not started: paper, which the scheme does not take for a start. */
const isMere = ({ shop: { compiled }, pins }: Season, form: CompiledForm): boolean =>
  form.sort === 'activity' &&
  form.form.place === 'none' &&
  form.form.participants.min === 0 &&
  compiled.scheme.start.with.length > 0 &&
  ![compiled.scheme.start.with, ...Object.values(compiled.scheme.start.classes)].flat().includes(form.kind) &&
  ![...pins.values()].some((p) => isFedBy(p, form))

/** Preparations come first, reports last. */
const when = (season: Season, form: CompiledForm, temper: Temper, d: Dice): Day => {
  const title = `${form.kind} ${form.form.title.zh}`
  const days = Array.from(
    { length: /部署|准备|动员|启动|规划|承诺|prepar|mobili|launch/i.test(title) ? 5 : /报告|总结|report|summary/i.test(title) ? 2 : 1 },
    () => season.calendar.day(temper, d),
  ).sort()
  return (/报告|总结|report|summary/i.test(title) ? days.at(-1) : days[0]) ?? season.calendar.last
}

/** Matters come up where people are met. */
const somewhereRaised = (season: Season, tempers: readonly Temper[], d: Dice): Draft | undefined => {
  const units = new Set(tempers.map((t) => t.unit.id))
  for (let attempt = 0; attempt < 30; attempt++) {
    const one = d.pick(season.activities)
    if (units.has(one.unit.id) && (one.content.subjects.length > 0 || d.chance(0.15))) return one
  }
  return undefined
}

const ended = (season: Season, draft: Draft, d: Dice): Draft => {
  if (draft.form.sort !== 'matter') return draft
  const day = addDays(draft.content.day, handlingLag(d))
  if (day > season.calendar.last || d.chance(0.04)) return draft
  const outcomes = inTime(draft.form.form.outcomes, day === draft.content.day)
  const outcome = d.weighted(outcomes.map((o, i) => [o, o.solved ? 8 : 1 / (i + 1)] as const))
  const note = outcome.solved ? done(draft.scene, d) : phrase(draft.scene.topic.explained, draft.scene, d)
  const closed: Draft = { ...draft, content: { ...draft.content, closing: { day, outcome: outcome.key, note } } }
  return check(season.shop, closed).fits ? closed : draft
}

/** Only what is closed on its day was solved on the spot. */
const inTime = <T extends { readonly key: string; readonly title: { readonly zh: string } }>(
  outcomes: readonly T[],
  sameDay: boolean,
): readonly T[] => {
  const here = outcomes.filter((o) => /当场|on.?(the.?)?spot/i.test(`${o.key} ${o.title.zh}`))
  const rest = outcomes.filter((o) => !here.includes(o))
  return here.length > 0 && rest.length > 0 ? (sameDay ? here : rest) : outcomes
}

/** Gives one record behind each approximate total its word. */
export const roughen = (season: Season, drafts: readonly Draft[]): readonly Draft[] => {
  const worded = new Map<RecordId, Content>()
  for (const pin of [...season.pins.values()].filter((p) => p.approx !== null && p.target.gt(0))) {
    const one = drafts.find(
      (draft) =>
        weigh(season.shop.compiled, season.pins, draft).has(pin.key) &&
        pin.indicator.roughFields.some((f) => typeof draft.content.fields[f] === 'string'),
    )
    const field = one && pin.indicator.roughFields.find((f) => typeof one.content.fields[f] === 'string')
    if (!one || !field || !pin.approx) continue
    const content = worded.get(one.id) ?? one.content
    worded.set(one.id, { ...content, fields: { ...content.fields, [field]: { value: written(content, field), approx: pin.approx } } })
  }
  return drafts.map((draft) => ({ ...draft, content: worded.get(draft.id) ?? draft.content }))
}
