import { z } from 'zod'
import { anyOf } from '#access/actor.ts'
import type { OrgId } from '#kit/id.ts'
import { id } from '#record/shape.ts'
import { read } from '../command.ts'
import { seen } from '../register/sight.ts'
import { after, limit, q } from '../register/words.ts'

export const listPeople = read({
  name: 'person.list',
  says: { zh: '列出我能看到的单位里的人员。', en: 'List the people of the orgs one may see.' },
  input: z.strictObject({ q, org: id<OrgId>().optional(), after, limit }),
  may: (actor) => anyOf(actor, 'office', 'liaison', 'visitor'),
  run: async (db, input, { actor, today }) => db.register.people({ ...input, on: today, within: await seen(db, actor, today) }),
})
