import { type Day, addDays } from '#kit/day.ts'
import type { Text } from '#kit/text.ts'
import { after } from '#kit/workday.ts'
import type { NoticeStanding } from './notice.ts'
import type { EscalationRule, NoticeRules } from './rules.ts'

/**
 * skipped: a later step is taken at once. waiting: its day has not come. due: its day has come and nobody has noted it.
 * done: noted. over: there was an answer before it was noted.
 */
export type StepState = 'skipped' | 'waiting' | 'due' | 'done' | 'over'

export type Escalation = {
  readonly to: string
  readonly title: Text
  /** The day from which it is to be taken; null for a skipped one. */
  readonly on: Day | null
  readonly state: StepState
  /** Why it comes earlier than by its own day, or is skipped. */
  readonly why: Text | null
}

/** A notice of the same unit in the same campaign. */
export type Past = Pick<NoticeStanding, 'state' | 'late' | 'due' | 'receiveBy'> & {
  /** In the order of issue. */
  readonly number: number
}

type Jump = { readonly at: number; readonly on: Day | null; readonly why: Text }

/**
 * The steps that follow when deadlines pass, with the days they are to be taken. A function of the notice, the unit's notices before it,
 * the rules and today; `noted` holds the steps somebody noted as taken.
 */
export const escalation = (
  notice: NoticeStanding & { readonly number: number },
  earlier: readonly Past[],
  rules: NoticeRules,
  noted: ReadonlySet<string>,
  today: Day,
): readonly Escalation[] => {
  const jump = furthest([fromGrade(notice, rules), ...fromRepeats(notice, earlier, rules, today)])
  return rules.steps.map((rule, i): Escalation => {
    const { to, title } = rule
    if (noted.has(to)) return { to, title, on: dayOf(rule, notice, rules), state: 'done', why: null }
    if (jump !== null && i < jump.at) return { to, title, on: null, state: 'skipped', why: jump.why }
    const own = dayOf(rule, notice, rules)
    const early = jump !== null && i === jump.at && jump.on !== null && jump.on < own
    const on = early ? jump.on : own
    return { to, title, on, state: stateOf(rule, notice, on, today), why: early ? jump.why : null }
  })
}

const dayOf = ({ after: span, on }: EscalationRule, n: NoticeStanding, { calendar }: NoticeRules): Day => {
  const deadline = on === 'receipt' ? n.receiveBy : n.due
  const day = after(calendar, deadline, span)
  return day > deadline ? day : addDays(deadline, 1)
}

const stateOf = ({ on: deadline }: EscalationRule, n: NoticeStanding, on: Day | null, today: Day): StepState => {
  const asked = n.state === 'issued' || (deadline === 'answer' && (n.state === 'received' || n.state === 'returned'))
  if (!asked) return 'over'
  return on !== null && today >= on ? 'due' : 'waiting'
}

const furthest = (jumps: readonly (Jump | null)[]): Jump | null =>
  jumps.reduce((best, jump) => (jump !== null && jump.at >= 0 && (best === null || jump.at > best.at) ? jump : best), null)

const fromGrade = (n: NoticeStanding, { grades, steps }: NoticeRules): Jump | null => {
  const grade = grades.find((g) => g.key === n.grade)
  if (!grade || grade.begin === null) return null
  const why = { zh: `${grade.title.zh}督办单直接从这一步起`, en: `${grade.title.en ?? grade.title.zh} notices begin here` }
  return { at: steps.findIndex((s) => s.to === grade.begin), on: null, why }
}

const fromRepeats = (
  n: NoticeStanding & { readonly number: number },
  earlier: readonly Past[],
  rules: NoticeRules,
  today: Day,
): readonly (Jump | null)[] => {
  const before = earlier.filter((p) => p.state !== 'withdrawn' && p.number < n.number).sort((a, b) => b.number - a.number)
  return rules.repeats.map((repeat): Jump | null => {
    const count = repeat.of === 'issued' ? before.length + 1 : lateOnes(repeat.in, [n, ...before], today)
    const lateNow = isLate(n, today)
    if (count < repeat.times || (repeat.of === 'late' && !lateNow)) return null
    const on = repeat.of === 'issued' ? n.issuedOn : addDays(n.due, 1)
    return { at: rules.steps.findIndex((s) => s.to === repeat.to), on, why: whyOf(repeat, count) }
  })
}

const isLate = (p: Omit<Past, 'number'>, today: Day): boolean =>
  p.late || ((p.state === 'issued' || p.state === 'received' || p.state === 'returned') && today > p.due)

/** Newest first. One that may still be answered in time neither counts nor breaks the row. */
const lateOnes = (how: 'consecutive' | 'cumulative', notices: readonly Omit<Past, 'number'>[], today: Day): number => {
  if (how === 'cumulative') return notices.filter((p) => isLate(p, today)).length
  const decided = notices.filter((p) => isLate(p, today) || p.state === 'answered' || p.state === 'closed')
  const end = decided.findIndex((p) => !isLate(p, today))
  return end === -1 ? decided.length : end
}

const whyOf = ({ in: how, of }: NoticeRules['repeats'][number], count: number): Text => {
  const row = how === 'consecutive' && of === 'late'
  const what = of === 'issued' ? { zh: '被督办', en: 'notices' } : { zh: '逾期未复', en: 'notices not answered in time' }
  return { zh: `${row ? '连续' : '累计'} ${count} 次${what.zh}`, en: `${count} ${what.en}${row ? ' in a row' : ' in all'}` }
}

/** Steps that are to be taken now. */
export const stepsDue = (steps: readonly Escalation[]): readonly Escalation[] => steps.filter((s) => s.state === 'due')
