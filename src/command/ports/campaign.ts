import type { CampaignId, OrgId } from '#kit/id.ts'
import type { Compiled } from '#scheme/compiled.ts'
import type { Announcement } from '../phase-views.ts'
import type { CampaignRow } from '../views.ts'

/** One version of a campaign's scheme, ready to run. Never changes, so the store may keep it in memory. */
export type LoadedScheme = {
  readonly campaign: CampaignId
  readonly key: string
  readonly version: number
  readonly source: string
  readonly files: Readonly<Record<string, string>>
  readonly compiled: Compiled
  /** Indicators credited to people since this version or an earlier one. */
  readonly credited: ReadonlySet<string>
}

export type Circle = { readonly org: OrgId; readonly where: string; readonly says: string }

export type CampaignRead = {
  /** The newest version unless told; undefined when there is no such campaign or version. */
  scheme(campaign: CampaignId, version?: number): Promise<LoadedScheme | undefined>
  list(): Promise<readonly CampaignRow[]>
  byKey(key: string): Promise<{ readonly id: CampaignId; readonly version: number } | undefined>
  versions(
    campaign: CampaignId,
  ): Promise<readonly { readonly version: number; readonly at: string; readonly by: string; readonly why: string }[]>
  circles(campaign: CampaignId): Promise<readonly (Circle & { readonly orgName: string })[]>
  /** The days announced for events. */
  announced(campaign: CampaignId): Promise<ReadonlyMap<string, string>>
  /** Every announcement, newest first. */
  announcements(campaign: CampaignId): Promise<readonly Announcement[]>
  /** The root of the org tree on a day. */
  root(on: string): Promise<OrgId | undefined>
}

export type CampaignWrite = CampaignRead & {
  /** Adds a campaign (version 1) or its next version; the source must have been checked. */
  save(version: {
    readonly campaign: CampaignId
    readonly key: string
    readonly version: number
    readonly source: string
    readonly files: Readonly<Record<string, string>>
    /** Campaigns in which its records count as well. */
    readonly also: readonly CampaignId[]
    readonly why: string
    readonly credited: readonly string[]
  }): Promise<void>
  widen(campaign: CampaignId, circle: Circle): Promise<void>
  announce(campaign: CampaignId, said: Pick<Announcement, 'event' | 'day' | 'why'>): Promise<void>
}
