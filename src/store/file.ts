import { createHash } from 'node:crypto'
import { Fault } from '#kit/fault.ts'
import type { Attachment } from '#record/shape.ts'

/** Megabytes of one photo or file. */
export const fileLimit = 20

const pictures = new Set(['image/jpeg', 'image/png', 'image/webp'])
const papers: Readonly<Record<string, string>> = {
  'application/pdf': 'pdf',
  'application/vnd.openxmlformats-officedocument.wordprocessingml.document': 'docx',
  'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet': 'xlsx',
}

/**
 * What a file is by its bytes, whatever its name says. Pictures are made anew as JPEG of at most 1,600 pixels a side: nothing
 * hidden in them, nor where they were taken, comes along.
 * @throws Fault 415.1 for any other kind of file · 400.6 for a picture that cannot be read · 413.1
 */
export const fileOf = async (given: Uint8Array, name: string): Promise<Attachment & { readonly bytes: Uint8Array }> => {
  if (given.byteLength > fileLimit * 1024 * 1024) throw new Fault('413.1', { limit: fileLimit })
  const { fileTypeFromBuffer } = await import('file-type')
  const found = await fileTypeFromBuffer(given)
  const type = found?.mime ?? 'unknown'
  if (pictures.has(type)) return described(await picture(given), 'image/jpeg', named(name, 'jpg'))
  const ending = papers[type]
  if (ending === undefined) throw new Fault('415.1', { what: found?.mime ?? { zh: '无法识别', en: 'not recognised' } })
  return described(given, type, named(name, ending))
}

const described = (bytes: Uint8Array, type: string, name: string) => ({
  sha256: createHash('sha256').update(bytes).digest('hex'),
  name,
  type,
  size: bytes.byteLength,
  bytes,
})

// Opened when the first picture comes: a server that sees none need not hold the library.
const picture = async (given: Uint8Array): Promise<Uint8Array> => {
  const { default: sharp } = await import('sharp')
  try {
    const image = sharp(given, { limitInputPixels: 120_000_000, failOn: 'error', sequentialRead: true })
    return await image
      .rotate()
      .resize(1600, 1600, { fit: 'inside', withoutEnlargement: true })
      .flatten({ background: '#ffffff' })
      .jpeg({ quality: 82 })
      .toBuffer()
  } catch {
    // Whatever the image library stumbles over, the file is not a picture that can be shown.
    throw new Fault('400.6', { expected: { zh: '图片', en: 'picture' } })
  }
}

/** The name without folders, control characters and a false ending. */
const named = (name: string, ending: string): string => {
  const last = name.normalize('NFC').split(/[\\/]/).at(-1) ?? ''
  // Controls, and the marks that turn the direction of writing so that an ending looks like another.
  const bare = last
    .replace(/[\p{Cc}\p{Cf}\p{Cs}]/gu, '')
    .replace(/\.(jpe?g|png|webp|pdf|docx|xlsx)$/i, '')
    .trim()
  return `${[...bare].slice(0, 120).join('') || 'file'}.${ending}`
}
