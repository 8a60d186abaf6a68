import { open } from 'node:fs/promises'
import { createReadStream, statSync } from 'node:fs'
import { Readable } from 'node:stream'
import { Fault } from '#kit/fault.ts'

/** A file to be read, on disk or in memory. */
export type Source = { readonly path: string } | { readonly bytes: Uint8Array }

export const limits = {
  /** Bytes of a file as it comes. */
  file: 100 * 1024 * 1024,
  /** Bytes of all that a workbook unpacks to. */
  unpacked: 1024 * 1024 * 1024,
  /** Bytes of a part that must be held at once, such as a workbook's shared strings. */
  held: 128 * 1024 * 1024,
  entries: 10_000,
  /** Rows that hold anything, over all sheets. */
  rows: 1_000_000,
} as const

export const megabytes = (bytes: number): number => Math.round(bytes / 1024 / 1024)

export const sizeOf = (source: Source): number => ('bytes' in source ? source.bytes.length : statSync(source.path).size)

/** Refuses (413.1) a file that is too large before anything of it is read. */
export const checkSize = (source: Source): void => {
  if (sizeOf(source) > limits.file) throw new Fault('413.1', { limit: megabytes(limits.file) })
}

export const headOf = async (source: Source, bytes: number): Promise<Buffer> => {
  if ('bytes' in source) return Buffer.from(source.bytes.subarray(0, bytes))
  const file = await open(source.path)
  try {
    const { buffer, bytesRead } = await file.read(Buffer.alloc(bytes), 0, bytes, 0)
    return buffer.subarray(0, bytesRead)
  } finally {
    await file.close()
  }
}

export const streamOf = (source: Source): Readable =>
  'path' in source
    ? createReadStream(source.path, { highWaterMark: 256 * 1024 })
    : Readable.from(pieces(source.bytes), { objectMode: false })

function* pieces(bytes: Uint8Array): Generator<Uint8Array> {
  for (let at = 0; at < bytes.length; at += 256 * 1024) yield bytes.subarray(at, at + 256 * 1024)
}
