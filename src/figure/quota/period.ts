import { type Day, type Period, addDays, lastDay, toNumber } from '#kit/day.ts'
import { phaseDays, phaseOf } from '#scheme/moments.ts'
import type { Every, Quota, QuotaAsk } from '#scheme/quota.ts'
import type { Scheme } from '#scheme/shape.ts'
import { type Frame, latest, least, turnWithin } from '../turn.ts'
import type { Span } from './shape.ts'

/* When something is owed: the campaign’s periods, and the assignee’s own part of them. */

/** What day an event falls on (scheme/moments.ts); null: not known yet. */
export type EventDays = (event: string) => Day | null

/** First and last day of a quota as a whole, and the campaign's phases within them. */
export type QuotaFrame = Frame & { readonly phases: readonly Frame[] }

export const frameOf = (scheme: Scheme, quota: Quota, ask: QuotaAsk, events: EventDays): QuotaFrame => {
  const phases = phaseDays(scheme, daysOfEvents(scheme, events))
  const day = (moment: string | undefined, end: 'from' | 'until', otherwise: Day): Day | null => {
    if (moment === undefined) return otherwise
    const phase = phaseOf(moment)
    if (phase !== null) return phases.find((p) => p.key === phase)?.[end] ?? null
    return moment.startsWith('event:') ? events(moment.slice('event:'.length)) : moment
  }
  // What begins with an event that has not come yet begins after the campaign: nobody owes it so far.
  const from = day(quota.from, 'from', scheme.window.from) ?? addDays(scheme.window.to, 1)
  const to = day(ask.by, 'until', scheme.window.to)
  const within = phases.flatMap((p): readonly Frame[] => {
    if (p.from === null || (to !== null && p.from > to) || (p.until !== null && p.until < from)) return []
    return [{ from: latest(p.from, from), to: p.until === null ? to : least(p.until, to) }]
  })
  return { from, to, phases: within }
}

const daysOfEvents = (scheme: Scheme, events: EventDays): ReadonlyMap<string, Day> =>
  new Map(
    scheme.events.flatMap((e) => {
      const day = events(e.key)
      return day === null ? [] : [[e.key, day]]
    }),
  )

/** The period of a quota that a day lies in; between two phases, the one before. */
export const turnIn = (frame: QuotaFrame, every: Every, day: Day): Frame => {
  if (every !== 'phase') return turnWithin(every, day, { from: frame.from, to: frame.to })
  return frame.phases.findLast((p) => p.from <= day) ?? frame.phases[0] ?? { from: frame.from, to: frame.to }
}

/** Periods that were over before the one that a day lies in, the first one first; at most so many, the newest. */
export const periodsBefore = (frame: QuotaFrame, every: Every, day: Day, most: number): readonly Period[] => {
  if (every === 'campaign' || day < frame.from) return []
  const now = turnIn(frame, every, day)
  if (every === 'phase')
    return frame.phases.flatMap((p) => (p.to !== null && p.from < now.from ? [{ from: p.from, to: p.to }] : [])).slice(-most)
  const found: Period[] = []
  for (let at = now; at.from > frame.from && found.length < most; ) {
    at = turnIn(frame, every, addDays(at.from, -1))
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

/**
 * The days of a period that count for an assignee, by the quota’s manner of moving; empty: they do not owe it in this period.
 * prorate: the days on which they owed it. carry: all of it, for who owes it on the day. restart: since the day they took it on.
 */
export const ownDays = (quota: Quota, period: Frame, spans: readonly Span[], day: Day): readonly Period[] => {
  const whole: Period = { from: period.from, to: period.to ?? lastDay }
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
