import { type Day, type Period, addDays, firstOfNextMonth, monthOf, toNumber, weekday } from '#kit/day.ts'
import type { Every, Quota, QuotaAsk } from '#scheme/quota.ts'
import type { Scheme } from '#scheme/shape.ts'
import type { Span } from './shape.ts'

/* When something is owed: the campaign’s periods, and the assignee’s own part of them. */

/** First and last day of a quota as a whole; `to` null: ended by an event that has no day yet. */
export type Frame = { readonly from: Day; readonly to: Day | null }

/** What day an event falls on (scheme/moments.ts); null: not known yet. */
export type EventDays = (event: string) => Day | null

export const frameOf = (scheme: Scheme, quota: Quota, ask: QuotaAsk, events: EventDays): Frame => {
  const day = (moment: string | undefined, otherwise: Day): Day | null => {
    if (moment === undefined) return otherwise
    return moment.startsWith('event:') ? events(moment.slice('event:'.length)) : moment
  }
  // What begins with an event that has not come yet begins after the campaign: nobody owes it so far.
  return { from: day(quota.from, scheme.window.from) ?? addDays(scheme.window.to, 1), to: day(ask.by, scheme.window.to) }
}

const monthsLater = (first: Day, n: number): Day => {
  let day = first
  for (let i = 0; i < n; i++) day = firstOfNextMonth(day)
  return day
}

/** The first day of the span of months that a day lies in: quarters and halves begin in January. */
const monthly = (day: Day, months: number): Period => {
  const month = Number(day.slice(5, 7)) - 1
  const from = `${day.slice(0, 4)}-${String(month - (month % months) + 1).padStart(2, '0')}-01`
  return { from, to: addDays(monthsLater(from, months), -1) }
}

const around: Readonly<Record<Exclude<Every, 'campaign'>, (day: Day) => Period>> = {
  year: (day) => monthly(day, 12),
  half: (day) => monthly(day, 6),
  quarter: (day) => monthly(day, 3),
  month: (day) => ({ from: monthOf(day), to: addDays(firstOfNextMonth(day), -1) }),
  week: (day) => ({ from: addDays(day, 1 - weekday(day)), to: addDays(day, 7 - weekday(day)) }),
  day: (day) => ({ from: day, to: day }),
}

const least = (a: Day, b: Day | null): Day => (b === null || a < b ? a : b)
const latest = (a: Day, b: Day): Day => (a > b ? a : b)

/** The period that a day lies in, cut to the frame; before the frame its first one, after it its last. */
export const periodAt = (frame: Frame, every: Every, day: Day): Frame => {
  if (every === 'campaign') return frame
  const within = latest(least(day, frame.to), frame.from)
  const whole = around[every](within)
  return { from: latest(whole.from, frame.from), to: least(whole.to, frame.to) }
}

/** Periods that were over before the one that a day lies in, the first one first; at most so many, the newest. */
export const periodsBefore = (frame: Frame, every: Every, day: Day, most: number): readonly Period[] => {
  if (every === 'campaign' || day < frame.from) return []
  const found: Period[] = []
  for (let at = periodAt(frame, every, day); at.from > frame.from && found.length < most; ) {
    at = periodAt(frame, every, addDays(at.from, -1))
    found.unshift({ from: at.from, to: at.to ?? at.from })
  }
  return found
}

/** Days in it, both ends counted. */
export const daysIn = (period: Period): number => Math.max(0, toNumber(period.to) - toNumber(period.from) + 1)

export const cut = (period: Period, to: Frame): Period | null => {
  const both = { from: latest(period.from, to.from), to: least(period.to, to.to) }
  return both.from <= both.to ? both : null
}

/** What ends with an event that has no day yet goes on for as long as anybody can say. */
export const openEnd: Day = '9999-12-31'

/**
 * The days of a period that count for an assignee, by the quota’s manner of moving; empty: they do not owe it in this period.
 * prorate: the days on which they owed it. carry: all of it, for who owes it on the day. restart: since the day they took it on.
 */
export const ownDays = (quota: Quota, period: Frame, spans: readonly Span[], day: Day): readonly Period[] => {
  const whole: Period = { from: period.from, to: period.to ?? openEnd }
  if (quota.moves === 'prorate') {
    return spans.flatMap((s) => {
      const own = cut(s, period)
      return own === null || (own.from > day && own.from > whole.from) ? [] : [own]
    })
  }
  const on = latest(least(day, period.to), period.from)
  const now = spans.find((s) => s.from <= on && s.to >= on)
  if (now === undefined) return []
  return quota.moves === 'carry' ? [whole] : [{ from: latest(now.from, whole.from), to: whole.to }]
}
