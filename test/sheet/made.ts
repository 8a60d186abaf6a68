import { deflateRawSync, crc32 } from 'node:zlib'
import type { SheetFile, TableRow } from '#sheet/table.ts'

/** A zip archive of these parts; `claims` makes the directory lie about the unpacked size of a part. */
export const zipOf = (parts: Readonly<Record<string, string | Buffer>>, claims: Readonly<Record<string, number>> = {}): Buffer => {
  const [locals, directory]: [Buffer[], Buffer[]] = [[], []]
  let offset = 0
  for (const [name, content] of Object.entries(parts)) {
    const raw = Buffer.from(content)
    const packed = deflateRawSync(raw)
    const sizes = (at: Buffer, from: number) => {
      at.writeUInt32LE(crc32(raw), from)
      at.writeUInt32LE(packed.length, from + 4)
      at.writeUInt32LE(claims[name] ?? raw.length, from + 8)
      at.writeUInt16LE(Buffer.byteLength(name), from + 12)
    }
    const local = Buffer.alloc(30)
    local.writeUInt32LE(0x04034b50, 0)
    local.writeUInt16LE(20, 4)
    local.writeUInt16LE(0x800, 6)
    local.writeUInt16LE(8, 8)
    sizes(local, 14)
    const entry = Buffer.alloc(46)
    entry.writeUInt32LE(0x02014b50, 0)
    entry.writeUInt16LE(20, 4)
    entry.writeUInt16LE(20, 6)
    entry.writeUInt16LE(0x800, 8)
    entry.writeUInt16LE(8, 10)
    sizes(entry, 16)
    entry.writeUInt32LE(offset, 42)
    locals.push(local, Buffer.from(name), packed)
    directory.push(entry, Buffer.from(name))
    offset += 30 + Buffer.byteLength(name) + packed.length
  }
  const listed = Buffer.concat(directory)
  const end = Buffer.alloc(22)
  end.writeUInt32LE(0x06054b50, 0)
  end.writeUInt16LE(Object.keys(parts).length, 8)
  end.writeUInt16LE(Object.keys(parts).length, 10)
  end.writeUInt32LE(listed.length, 12)
  end.writeUInt32LE(offset, 16)
  return Buffer.concat([...locals, listed, end])
}

const relationships = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'

/** The parts of a workbook written by hand: the XML of its worksheets by their titles, and other parts as they are. */
export const bookParts = (
  sheets: Readonly<Record<string, string>>,
  other: Readonly<Record<string, string>> = {},
): Record<string, string> => {
  const titles = Object.keys(sheets)
  const links = titles.map(
    (_, i) => `<Relationship Id="rId${i + 1}" Type="${relationships}/worksheet" Target="worksheets/sheet${i + 1}.xml"/>`,
  )
  const more = Object.keys(other).map(
    (name) => `<Relationship Id="${name}" Type="${relationships}/${name.replace('.xml', '')}" Target="${name}"/>`,
  )
  return {
    '[Content_Types].xml': '<?xml version="1.0"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>',
    '_rels/.rels': `<Relationships><Relationship Id="rId1" Type="${relationships}/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
    'xl/workbook.xml': `<workbook xmlns:r="${relationships}"><sheets>${titles.map((t, i) => `<sheet name="${t}" sheetId="${i + 1}" r:id="rId${i + 1}"/>`).join('')}</sheets></workbook>`,
    'xl/_rels/workbook.xml.rels': `<Relationships>${[...links, ...more].join('')}</Relationships>`,
    ...Object.fromEntries(titles.map((t, i) => [`xl/worksheets/sheet${i + 1}.xml`, sheets[t] ?? ''])),
    ...Object.fromEntries(Object.entries(other).map(([name, xml]) => [`xl/${name}`, xml])),
  }
}

/** A worksheet of inline texts. */
export const sheetXml = (rows: readonly (readonly string[])[]): string =>
  `<?xml version="1.0" encoding="UTF-8"?><worksheet><sheetData>${rows
    .map(
      (cells, r) =>
        `<row r="${r + 1}">${cells.map((c, i) => `<c r="${String.fromCharCode(65 + i)}${r + 1}" t="inlineStr"><is><t xml:space="preserve">${xml(c)}</t></is></c>`).join('')}</row>`,
    )
    .join('')}</sheetData></worksheet>`

const xml = (text: string): string => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;')

export const rowsOf = async (file: SheetFile, table = 0): Promise<readonly TableRow[]> => {
  const rows: TableRow[] = []
  for await (const batch of file.tables[table]?.rows() ?? []) rows.push(...batch)
  return rows
}

export const cellsOf = async (file: SheetFile, table = 0): Promise<readonly (readonly string[])[]> =>
  (await rowsOf(file, table)).map((r) => Array.from(r.cells, (c) => c ?? ''))

export const whole = async (pieces: AsyncIterable<Uint8Array>): Promise<Buffer> => {
  const held: Uint8Array[] = []
  for await (const piece of pieces) held.push(piece)
  return Buffer.concat(held)
}
