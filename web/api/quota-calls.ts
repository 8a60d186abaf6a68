import type { MyQuotas, QuotaList, QuotaShow } from '#command/quota/view.ts'
import type { Standing } from '#figure/quota/shape.ts'
import type { CampaignId, OrgId } from '#kit/id.ts'

/* Quotas as this door calls them. */

type Call<I, O> = { readonly in: I; readonly out: O }
type On = { readonly on?: string | undefined }

export type QuotaReads = {
  'quota.list': Call<
    {
      readonly campaign: CampaignId
      readonly org?: OrgId | undefined
      readonly quota?: string | undefined
      readonly who?: 'org' | 'person' | 'team' | undefined
      readonly standing?: Standing | undefined
      readonly class?: string | undefined
      readonly whom?: string | undefined
      readonly q?: string | undefined
      readonly limit?: number | undefined
    } & On,
    QuotaList
  >
  'quota.show': Call<{ readonly campaign: CampaignId; readonly quota: string; readonly who: string } & On, QuotaShow>
  'quota.mine': Call<{ readonly campaign?: CampaignId | undefined } & On, readonly MyQuotas[]>
}
