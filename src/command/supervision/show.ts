import { z } from 'zod'
import { anyOf } from '#access/actor.ts'
import { isOpen, overdue } from '#appraise/notice.ts'
import { Fault } from '#kit/fault.ts'
import type { CampaignId, OrgId } from '#kit/id.ts'
import { day, id } from '#record/shape.ts'
import type { Scheme } from '#scheme/shape.ts'
import { read } from '../command.ts'
import { schemeOf, scopeOf } from '../figure/present.ts'
import { orgsIn } from '../figure/rank.ts'
import { owesOf, progressOn, quotasOf } from './owes.ts'
import { teamBands } from './teams.ts'
import { classOf, standingsOf, unitsIn } from './units.ts'
import type { Supervision } from './views.ts'

/** The day asked for, or today; the campaign's first or last when that lies outside. */
export const dayWithin = ({ window }: Pick<Scheme, 'window'>, wanted: string): string =>
  wanted < window.from ? window.from : wanted > window.to ? window.to : wanted

export const showSupervision = read({
  name: 'supervision.show',
  says: {
    zh: '督查：各类单位未启动、落后、按进度、已完成，亮灯、排名与不平衡',
    en: 'Supervision: in each class who has not started, is behind, on course, done; lights, ranking and imbalance.',
  },
  input: z.strictObject({
    campaign: id<CampaignId>(),
    class: z.string().max(48).optional(),
    org: id<OrgId>().optional(),
    /** As of the end of that day; today unless told. */
    on: day.optional(),
  }),
  may: (actor) => anyOf(actor, 'office', 'liaison'),
  run: async (db, input, { actor, today }): Promise<Supervision> => {
    const loaded = await schemeOf(db, input.campaign)
    const { compiled } = loaded
    const { scheme } = compiled
    if (input.class !== undefined && !scheme.classes.some((c) => c.key === input.class))
      throw new Fault('404.1', { what: { zh: '单位类别', en: 'class of orgs' } })
    const org = await scopeOf(db, actor, input.org, today)
    const orgs = await orgsIn(db, org, today)
    const { byClass, units, unitOf } = unitsIn(compiled, orgs)
    const wanted = input.class === undefined ? units : (byClass.get(input.class) ?? [])
    const on = dayWithin(scheme, input.on ?? today)
    const notices = await db.notice.list(
      input.campaign,
      orgs.map((o) => o.id),
    )
    const progress = await progressOn(db, loaded, org, on)
    const quotas = owesOf(progress, loaded, unitOf)
    const flags = await db.flag.waiting(input.campaign, [org, ...wanted.map((u) => u.id)])
    const stand = await standingsOf(db, { campaign: input.campaign, compiled, on, today, units: wanted, quotas, notices, flags })
    return {
      campaign: { id: input.campaign, title: scheme.title, window: scheme.window },
      org: { id: org, name: orgs.find((o) => o.id === org)?.name ?? '' },
      on,
      lights: { green: scheme.lights.green, yellow: scheme.lights.yellow },
      startBy: scheme.start.by ?? null,
      quotas: quotasOf(compiled),
      classes: scheme.classes.flatMap((kind) => {
        const of = (byClass.get(kind.key) ?? []).flatMap((u) => stand.get(u.id) ?? [])
        return input.class === undefined || kind.key === input.class ? [classOf(kind, of)] : []
      }),
      teams: input.class === undefined ? await teamBands(db, { loaded, actor, on, today, orgs, progress, unitOf, stand, notices }) : [],
      notices: {
        open: notices.filter(isOpen).length,
        overdue: notices.filter((n) => overdue(n, today) !== null).length,
        asked: notices.filter((n) => n.asked !== null).length,
      },
      flags: flags.get(org) ?? 0,
    }
  },
})
