import type { Actor } from '#access/actor.ts'
import type { CampaignId, OrgId, PlaceId, RecordId, SubjectId } from '#kit/id.ts'
import type { Credit } from '#figure/credit.ts'
import type { Echo } from '#figure/also.ts'
import type { Fact } from '#figure/shape.ts'
import type { Act, Content, RecordVersion, Sort, State } from '#record/shape.ts'
import type { Compiled } from '#scheme/compiled.ts'
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

export type Written = { readonly content: Content; readonly participants: readonly string[]; readonly subjects: readonly string[] }

export type RecordRead = {
  list(filter: RecordFilter, sight: Sight): Promise<Page<RecordRow>>
  /** undefined when missing or out of sight: the same answer for both. */
  current(record: RecordId, sight: Sight): Promise<Current | undefined>
  /** Which of these are records of the campaign. */
  existing(records: readonly RecordId[], campaign: CampaignId): Promise<ReadonlySet<string>>
  /** What records say now, with the names of people and subjects in it; only for records that the caller may see. */
  written(records: readonly RecordId[]): Promise<ReadonlyMap<string, Written>>
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
  /** What it does towards people; null: neither this version nor one before has anything to do with quotas of persons. */
  readonly credits: readonly Credit[] | null
  /** What it is in the other campaigns in which it counts as well. */
  readonly also?: readonly Echo[]
  readonly by: Actor
}

export type RecordWrite = RecordRead & {
  /**
   * Waits until nobody else writes facts of this campaign, or of those in which its records count as well; held to the end of the
   * transaction. Makes the moments of commits strictly ordered.
   * @returns the version of the campaign's scheme, which stays the newest as long as the lock is held; undefined when there is no such campaign
   */
  lock(campaign: CampaignId): Promise<number | undefined>
  /** Holds these campaigns and no others to the end of the transaction: for who seals, and writes none of their facts. */
  lockThese(campaigns: readonly CampaignId[]): Promise<void>
  /** Says which new records will probably be applied once the lock is held: what they need is asked for together with the lock. */
  foresee(campaign: CampaignId, changes: readonly Change[]): void
  /** Stores the versions, closes the facts of the versions before, records the new facts and adds up the tallies. Needs the lock. */
  apply(campaign: CampaignId, changes: readonly Change[]): Promise<void>
  /** Credits these indicators, too, for every version that counts in the campaign: a quota of persons was added that asks for them. Needs the lock. */
  creditAll(
    campaign: CampaignId,
    indicators: ReadonlySet<string>,
    schemeOf: (version: number, of?: CampaignId) => Promise<Compiled>,
  ): Promise<void>
}
