import { z } from 'zod'
import { anyOf } from '#access/actor.ts'
import type { OrgId, PersonId } from '#kit/id.ts'
import { id } from '#record/shape.ts'
import { read } from '../command.ts'
import type { PersonView } from '../views.ts'
import { holdsThere, none, seen } from '../register/sight.ts'
import { after, limit, q } from '../register/words.ts'

export const listPeople = read({
  name: 'person.list',
  says: { zh: '列出我能看到的单位里的人员。', en: 'List the people of the orgs one may see.' },
  input: z.strictObject({ q, org: id<OrgId>().optional(), after, limit }),
  may: (actor) => anyOf(actor, 'office', 'liaison', 'visitor'),
  run: async (db, input, { actor, today }) => db.register.people({ ...input, on: today, within: await seen(db, actor, today) }),
})

export const showPerson = read({
  name: 'person.show',
  says: { zh: '查看一名人员及其历次任职。', en: 'Show a person and every post held.' },
  input: z.strictObject({ person: id<PersonId>() }),
  may: (actor) => anyOf(actor, 'office', 'liaison', 'visitor'),
  run: async (db, input, { actor, today }): Promise<PersonView> => {
    const person = await db.register.person(input.person)
    if (person === undefined) throw none('person')
    const held = new Set(person.posts.map((p) => p.org))
    const sees = await Promise.all([...held].map((org) => holdsThere(db, actor, org, today)))
    if (!sees.includes(true)) throw none('person')
    return { ...person, orgNames: await db.register.names([...held]) }
  },
})
