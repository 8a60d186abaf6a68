import { z } from 'zod'
import { anyOf } from '#access/actor.ts'
import { issued } from '#appraise/notice.ts'
import type { CampaignId, NoticeId, OrgId, TeamId } from '#kit/id.ts'
import { attachment, day, id } from '#record/shape.ts'
import { write } from '../command.ts'
import { assertFiles } from './files.ts'
import { storable } from '../storable.ts'
import { rulesOf, viewOf } from './present.ts'
import { issuingFor, visible } from './right.ts'
import { addressed } from './addressed.ts'
import type { NoticeView } from './views.ts'

export const issueNotice = write({
  name: 'notice.issue',
  says: {
    zh: '向一个单位或小组发出督办单，限期答复；小组由牵头单位答复',
    en: 'Issue a supervision notice to a unit or a team, with a deadline; for a team the org that leads it answers.',
  },
  input: z.strictObject({
    id: id<NoticeId>(),
    campaign: id<CampaignId>(),
    org: id<OrgId>().optional(),
    team: id<TeamId>().optional(),
    title: z.string().transform(storable).pipe(z.string().trim().min(1).max(200)),
    asks: z.string().transform(storable).pipe(z.string().trim().min(1).max(5000)),
    grade: z.string().max(48).optional(),
    /** The last day for the answer; what the scheme gives unless told. */
    until: day.optional(),
    files: z.array(attachment).max(10).default([]),
  }),
  makes: true,
  may: (actor) => anyOf(actor, 'office'),
  run: async (db, input, world): Promise<NoticeView> => {
    const { actor, today } = world
    const rules = await rulesOf(db, input.campaign)
    const to = await addressed(db, input, today)
    const office = issuingFor(actor, await db.register.orgPath(to.org, today))
    const files = await assertFiles(db, input.files)
    const standing = issued(today, input.grade ?? null, input.until ?? null, rules)
    await db.notice.issue({ ...input, ...to, office, files, standing })
    const { stored, ways } = await visible(db, actor, input.id, today)
    return viewOf(db, stored, world, ways)
  },
})
