import { addDays, type Day, weekday } from '#kit/day.ts'
import { Decimal } from '#kit/decimal.ts'
import type { OrgId, PersonId, RecordId } from '#kit/id.ts'
import type { Content, Sort } from '#record/shape.ts'
import type { Dice } from './dice.ts'
import { type Draft, type Shop, check } from './draft.ts'
import { fit, isNumeric, stepOf, written } from './numbers.ts'
import { deskTime, entryLag, instantOf, reviewLag } from './rhythm.ts'
import { correctReasons, returnReasons, withdrawReasons } from './texts.ts'

/** Who sits at the desk: one of the unit's visitors, or its liaison. */
export type Hand = { readonly role: 'visitor' | 'liaison'; readonly person: PersonId; readonly org: OrgId }

type What =
  | { readonly act: 'submit'; readonly sort: Sort; readonly kind: string; readonly content: Content }
  | { readonly act: 'correct'; readonly content: Content; readonly why: string }
  | { readonly act: 'accept' }
  | { readonly act: 'return' | 'withdraw' | 'reopen'; readonly why: string }
  | { readonly act: 'close'; readonly day: Day; readonly outcome: string; readonly note: string }

/** One command call of the simulated field work. `at` is milliseconds since 1970; `seen` the version before (0 for submit). */
export type Step = { readonly at: number; readonly by: Hand; readonly record: RecordId; readonly seen: number } & What

export type Moment = { readonly at: number; readonly by: Hand } & What

/** How a record gets to where it ends. The first three end confirmed. */
export type Fate = 'straight' | 'returned' | 'amended' | 'waiting' | 'sent back' | 'withdrawn'

const hand = (draft: Draft, role: Hand['role'], index: number): Hand => ({
  role,
  org: draft.unit.id,
  person: (draft.unit.people[index] ?? draft.unit.people[0])?.id as PersonId,
})
export const liaison = (draft: Draft): Hand => hand(draft, 'liaison', 6)
/** Whoever was there writes it down, or the office does it for them: two desks in each unit. */
export const visitor = (draft: Draft): Hand => hand(draft, 'visitor', draft.content.participants[0] === draft.unit.people[0]?.id ? 2 : 1)

/** When it is entered, and then looked at up to three times, each after the one before; nothing later than `last`. */
const timing = (
  draft: Draft,
  last: Day,
  earliest: number,
  d: Dice,
): { readonly entered: number; readonly looked: readonly [number, number, number] } => {
  const end = instantOf(last, 1320)
  const lag = entryLag(d)
  const entered = Math.max(
    Math.min(instantOf(addDays(draft.content.day, lag), deskTime(d)), end - d.int(240, 600) * 60_000),
    earliest + 60_000,
  )
  const look = (n: number, after: number): number => {
    const day = atWork(addDays(draft.content.day, lag + reviewLag(d) + (n - 1) * 2))
    return Math.max(Math.min(instantOf(day, deskTime(d)), end - (5 - n) * 1_500_000), after + 600_000)
  }
  const first = look(1, entered)
  const second = look(2, first)
  return { entered, looked: [first, second, look(3, second)] }
}

const atWork = (day: Day): Day => (weekday(day) > 5 ? addDays(day, 8 - weekday(day)) : day)

/** The steps of one record in time order. Closing comes on its day, or with the entry if that is later. */
export const live = (shop: Shop, draft: Draft, fate: Fate, last: Day, earliest: number, d: Dice): readonly Moment[] => {
  const { entered, looked } = timing(draft, last, earliest, d)
  const { closing } = draft.content
  const open = { ...draft.content, closing: null }
  const submit = (content: Content): Moment => ({
    at: entered,
    by: visitor(draft),
    act: 'submit',
    sort: draft.form.sort,
    kind: draft.form.kind,
    content,
  })
  const accept = (at: number): Moment[] => (draft.form.form.review ? [{ at, by: liaison(draft), act: 'accept' }] : [])
  const closedAt = closing === null ? 0 : Math.max(instantOf(closing.day, deskTime(d)), entered + 240_000)
  const closes = (after: number): Moment[] =>
    closing === null ? [] : [{ at: Math.max(closedAt, after), by: liaison(draft), act: 'close', ...closing }]
  const correct = (by: Hand): Moment => ({ at: looked[1], by, act: 'correct', content: open, why: d.pick(correctReasons) })
  const giveBack: Moment = { at: looked[0], by: liaison(draft), act: 'return', why: d.pick(returnReasons) }
  const withdraw: Moment = { at: looked[1], by: visitor(draft), act: 'withdraw', why: d.pick(withdrawReasons) }
  const lives: Readonly<Record<Fate, () => readonly Moment[]>> = {
    straight: () => [submit(open), ...accept(looked[0]), ...closes(0)],
    returned: () => [
      submit(hasty(shop, draft, d)),
      giveBack,
      correct(visitor(draft)),
      ...accept(looked[2]),
      ...closes(looked[2] + 240_000),
    ],
    amended: () => [submit(slip(shop, draft, d)), ...accept(looked[0]), correct(liaison(draft)), ...closes(looked[1] + 240_000)],
    waiting: () => [submit(open)],
    'sent back': () => [submit(hasty(shop, draft, d)), giveBack],
    withdrawn: () => [submit(open), ...(d.chance(0.5) ? accept(looked[0]) : []), withdraw],
  }
  return [...lives[fate]()].sort((a, b) => a.at - b.at)
}

const curt = ['走访群众，了解情况。', '开展走访活动。', '已走访，情况良好。', '听取意见，做好记录。']

/** What was handed in before it was sent back: empty talk, or a number that does not fit. */
const hasty = (shop: Shop, draft: Draft, d: Dice): Content => {
  const long = draft.form.fields.find(({ field }) => field.type === 'longtext' && draft.content.fields[field.key] !== undefined)
  if (long === undefined) return slip(shop, draft, d)
  const content = { ...draft.content, closing: null, fields: { ...draft.content.fields, [long.field.key]: d.pick(curt) } }
  return check(shop, { ...draft, content }).fits ? content : slip(shop, draft, d)
}

/** One number a little off. */
export const slip = (shop: Shop, draft: Draft, d: Dice): Content => {
  const open = { ...draft.content, closing: null }
  const numbers = draft.form.fields.filter(({ field }) => isNumeric(field) && typeof draft.content.fields[field.key] === 'string')
  if (numbers.length === 0) return open
  const { field } = d.pick(numbers)
  const off = Decimal.max(stepOf(field), field.type === 'integer' ? 1 : 0.5).times(d.chance(0.5) ? 1 : -1)
  const content = {
    ...open,
    fields: { ...open.fields, [field.key]: fit(field, new Decimal(written(draft.content, field.key)).plus(off)) },
  }
  return check(shop, { ...draft, content }).fits ? content : open
}
