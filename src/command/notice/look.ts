import { z } from 'zod'
import { anyOf } from '#access/actor.ts'
import { isOpen, noticeStates, overdue } from '#appraise/notice.ts'
import type { CampaignId, NoticeId, OrgId } from '#kit/id.ts'
import { after } from '#kit/workday.ts'
import { id } from '#record/shape.ts'
import { read } from '../command.ts'
import { scopeOf } from '../figure/present.ts'
import { rowsOf, rulesOf, viewOf } from './present.ts'
import { orgsInSight, visible } from './right.ts'
import type { NoticeList, NoticeView } from './views.ts'

export const listNotices = read({
  name: 'notice.list',
  says: { zh: '列出督办单', en: 'List supervision notices.' },
  input: z.strictObject({
    campaign: id<CampaignId>(),
    /** That org with all below it. */
    org: id<OrgId>().optional(),
    state: z.enum([...noticeStates, 'open', 'overdue', 'asked']).optional(),
    after: z.coerce.number().int().min(1).optional(),
    limit: z.coerce.number().int().min(1).max(200).default(50),
  }),
  may: (actor) => anyOf(actor, 'office', 'liaison'),
  run: async (db, input, { actor, today }): Promise<NoticeList> => {
    const rules = await rulesOf(db, input.campaign)
    const sight = await orgsInSight(db, actor, today)
    const below = input.org === undefined ? null : await scopeOf(db, actor, input.org, today)
    const within = below === null ? null : new Set((await db.register.orgs({ on: today, within: [below] })).map((o) => o.id))
    const all = await db.notice.list(
      input.campaign,
      sight.filter((o) => within === null || within.has(o)),
    )
    const counts = Object.fromEntries(noticeStates.map((s) => [s, all.filter((n) => n.state === s).length]))
    const wanted = all.filter((n) => {
      if (input.state === undefined) return true
      if (input.state === 'open') return isOpen(n)
      if (input.state === 'overdue') return overdue(n, today) !== null
      return input.state === 'asked' ? n.asked !== null : n.state === input.state
    })
    const page = wanted.filter((n) => input.after === undefined || n.number < input.after)
    const byId = new Map(rowsOf(all, rules, today).map((r) => [r.id, r]))
    const shown = page.slice(0, input.limit)
    return {
      rows: shown.flatMap((n) => byId.get(n.id) ?? []),
      counts: {
        ...(counts as NoticeList['counts']),
        overdue: all.filter((n) => overdue(n, today) !== null).length,
        asked: all.filter((n) => n.asked !== null).length,
      },
      grades: rules.grades.map(({ key, title }) => ({ key, title })),
      due: after(rules.calendar, today, rules.answer),
      next: page.length > input.limit ? (shown.at(-1)?.number ?? null) : null,
    }
  },
})

export const showNotice = read({
  name: 'notice.show',
  says: { zh: '查看一份督办单及其经过', en: 'Show a notice with its whole history.' },
  input: z.strictObject({ notice: id<NoticeId>() }),
  may: (actor) => anyOf(actor, 'office', 'liaison'),
  run: async (db, input, world): Promise<NoticeView> => {
    const { stored, ways } = await visible(db, world.actor, input.notice, world.today)
    return viewOf(db, stored, world, ways)
  },
})
