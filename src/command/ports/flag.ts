import type { CampaignId, OrgId, RecordId } from '#kit/id.ts'
import type { FlagRow, FlagVerdict, Verdict } from '../flag/views.ts'
import type { Page } from '../views.ts'
import type { Sight } from './record.ts'

export type FlagFilter = {
  readonly campaign: CampaignId
  /** Still to be judged, or judged as such; all unless told. */
  readonly state?: 'waiting' | Verdict | undefined
  readonly rule?: string | undefined
  readonly org?: OrgId | undefined
  readonly after?: string | undefined
  readonly limit: number
}

export type FlagRead = {
  /** Flags of records that count, newest day first. A verdict holds until the record is corrected. */
  list(filter: FlagFilter, sight: Sight): Promise<Page<FlagRow>>
  /** Everything that was said of a record's flags, newest first. */
  verdicts(record: RecordId): Promise<readonly FlagVerdict[]>
  /** Flags that wait for judgement, by org, each with all below it; an org without any is left out. */
  waiting(campaign: CampaignId, orgs: readonly OrgId[]): Promise<ReadonlyMap<OrgId, number>>
  /** Of records of these orgs' subtrees: judged within the days. */
  judged(campaign: CampaignId, org: OrgId, from: string, to: string): Promise<Readonly<Record<Verdict, number>>>
}

export type FlagWrite = FlagRead & {
  judge(
    record: RecordId,
    verdict: { readonly rule: string; readonly version: number; readonly verdict: Verdict; readonly why: string },
  ): Promise<void>
}
