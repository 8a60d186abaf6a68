import { createWriteStream } from 'node:fs'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pipeline } from 'node:stream/promises'
import type { MultipartFile } from '@fastify/multipart'
import type { FastifyRequest } from 'fastify'
import { z } from 'zod'
import { anyOf } from '#access/actor.ts'
import { holdsRoot } from '#command/root.ts'
import { Fault } from '#kit/fault.ts'
import { sheets } from '#register/shape.ts'
import { opOf } from '#store/carry.ts'
import { importFile } from '#store/register/import.ts'
import { fileRoute, sendFile } from './files.ts'
import { languageOf } from './language.ts'

/** Megabytes of one workbook. */
const limit = 100

export const importRoute = fileRoute({
  name: 'register.import',
  method: 'POST',
  says: {
    zh: '把一个工作簿或 CSV 文件导入名册；随后用 register.import-show 看进度。',
    en: 'Take a workbook or CSV file into the register; watch it with register.import-show.',
  },
  input: z.strictObject({ sheet: z.enum(sheets).optional() }),
  takes: { form: limit },
  gives: ['application/json'],
  may: (actor) => anyOf(actor, 'administrator'),
  answer: async ({ house, world, input, request }) => {
    const { actor, today } = world
    // The register is everybody's: whoever administers a part of it may not write over the rest.
    if (!(await house.store.read(actor.tenant, (db) => holdsRoot(db, actor, today, 'administrator'))))
      throw new Fault('403.1', { what: importRoute.says })
    const folder = await mkdtemp(join(tmpdir(), 'zoufang-import-'))
    const sweep = () => rm(folder, { recursive: true, force: true })
    try {
      const file = await received(request, join(folder, 'file'))
      const { id, done } = await importFile(house.store, actor, {
        path: join(folder, 'file'),
        name: file,
        sheet: input.sheet,
        language: languageOf(request),
      })
      done
        .catch((error: unknown) => request.log.error({ import: id, error: error instanceof Error ? error.stack : 'thrown' }, 'defect'))
        .finally(() => void sweep())
      return await house.store.write(actor, async (db) => {
        const op = opOf({ name: 'register.import' }, { id, file }, world.newId())
        await db.op.begin(op)
        await db.op.answered(op.id, { id })
        return db.register.import(id)
      })
    } catch (error) {
      // Whatever of the form is still on its way is read and dropped, so that the browser gets to hear the answer.
      request.raw.unpipe()
      request.raw.resume()
      await sweep()
      throw error
    }
  },
})

/** Streams the one file of the form to the disk. @returns its name. @throws Fault 413.1 as soon as it is too large · 400.6 */
const received = async (request: FastifyRequest, path: string): Promise<string> => {
  if (Number(request.headers['content-length'] ?? 0) > (limit + 1) * 1024 * 1024) throw new Fault('413.1', { limit })
  const part = await request.file()
  if (!part) throw new Fault('400.6', { expected: { zh: '表单文件', en: 'file in a form' } })
  await pipeline(stopping(part), createWriteStream(path))
  return (
    part.filename
      .normalize('NFC')
      .split(/[\\/]/)
      .at(-1)
      ?.replace(/\p{Cc}/gu, '')
      .slice(0, 200) || 'file'
  )
}

async function* stopping(part: MultipartFile): AsyncGenerator<Buffer> {
  for await (const chunk of part.file) {
    if (part.file.truncated) throw new Fault('413.1', { limit })
    yield chunk as Buffer
  }
  if (part.file.truncated) throw new Fault('413.1', { limit })
}

export const importErrorsRoute = fileRoute({
  name: 'register.import-errors',
  method: 'GET',
  says: { zh: '下载导入文件中被拒的行，带错误说明列。', en: 'Download an imported file’s refused rows with a column of errors.' },
  input: z.strictObject({ id: z.uuid() }),
  takes: 'nothing',
  gives: ['application/vnd.openxmlformats-officedocument.spreadsheetml.sheet', 'text/csv'],
  may: (actor) => anyOf(actor, 'administrator'),
  answer: async ({ house, world, input, reply }) => {
    const file = await house.store.read(world.actor.tenant, (db) => db.register.importErrors(input.id))
    if (!file) throw new Fault('404.1', { what: { zh: '文件', en: 'file' } })
    const type = file.name.toLowerCase().endsWith('.csv')
      ? 'text/csv; charset=utf-8'
      : 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'
    return sendFile(reply, { ...file, type, inline: false, cache: 'no-store' })
  },
})
