import { isAscii } from 'node:buffer'
import { Fault } from '#kit/fault.ts'

/*
 * A reader for the XML of workbooks, piece by piece. Ours, because a worksheet has millions of tags and the libraries tried
 * (saxes; hucre's own) took three times as long or could not be held back while the database works. It is strict where it
 * matters: UTF-8, matching tags, the five named entities and no others, no document type.
 */

export type Handlers = {
  /** Element names come without their prefix, attributes as they are written: see `attribute`. */
  open(name: string, attributes: string): void
  text?(text: string): void
  close?(name: string): void
}

export type XmlReader = { write(bytes: Uint8Array): void; end(): void }

/** 400.11 for a document type or an entity of its own, 400.6 for what is not well-formed. */
export const xmlReader = (handlers: Handlers): XmlReader => {
  const decoder = new TextDecoder('utf-8', { fatal: true })
  let whole = true
  const decode = (bytes?: Uint8Array): string => {
    if (bytes !== undefined && whole && isAscii(bytes)) return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length).toString('latin1')
    whole = (bytes?.at(-1) ?? 0) < 128
    try {
      return bytes === undefined ? decoder.decode() : decoder.decode(bytes, { stream: true })
    } catch (error) {
      if (error instanceof TypeError) throw notXml()
      throw error
    }
  }
  const tokens = tokenReader(handlers)
  return {
    write: (bytes) => tokens.write(decode(bytes)),
    end: () => {
      tokens.write(decode())
      tokens.end()
    },
  }
}

export const readXml = (bytes: Uint8Array, handlers: Handlers): void => {
  const reader = xmlReader(handlers)
  reader.write(bytes)
  reader.end()
}

export const notXml = (): Fault => new Fault('400.6', { expected: { zh: 'Excel 工作簿（.xlsx）', en: 'Excel workbook (.xlsx)' } })

/** No one tag or text of a workbook is longer. */
const longest = 16 * 1024 * 1024

const tokenReader = (handlers: Handlers): { write(text: string): void; end(): void } => {
  const elements = elementReader(handlers)
  let rest = ''
  return {
    write: (text) => {
      const all = rest === '' ? text : rest + text
      let at = 0
      for (let left = all.indexOf('<'); left >= 0; left = all.indexOf('<', at)) {
        const after = tokenEnd(all, left)
        if (after < 0) break
        elements.said(all.slice(at, left))
        const sign = all.charCodeAt(left + 1)
        if (sign === slash) elements.ended(all.slice(left + 2, after - 1).trimEnd())
        else if (sign === bang) special(all.slice(left, after), handlers)
        else if (sign !== question) elements.began(all.slice(left + 1, after - 1))
        at = after
      }
      rest = all.slice(at)
      if (rest.length > longest) throw notXml()
    },
    end: () => {
      elements.said(rest)
      if (rest.includes('<') || !elements.whole()) throw notXml()
    },
  }
}

type Elements = {
  said(raw: string): void
  began(tag: string): void
  ended(name: string): void /** One root, and everything closed. */
  whole(): boolean
}

const elementReader = (handlers: Handlers): Elements => {
  const open: string[] = []
  let roots = 0
  const ended = (name: string): void => {
    if (open.pop() !== name) throw notXml()
    handlers.close?.(local(name))
  }
  return {
    ended,
    whole: () => open.length === 0 && roots === 1,
    said: (raw) => {
      if (raw === '') return
      if (open.length > 0) handlers.text?.(raw.includes('&') ? decoded(raw) : raw)
      else if (raw.trim() !== '' && raw.trim() !== '\uFEFF') throw notXml()
    },
    began: (tag) => {
      const empty = tag.endsWith('/')
      const body = empty ? tag.slice(0, -1) : tag
      const space = body.search(/\s/)
      const name = space < 0 ? body : body.slice(0, space)
      if (name === '' || (open.length === 0 && ++roots > 1)) throw notXml()
      open.push(name)
      handlers.open(local(name), space < 0 ? '' : body.slice(space))
      if (empty) ended(name)
    },
  }
}

const [slash, bang, question, right, double, single] = [47, 33, 63, 62, 34, 39]

/** Just behind the tag, comment, declaration or CDATA that begins at `left`; -1 when it goes on in the next piece. */
const tokenEnd = (text: string, left: number): number => {
  const sign = text.charCodeAt(left + 1)
  if (sign === bang || sign === question) {
    const closing = sign === question ? '?>' : text.startsWith('<!--', left) ? '-->' : text.startsWith('<![CDATA[', left) ? ']]>' : '>'
    const end = text.length - left < 9 && sign === bang ? -1 : text.indexOf(closing, left + 2)
    return end < 0 ? -1 : end + closing.length
  }
  let quote = 0
  for (let i = left + 1; i < text.length; i++) {
    const c = text.charCodeAt(i)
    if (quote !== 0) {
      if (c === quote) quote = 0
    } else if (c === right) return i + 1
    else if (c === double || c === single) quote = c
  }
  return -1
}

const special = (token: string, handlers: Handlers): void => {
  if (token.startsWith('<![CDATA[')) handlers.text?.(token.slice(9, -3))
  else if (!token.startsWith('<!--')) throw new Fault('400.11')
}

const named: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" }

const decoded = (text: string): string =>
  text.replace(/&(#x[0-9a-fA-F]{1,6}|#\d{1,7}|[^;]{0,40});?/g, (_, name: string) => {
    if (!name.startsWith('#')) {
      const sign = named[name]
      if (sign === undefined) throw new Fault('400.11')
      return sign
    }
    const code = name[1] === 'x' ? parseInt(name.slice(2), 16) : Number(name.slice(1))
    if (!(code > 0 && code <= 0x10ffff)) throw notXml()
    return String.fromCodePoint(code)
  })

const local = (name: string): string => {
  const colon = name.indexOf(':')
  return colon < 0 ? name : name.slice(colon + 1)
}

const patterns = new Map<string, RegExp>()

/** The value of an attribute by its name as written, prefix and all (a pattern, as '\\w+:id'); undefined when it is not there. */
export const attribute = (attributes: string, name: string): string | undefined => {
  const pattern = patterns.get(name) ?? new RegExp(`\\s${name}\\s*=\\s*(?:"([^"]*)"|'([^']*)')`)
  patterns.set(name, pattern)
  const found = pattern.exec(attributes)
  const value = found?.[1] ?? found?.[2]
  return value?.includes('&') ? decoded(value) : value
}
