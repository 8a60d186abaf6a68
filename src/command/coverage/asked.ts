import { z } from 'zod'
import type { Actor } from '#access/actor.ts'
import { type Duty, dutyOf } from '#figure/coverage.ts'
import { type Day, toNumber } from '#kit/day.ts'
import { Fault } from '#kit/fault.ts'
import type { CampaignId, OrgId, PlaceId } from '#kit/id.ts'
import { day, id } from '#record/shape.ts'
import type { Compiled } from '#scheme/compiled.ts'
import { schemeOf, scopeOf } from '../figure/present.ts'
import type { CareScope, Narrowed, Waiting } from '../ports/care.ts'
import type { Read } from '../ports.ts'
import type { WaitingRow } from '../care-views.ts'
import { limit, q } from '../register/words.ts'
import type { Page } from '../views.ts'

/** What every question of coverage may say. `on`: a day of the turn that is meant; today unless told. */
export const input = {
  campaign: id<CampaignId>(),
  org: id<OrgId>().optional(),
  place: id<PlaceId>().optional(),
  on: day.optional(),
  /** Which of the scheme's duties: 0 the first, then those of `also`. */
  duty: z.coerce.number().int().min(0).max(20).default(0),
}

export const narrowing = {
  ...input,
  tag: z.string().max(40).optional(),
  kind: z.string().max(40).optional(),
  q,
  after: z.string().max(100).optional(),
  limit,
}

export type Asked = {
  readonly compiled: Compiled
  readonly duty: Duty
  /** Which one it is. */
  readonly at: number
  /** The org it was asked for, and whether that is the whole tenant. */
  readonly org: OrgId
  readonly scope: CareScope
}

type Input = {
  readonly campaign: CampaignId
  readonly org?: OrgId | undefined
  readonly place?: PlaceId | undefined
  readonly on?: Day | undefined
  readonly duty: number
}

/** @throws Fault 404.1 for a campaign or an org that is not there for the actor */
export const askedOf = async (
  db: Read,
  actor: Actor,
  { campaign, org: wanted, place, on, duty: at }: Input,
  today: Day,
): Promise<Asked> => {
  const { compiled } = await schemeOf(db, campaign)
  const org = await scopeOf(db, actor, wanted, today)
  const all = (await db.register.orgPath(org, today)).length === 1
  const duty = dutyOf(compiled, on ?? today, at)
  if (duty === null) throw new Fault('404.1', { what: { zh: '覆盖要求', en: 'coverage' } })
  return { compiled, duty, at, org, scope: { place, on: today, ...(all ? {} : { org }) } }
}

export const narrowed = (scope: CareScope, given: Omit<Narrowed, keyof CareScope>): Narrowed => ({ ...given, ...scope })

/** With the days each has waited, up to the turn's end. */
export const withDays = (page: Page<Waiting>, { compiled, duty }: Asked, today: Day): Page<WaitingRow> => {
  const now = today < duty.turn.to ? today : duty.turn.to
  const begun = compiled.scheme.window.from
  const days = (from: Day): number => Math.max(0, toNumber(now) - toNumber(from))
  return { ...page, rows: page.rows.map((row) => ({ ...row, waited: days(row.last ?? begun) })) }
}
