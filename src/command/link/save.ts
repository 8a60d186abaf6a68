import { z } from 'zod'
import { type Actor, anyOf } from '#access/actor.ts'
import type { OrgId, PersonId, PlaceId, SubjectId } from '#kit/id.ts'
import { day, id } from '#record/shape.ts'
import type { LinkEntry } from '#register/entry.ts'
import type { Link } from '#register/shape.ts'
import { write } from '../command.ts'
import type { Read } from '../ports.ts'
import { assertHolds, enter, holdsThere, none } from '../register/sight.ts'
import { lasting, line } from '../register/words.ts'

const by = z.union([z.strictObject({ person: id<PersonId>() }), z.strictObject({ org: id<OrgId>() })])
const to = z.union([
  z.strictObject({ place: id<PlaceId>() }),
  z.strictObject({ org: id<OrgId>() }),
  z.strictObject({ subject: id<SubjectId>() }),
])

export const saveLink = write({
  name: 'link.save',
  says: {
    zh: '结对：由人员或单位负责一个区域、单位或走访对象。',
    en: 'Link a person or org to a place, an org or a subject it answers for.',
  },
  input: z.strictObject({ id: z.uuid(), by, to, role: line(100).default(''), ...lasting }),
  may: (actor) => anyOf(actor, 'office', 'liaison'),
  run: async (db, { by: answers, to: target, ...input }, { actor, today }) => {
    await assertAnswers(db, actor, answers, today)
    await enter(db, { links: [{ ...input, by: await codeBy(db, answers), to: await codeTo(db, target) }] })
    return { id: input.id }
  },
})

export const endLink = write({
  name: 'link.end',
  says: { zh: '结束一个结对；给出的是不再负责的第一天。', en: 'End a link; the day given is the first on which it no longer holds.' },
  input: z.strictObject({ link: z.uuid(), until: day }),
  may: (actor) => anyOf(actor, 'office', 'liaison'),
  run: async (db, input, { actor, today }) => {
    const link = await db.register.link(input.link)
    if (link === undefined) throw none('link')
    await assertAnswers(db, actor, link.by, today)
    if (!(await db.register.endLink(input.link, input.until))) throw none('link')
    return {}
  },
})

/** Links are made and ended by those who lead the org, or one of the orgs of the person, that answers. */
const assertAnswers = async (db: Read, actor: Actor, from: Link['by'], today: string): Promise<void> => {
  if ('org' in from) return assertHolds(db, actor, from.org, today, 'office', 'liaison')
  const posts = (await db.register.person(from.person))?.posts.filter((p) => p.until === null || p.until > today) ?? []
  for (const { org } of posts) if (await holdsThere(db, actor, org, today, 'office', 'liaison')) return
  throw none('person')
}

const codeBy = async (db: Read, from: Link['by']): Promise<LinkEntry['by']> => {
  if ('org' in from) return { org: known(await db.register.org(from.org), 'org') }
  return { person: known(await db.register.person(from.person), 'person') }
}

const codeTo = async (db: Read, target: Link['to']): Promise<LinkEntry['to']> => {
  if ('org' in target) return { org: known(await db.register.org(target.org), 'org') }
  if ('place' in target) return { place: known(await db.register.place(target.place), 'place') }
  return { subject: known(await db.register.subject(target.subject), 'subject') }
}

const known = (found: { readonly code: string } | undefined, kind: 'org' | 'place' | 'person' | 'subject'): string => {
  if (found === undefined) throw none(kind)
  return found.code
}
