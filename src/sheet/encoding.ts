import { Readable } from 'node:stream'
import { Fault } from '#kit/fault.ts'
import { type Source, headOf, streamOf } from './source.ts'

/** The WHATWG name of a text's encoding: by its byte order mark, else the first of UTF-8 and GB18030 that its every byte fits. 400.8 when none does. */
export const encodingOf = async (source: Source): Promise<string> => {
  const head = await headOf(source, 4096)
  if (head[0] === 0xff && head[1] === 0xfe) return checked(source, 'utf-16le')
  if (head[0] === 0xfe && head[1] === 0xff) return checked(source, 'utf-16be')
  const zeros = [0, 1].map((odd) => head.filter((byte, i) => byte === 0 && i % 2 === odd).length)
  if (Math.max(...zeros) > head.length / 10) return checked(source, (zeros[0] ?? 0) > (zeros[1] ?? 0) ? 'utf-16be' : 'utf-16le')
  return (await fits(source, 'utf-8')) ? 'utf-8' : checked(source, 'gb18030')
}

const checked = async (source: Source, encoding: string): Promise<string> => {
  if (await fits(source, encoding)) return encoding
  throw new Fault('400.8')
}

/** Whether every byte belongs to the encoding and none says NUL. Most bytes of any kind are good GB18030, so there no other control sign is taken for text either. */
const fits = async (source: Source, encoding: string): Promise<boolean> => {
  const decoder = new TextDecoder(encoding, { fatal: true })
  const odd = (text: string): boolean => (encoding === 'gb18030' ? /[^\P{Cc}\t\n\v\f\r\u007f-\u009f]/u.test(text) : text.includes('\0'))
  try {
    for await (const piece of streamOf(source)) if (odd(decoder.decode(piece as Buffer, { stream: true }))) return false
    decoder.decode()
    return true
  } catch (error) {
    if (error instanceof TypeError) return false
    throw error
  }
}

/** The text of a stream of bytes, without its byte order mark. */
export const decodedAs = (bytes: Readable, encoding: string): Readable =>
  Readable.from(decoded(bytes, encoding), { objectMode: false, encoding: 'utf-8' })

async function* decoded(bytes: Readable, encoding: string): AsyncGenerator<string> {
  const decoder = new TextDecoder(encoding, { fatal: true })
  for await (const piece of bytes) {
    const text = decoder.decode(piece as Buffer, { stream: true })
    if (text !== '') yield text
  }
  yield decoder.decode()
}
