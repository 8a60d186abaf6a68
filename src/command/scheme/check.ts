import { z } from 'zod'
import { anyOf } from '#access/actor.ts'
import { readSound } from '#bulletin/sound.ts'
import { languageSchema } from '#scheme/schema.ts'
import { read, write } from '../command.ts'

// A write in form only: the source is too long for a query. It changes nothing.
export const check = write({
  name: 'scheme.check',
  says: {
    zh: '检查一份方案和它的通报模板，一次报告全部错误',
    en: 'Check a scheme and its bulletin templates and report every mistake at once.',
  },
  input: z.strictObject({ source: z.string().max(1_000_000), files: z.record(z.string().max(200), z.string().max(1_000_000)).default({}) }),
  may: (actor) => anyOf(actor, 'office', 'liaison'),
  run: async (_db, input) => {
    return { mistakes: readSound(input.source, input.files).mistakes }
  },
})

export const language = read({
  name: 'scheme.language',
  says: { zh: '方案语言的 JSON Schema', en: 'The scheme language as a JSON Schema.' },
  input: z.strictObject({}),
  may: (actor) => anyOf(actor, 'office', 'liaison', 'visitor'),
  run: async () => languageSchema(),
})
