import { z } from 'zod'
import { anyOf } from '#access/actor.ts'
import { read } from '../command.ts'
import { none } from './sight.ts'

export const listImports = read({
  name: 'register.import-list',
  says: { zh: '列出名册的历次导入。', en: 'List the imports into the register.' },
  input: z.strictObject({}),
  may: (actor) => anyOf(actor, 'administrator'),
  run: (db) => db.register.imports(),
})

export const showImport = read({
  name: 'register.import-show',
  says: { zh: '查看一次导入的进度和结果。', en: 'Show how far an import is and what became of its rows.' },
  input: z.strictObject({ id: z.uuid() }),
  may: (actor) => anyOf(actor, 'administrator'),
  run: async (db, input) => {
    const found = await db.register.import(input.id)
    if (found === undefined) throw none('import')
    return found
  },
})
