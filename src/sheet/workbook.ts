import { Fault } from '#kit/fault.ts'
import { attribute, notXml, readXml } from './xml.ts'
import type { Zip } from './zip.ts'

export type Worksheet = { readonly title: string; readonly part: string }

export type Workbook = {
  /** Those that a person can see, in their order. */
  readonly sheets: readonly Worksheet[]
  readonly strings: readonly string[]
  /** Whether a cell format shows a date, by its number. */
  readonly dates: readonly boolean[]
  readonly since1904: boolean
}

type Link = { readonly type: string; readonly target: string }

export const readWorkbook = async (zip: Zip): Promise<Workbook> => {
  const root = [...(await links(zip, '_rels/.rels', '')).values()].find((l) => l.type.endsWith('/officeDocument'))
  if (root === undefined || !zip.has(root.target)) throw notXml()
  if (root.target.endsWith('.bin')) throw new Fault('415.1', { what: 'xlsb' })
  const folder = root.target.slice(0, root.target.lastIndexOf('/') + 1)
  const parts = await links(zip, `${folder}_rels/${root.target.slice(folder.length)}.rels`, folder)
  const part = (type: string): string | undefined => [...parts.values()].find((l) => l.type.endsWith(type) && zip.has(l.target))?.target
  const { sheets, since1904 } = declared(await zip.bytes(root.target))
  const [strings, styles] = [part('/sharedStrings'), part('/styles')]
  return {
    since1904,
    sheets: sheets.flatMap(({ title, id }) => {
      const link = parts.get(id)
      return link !== undefined && link.type.endsWith('/worksheet') && zip.has(link.target) ? [{ title, part: link.target }] : []
    }),
    strings: strings === undefined ? [] : sharedStrings(await zip.bytes(strings)),
    dates: styles === undefined ? [] : dateStyles(await zip.bytes(styles)),
  }
}

const links = async (zip: Zip, part: string, folder: string): Promise<ReadonlyMap<string, Link>> => {
  const found = new Map<string, Link>()
  if (!zip.has(part)) return found
  readXml(await zip.bytes(part), {
    open: (name, a) => {
      const [id, type, target] = [attribute(a, 'Id'), attribute(a, 'Type'), attribute(a, 'Target')]
      if (name !== 'Relationship' || id === undefined || attribute(a, 'TargetMode') === 'External') return
      found.set(id, { type: type ?? '', target: resolved(folder, target ?? '') })
    },
  })
  return found
}

const resolved = (folder: string, target: string): string =>
  (target.startsWith('/') ? target.slice(1) : folder + target)
    .split('/')
    .reduce<string[]>((way, step) => (step === '..' ? way.slice(0, -1) : step === '.' ? way : [...way, step]), [])
    .join('/')

const declared = (
  bytes: Uint8Array,
): { readonly sheets: readonly { readonly title: string; readonly id: string }[]; readonly since1904: boolean } => {
  const sheets: { title: string; id: string }[] = []
  let since1904 = false
  let first: string | undefined
  readXml(bytes, {
    open: (name, a) => {
      first ??= name
      if (first !== 'workbook') throw notXml()
      if (name === 'workbookPr') since1904 = ['1', 'true'].includes(attribute(a, 'date1904') ?? '')
      if (name !== 'sheet' || (attribute(a, 'state') ?? 'visible') !== 'visible') return
      const id = attribute(a, '\\w+:id')
      if (id !== undefined) sheets.push({ title: attribute(a, 'name') ?? '', id })
    },
  })
  return { sheets, since1904 }
}

/** Runs of a rich text are joined; phonetic guides are left out. */
const sharedStrings = (bytes: Uint8Array): readonly string[] => {
  const strings: string[] = []
  let [text, inText, phonetic] = ['', false, false]
  readXml(bytes, {
    open: (name) => {
      if (name === 'si') text = ''
      else if (name === 't') inText = true
      else if (name === 'rPh') phonetic = true
    },
    text: (t) => {
      if (inText && !phonetic) text += t
    },
    close: (name) => {
      if (name === 'si') strings.push(unescaped(text))
      else if (name === 't') inText = false
      else if (name === 'rPh') phonetic = false
    },
  })
  return strings
}

/** Spreadsheets write characters that XML cannot hold as _x000D_. */
export const unescaped = (text: string): string =>
  text.includes('_x') ? text.replace(/_x([0-9A-Fa-f]{4})_/g, (_, hex: string) => String.fromCharCode(parseInt(hex, 16))) : text

const dateStyles = (bytes: Uint8Array): readonly boolean[] => {
  const formats = new Map<number, string>()
  const dates: boolean[] = []
  let inCells = false
  readXml(bytes, {
    open: (name, a) => {
      if (name === 'numFmt') formats.set(Number(attribute(a, 'numFmtId')), attribute(a, 'formatCode') ?? '')
      if (name === 'cellXfs') inCells = true
      if (name === 'xf' && inCells) dates.push(isDate(Number(attribute(a, 'numFmtId') ?? 0), formats))
    },
    close: (name) => {
      if (name === 'cellXfs') inCells = false
    },
  })
  return dates
}

/** The numbers are the formats every spreadsheet knows without being told; 27 to 58 are those of Chinese, Japanese and Korean ones. */
const isDate = (id: number, formats: ReadonlyMap<number, string>): boolean => {
  const code = formats.get(id)
  if (code === undefined) return (id >= 14 && id <= 22) || (id >= 27 && id <= 36) || (id >= 50 && id <= 58)
  return /[yd年月日]|m(?!.*0)/i.test(code.replace(/"[^"]*"|\\.|\[[^\]]*\]|general/gi, '')) && !/^[#0,.%;]*$/.test(code)
}
