import { z } from 'zod'
import { anyOf } from '#access/actor.ts'
import type { PlaceId, SubjectId } from '#kit/id.ts'
import { id } from '#record/shape.ts'
import { write } from '../command.ts'
import { assertFree, enter, none } from '../register/sight.ts'
import { code, line, names } from '../register/words.ts'

export const saveSubject = write({
  name: 'subject.save',
  says: { zh: '新建或更正一个走访对象。', en: 'Make or correct a subject.' },
  input: z.strictObject({
    id: id<SubjectId>(),
    code,
    name: line(200, 1),
    kind: line(40, 1),
    place: id<PlaceId>().nullable().optional(),
    address: line(500).optional(),
    tags: names(50, 40).optional(),
  }),
  may: (actor) => anyOf(actor, 'office', 'liaison'),
  run: async (db, { place, ...input }) => {
    const where = place == null ? undefined : await db.register.place(place)
    if (place != null && where === undefined) throw none('place')
    await assertFree(db, 'subject', input.id, input.code, await db.register.subject(input.id))
    await enter(db, { subjects: [{ ...input, place: place == null ? place : where?.code }] })
    return { id: input.id }
  },
})
