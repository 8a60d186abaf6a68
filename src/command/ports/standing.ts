import type { CampaignId } from '#kit/id.ts'
import type { RecordVersion } from '#record/shape.ts'

/** A record that counts, as it stands, and the campaign it was handed in for. */
export type StandingRecord = { readonly home: CampaignId; readonly version: RecordVersion }

export type StandingRead = {
  /** How many records count in a campaign: its own, and guests that count in it as well. */
  count(campaign: CampaignId): Promise<{ readonly own: number; readonly guests: number }>
  /** The campaign's own records that count (submitted or accepted), by day; the page after the one given. */
  own(campaign: CampaignId, after: StandingRecord | null, limit: number): Promise<readonly StandingRecord[]>
  /** Other campaigns' records that count in it as well; all that its links name, by record. */
  guests(campaign: CampaignId, after: StandingRecord | null, limit: number): Promise<readonly StandingRecord[]>
}
