import type { Day, Period } from '#kit/day.ts'
import type { OrgId } from '#kit/id.ts'
import type { Text } from '#kit/text.ts'
import type { Every } from '#scheme/quota.ts'
import type { Names } from '#scheme/compiled.ts'
import type { Sum } from '../present.ts'

/* Quotas at work: who owes what on a day, and how far they are. All numbers are decimal strings in the indicator’s printed unit. */

export type Assignee = {
  readonly kind: 'person' | 'org' | 'team'
  readonly id: string
  readonly code: string
  readonly name: string
  /** A person’s unit (of the post that makes them owe it); a unit itself; a team’s lead. */
  readonly org: OrgId | null
  readonly orgName: string
  /** The unit’s class in the scheme. */
  readonly class: string | null
}

/**
 * early: its time has not begun · behind: less done than expected by today · course: as expected · done: all that is owed ·
 * over: more than the upper bound · blank: what is asked for has no value to judge by (a rate of nothing, a newest word nobody has said) · open: nothing is owed (only an upper bound, a bound of nothing, or one without a value yet)
 */
export const standings = ['behind', 'over', 'blank', 'course', 'early', 'open', 'done'] as const
export type Standing = (typeof standings)[number]

/** One step of the explanation, in the order in which the numbers come about. */
export type Step = {
  readonly step:
    | 'base'
    | 'linked'
    | 'was'
    | 'stratum'
    | 'stage'
    | 'for_each'
    | 'came'
    | 'left'
    | 'prorate'
    | 'carry'
    | 'restart'
    | 'gone'
    | 'joint'
    | 'expected'
    | 'soft'
    | 'blank'
    | 'unsaid'
  readonly says: Text
}

export type Progress = {
  readonly quota: string
  /** 0 the quota’s own period, 1 … the ones beside it (`also`). */
  readonly part: number
  readonly assignee: Assignee
  readonly every: Every
  /** The campaign’s period that the day lies in; `to` null: an event without a day ends it. */
  readonly period: { readonly from: Day; readonly to: Day | null }
  /** The assignee’s own part of it: shorter for who came or left on the way. */
  readonly own: { readonly from: Day; readonly to: Day | null }
  /** The lower bound; null: there is none, or it has no value. */
  readonly owed: string | null
  /** The upper bound. */
  readonly most: string | null
  /** Confirmed; null: there is no value (blank is not zero). */
  readonly done: string | null
  /** Waiting for review; never part of `done`. */
  readonly pending: string
  /** What should be done by the end of the day, rounded down; null: nothing can be expected. */
  readonly expected: string | null
  /** done ÷ expected, to four places; null when nothing is expected yet. What lights are made of. */
  readonly rate: string | null
  readonly standing: Standing
  readonly soft: boolean
  /** Of a quota that comes again: periods that are over, and in how many of them enough was done. */
  readonly past: { readonly periods: number; readonly met: number } | null
  readonly why: readonly Step[]
}

/** Days on which somebody owes a quota, both ends within; `names` is what its expressions see of them then. */
export type Span = { readonly from: Day; readonly to: Day; readonly names: Names; readonly org: OrgId | null }

/** What was linked to the assignee from a day on: subjects of a kind with the same tags. */
export type Held = {
  readonly from: Day
  readonly groups: readonly { readonly kind: string; readonly tags: readonly string[]; readonly count: number }[]
}

/** Persons of the unit, or units directly below, from a day on. */
export type Headcount = { readonly from: Day; readonly count: number }

/** Everything that must be known of one assignee. */
export type Known = {
  readonly assignee: Assignee
  /** In order, not overlapping, within the quota’s time. */
  readonly spans: readonly Span[]
  /** In order; the first from the campaign’s first day. Empty when the quota does not ask. */
  readonly linked: readonly Held[]
  readonly members: readonly Headcount[]
  readonly branches: readonly Headcount[]
}

/** What the assignee did in the period (in the days that count), in base units. */
export type Deeds = {
  readonly sums: readonly Sum[]
  /** Of the linked subjects: different ones reached, by kind and tags. */
  readonly reached: readonly {
    readonly kind: string
    readonly tags: readonly string[]
    readonly pending: boolean
    readonly count: number
  }[]
  /** Reached, and linked to somebody else (or to nobody) by now. */
  readonly gone: number
  /** Different subjects reached at each place. */
  readonly places: readonly { readonly place: string; readonly pending: boolean; readonly count: number }[]
  /** Of what counts: done before the assignee took it on (`carry`). */
  readonly before: string
  /** Of what counts: records with several participants. */
  readonly joint: number
  /** Confirmed sums of periods that are over, of the quota’s own indicator, the first one first. */
  readonly past: readonly { readonly period: Period; readonly done: string }[]
}
