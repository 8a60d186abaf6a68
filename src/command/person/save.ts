import { z } from 'zod'
import { anyOf } from '#access/actor.ts'
import type { OrgId, PersonId } from '#kit/id.ts'
import { id } from '#record/shape.ts'
import type { PostEntry } from '#register/entry.ts'
import { write } from '../command.ts'
import { assertFree, assertHolds, enter, none } from '../register/sight.ts'
import { code, lasting, line } from '../register/words.ts'

export const savePerson = write({
  name: 'person.save',
  says: { zh: '新建或更正一名人员及其任职。', en: 'Make or correct a person and the posts held.' },
  input: z.strictObject({
    id: id<PersonId>(),
    code,
    name: line(200, 1),
    posts: z
      .array(z.strictObject({ org: id<OrgId>(), post: line(100).optional(), rank: line(100).optional(), ...lasting }))
      .min(1)
      .max(20),
  }),
  may: (actor) => anyOf(actor, 'office', 'liaison'),
  run: async (db, { posts, ...input }, { actor, today }) => {
    const known = await db.register.person(input.id)
    const current = known?.posts.filter((p) => p.until === null || p.until > today) ?? []
    for (const org of new Set([...current, ...posts].map((p) => p.org))) await assertHolds(db, actor, org, today, 'office', 'liaison')
    await assertFree(db, 'person', input.id, input.code, known)
    const entries: PostEntry[] = []
    for (const post of posts) {
      const org = await db.register.org(post.org)
      if (org === undefined) throw none('org')
      entries.push({ ...post, org: org.code })
    }
    await enter(db, { people: [{ ...input, posts: entries }] })
    return { id: input.id }
  },
})
