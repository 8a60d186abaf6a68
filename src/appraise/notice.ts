import type { Day } from '#kit/day.ts'
import { Fault } from '#kit/fault.ts'
import type { Text } from '#kit/text.ts'
import { after } from '#kit/workday.ts'
import type { NoticeRules } from './rules.ts'

/*
 * A supervision notice (督办单): issued by the office to a unit with a deadline, received and answered by the unit, closed or
 * returned by the office. Every act is a step of its history; the notice as it stands is what the steps made of it.
 */

export const noticeStates = ['issued', 'received', 'answered', 'returned', 'closed', 'withdrawn'] as const
export type NoticeState = (typeof noticeStates)[number]

/** ask: the unit asks for more time; extend and refuse: the office decides. escalate: somebody noted that a step was taken. */
export const noticeActs = ['receive', 'answer', 'ask', 'extend', 'refuse', 'return', 'close', 'withdraw', 'escalate'] as const
export type NoticeAct = (typeof noticeActs)[number]

export type NoticeStanding = {
  readonly state: NoticeState
  /** Counts the acts; the issue is 1. */
  readonly version: number
  readonly issuedOn: Day
  readonly receiveBy: Day
  /** The last day on which an answer is in time. */
  readonly due: Day
  readonly grade: string | null
  readonly receivedOn: Day | null
  /** Of the last answer. */
  readonly answeredOn: Day | null
  /** How often the deadline was put off. */
  readonly extensions: number
  /** The day asked for, while the office has not decided. */
  readonly asked: Day | null
  /** Once an answer came after its deadline. */
  readonly late: boolean
}

export type NoticeStep = { readonly act: NoticeAct; readonly on: Day; readonly until: Day | null }

const standing: Readonly<Record<NoticeAct, readonly NoticeState[]>> = {
  receive: ['issued'],
  answer: ['received', 'returned'],
  ask: ['issued', 'received', 'returned'],
  extend: ['issued', 'received', 'returned'],
  refuse: ['issued', 'received', 'returned'],
  return: ['answered'],
  close: ['answered'],
  withdraw: ['issued', 'received', 'answered', 'returned'],
  escalate: ['issued', 'received', 'returned'],
}

/** What may happen to it now, whoever asks. */
export const openActs = (notice: NoticeStanding, rules: NoticeRules): readonly NoticeAct[] =>
  noticeActs.filter((act) => {
    if (!standing[act].includes(notice.state)) return false
    if (act === 'refuse') return notice.asked !== null
    if (act === 'ask') return notice.asked === null && notice.extensions < rules.extend.times
    if (act === 'escalate') return rules.steps.length > 0
    return act !== 'extend' || notice.extensions < rules.extend.times
  })

/** A notice as it is issued. `until`: the day it names, else what the scheme gives. @throws Fault 422.40, 404.1 */
export const issued = (on: Day, grade: string | null, until: Day | null, rules: NoticeRules): NoticeStanding => {
  const kind = rules.grades.find((g) => g.key === grade)
  if (grade !== null && kind === undefined) throw new Fault('404.1', { what: { zh: '督办等级', en: 'grade of notice' } })
  const due = until ?? after(rules.calendar, on, kind?.answer ?? rules.answer)
  assertLater(due, on)
  const receiveBy = after(rules.calendar, on, rules.receive)
  return {
    state: 'issued',
    version: 1,
    issuedOn: on,
    receiveBy: receiveBy < due ? receiveBy : due,
    due,
    grade,
    receivedOn: null,
    answeredOn: null,
    extensions: 0,
    asked: null,
    late: false,
  }
}

/** The notice after an act. @throws Fault 409.20 when it does not stand so, 422.40 and 422.41 about days that do not do */
export const taken = (notice: NoticeStanding, step: NoticeStep, rules: NoticeRules): NoticeStanding => {
  if (!openActs(notice, rules).includes(step.act))
    throw new Fault('409.20', { state: noticeStateWords[notice.state], what: noticeActWords[step.act] })
  return { ...notice, ...effects[step.act](notice, step, rules), version: notice.version + 1 }
}

type Effect = (notice: NoticeStanding, step: NoticeStep, rules: NoticeRules) => Partial<NoticeStanding>

const effects: Readonly<Record<NoticeAct, Effect>> = {
  receive: (_, { on }) => ({ state: 'received', receivedOn: on }),
  answer: (n, { on }) => ({ state: 'answered', answeredOn: on, asked: null, late: n.late || on > n.due }),
  ask: (n, step, rules) => ({ asked: putOff(n, step, rules) }),
  extend: (n, step, rules) => ({ due: putOff(n, step, rules), asked: null, extensions: n.extensions + 1 }),
  refuse: () => ({ asked: null }),
  return: (_, { on, until }, rules) => {
    const due = until ?? after(rules.calendar, on, rules.answer)
    assertLater(due, on)
    return { state: 'returned', due, asked: null }
  },
  close: () => ({ state: 'closed', asked: null }),
  withdraw: () => ({ state: 'withdrawn', asked: null }),
  escalate: () => ({}),
}

/** The day a deadline is put off to: the one named, or the one asked for. */
const putOff = (n: NoticeStanding, { on, until }: NoticeStep, rules: NoticeRules): Day => {
  const day = until ?? n.asked
  if (day === null) throw new Fault('422.40', { day: n.due })
  assertLater(day, n.due > on ? n.due : on)
  const { by } = rules.extend
  const most = by === null ? null : after(rules.calendar, n.due > on ? n.due : on, by)
  if (most !== null && day > most) throw new Fault('422.41', { most })
  return day
}

const assertLater = (day: Day, than: Day): void => {
  if (day <= than) throw new Fault('422.40', { day: than })
}

/** A deadline that has passed without what it asks for. */
export const overdue = (n: NoticeStanding, today: Day): 'receipt' | 'answer' | null => {
  if (n.state !== 'issued' && n.state !== 'received' && n.state !== 'returned') return null
  if (today > n.due) return 'answer'
  return n.state === 'issued' && today > n.receiveBy ? 'receipt' : null
}

export const isOpen = (n: Pick<NoticeStanding, 'state'>): boolean => n.state !== 'closed' && n.state !== 'withdrawn'

const noticeStateWords: Readonly<Record<NoticeState, Text>> = {
  issued: { zh: '待签收', en: 'issued' },
  received: { zh: '办理中', en: 'received' },
  answered: { zh: '已答复', en: 'answered' },
  returned: { zh: '退回重办', en: 'returned' },
  closed: { zh: '已办结', en: 'closed' },
  withdrawn: { zh: '已撤销', en: 'withdrawn' },
}

const noticeActWords: Readonly<Record<NoticeAct | 'issue', Text>> = {
  issue: { zh: '发出', en: 'issued' },
  receive: { zh: '签收', en: 'received' },
  answer: { zh: '答复', en: 'answered' },
  ask: { zh: '申请延期', en: 'given more time on request' },
  extend: { zh: '同意延期', en: 'extended' },
  refuse: { zh: '不同意延期', en: 'refused more time' },
  return: { zh: '退回重办', en: 'returned' },
  close: { zh: '办结', en: 'closed' },
  withdraw: { zh: '撤销', en: 'withdrawn' },
  escalate: { zh: '升级督办', en: 'escalated' },
}
