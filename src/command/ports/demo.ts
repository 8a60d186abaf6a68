import type { AccountId, CampaignId } from '#kit/id.ts'
import type { DemoRemains } from '../demo/views.ts'
import type { DemoRow } from '../views.ts'

/** What a demo’s load brought: campaigns that are there, and that no other loaded demo brought as well. */
export type Brought = { readonly campaigns: readonly { readonly id: CampaignId; readonly key: string; readonly version: number }[] }

export type DemoRead = {
  /** In the order in which the campaigns folder offers them. */
  list(): Promise<readonly DemoRow[]>
  brought(key: string): Promise<Brought>
  /** What stays and rests on these campaigns: bulletins that print their figures, campaigns whose records count there or the other way. */
  leaning(campaigns: readonly CampaignId[]): Promise<readonly string[]>
  /** What would go; never the account that asks. */
  weigh(key: string, campaigns: readonly CampaignId[], by: AccountId): Promise<Omit<DemoRemains, 'campaigns'>>
}

export type DemoWrite = DemoRead & {
  /** Whoever loads demos takes it up. */
  want(key: string): Promise<void>
  /** Until the end of the transaction no demo begins to be loaded or taken out. */
  hold(): Promise<void>
  remove(key: string, campaigns: readonly CampaignId[], by: AccountId): Promise<void>
}
