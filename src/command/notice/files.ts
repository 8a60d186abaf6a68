import { Fault } from '#kit/fault.ts'
import type { Attachment } from '#record/shape.ts'
import type { Read } from '../ports.ts'

/** The files as they are stored, whatever was said of them. @throws Fault 422.1 for one that was not uploaded */
export const assertFiles = async (db: Pick<Read, 'blob'>, files: readonly Attachment[]): Promise<readonly Attachment[]> => {
  const stored = new Map((files.length === 0 ? [] : await db.blob.have(files.map((f) => f.sha256))).map((f) => [f.sha256, f]))
  const misfits = files.flatMap((f, i) =>
    stored.has(f.sha256)
      ? []
      : [{ path: `files.${i}`, code: 'lost', says: { zh: `文件“${f.name}”没有上传`, en: `The file “${f.name}” was not uploaded` } }],
  )
  if (misfits.length > 0) throw new Fault('422.1', { count: misfits.length, misfits })
  return files.map((f) => ({ ...f, type: stored.get(f.sha256)?.type ?? f.type, size: stored.get(f.sha256)?.size ?? f.size }))
}
