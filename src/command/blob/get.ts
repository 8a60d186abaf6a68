import { z } from 'zod'
import { yes } from '#access/actor.ts'
import { Fault } from '#kit/fault.ts'
import { sha256 } from '#record/shape.ts'
import { read } from '../command.ts'
import type { Blob } from '../ports/blob.ts'

/** Answered as raw bytes, not as JSON. */
export const getBlob = read({
  name: 'blob.get',
  says: { zh: '取照片或文件。', en: 'Fetch a photo or a file.' },
  input: z.strictObject({ sha256 }),
  may: () => yes,
  run: async (db, input): Promise<Blob> => {
    const blob = await db.blob.bytes(input.sha256)
    if (!blob) throw new Fault('404.1', { what: { zh: '文件', en: 'file' } })
    return blob
  },
})
