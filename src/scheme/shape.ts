import { z } from 'zod'
import { cel, day, key, moment, slug, text, unit } from './atom.ts'
import { burden, coverage, demands, minutes, photos } from './care.ts'
import { also, indicator } from './indicator.ts'
import { quota } from './quota.ts'
import { dayOrDays, lights, noSupervision, plainLights, supervision } from './supervision.ts'

/*
 * The campaign language: what a scheme file may say, as shapes. What the words mean together (a subset of what, a unit
 * that fits) is checked in check.ts. The published JSON Schema is generated from here.
 */

export const fieldTypes = ['text', 'longtext', 'integer', 'decimal', 'money', 'date', 'time', 'boolean', 'choice', 'choices'] as const

export const field = z.strictObject({
  key,
  title: text,
  type: z.enum(fieldTypes),
  hint: text.optional(),
  required: z.boolean().default(false),
  /** decimal, integer, money: what it is measured in. Money: 元 or 万元 …; facts keep exact yuan. */
  unit: unit.optional(),
  min: z.number().optional(),
  max: z.number().optional(),
  /** Most digits after the point (decimal, money); 2 unless told. */
  decimals: z.int().min(0).max(6).optional(),
  /** Most characters (text 200, longtext 5000 unless told). */
  length: z.int().min(1).max(20000).optional(),
  options: z
    .array(z.strictObject({ key, title: text }))
    .min(1)
    .max(200)
    .optional(),
  /** Shown and required only when true. */
  show: cel.optional(),
  /** Must be true; `says` is what the user reads when it is not. */
  check: cel.optional(),
  says: text.optional(),
  /** Numbers only: an approximate word (余 多 近 以上) may be kept with the number. */
  approx: z.boolean().default(false),
  /** Holds personal data, for this purpose; masked by default. */
  personal: text.optional(),
  /** What it takes to fill in, when the common measure does not fit. */
  minutes: minutes.optional(),
})

export const rule = z.strictObject({
  key,
  /** True when all is well. */
  check: cel,
  /** block: not stored. flag: stored, shown to a person who decides. */
  otherwise: z.enum(['block', 'flag']),
  says: text,
})

const form = {
  title: text,
  about: text.optional(),
  fields: z.array(field).max(100).default([]),
  rules: z.array(rule).max(50).default([]),
  /** Keys of the classes whose units use it; every unit unless told. A unit is of its org's class, or of the nearest org above that has one. */
  for: z.array(key).max(50).optional(),
  /** What becomes of a record by a unit of another class; flagged unless told. */
  otherwise: z.enum(['block', 'flag', 'ignore']).optional(),
  /** Whether the unit's liaison accepts each record before it counts as confirmed. */
  review: z.boolean().default(false),
  place: z.enum(['required', 'optional', 'none']).default('optional'),
  photos,
  files: z.strictObject({ max: z.int().min(0).max(30) }).default({ max: 5 }),
  /** What it counts for in other campaigns. */
  also: z.array(also).max(10).default([]),
}

export const activityKind = z.strictObject({
  ...form,
  /** Kinds of subjects it is paid to; none for a forum or a report. */
  to: z.array(z.string().min(1).max(40)).default([]),
  subjects: z.strictObject({ min: z.int().min(0).default(0), max: z.int().min(1).max(500).optional() }).default({ min: 0 }),
  participants: z.strictObject({ min: z.int().min(0).default(1), max: z.int().min(1).max(500).optional() }).default({ min: 1 }),
})

export const matterKind = z.strictObject({
  ...form,
  /** Ways it can end. `solved` marks the ones that count as solved in the ordinary sense (for cockpit and lights only). */
  outcomes: z
    .array(z.strictObject({ key, title: text, solved: z.boolean().default(false) }))
    .min(1)
    .max(20),
})

export const phase = z.strictObject({
  key,
  title: text,
  from: moment.optional(),
  until: moment.optional(),
})

export const scheme = z.strictObject({
  /** Which edition of this language the file is written in. */
  language: z.literal(1).default(1),
  scheme: slug,
  title: text,
  issuer: text.optional(),
  /** The notice it rests on (文号). */
  reference: z.string().max(200).optional(),
  about: text.optional(),
  window: z.strictObject({ from: day, to: day }),
  events: z.array(z.strictObject({ key, title: text, day: day.optional() })).default([]),
  phases: z.array(phase).default([]),
  units: z.record(unit, z.strictObject({ of: unit, factor: z.union([z.number(), z.string()]) })).default({}),
  /** Orgs ranked among themselves; CEL over `org`. The first class that fits is the org's. */
  classes: z
    .array(
      z.strictObject({
        key,
        title: text,
        where: cel,
        minimum: z.int().min(0).default(0),
        /** The carrier (载体) through which units of this class do their part: its name, for people to read. */
        carrier: text.optional(),
        about: text.optional(),
      }),
    )
    .default([]),
  /** Ranks (职级) as the register names them. */
  ranks: z.array(z.strictObject({ key: z.string().min(1).max(40), title: text })).default([]),
  /** Who takes part; each unit may widen its own circle when `widen` is true. */
  participants: z
    .strictObject({
      where: cel.optional(),
      widen: z.boolean().default(false),
      outside: z.enum(['block', 'flag', 'ignore']).default('flag'),
    })
    .default({ widen: false, outside: 'ignore' }),
  subjects: z.array(z.strictObject({ key: z.string().min(1).max(40), title: text, unit })).default([]),
  tags: z.array(z.strictObject({ key: z.string().min(1).max(40), title: text })).default([]),
  activities: z.record(key, activityKind),
  matters: z.record(key, matterKind).default({}),
  indicators: z.record(key, indicator),
  /** Parts that must add up to the whole. "Of which" alone is never checked to add up. */
  partitions: z.array(z.strictObject({ of: key, into: z.array(key).min(2) })).default([]),
  quotas: z.record(key, quota).default({}),
  coverage,
  /** How often is too often, over all campaigns. */
  burden,
  /** What the notice demands beside its forms; only the linter reads it. */
  demands,
  /** What share of what is expected by today is green, yellow, red. */
  lights: lights.default(plainLights),
  /** Notices, their deadlines and what happens after them. */
  supervision: supervision.default(noSupervision),
  /** Days that are not worked, and weekend days that are: deadlines in working days go by them. */
  holidays: z.array(dayOrDays).max(500).default([]),
  workdays: z.array(dayOrDays).max(500).default([]),
  /** A unit has started when it has a record of one of these kinds (any kind unless told) by `by`. */
  start: z
    .strictObject({
      by: day.optional(),
      with: z.array(z.string()).default([]),
      /** The kinds for units of a class, where they are others (scheme/start.ts). */
      classes: z.record(key, z.array(z.string()).min(1)).default({}),
    })
    .default({ with: [], classes: {} }),
  /** Bulletin templates: text here, or a file beside the scheme. */
  bulletins: z.record(key, z.strictObject({ title: text, template: z.string().min(1) })).default({}),
})

export type Scheme = z.output<typeof scheme>
export type Field = z.output<typeof field>
export type FieldType = (typeof fieldTypes)[number]
export type Rule = z.output<typeof rule>
export type ActivityKind = z.output<typeof activityKind>
export type MatterKind = z.output<typeof matterKind>
