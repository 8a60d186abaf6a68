import { z } from 'zod'
import { anyOf } from '#access/actor.ts'
import type { PlaceId } from '#kit/id.ts'
import { id } from '#record/shape.ts'
import { write } from '../command.ts'
import { assertRoot } from '../root.ts'
import { assertFree, enter, none } from '../register/sight.ts'
import { code, lasting, line, names } from '../register/words.ts'

export const savePlace = write({
  name: 'place.save',
  says: {
    zh: '新建或更正一个区域；给出起始日则从该日起变更。',
    en: 'Make or correct a place; with a first day, it changes from that day on.',
  },
  input: z.strictObject({
    id: id<PlaceId>(),
    code,
    name: line(200, 1),
    parent: id<PlaceId>().nullable().optional(),
    kind: line(40).optional(),
    aliases: names(20, 200).optional(),
    ...lasting,
  }),
  may: (actor) => anyOf(actor, 'office'),
  run: async (db, { parent, ...input }, { actor, today }) => {
    await assertRoot(db, actor, today, { zh: '修改全体共用的区域', en: 'changing the places that everybody shares' }, 'office')
    const above = parent == null ? undefined : await db.register.place(parent)
    if (parent != null && above === undefined) throw none('place')
    await assertFree(db, 'place', input.id, input.code, await db.register.place(input.id))
    await enter(db, { places: [{ ...input, parent: parent == null ? parent : above?.code }] })
    return { id: input.id }
  },
})
