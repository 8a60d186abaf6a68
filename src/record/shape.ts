import { z } from 'zod'
import { isDay } from '#kit/day.ts'
import { type CampaignId, type OrgId, type PersonId, type PlaceId, type RecordId, type SubjectId, isId } from '#kit/id.ts'

/*
 * A record is an activity (one visit, forum, report …) or a matter (something raised that must get an answer).
 * It is a row of versions; each version says the whole content, who made it, when and why.
 */

export const id = <T extends string>() =>
  z.custom<T>((v) => typeof v === 'string' && isId(v), { params: { says: { zh: '应为编号（UUID）', en: 'Expected an id (a UUID)' } } })
export const day = z
  .string()
  .refine(isDay, { params: { says: { zh: '应为日期，如 2012-05-15', en: 'Expected a day such as 2012-05-15' } } })
/** 64 hex digits of a stored file's SHA-256. */
export const sha256 = z.string().regex(/^[0-9a-f]{64}$/)

export const approxWords = ['余', '多', '近', '以上', '约'] as const
export type Approx = (typeof approxWords)[number]

/** A number that people know only roughly keeps its word. Numbers travel as decimal strings: '671.12'. */
export const rough = z.strictObject({ value: z.string(), approx: z.enum(approxWords) })
export const fieldValue = z.union([z.string(), z.boolean(), z.array(z.string()), rough, z.null()])
export type FieldValue = z.output<typeof fieldValue>

export const attachment = z.strictObject({
  sha256,
  name: z.string().min(1).max(200),
  /** Media type as found in the bytes, never as claimed. */
  type: z.string().max(100),
  size: z.int().min(0),
})
export type Attachment = z.output<typeof attachment>

/** What one version says. Field values by the form's keys; blank is null or absent, never zero. */
export const content = z.strictObject({
  day,
  org: id<OrgId>(),
  place: id<PlaceId>().nullable().default(null),
  participants: z.array(id<PersonId>()).max(500).default([]),
  subjects: z.array(id<SubjectId>()).max(500).default([]),
  fields: z.record(z.string(), fieldValue).default({}),
  attachments: z.array(attachment).max(60).default([]),
  /** Matters: the activity it was raised in. */
  raisedIn: id<RecordId>().nullable().default(null),
  /** Matters: how it ended. */
  closing: z
    .strictObject({ day, outcome: z.string(), note: z.string().max(5000) })
    .nullable()
    .default(null),
})
export type Content = z.output<typeof content>
export type ContentInput = z.input<typeof content>

export type Sort = 'activity' | 'matter'

/** submitted waits for review and counts as pending; accepted counts as confirmed; returned and withdrawn count for nothing. */
export const states = ['submitted', 'accepted', 'returned', 'withdrawn'] as const
export type State = (typeof states)[number]

export const acts = ['submit', 'correct', 'accept', 'return', 'withdraw', 'close', 'reopen'] as const
export type Act = (typeof acts)[number]

/** Another campaign in which a record counts as well, by a version of its scheme. */
export type AlsoIn = { readonly campaign: CampaignId; readonly key: string; readonly version: number }

/** What the register said when the version was made; facts rest on this, so a later change of the register moves nothing. */
export type Context = {
  /** From the root down to the record's org. */
  readonly org: readonly { readonly id: OrgId; readonly code: string; readonly kind: string; readonly class: string }[]
  /** From the top place down; empty without a place. */
  readonly place: readonly { readonly id: PlaceId; readonly code: string; readonly kind: string }[]
  readonly participants: readonly {
    readonly id: PersonId
    readonly rank: string
    readonly post: string
    readonly org: OrgId
    readonly within: boolean
  }[]
  readonly subjects: readonly { readonly id: SubjectId; readonly kind: string; readonly tags: readonly string[] }[]
  /** The campaigns in which it may count as well; absent where its form names none. */
  readonly also?: readonly AlsoIn[]
}

export type RecordVersion = {
  readonly record: RecordId
  readonly version: number
  readonly sort: Sort
  /** Key of the activity or matter kind in the scheme. */
  readonly kind: string
  readonly state: State
  readonly schemeVersion: number
  readonly content: Content
  readonly context: Context
}
