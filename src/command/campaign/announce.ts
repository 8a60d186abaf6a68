import { z } from 'zod'
import { anyOf } from '#access/actor.ts'
import { within } from '#kit/day.ts'
import { Fault } from '#kit/fault.ts'
import type { CampaignId } from '#kit/id.ts'
import { day, id } from '#record/shape.ts'
import { phasesAmiss } from '#scheme/moments.ts'
import { write } from '../command.ts'
import { schemeOf } from '../figure/present.ts'
import { assertRoot } from '../root.ts'

export const announce = write({
  name: 'campaign.announce',
  says: {
    zh: '宣布方案中一个事件的日期；以该事件为界的阶段和任务随之确定，不用修订方案。日期为空则撤回。',
    en: 'Announce the day of an event; phases and quotas that wait for it get their days. Without a day it is taken back.',
  },
  input: z.strictObject({
    campaign: id<CampaignId>(),
    event: z.string().max(48),
    day: day.nullable(),
    why: z.string().trim().max(500).default(''),
  }),
  may: (actor) => anyOf(actor, 'office'),
  run: async (db, { campaign, event, day: on, why }, { actor, today }) => {
    await assertRoot(db, actor, today, { zh: '为全体单位宣布事件的日期', en: 'announcing an event for everybody' }, 'office')
    const { scheme } = (await schemeOf(db, campaign)).compiled
    if (!scheme.events.some((e) => e.key === event)) throw new Fault('404.1', { what: { zh: '事件', en: 'event' } })
    if (on !== null && !within(on, scheme.window)) throw new Fault('400.5', { day: on, ...scheme.window })
    const announced = new Map(await db.campaign.announced(campaign))
    if (on === null) announced.delete(event)
    else announced.set(event, on)
    const [wrong] = phasesAmiss(scheme, announced)
    if (wrong !== undefined) throw new Fault('422.31', { phase: wrong.title, from: wrong.from ?? '…', until: wrong.until ?? '…' })
    await db.campaign.announce(campaign, { event, day: on, why })
    return {}
  },
})
