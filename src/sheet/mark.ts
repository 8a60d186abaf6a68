import { Readable } from 'node:stream'
import yazl from 'yazl'
import { type Marks, columnIndex, columnName } from './table.ts'
import { type Zip, unsound } from './zip.ts'

/**
 * The same workbook with marks in some of its worksheets. Every other part is copied; in a marked worksheet only one column is
 * touched, in the text of its XML, so that formats, lists, widths, notes and other columns stay as they were.
 */
export async function* markedWorkbook(zip: Zip, marks: ReadonlyMap<string, Marks>): AsyncGenerator<Uint8Array> {
  const out = new yazl.ZipFile()
  for (const name of zip.names) {
    const mark = marks.get(name)
    out.addReadStreamLazy(name, { compress: true, compressionLevel: 3 }, (give) => {
      zip.stream(name).then(
        (part) => give(null, mark === undefined ? part : Readable.from(markedSheet(part, mark))),
        (error: unknown) => give(error, Readable.from([])),
      )
    })
  }
  out.on('error', (error: Error) => (out.outputStream as Readable).destroy(error))
  out.end()
  try {
    for await (const piece of out.outputStream) yield piece as Buffer
  } catch (error) {
    unsound(error)
  }
}

async function* markedSheet(part: Readable, marks: Marks): AsyncGenerator<string> {
  const decoder = new TextDecoder('utf-8')
  const rows = rowMarker(marks)
  let text = ''
  for await (const piece of part) {
    const { done, rest } = rows(text + decoder.decode(piece as Buffer, { stream: true }))
    text = rest
    if (done !== '') yield done
  }
  yield text + decoder.decode()
}

const opening = /<((?:\w+:)?)(row|sheetData)\b([^>]*?)(\/?)>/g

/** Marks every whole row in a text; what may be the beginning of the next one is the rest. */
const rowMarker = (marks: Marks): ((text: string) => { readonly done: string; readonly rest: string }) => {
  let before = 0
  return (text) => {
    let done = ''
    let at = 0
    opening.lastIndex = 0
    for (let m = opening.exec(text); m !== null; m = opening.exec(text)) {
      const [whole, prefix = '', name, attributes = '', empty] = m
      if (name === 'sheetData') {
        done += fitted(text.slice(at, m.index), prefix, marks.column) + whole
        at = opening.lastIndex
        continue
      }
      const closing = `</${prefix}row>`
      const end = empty === '/' ? opening.lastIndex : text.indexOf(closing, opening.lastIndex)
      if (end < 0) return { done, rest: text.slice(at) }
      before = Number(/\br="(\d+)"/.exec(attributes)?.[1] ?? before + 1)
      const inside = empty === '/' ? '' : text.slice(opening.lastIndex, end)
      done += `${text.slice(at, m.index)}<${prefix}row${attributes.replace(/\sspans="[^"]*"/, '')}>${markedRow(inside, before, prefix, marks)}${closing}`
      at = empty === '/' ? end : end + closing.length
      opening.lastIndex = at
    }
    const cut = Math.max(at, text.lastIndexOf('<'))
    return at === 0 && done === '' ? { done: '', rest: text } : { done: done + text.slice(at, cut), rest: text.slice(cut) }
  }
}

/** The head of a worksheet: its stated size no longer holds; the new column gets room when no other width is said for it. */
const fitted = (head: string, prefix: string, column: number): string => {
  const n = column + 1
  const width = `<${prefix}col min="${n}" max="${n}" width="60" customWidth="1"/>`
  const sized = head.replace(/<(?:\w+:)?dimension\b[^>]*\/>/, '')
  const last = Math.max(0, ...[...sized.matchAll(/<(?:\w+:)?col\b[^>]*\bmax="(\d+)"/g)].map((m) => Number(m[1])))
  if (!sized.includes(`<${prefix}cols>`)) return `${sized}<${prefix}cols>${width}</${prefix}cols>`
  return last < n ? sized.replace(`</${prefix}cols>`, `${width}</${prefix}cols>`) : sized
}

const cells = /<((?:\w+:)?)c\b([^>]*?)(?:\/>|>[\s\S]*?<\/\1c>)/g

const markedRow = (inside: string, row: number, prefix: string, marks: Marks): string => {
  const words = row === marks.header ? marks.heading : marks.words.get(row)
  if (words === undefined && !inside.includes(`${columnName(marks.column)}${row}"`)) return inside
  const all = [...inside.matchAll(cells)].map((m) => ({
    text: m[0],
    column: columnIndex(/\br="([A-Z]+)/.exec(m[2] ?? '')?.[1] ?? ''),
    style: /\bs="\d+"/.exec(m[2] ?? '')?.[0],
  }))
  const others = all.filter((c) => c.column !== marks.column)
  if (words === undefined) return others.length === all.length ? inside : others.map((c) => c.text).join('')
  const style = row === marks.header ? (others.findLast((c) => c.column < marks.column)?.style ?? '') : ''
  const mark = `<${prefix}c r="${columnName(marks.column)}${row}" ${style} t="inlineStr"><${prefix}is><${prefix}t xml:space="preserve">${escaped(words)}</${prefix}t></${prefix}is></${prefix}c>`
  const after = others.findIndex((c) => c.column > marks.column)
  const [left, right] = after < 0 ? [others, []] : [others.slice(0, after), others.slice(after)]
  return [...left.map((c) => c.text), mark, ...right.map((c) => c.text)].join('')
}

const escaped = (text: string): string =>
  text
    .replace(/[&<>]/g, (c) => (c === '&' ? '&amp;' : c === '<' ? '&lt;' : '&gt;'))
    // What XML cannot hold.
    .replace(/[^\P{Cc}\t\n\r\u007f-\u009f]|[\ufffe\uffff]|\p{Cs}/gu, '\uFFFD')
