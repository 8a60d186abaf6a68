import { z } from 'zod'
import { yes } from '#access/actor.ts'
import { read } from '../command.ts'
import { q } from '../register/words.ts'

export const listPlaces = read({
  name: 'place.list',
  says: { zh: '列出区域。', en: 'List the places.' },
  input: z.strictObject({ q }),
  may: () => yes,
  run: (db, input, { today }) => db.register.places({ q: input.q, on: today }),
})
