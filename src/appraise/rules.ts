import type { Text } from '#kit/text.ts'
import { type Span, type WorkCalendar, spanOf } from '#kit/workday.ts'
import { calendarOf } from '#scheme/days.ts'
import type { Scheme } from '#scheme/shape.ts'
import { type Supervision, wordsFor } from '#scheme/supervision.ts'

/** A step of escalation: who is told, what it is called, and how long after which deadline. */
export type EscalationRule = { readonly to: string; readonly title: Text; readonly after: Span; readonly on: 'answer' | 'receipt' }

/** How notices are handled, as the scheme says it, with its words read. */
export type NoticeRules = {
  readonly calendar: WorkCalendar
  readonly receive: Span
  readonly answer: Span
  readonly extend: { readonly times: number; readonly by: Span | null }
  readonly grades: readonly { readonly key: string; readonly title: Text; readonly answer: Span | null; readonly begin: string | null }[]
  readonly steps: readonly EscalationRule[]
  readonly repeats: Supervision['repeats']
}

const span = (says: string): Span => {
  const read = spanOf(says)
  if (read === null) throw new Error(`no length of time: ${says}`)
  return read
}

export const noticeRules = (scheme: Pick<Scheme, 'holidays' | 'workdays' | 'supervision'>): NoticeRules => {
  const { receive, answer, extend, grades, escalate, repeats } = scheme.supervision
  return {
    calendar: calendarOf(scheme),
    receive: span(receive),
    answer: span(answer),
    extend: { times: extend.times, by: extend.by === undefined ? null : span(extend.by) },
    grades: grades.map(({ key, title, answer: own, begin }) => ({
      key,
      title,
      answer: own === undefined ? null : span(own),
      begin: begin ?? null,
    })),
    steps: escalate.map((s) => ({ to: s.to, title: s.title ?? wordsFor[s.to] ?? { zh: s.to, en: s.to }, after: span(s.after), on: s.on })),
    repeats,
  }
}
