import { z } from 'zod'
import { anyOf } from '#access/actor.ts'
import { isOpen } from '#appraise/notice.ts'
import { noticeRules } from '#appraise/rules.ts'
import { type Day, addDays } from '#kit/day.ts'
import { Fault } from '#kit/fault.ts'
import type { CampaignId, OrgId } from '#kit/id.ts'
import { weekOf } from '#kit/period.ts'
import { day, id } from '#record/shape.ts'
import { read } from '../command.ts'
import type { Read } from '../ports.ts'
import { schemeOf, scopeOf } from '../figure/present.ts'
import { orgsIn } from '../figure/rank.ts'
import { rowsOf } from '../notice/present.ts'
import { classesOf } from './digest-classes.ts'
import { figuresOf } from './digest-figures.ts'
import { dayWithin } from './show.ts'
import type { Digest } from './views.ts'

export const showDigest = read({
  name: 'digest.show',
  says: {
    zh: '一周摘要：本周做了什么、谁有变化、谁落后、督办与提示',
    en: 'The digest of a week: what was done, who moved, who is behind, notices and flags.',
  },
  input: z.strictObject({
    campaign: id<CampaignId>(),
    /** Any day of the week, never outside the campaign; unless told today, or once the campaign is over the last day with a record. */
    week: day.optional(),
    org: id<OrgId>().optional(),
  }),
  may: (actor) => anyOf(actor, 'office', 'liaison'),
  run: async (db, input, { actor, today }): Promise<Digest> => {
    const loaded = await schemeOf(db, input.campaign)
    const { scheme } = loaded.compiled
    if (scheme.supervision.digest === 'none') throw new Fault('409.22')
    const org = await scopeOf(db, actor, input.org, today)
    const orgs = await orgsIn(db, org, today)
    const wanted = input.week ?? (today > scheme.window.to ? await lastWorked(db, input.campaign, org) : undefined) ?? today
    const week = weekOf(dayWithin(scheme, wanted))
    const before = { from: addDays(week.from, -7), to: addDays(week.from, -1) }
    const all = await db.notice.list(
      input.campaign,
      orgs.map((o) => o.id),
    )
    const rows = rowsOf(all, noticeRules(scheme), today)
    const scope = { campaign: input.campaign, loaded, compiled: loaded.compiled, org, orgs, week, before, today }
    return {
      campaign: { id: input.campaign, title: scheme.title, issuer: scheme.issuer ?? null },
      org: { id: org, name: orgs.find((o) => o.id === org)?.name ?? '' },
      week,
      asOf: await db.figure.now(),
      ...(await figuresOf(db, scope)),
      classes: await classesOf(db, scope),
      notices: {
        acts: await db.notice.acts(
          input.campaign,
          orgs.map((o) => o.id),
          week.from,
          week.to,
        ),
        overdue: rows.filter((r) => r.overdue !== null),
        dueSoon: rows.filter((r) => r.overdue === null && r.left !== null && r.due <= addDays(today, 7)),
        open: all.filter(isOpen).length,
      },
      flags: {
        waiting: (await db.flag.waiting(input.campaign, [org])).get(org) ?? 0,
        ...(await db.flag.judged(input.campaign, org, week.from, week.to)),
      },
    }
  },
})

const lastWorked = async (db: Read, campaign: CampaignId, org: OrgId): Promise<Day | undefined> =>
  (await db.supervision.days(campaign, [org], [], null)).get(org)?.last
