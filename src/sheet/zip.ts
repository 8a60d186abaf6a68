import type { Readable } from 'node:stream'
import yauzl from 'yauzl'
import { Fault } from '#kit/fault.ts'
import { type Source, limits, megabytes } from './source.ts'

/** An archive opened from its directory; parts are inflated only when they are read, and never beyond what the directory says. */
export type Zip = {
  readonly names: readonly string[]
  has(name: string): boolean
  stream(name: string): Promise<Readable>
  /** A part that is small enough to be held. */
  bytes(name: string): Promise<Buffer>
  close(): void
}

const workbook = { zh: 'Excel 工作簿（.xlsx）', en: 'Excel workbook (.xlsx)' }

/** 400.6 for what is no sound archive, 413.2 for one that unpacks to too much, 413.3 for too many entries. */
export const openZip = async (source: Source): Promise<Zip> => {
  const file = await opened(source).catch(unsound)
  const entries = await listed(file).catch(unsound)
  const find = (name: string): yauzl.Entry => {
    const entry = entries.get(name.toLowerCase())
    if (entry === undefined) throw new Fault('400.6', { expected: workbook })
    return entry
  }
  const stream = (name: string): Promise<Readable> =>
    new Promise<Readable>((resolve, reject) =>
      file.openReadStream(find(name), (error, readable) => (error ? reject(error) : resolve(readable))),
    ).catch(unsound)
  return {
    names: [...entries.values()].map((e) => e.fileName),
    has: (name) => entries.has(name.toLowerCase()),
    stream,
    bytes: async (name) => {
      if (find(name).uncompressedSize > limits.held) throw new Fault('413.2', { limit: megabytes(limits.held) })
      const parts: Buffer[] = []
      try {
        for await (const part of await stream(name)) parts.push(part as Buffer)
      } catch (error) {
        unsound(error)
      }
      return Buffer.concat(parts)
    },
    close: () => file.close(),
  }
}

/** What the archive library and zlib say of a broken or lying archive, as a fault; its stream stops at the size the directory names. */
export const unsound = (error: unknown): never => {
  const said = error instanceof Error ? error.message : ''
  if (said.startsWith('too many bytes in the stream')) throw new Fault('413.2', { limit: megabytes(limits.unpacked) })
  if (error instanceof Fault || !(error instanceof Error) || ('syscall' in error && !String(error.name).startsWith('Zlib'))) throw error
  throw new Fault('400.6', { expected: workbook })
}

const opened = (source: Source): Promise<yauzl.ZipFile> =>
  new Promise((resolve, reject) => {
    const done = (error: Error | null, file: yauzl.ZipFile): void => (error ? reject(error) : resolve(file))
    if ('path' in source) yauzl.open(source.path, { lazyEntries: true, autoClose: false }, done)
    else yauzl.fromBuffer(Buffer.from(source.bytes.buffer, source.bytes.byteOffset, source.bytes.length), { lazyEntries: true }, done)
  })

const listed = (file: yauzl.ZipFile): Promise<ReadonlyMap<string, yauzl.Entry>> =>
  new Promise((resolve, reject) => {
    const entries = new Map<string, yauzl.Entry>()
    let unpacked = 0
    const refuse = (error: Error): void => {
      file.close()
      reject(error)
    }
    if (file.entryCount > limits.entries)
      return refuse(new Fault('413.3', { limit: limits.entries, what: { zh: '个压缩条目', en: 'archive entries' } }))
    file.on('entry', (entry: yauzl.Entry) => {
      unpacked += entry.uncompressedSize
      if (unpacked > limits.unpacked) return refuse(new Fault('413.2', { limit: megabytes(limits.unpacked) }))
      if (!entry.fileName.endsWith('/')) entries.set(entry.fileName.toLowerCase(), entry)
      file.readEntry()
    })
    file.on('end', () => resolve(entries))
    file.on('error', refuse)
    file.readEntry()
  })
