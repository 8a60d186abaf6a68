import { z } from 'zod'
import { anyOf } from '#access/actor.ts'
import type { OrgId, PersonId, PlaceId, SubjectId } from '#kit/id.ts'
import { id } from '#record/shape.ts'
import { read } from '../command.ts'

export const listLinks = read({
  name: 'link.list',
  says: { zh: '列出结对、联系点、包保：谁对谁负责。', en: 'List links: who answers for whom or what.' },
  input: z.strictObject({
    org: id<OrgId>().optional(),
    person: id<PersonId>().optional(),
    subject: id<SubjectId>().optional(),
    place: id<PlaceId>().optional(),
  }),
  may: (actor) => anyOf(actor, 'office', 'liaison', 'visitor'),
  run: (db, input) => db.register.links(input),
})
