import { z } from 'zod'
import { anyOf } from '#access/actor.ts'
import type { OrgId } from '#kit/id.ts'
import { day, id } from '#record/shape.ts'
import { read } from '../command.ts'
import { flag } from '../record/look.ts'
import { assertHolds, seen } from '../register/sight.ts'
import { after, limit, q } from '../register/words.ts'
import { type LinkSurvey, linkSides } from '../link-views.ts'

const staff = ['office', 'liaison', 'visitor'] as const

export const summariseLinks = read({
  name: 'link.summary',
  says: {
    zh: '结对总览：每种关系有多少对，两端各有多少不同的人、单位、区域、走访对象。',
    en: 'Links by role: how many, and how many different ones stand at either end.',
  },
  input: z.strictObject({ on: day.optional() }),
  may: (actor) => anyOf(actor, ...staff),
  run: (db, { on }, { today }) => db.register.linkSummary(on ?? today),
})

export const surveyLinks = read({
  name: 'link.survey',
  says: {
    zh: '谁与谁结对、谁还没有人：从对象、区域、单位、责任单位或责任人一侧逐个列出。',
    en: 'Who is linked with whom and who with nobody, seen from one side.',
  },
  input: z.strictObject({
    side: z.enum(linkSides),
    role: z.string().max(100).optional(),
    kind: z.string().max(40).optional(),
    tag: z.string().max(40).optional(),
    org: id<OrgId>().optional(),
    /** Only those with partners, or only those with nobody. */
    linked: flag.optional(),
    on: day.optional(),
    q,
    after,
    limit,
  }),
  may: (actor) => anyOf(actor, ...staff),
  run: async (db, { org, on, ...filter }, { actor, today }): Promise<LinkSurvey> => {
    if (org !== undefined) await assertHolds(db, actor, org, today)
    return db.register.linkSurvey({ ...filter, on: on ?? today, within: org === undefined ? await seen(db, actor, today) : [org] })
  },
})
