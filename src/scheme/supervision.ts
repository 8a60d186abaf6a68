import { z } from 'zod'
import type { Text } from '#kit/text.ts'
import { spanPattern } from '#kit/workday.ts'
import { day, key, text } from './atom.ts'

/* How a campaign is supervised: lights, days that are worked, notices (督办单) and what happens when one is not answered. */

const span = z.string().regex(spanPattern)
const share = z.number().gt(0).max(10)

/** What is done of what is expected by today: at least `green` is green, at least `yellow` yellow, less is red. */
export const lights = z.strictObject({
  green: share.default(1),
  yellow: share.default(0.8),
  /** Of several quotas: the worst one's light (unless told), or the light of their mean. */
  of: z.enum(['worst', 'mean']).default('worst'),
})

export const dayOrDays = z.union([day, z.strictObject({ from: day, to: day })])

const step = z.strictObject({
  /** Who is told: `lead`, `office`, `group`, `inspector`, or a word of one's own with a title. */
  to: key,
  /** What is done then: 书面提醒, 约谈 … */
  title: text.optional(),
  /** So long after the deadline. */
  after: span,
  /** Which deadline: of the answer, unless told, or of the receipt. */
  on: z.enum(['answer', 'receipt']).default('answer'),
})

const repeat = z.strictObject({
  /** In a row, or all together within the campaign. */
  in: z.enum(['consecutive', 'cumulative']),
  times: z.int().min(2).max(100),
  /** What is counted: notices not answered in time (unless told), or every notice. */
  of: z.enum(['late', 'issued']).default('late'),
  /** The step taken at once; those before it are skipped. */
  to: key,
})

const grade = z.strictObject({
  key,
  title: text,
  answer: span.optional(),
  /** Escalation begins with this step; those before it are skipped. */
  begin: key.optional(),
})

export const supervision = z.strictObject({
  /** From issue to receipt (签收). */
  receive: span.default('1 working day'),
  /** From issue to answer, unless the notice names a day. */
  answer: span.default('5 working days'),
  /** How often the deadline may be put off for one notice, and the longest at a time. */
  extend: z.strictObject({ times: z.int().min(0).max(20).default(1), by: span.optional() }).default({ times: 1 }),
  grades: z.array(grade).max(10).default([]),
  escalate: z.array(step).max(10).default([]),
  repeats: z.union([repeat.transform((one) => [one]), z.array(repeat).max(10)]).default([]),
  /** How often a digest is made. */
  digest: z.enum(['weekly', 'none']).default('weekly'),
})

export type Lights = z.output<typeof lights>
export type Supervision = z.output<typeof supervision>

export const noSupervision: Supervision = supervision.parse({})
export const plainLights: Lights = lights.parse({})

/** Whom a step goes to, where the scheme gives it no title. */
export const wordsFor: Readonly<Record<string, Text>> = {
  lead: { zh: '报送单位主要负责人', en: 'To the head of the unit' },
  office: { zh: '活动办通报', en: 'Reported by the campaign office' },
  inspector: { zh: '督导组督办', en: 'To the inspectors' },
  group: { zh: '报领导小组', en: 'To the leading group' },
}
