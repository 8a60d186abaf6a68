import type { AccountId, CampaignId, DraftId } from '#kit/id.ts'
import type { DraftRow, Saved } from '../draft/views.ts'

export type StoredDraft = Omit<DraftRow, 'campaignTitle' | 'own'> & {
  readonly authorAccount: AccountId
  readonly byAccount: AccountId
  readonly source: string
  readonly files: Readonly<Record<string, string>>
}

export type DraftText = Pick<StoredDraft, 'name' | 'source' | 'files'> & {
  readonly campaign: CampaignId | null
  readonly base: number | null
}

export type DraftRead = {
  /** The newest first, without their texts; dropped ones only when they are asked for. */
  list(dropped: boolean): Promise<readonly Omit<StoredDraft, 'source' | 'files'>[]>
  find(draft: DraftId): Promise<StoredDraft | undefined>
}

export type DraftWrite = DraftRead & {
  /** Holds the draft to the end of the transaction; undefined when there is none yet. */
  hold(draft: DraftId): Promise<StoredDraft | undefined>
  begin(draft: DraftId, text: DraftText): Promise<Saved>
  save(draft: DraftId, text: Pick<DraftText, 'source' | 'files'>): Promise<Saved>
  rename(draft: DraftId, name: string): Promise<void>
  drop(draft: DraftId, dropped: boolean): Promise<void>
}
