import { SaxesParser } from 'saxes'
import { Fault } from '#kit/fault.ts'

/** Element names come without their prefix. */
export type Handlers = {
  open(name: string, attributes: Readonly<Record<string, string>>): void
  text?(text: string): void
  close?(name: string): void
}

/** Feeds well-formed UTF-8 XML to the handlers piece by piece. 400.11 for a document type (entities), 400.6 for what is no XML. */
export const xmlReader = (handlers: Handlers): { write(bytes: Uint8Array): void; end(): void } => {
  const parser = new SaxesParser({ xmlns: false, position: false })
  const decoder = new TextDecoder('utf-8', { fatal: true })
  parser.on('doctype', () => {
    throw new Fault('400.11')
  })
  parser.on('error', () => {
    throw notXml()
  })
  parser.on('opentag', (tag) => handlers.open(local(tag.name), tag.attributes))
  if (handlers.text !== undefined) {
    parser.on('text', (text) => handlers.text?.(text))
    parser.on('cdata', (text) => handlers.text?.(text))
  }
  parser.on('closetag', (tag) => handlers.close?.(local(tag.name)))
  const decode = (bytes?: Uint8Array): string => {
    try {
      return bytes === undefined ? decoder.decode() : decoder.decode(bytes, { stream: true })
    } catch (error) {
      if (error instanceof TypeError) throw notXml()
      throw error
    }
  }
  return {
    write: (bytes) => void parser.write(decode(bytes)),
    end: () => {
      parser.write(decode())
      parser.close()
    },
  }
}

export const readXml = (bytes: Uint8Array, handlers: Handlers): void => {
  const reader = xmlReader(handlers)
  reader.write(bytes)
  reader.end()
}

const notXml = (): Fault => new Fault('400.6', { expected: { zh: 'Excel 工作簿(.xlsx)', en: 'Excel workbook (.xlsx)' } })

const local = (name: string): string => {
  const colon = name.indexOf(':')
  return colon < 0 ? name : name.slice(colon + 1)
}
