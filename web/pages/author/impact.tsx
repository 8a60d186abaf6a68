import type { CampaignId } from '#kit/id.ts'
import type { Texts } from './asked.ts'

export const Impact = (_: { readonly campaign: CampaignId; readonly texts: Texts }) => null
