import { z } from 'zod'
import { anyOf } from '#access/actor.ts'
import { Fault } from '#kit/fault.ts'
import type { CampaignId } from '#kit/id.ts'
import { id } from '#record/shape.ts'
import { read } from '../command.ts'
import type { CampaignView } from '../views.ts'

const staff = ['office', 'liaison', 'visitor'] as const

export const list = read({
  name: 'campaign.list',
  says: { zh: '列出全部活动', en: 'List the campaigns.' },
  input: z.strictObject({}),
  may: (actor) => anyOf(actor, ...staff),
  run: (db) => db.campaign.list(),
})

export const show = read({
  name: 'campaign.show',
  says: { zh: '查看一个活动的方案与各版本', en: 'Show a campaign’s scheme and its versions.' },
  input: z.strictObject({ campaign: id<CampaignId>(), version: z.coerce.number().int().min(1).optional() }),
  may: (actor) => anyOf(actor, ...staff),
  run: async (db, input): Promise<CampaignView> => {
    const row = (await db.campaign.list()).find((c) => c.id === input.campaign)
    const scheme = await db.campaign.scheme(input.campaign, input.version)
    if (row === undefined || scheme === undefined) throw new Fault('404.1', { what: { zh: '活动', en: 'campaign' } })
    return {
      ...row,
      version: scheme.version,
      source: scheme.source,
      files: scheme.files,
      versions: await db.campaign.versions(input.campaign),
      circles: await db.campaign.circles(input.campaign),
      announcements: await db.campaign.announcements(input.campaign),
    }
  },
})
