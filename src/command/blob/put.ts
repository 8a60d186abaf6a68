import { z } from 'zod'
import { no, yes } from '#access/actor.ts'
import { type Attachment, attachment } from '#record/shape.ts'
import { write } from '../command.ts'

/** Bytes do not travel as JSON: the doors call this themselves, after they have looked at what the bytes are. */
export const putBlob = write({
  name: 'blob.put',
  says: { zh: '保存照片或文件。', en: 'Keep a photo or a file.' },
  input: attachment.extend({ bytes: z.instanceof(Uint8Array) }),
  secret: ['bytes'],
  may: (actor) => (actor.grants.length > 0 ? yes : no({ zh: '需要任一角色', en: 'needs a role' })),
  run: async (db, { bytes, ...said }): Promise<Attachment> => {
    await db.blob.keep({ sha256: said.sha256, type: said.type, size: said.size, bytes })
    return said
  },
})
