import { z } from 'zod'
import { anyOf } from '#access/actor.ts'
import type { PlaceId, SubjectId } from '#kit/id.ts'
import { id } from '#record/shape.ts'
import { read } from '../command.ts'
import { sightOf } from '../record/right.ts'
import { none } from '../register/sight.ts'
import { after, limit, q } from '../register/words.ts'

export const listSubjects = read({
  name: 'subject.list',
  says: { zh: '列出走访对象：户、个人、企业、商铺。', en: 'List whom visits are paid to: households, people, firms, shops.' },
  input: z.strictObject({
    q,
    place: id<PlaceId>().optional(),
    kind: z.string().max(40).optional(),
    tag: z.string().max(40).optional(),
    after,
    limit,
  }),
  may: (actor) => anyOf(actor, 'office', 'liaison', 'visitor'),
  run: (db, input) => db.register.subjects(input),
})

export const showSubject = read({
  name: 'subject.show',
  says: { zh: '一户一档：查看一个走访对象、它的结对和走访记录。', en: 'One file each: a subject, its links and the records that name it.' },
  input: z.strictObject({ subject: id<SubjectId>() }),
  may: (actor) => anyOf(actor, 'office', 'liaison', 'visitor'),
  run: async (db, input, { actor }) => {
    const subject = await db.register.subject(input.subject)
    if (subject === undefined) throw none('subject')
    return {
      ...subject,
      links: await db.register.links({ subject: subject.id }),
      records: await db.record.naming(subject.id, sightOf(actor), 200),
    }
  },
})
