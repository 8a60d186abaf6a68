import { z } from 'zod'
import { anyOf } from '#access/actor.ts'
import { read } from '../command.ts'
import { q } from '../register/words.ts'

export const listPlaces = read({
  name: 'place.list',
  says: { zh: '列出区域。', en: 'List the places.' },
  input: z.strictObject({ q }),
  may: (actor) => anyOf(actor, 'office', 'liaison', 'visitor'),
  run: (db, input, { today }) => db.register.places({ q: input.q, on: today }),
})
