import { z } from 'zod'
import { anyOf } from '#access/actor.ts'
import { lint } from '#scheme/lint/lint.ts'
import { write } from '../command.ts'

// A write in form only, as scheme.check is: the source is too long for a query. It changes nothing.
export const lintScheme = write({
  name: 'scheme.lint',
  says: {
    zh: '看一份方案有没有形式主义和加重负担的要求，逐条说明理由',
    en: 'Say what a scheme demands that is discouraged or costs people time, each with its reason.',
  },
  input: z.strictObject({ source: z.string().max(1_000_000), files: z.record(z.string().max(200), z.string().max(1_000_000)).default({}) }),
  may: (actor) => anyOf(actor, 'office', 'liaison'),
  run: async (_db, input) => lint(input.source, input.files),
})
