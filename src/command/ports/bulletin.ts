import type { Derivation, Document, StartAsk } from '#bulletin/shape.ts'
import type { BulletinId, CampaignId, OrgId, PlaceId, RecordId } from '#kit/id.ts'
import type { Act } from '#record/shape.ts'
import type { BulletinRow } from '../views.ts'

export type StoredBulletin = {
  readonly id: BulletinId
  readonly campaign: CampaignId
  readonly title: string
  readonly state: 'draft' | 'sealed'
  readonly text: string
  /** Other campaigns by their names in the text. */
  readonly with: Readonly<Record<string, CampaignId>>
  readonly org: OrgId
  readonly madeAt: string
  readonly by: string
  readonly moment: string | null
  readonly sealedBy: string | null
  readonly document: Document | null
  readonly derivations: readonly Derivation[] | null
  readonly seal: string | null
}

/** A figure whose records may have changed: `number` comes back with what touched it. */
export type Watch = {
  readonly number: number
  readonly campaign: CampaignId
  readonly indicator: string
  readonly org: OrgId | null
  readonly orgs: readonly OrgId[] | null
  readonly place: PlaceId | null
  readonly from: string | null
  readonly to: string | null
  /** Only what waits for review, or only what is confirmed; null: both. */
  readonly pending: boolean | null
}

export type Touch = { readonly number: number; readonly record: RecordId; readonly act: Act; readonly at: string; readonly by: string }

export type BulletinRead = {
  /** Newest first, with the org each is of. */
  list(campaign?: CampaignId): Promise<readonly (BulletinRow & { readonly org: OrgId })[]>
  find(bulletin: BulletinId): Promise<StoredBulletin | undefined>
  /** The units that had a record of one of the kinds, submitted or accepted, as of the moment. */
  started(ask: StartAsk, asOf: string): Promise<readonly OrgId[]>
  /** Record versions made after the moment whose facts came into or went out of a watched figure; newest first, at most `limit` for each figure. */
  touched(watches: readonly Watch[], since: string, limit: number): Promise<readonly Touch[]>
  /** SHA-256, hexadecimal. */
  digest(text: string): string
}

export type BulletinWrite = BulletinRead & {
  draft(bulletin: Pick<StoredBulletin, 'id' | 'campaign' | 'title' | 'text' | 'with' | 'org'>): Promise<void>
  /** Holds the bulletin until the end of the transaction. */
  hold(bulletin: BulletinId): Promise<StoredBulletin | undefined>
  /** Keeps the wording before. Only a draft. */
  edit(bulletin: BulletinId, title: string, text: string): Promise<void>
  discard(bulletin: BulletinId): Promise<void>
  /**
   * A moment not before any fact of these campaigns, whose locks must be held: no later fact will be recorded at or
   * before it. Microseconds.
   */
  freeze(campaigns: readonly CampaignId[]): Promise<string>
  seal(
    bulletin: BulletinId,
    sealed: { readonly moment: string; readonly document: Document; readonly derivations: readonly Derivation[]; readonly seal: string },
  ): Promise<void>
}
