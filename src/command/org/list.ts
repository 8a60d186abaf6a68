import { z } from 'zod'
import { anyOf } from '#access/actor.ts'
import type { OrgId } from '#kit/id.ts'
import { day, id } from '#record/shape.ts'
import type { Org } from '#register/shape.ts'
import { read } from '../command.ts'
import { assertHolds, none, seen } from '../register/sight.ts'
import { q } from '../register/words.ts'

export const listOrgs = read({
  name: 'org.list',
  says: { zh: '列出我能看到的单位，按某一天的样子。', en: 'List the orgs one may see, as they were on a day.' },
  input: z.strictObject({ q, on: day.optional() }),
  may: (actor) => anyOf(actor, 'office', 'liaison', 'visitor'),
  run: async (db, input, { actor, today }) => db.register.orgs({ q: input.q, on: input.on ?? today, within: await seen(db, actor, today) }),
})

export const showOrg = read({
  name: 'org.show',
  says: { zh: '查看一个单位及其历次名称、上级和类型。', en: 'Show an org with every name, parent and kind it has had.' },
  input: z.strictObject({ org: id<OrgId>() }),
  may: (actor) => anyOf(actor, 'office', 'liaison', 'visitor'),
  run: async (db, input, { actor, today }): Promise<Org> => {
    await assertHolds(db, actor, input.org, today)
    const org = await db.register.org(input.org)
    if (org === undefined) throw none('org')
    return org
  },
})
