import { z } from 'zod'
import { type Turn, cel, key, momentOrPhase, text, turns } from './atom.ts'

/* Who owes how much of an indicator, by when or how often: the shapes. How they are made to run stands in owe.ts. */

/** How often it is owed: in each turn of the calendar, or in each phase of the campaign (每学期、每阶段). */
export const everies = [...turns, 'phase'] as const
export type Every = Turn | 'phase'

/** A number, or CEL over the assignee, `linked`, `members`, `branches` and every indicator by key. */
const bound = z.union([z.number(), cel])
/** A share such as 1/3 or 0.9; 1 is all of them. */
const share = z.union([z.number().gt(0).max(1), z.string().regex(/^\d+\/[1-9]\d*$/)])

const ask = {
  at_least: bound.optional(),
  at_most: bound.optional(),
  exactly: bound.optional(),
  /** A share `of` a denominator (CEL: an indicator’s key, `linked`, `members` …). */
  share: share.optional(),
  of: cel.optional(),
  /** Of linked subjects: each counts when it was reached at least so often in the period; once unless told. */
  times: z.int().min(1).max(100).optional(),
  every: z.enum(everies).default('campaign'),
  /** The last day, when it is not the campaign’s (or the period’s) own; an event without a day: not bounded yet. */
  by: momentOrPhase.optional(),
}

export const quota = z.strictObject({
  title: text,
  who: z.enum(['org', 'person', 'team']),
  /** CEL over `org`, `team`, or `person` and their `org`: who owes it. Units of a class, or those who take part, unless told. */
  where: cel.optional(),
  indicator: key,
  ...ask,
  /** The first day, when it is not the campaign’s own. */
  from: momentOrPhase.optional(),
  /** Other periods beside the first, each with bounds of its own: two a quarter and ten a year. */
  also: z.array(z.strictObject(ask)).max(5).default([]),
  /** Of the linked subjects: all of these, a third of those. The first that fits is a subject’s own. */
  strata: z
    .array(z.strictObject({ when: cel, share, title: text.optional() }))
    .max(20)
    .default([]),
  /** What each one owes by name, as a notice’s annex lists it: codes of the register (units, people, teams) with numbers. Whoever is not listed owes nothing. */
  targets: z.record(z.string().min(1).max(60), z.number().min(0)).optional(),
  /** So many places with so many different subjects each. `kind`: places of this kind are meant, else the record’s own. */
  stages: z.strictObject({ places: z.int().min(1), each: z.int().min(1), kind: z.string().min(1).max(40).optional() }).optional(),
  /** One (or `at_least`) for each that this indicator counts of the assignee in the period: a diary for each day of stay. */
  for_each: key.optional(),
  /** A visit of several counts for each of them, for the one named first, or is split. */
  joint: z.enum(['each', 'first', 'split']).default('each'),
  /** Who takes it on or gives it up on the way owes by days; or all of it, with what was done before; or all of it, afresh. */
  moves: z.enum(['prorate', 'carry', 'restart']).default('prorate'),
  /** "In principle" (原则上): shown, not enforced. */
  soft: z.boolean().default(false),
  /** An upper bound that speaks up when a record is handed in. */
  otherwise: z.enum(['flag', 'block']).optional(),
  /** What the user reads then. */
  says: text.optional(),
})

export type Quota = z.output<typeof quota>
export type QuotaAsk = Quota['also'][number]
