import type { OrgRow } from '#command/views.ts'
import { type Out, homes } from '../figures/rows.ts'
import type { Demo } from './demo.ts'

/** What a loaded demo gives for each row of the sources that one of its indicators stands for, as of the moment its bulletin was sealed. */
export const outsFrom = async (group: string, demo: Demo): Promise<Readonly<Record<string, Out>>> => {
  const moment = demo.sealed.map((b) => b.moment).find((m) => m !== null)
  const asOf: Record<string, string> = moment === undefined || moment === null ? {} : { asOf: moment }
  const orgs = await demo.does<readonly OrgRow[]>('org.list', {})
  const outs: Record<string, Out> = {}
  for (const home of homes.filter((h) => h.group === group && h.indicator !== undefined)) {
    const campaign = demo.campaigns.find((c) => c.key === home.campaign)
    if (campaign === undefined) throw new Error(`no campaign ${home.campaign}`)
    const org = home.org === undefined ? undefined : orgs.find((o) => o.code === home.org)
    if (home.org !== undefined && org === undefined) throw new Error(`no org ${home.org}`)
    const figure = (await demo.figures(campaign.id, { ...asOf, ...(org === undefined ? {} : { org: org.id }) })).get(home.indicator ?? '')
    const printed = demo.sealed
      .flatMap((b) => b.derivations)
      .filter((d) => d.campaign === campaign.id && d.indicator === home.indicator && d.org === (org?.id ?? d.org))
      .map((d) => d.printed)
    outs[home.row] = {
      value: figure?.confirmed ?? null,
      approx: figure?.approx ?? [],
      unit: figure?.unit ?? '',
      printed: [...new Set(printed)],
    }
  }
  return outs
}
