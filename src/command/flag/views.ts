import type { CampaignId, OrgId, RecordId } from '#kit/id.ts'
import type { Text } from '#kit/text.ts'
import type { Sort } from '#record/shape.ts'

export const verdicts = ['fine', 'not_fine'] as const
export type Verdict = (typeof verdicts)[number]

/** What a person said of a flag. It changes no figure. */
export type FlagVerdict = {
  readonly rule: string
  /** The version that was looked at. */
  readonly version: number
  readonly verdict: Verdict
  readonly why: string
  readonly by: string
  readonly at: string
}

export type FlagRow = {
  readonly record: RecordId
  readonly version: number
  readonly campaign: CampaignId
  readonly sort: Sort
  readonly kind: string
  readonly day: string
  readonly org: OrgId
  readonly orgName: string
  readonly gist: string
  /** Who entered the record. */
  readonly by: string
  readonly rule: string
  readonly says: Text
  /** The last word on it; null while it waits. */
  readonly verdict: FlagVerdict | null
  /** The one who asks entered the record. */
  readonly own: boolean
}
