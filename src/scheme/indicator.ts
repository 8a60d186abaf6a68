import { z } from 'zod'
import { cel, key, slug, text, unit } from './atom.ts'

/* What is counted: flows, stocks, newest values, rates, parts, sub-studies; and what one record counts for in other campaigns. */

/** Of what only the newest word counts. */
const eaches = ['org', 'place', 'subject', 'participant'] as const

export const indicator = z.strictObject({
  title: text,
  unit,
  /** What is counted, beside the nominal unit: 参加主题党日的党员 in 人次. */
  counts: text.optional(),
  about: text.optional(),
  /** Activity kinds (`visit`), or a matter's events: `problem.raised`, `problem.closed`; `matter.raised` stands for every kind. */
  from: z.union([z.string(), z.array(z.string()).min(1)]).optional(),
  /** One fact for the record, or one for each participant or subject of it (person-times, households). */
  per: z.enum(['record', 'participant', 'subject']).optional(),
  /** What a fact is worth; 1 unless told. */
  value: cel.optional(),
  /** Only when true. */
  when: cel.optional(),
  /** Count different ones once: households rather than visits to households. */
  distinct: z.enum(['participant', 'subject', 'org', 'place']).optional(),
  /** flow: what fell into the period. stock: all up to its end. latest: of each one the newest word up to its end. */
  take: z.enum(['flow', 'stock', 'latest']).optional(),
  /** latest: of each what; each org unless told. */
  each: z.enum(eaches).optional(),
  /** latest: never added up, as a percentage or an income per head; told only where a single one has said it. */
  alone: z.boolean().optional(),
  /** "Of which": a subset of that indicator, narrowed by `when`. Inherits from, per, value, distinct, take, each and alone. */
  of: key.optional(),
  /** Computed from other indicators by name: `helped_funds / helped_people`. Has no facts of its own. */
  formula: cel.optional(),
  /** A rate with a declared denominator, × 100 in %; no value where the whole is 0. With `from`: entered as such, and must derive. */
  ratio: z.strictObject({ part: key, whole: key }).optional(),
  /** A sub-study beside that total. */
  beside: key.optional(),
  /** Whether the total holds it; `unsaid` (unless told) is reported, never repaired. */
  included: z.enum(['yes', 'no', 'unsaid']).optional(),
  decimals: z.int().min(0).max(6).optional(),
  /** Chosen for the cockpit's first row, in this order. */
  headline: z.boolean().default(false),
})

/** What an activity counts for in another campaign, when that one is loaded: a record of its kind, its fields filled from this one's. */
export const also = z.strictObject({
  campaign: slug,
  as: key,
  fields: z.record(key, cel).default({}),
  /** Only when true. */
  when: cel.optional(),
})

export type Indicator = z.output<typeof indicator>
export type Also = z.output<typeof also>
export type Each = (typeof eaches)[number]
export type Take = NonNullable<Indicator['take']>
