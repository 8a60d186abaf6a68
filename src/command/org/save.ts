import { z } from 'zod'
import { anyOf } from '#access/actor.ts'
import { Fault } from '#kit/fault.ts'
import type { OrgId } from '#kit/id.ts'
import { id } from '#record/shape.ts'
import { holdsRoot } from '../root.ts'
import { write } from '../command.ts'
import { assertFree, assertHolds, enter, none, what } from '../register/sight.ts'
import { code, lasting, line, names } from '../register/words.ts'

export const saveOrg = write({
  name: 'org.save',
  says: {
    zh: '新建或更正一个单位；给出起始日则从该日起变更。',
    en: 'Make or correct an org; with a first day, it changes from that day on.',
  },
  input: z.strictObject({
    id: id<OrgId>(),
    code,
    name: line(200, 1),
    parent: id<OrgId>().nullable().optional(),
    kind: line(40).optional(),
    class: line(40).optional(),
    aliases: names(20, 200).optional(),
    ...lasting,
  }),
  may: (actor) => anyOf(actor, 'office'),
  run: async (db, { parent, ...input }, { actor, today }) => {
    const known = await db.register.org(input.id)
    if (known !== undefined) await assertHolds(db, actor, known.id, today, 'office')
    if (parent == null && (known === undefined || parent === null) && !(await holdsRoot(db, actor, today, 'administrator')))
      throw new Fault('403.1', { what: what.org })
    if (parent != null) await assertHolds(db, actor, parent, today, 'office')
    const above = parent == null ? undefined : await db.register.org(parent)
    if (parent != null && above === undefined) throw none('org')
    await assertFree(db, 'org', input.id, input.code, known)
    await enter(db, { orgs: [{ ...input, parent: parent == null ? parent : above?.code }] })
    return { id: input.id }
  },
})
