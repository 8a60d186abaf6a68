import type { CampaignId, OrgId } from '#kit/id.ts'

export type FieldDays = {
  /** First and last day with a record of the kinds. */
  readonly first: string
  readonly last: string
}

export type SupervisionRead = {
  /** Of orgs with all below them, as their records stood under them; without records left out. Kinds: any when empty. */
  days(campaign: CampaignId, orgs: readonly OrgId[], kinds: readonly string[], until: string | null): Promise<ReadonlyMap<OrgId, FieldDays>>
  /** Records of a period by org, each with all below it; without any left out. */
  counts(campaign: CampaignId, orgs: readonly OrgId[], from: string, to: string): Promise<ReadonlyMap<OrgId, number>>
}
