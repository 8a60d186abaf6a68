import type { Actor } from '#access/actor.ts'
import type { CampaignId, OrgId, PlaceId, RecordId, SubjectId } from '#kit/id.ts'
import type { Fact } from '#figure/shape.ts'
import type { Act, RecordVersion, Sort, State } from '#record/shape.ts'
import type { FlagView, Page, RecordRow, VersionView } from '../views.ts'

/** What an actor may see: records in these orgs' subtrees, and the ones the account made. */
export type Sight = { readonly orgs: readonly OrgId[]; readonly account: string }

export type RecordFilter = {
  readonly campaign: CampaignId
  readonly sort?: Sort | undefined
  readonly kind?: string | undefined
  readonly state?: State | undefined
  readonly org?: OrgId | undefined
  readonly place?: PlaceId | undefined
  readonly from?: string | undefined
  readonly to?: string | undefined
  readonly q?: string | undefined
  readonly closed?: boolean | undefined
  readonly mine?: boolean | undefined
  readonly flagged?: boolean | undefined
  readonly raisedIn?: RecordId | undefined
  /** Oldest first, for the review queue. */
  readonly oldest?: boolean | undefined
  readonly after?: string | undefined
  readonly limit: number
}

export type Current = RecordVersion & {
  readonly campaign: CampaignId
  readonly flags: readonly FlagView[]
  readonly by: string
  readonly closed: boolean
}

export type RecordRead = {
  list(filter: RecordFilter, sight: Sight): Promise<Page<RecordRow>>
  /** undefined when missing or out of sight: the same answer for both. */
  current(record: RecordId, sight: Sight): Promise<Current | undefined>
  /** Which of these are records of the campaign. */
  existing(records: readonly RecordId[], campaign: CampaignId): Promise<ReadonlySet<string>>
  /** Newest first. */
  history(record: RecordId): Promise<readonly VersionView[]>
  /** Records of every campaign that name the subject, newest first. */
  naming(subject: SubjectId, sight: Sight, limit: number): Promise<readonly RecordRow[]>
}

/** One step in a record's life, ready to be stored with its facts. */
export type Change = {
  readonly version: RecordVersion
  readonly act: Act
  readonly why: string
  readonly flags: readonly FlagView[]
  readonly gist: string
  readonly facts: readonly Fact[]
  readonly by: Actor
}

export type RecordWrite = RecordRead & {
  /**
   * Waits until nobody else writes facts of this campaign; held to the end of the transaction. Makes the moments of commits strictly ordered.
   * @returns the version of the campaign's scheme, which stays the newest as long as the lock is held; undefined when there is no such campaign
   */
  lock(campaign: CampaignId): Promise<number | undefined>
  /** Stores the versions, closes the facts of the versions before, records the new facts and adds up the tallies. Needs the lock. */
  apply(campaign: CampaignId, changes: readonly Change[]): Promise<void>
}
