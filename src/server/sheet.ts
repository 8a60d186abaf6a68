import { z } from 'zod'
import { anyOf, yes } from '#access/actor.ts'
import { holdsRoot } from '#command/root.ts'
import { Fault } from '#kit/fault.ts'
import { day } from '#record/shape.ts'
import { sheets } from '#register/shape.ts'
import { templateOf, types } from '#sheet/template.ts'
import { exportFile } from '#store/register/export.ts'
import { fileRoute, sendFile } from './files.ts'
import { languageOf } from './language.ts'

const format = z.enum(['xlsx', 'csv']).default('xlsx')

export const templateRoute = fileRoute({
  name: 'register.template',
  method: 'GET',
  says: { zh: '下载名册的空白模板。', en: 'Download an empty sheet of the register to fill in.' },
  input: z.strictObject({ sheet: z.enum([...sheets, 'all']).default('all'), format }),
  takes: 'nothing',
  gives: Object.values(types),
  may: () => yes,
  answer: async ({ input, request, reply }) =>
    sendFile(reply, { ...(await templateOf(input.sheet, input.format, languageOf(request))), inline: false, cache: 'no-store' }),
})

export const exportRegisterRoute = fileRoute({
  name: 'register.export',
  method: 'GET',
  says: { zh: '下载名册的一张表，可原样再导入。', en: 'Download a sheet of the register, which imports again as it is.' },
  input: z.strictObject({ sheet: z.enum(sheets), on: day.optional(), format }),
  takes: 'nothing',
  gives: Object.values(types),
  may: (actor) => anyOf(actor, 'administrator'),
  answer: async ({ house, world, input, request, reply }) => {
    const { actor, today } = world
    if (!(await house.store.read(actor.tenant, (db) => holdsRoot(db, actor, today, 'administrator'))))
      throw new Fault('403.1', { what: exportRegisterRoute.says })
    const file = exportFile(house.store, actor.tenant, input.sheet, input.on ?? today, input.format, languageOf(request))
    return sendFile(reply, { ...file, inline: false, cache: 'no-store' })
  },
})
