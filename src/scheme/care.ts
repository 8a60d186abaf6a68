import { z } from 'zod'
import { text, turns } from './atom.ts'

/*
 * What a scheme says of the people it goes to and of those who fill it in: who must be reached, how often is too often,
 * and what the notice demands that nobody ought to demand (the linter says why).
 */

const word = z.string().min(1).max(40)

const duty = {
  /** Tags whose subjects must all be reached: 四必到五必访. */
  must_reach: z.array(word).max(100).default([]),
  /** Kinds of subjects of which nobody may be left out: 不落一户. */
  everyone: z.array(word).max(50).default([]),
  /** Reached anew in each; once in the campaign unless told. */
  every: z.enum(turns).default('campaign'),
  /** Kinds of activities that reach somebody; all that are paid to subjects unless told. */
  of: z.array(z.string()).max(50).default([]),
}

export const coverage = z
  .strictObject({
    ...duty,
    title: text.optional(),
    /** Others who must be reached, in turns of their own: large firms each month, the others each quarter. */
    also: z
      .array(z.strictObject({ title: text, ...duty }))
      .max(10)
      .default([]),
  })
  .default({ must_reach: [], everyone: [], every: 'campaign', of: [], also: [] })

export type Coverage = z.output<typeof coverage>

/** Everybody who must be reached, in turns of their own: the first, then the others. */
export const dutiesIn = (all: Coverage): readonly (Coverage['also'][number] | Coverage)[] => [all, ...all.also]

/** Whom a bound protects: a kind of subjects, every `place`, or every `org` that has to hand in records. */
export const burden = z
  .array(
    z.strictObject({
      of: word,
      /** Visits to one of them (records asked of one org) in each period, over all campaigns. */
      at_most: z.int().min(1).max(10_000),
      every: z.enum(turns).default('month'),
      /** What people read before one too many. */
      says: text.optional(),
    }),
  )
  .max(20)
  .default([])

const demandWords = [
  'photo',
  'track',
  'sign_in',
  'points',
  'login_ranking',
  'download',
  'study_time',
  'screenshot',
  'recording',
  'ledger',
  'daily_report',
  'clicks',
] as const
export type DemandWord = (typeof demandWords)[number]

/** What the notice demands beside its forms, so that it is told for what it is: a daily sign-in in some chat group … */
export const demands = z
  .array(z.strictObject({ what: z.enum(demandWords), says: text.optional() }))
  .max(30)
  .default([])

/** How many photos: `min` makes them compulsory. */
export const photos = z
  .strictObject({ min: z.int().min(0).max(30).default(0), max: z.int().min(0).max(30).default(9) })
  .default({ min: 0, max: 9 })

/** Minutes a field takes whoever fills it in, when the common measure does not fit (see cost.ts). */
export const minutes = z.number().min(0).max(120)
