import { z } from 'zod'
import { isDay } from '#kit/day.ts'

/* The smallest shapes of the campaign language, of which the others are made. `x-is` tells an editor what a value is. */

export const key = z
  .string()
  .regex(/^[a-z][a-z0-9_]{0,47}$/)
  .meta({ 'x-is': 'key' })
export const slug = z.string().regex(/^[a-z][a-z0-9-]{1,47}$/)
export const day = z.string().refine(isDay).meta({ 'x-is': 'day' })
/** A day, or the day of an event, or so long after or before it: `event:midterm + 7 days`. */
const offset = '( ?[+-] ?\\d{1,3} ?(working days?|days?|weeks?|个?工作日|天|日|周))?'
export const eventPattern = new RegExp(`^event:[a-z][a-z0-9_]*${offset}$`)
export const moment = z.union([day, z.string().regex(eventPattern)])
/** The same, or a phase: its first day where something begins, its last day where it ends. */
export const phasePattern = new RegExp(`^(event:[a-z][a-z0-9_]*${offset}|phase:[a-z][a-z0-9_]*)$`)
export const momentOrPhase = z.union([day, z.string().regex(phasePattern)])
/** A CEL expression; which names it may use depends on where it stands (see expression.ts). */
export const cel = z.string().min(1).max(2000).meta({ 'x-is': 'cel' })
/** 万元, 天, 户 … A unit known to units.ts, or one declared under `units`, or any nominal unit. */
export const unit = z.string().min(1).max(12).meta({ 'x-is': 'unit' })

/** How often: once in the campaign, in each year … each day. */
export const turns = ['campaign', 'year', 'half', 'quarter', 'month', 'week', 'day'] as const
export type Turn = (typeof turns)[number]

export const text = z.union([
  z
    .string()
    .min(1)
    .max(2000)
    .transform((zh) => ({ zh })),
  z.strictObject({ zh: z.string().min(1).max(2000), en: z.string().min(1).max(2000).optional() }),
])
