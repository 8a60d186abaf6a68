import { z } from 'zod'
import { anyOf } from '#access/actor.ts'
import { Fault } from '#kit/fault.ts'
import type { CampaignId } from '#kit/id.ts'
import { id } from '#record/shape.ts'
import { read } from '../command.ts'
import { assertRoot } from '../root.ts'
import type { Verification } from '../views.ts'
import { schemeOf } from './present.ts'

export const verify = read({
  name: 'figure.verify',
  says: { zh: '由记录重算全部数字，报告不符之处', en: 'Recompute everything from the records and say what differs.' },
  input: z.strictObject({ campaign: id<CampaignId>().optional() }),
  may: (actor) => anyOf(actor, 'office'),
  run: async (db, input, { actor, today }): Promise<Verification> => {
    await assertRoot(db, actor, today, { zh: '重算全部数字', en: 'recomputing every figure' }, 'office')
    const campaigns = (await db.campaign.list()).filter((c) => input.campaign === undefined || c.id === input.campaign)
    if (campaigns.length === 0 && input.campaign) throw new Fault('404.1', { what: { zh: '活动', en: 'campaign' } })
    const found = []
    for (const { id: campaign } of campaigns)
      found.push(await db.figure.verify(campaign, async (version, of = campaign) => (await schemeOf(db, of, version)).compiled))
    return { checked: found.reduce((n, f) => n + f.checked, 0), differences: found.flatMap((f) => f.differences) }
  },
})
