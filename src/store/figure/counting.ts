import { versionThere } from '#figure/also.ts'
import { derive } from '#figure/derive.ts'
import type { Fact } from '#figure/shape.ts'
import type { CampaignId } from '#kit/id.ts'
import type { RecordVersion } from '#record/shape.ts'
import type { Compiled } from '#scheme/compiled.ts'

/* Whose records count in a campaign (`$2`), and as what. Of the versions `v` of records `r`: */

/** The campaign's own records; those of others that count in it, or once did. */
export const own = 'r.campaign_id = $2'
export const counting = 'r.record_id in (select record_id from also_record where tenant_id = $1 and also_id = $2)'

/** `home`: the campaign it was handed in for. */
export type Homed = RecordVersion & { readonly home: CampaignId }

export type SchemeOf = (version: number, of?: CampaignId) => Promise<Compiled>

/** What a version amounts to in this campaign. */
export const derivedHere = async (row: Homed, campaign: CampaignId, schemeOf: SchemeOf): Promise<readonly Fact[]> => {
  const home = await schemeOf(row.schemeVersion, row.home)
  if (row.home === campaign) return derive(home, row)
  const link = row.context.also?.find((a) => a.campaign === campaign)
  const there = link && versionThere(home, row, { ...link, compiled: await schemeOf(link.version) })
  return link && there ? derive(await schemeOf(link.version), there) : []
}
