import { type Day, addDays } from '#kit/day.ts'
import type { Text } from '#kit/text.ts'
import { after, spanOf } from '#kit/workday.ts'
import { calendarOf } from './days.ts'
import type { Scheme } from './shape.ts'

/*
 * Days that a scheme leaves open: phases and quotas may wait for an event. An event's day stands in the scheme, or is announced while the
 * campaign runs; what was announced goes before what was written.
 */

/** Event → the day announced for it. */
export type Announced = ReadonlyMap<string, Day>
export const nothingAnnounced: Announced = new Map()

type Dated = Pick<Scheme, 'events' | 'holidays' | 'workdays'>

/** `midterm`, or `midterm + 7 days`, `midterm - 3 working days`. */
const withOffset = /^([a-z][a-z0-9_]*)(?: ?([+-]) ?(.+))?$/

/** The event that a moment speaks of, without what lies before or after it; null for a day or a phase. */
export const eventOf = (moment: string): string | null => /^event:([a-z][a-z0-9_]*)/.exec(moment)?.[1] ?? null
export const phaseOf = (moment: string): string | null => /^phase:([a-z][a-z0-9_]*)$/.exec(moment)?.[1] ?? null

/** The day an event falls on, or so long after or before it; null: not known yet. */
export const eventDays =
  (scheme: Dated, announced: Announced) =>
  (said: string): Day | null => {
    const [, event = said, sign, length] = withOffset.exec(said) ?? []
    const day = announced.get(event) ?? scheme.events.find((e) => e.key === event)?.day ?? null
    const span = length === undefined ? null : spanOf(length)
    return day === null || span === null ? day : after(calendarOf(scheme), day, sign === '-' ? { ...span, days: -span.days } : span)
  }

/** `2012-05-15`, `event:key`, or `event:key + 7 days`. Null: the event has no day yet. */
export const dayOf = (scheme: Dated, announced: Announced, moment: string): Day | null =>
  moment.startsWith('event:') ? eventDays(scheme, announced)(moment.slice('event:'.length)) : moment

export type PhaseDays = {
  readonly key: string
  readonly title: Text
  /** First and last day; null: waits for an event, or for what follows. */
  readonly from: Day | null
  readonly until: Day | null
  /** Events that its ends are tied to, known or not. */
  readonly begins: string | null
  readonly ends: string | null
}

/**
 * The phases with their days. A phase without a first day follows on the one before, one without a last day lasts until the next begins;
 * one that ends with the event by which the next begins ends the day before.
 */
export const phaseDays = (scheme: Scheme, announced: Announced): readonly PhaseDays[] => {
  const { phases, window } = scheme
  const at = (moment: string | undefined): Day | null => (moment === undefined ? null : dayOf(scheme, announced, moment))
  const tied = (moment: string | undefined): string | null => eventOf(moment ?? '')
  const lasts = phases.map(({ until }, i): Day | null => {
    const next = phases[i + 1]
    const end = at(until)
    if (end !== null) return until === next?.from && tied(until) !== null ? addDays(end, -1) : end
    if (until !== undefined) return null
    if (next === undefined) return window.to
    const begins = at(next.from)
    return begins === null ? null : addDays(begins, -1)
  })
  return phases.map(({ key, title, from, until }, i) => {
    const before = lasts[i - 1]
    const follows = i === 0 ? window.from : before == null ? null : addDays(before, 1)
    return { key, title, from: from === undefined ? follows : at(from), until: lasts[i] ?? null, begins: tied(from), ends: tied(until) }
  })
}

export const phaseStates = ['past', 'now', 'ahead', 'waits'] as const
/** waits: it begins with an event that has no day yet. */
export type PhaseState = (typeof phaseStates)[number]

export const phaseState = ({ from, until }: PhaseDays, today: Day): PhaseState => {
  if (until !== null && until < today) return 'past'
  if (from === null) return 'waits'
  return from <= today ? 'now' : 'ahead'
}

/** Phases that are empty or do not come after the one before, once these events have their days. */
export const phasesAmiss = (scheme: Scheme, announced: Announced): readonly PhaseDays[] => {
  let before: Day | null = null
  return phaseDays(scheme, announced).filter((phase) => {
    const { from, until } = phase
    const amiss = (from !== null && until !== null && until < from) || (from !== null && before !== null && from <= before)
    before = until ?? from ?? before
    return amiss
  })
}
