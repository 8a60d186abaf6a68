import { z } from 'zod'
import { anyOf } from '#access/actor.ts'
import { read } from '../command.ts'
import type { WaitingRow } from '../care-views.ts'
import type { Page } from '../views.ts'
import { askedOf, narrowed, narrowing, withDays } from './asked.ts'

export const unreached = read({
  name: 'coverage.unreached',
  says: { zh: '必到而本期还没有走访到的对象', en: 'Who must be reached and has not been in this turn.' },
  input: z.strictObject(narrowing),
  may: (actor) => anyOf(actor, 'office', 'liaison', 'visitor'),
  run: async (db, { campaign, org, place, on, duty, ...rest }, { actor, today }): Promise<Page<WaitingRow>> => {
    const asked = await askedOf(db, actor, { campaign, org, place, on, duty }, today)
    return withDays(await db.care.unreached(campaign, asked.duty, narrowed(asked.scope, rest)), asked, today)
  },
})

export const waiting = read({
  name: 'coverage.waiting',
  says: { zh: '必到对象中等得最久的在前', en: 'Of those who must be reached, whoever has waited longest first.' },
  input: z.strictObject({
    ...narrowing,
    after: z
      .string()
      .regex(/^(-infinity|\d{4}-\d\d-\d\d)\|/)
      .max(120)
      .optional(),
  }),
  may: (actor) => anyOf(actor, 'office', 'liaison', 'visitor'),
  run: async (db, { campaign, org, place, on, duty, ...rest }, { actor, today }): Promise<Page<WaitingRow>> => {
    const asked = await askedOf(db, actor, { campaign, org, place, on, duty }, today)
    return withDays(await db.care.waiting(campaign, asked.duty, narrowed(asked.scope, rest)), asked, today)
  },
})
