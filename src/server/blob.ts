import { z } from 'zod'
import { getBlob } from '#command/blob/get.ts'
import { putBlob } from '#command/blob/put.ts'
import type { Blob } from '#command/ports/blob.ts'
import { Fault } from '#kit/fault.ts'
import { sha256 } from '#record/shape.ts'
import { carryOut } from '#store/carry.ts'
import { fileLimit, fileOf } from '#store/file.ts'
import { fileRoute, sendFile } from './files.ts'

export const putBlobRoute = fileRoute({
  name: putBlob.name,
  method: 'PUT',
  says: putBlob.says,
  input: z.strictObject({}),
  takes: { bytes: fileLimit },
  gives: ['application/json'],
  may: (actor) => putBlob.may(actor, undefined as never),
  answer: async ({ house, world, request }) => {
    const body = request.body
    if (!(body instanceof Uint8Array) || body.byteLength === 0)
      throw new Fault('400.6', { expected: { zh: '照片或文件', en: 'photo or file' } })
    return carryOut(house.store, putBlob, await fileOf(body, nameIn(request.headers['x-name'])), world)
  },
})

export const getBlobRoute = fileRoute({
  name: getBlob.name,
  method: 'GET',
  says: getBlob.says,
  input: z.strictObject({ sha256, name: z.string().max(200).optional() }),
  takes: 'nothing',
  gives: ['image/jpeg', 'application/octet-stream'],
  may: (actor, input) => getBlob.may(actor, input),
  answer: async ({ house, world, input, reply }) => {
    const blob = (await carryOut(house.store, getBlob, { sha256: input.sha256 }, world)) as Blob
    // Its name is its content, so it never changes; `private`, because only staff may have it.
    return sendFile(reply, {
      ...blob,
      name: input.name ?? blob.sha256.slice(0, 12),
      inline: blob.type === 'image/jpeg',
      cache: 'private, max-age=31536000, immutable',
    })
  },
})

/** The file's name travels URI-encoded, since a header holds no Chinese. */
const nameIn = (header: string | string[] | undefined): string => {
  try {
    return decodeURIComponent(typeof header === 'string' ? header : '')
  } catch {
    return ''
  }
}
