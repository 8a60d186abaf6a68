import type { CampaignId, DraftId } from '#kit/id.ts'
import type { Text } from '#kit/text.ts'

export type DraftRow = {
  readonly id: DraftId
  readonly name: string
  /** The campaign that is revised; null: a new one is written. */
  readonly campaign: CampaignId | null
  readonly campaignTitle: Text | null
  /** The version of that campaign it was begun from. */
  readonly base: number | null
  /** Counts the savings: what one saves on top of another's is refused. */
  readonly version: number
  /** Who began it, and who saved it last and when. */
  readonly author: string
  readonly by: string
  readonly at: string
  /** Begun by who asks. */
  readonly own: boolean
  readonly dropped: boolean
}

export type DraftView = DraftRow & { readonly source: string; readonly files: Readonly<Record<string, string>> }

export type Saved = { readonly id: DraftId; readonly version: number; readonly at: string }
