import assert from 'node:assert/strict'
import { test } from 'node:test'
import iconv from 'iconv-lite'
import { Fault } from '#kit/fault.ts'
import { openSheets } from '#sheet/open.ts'
import { limits } from '#sheet/source.ts'
import { bookParts, cellsOf, rowsOf, sheetXml, zipOf } from './made.ts'

const tableOf = async (bytes: Uint8Array, name = '单位.csv') => cellsOf(await openSheets({ bytes }, name))
/** The code of the fault that opening, or reading all of it, ends in. */
const fault = async (bytes: Uint8Array): Promise<string> => {
  try {
    const file = await openSheets({ bytes }, 'x')
    for (const [i] of file.tables.entries()) await rowsOf(file, i)
    return 'none'
  } catch (error) {
    if (error instanceof Fault) return error.code
    throw error
  }
}

// 𠀀 and 𪚥 are beyond the BMP: four bytes each in GB18030.
const text = '编码,名称\r\n001,安丰镇𠀀𪚥\r\n002,"云溪""镇"",\n东"\r\n'
const table = [
  ['编码', '名称'],
  ['001', '安丰镇𠀀𪚥'],
  ['002', '云溪"镇",\n东'],
]
const encodings: readonly (readonly [string, Buffer])[] = [
  ['UTF-8', Buffer.from(text)],
  ['UTF-8 with a byte order mark', Buffer.from(`\uFEFF${text}`)],
  ['GB18030', iconv.encode(text, 'gb18030')],
  ['UTF-16 little-endian', iconv.encode(text, 'utf-16le', { addBOM: true })],
  ['UTF-16 big-endian', iconv.encode(text, 'utf-16be', { addBOM: true })],
  ['UTF-16 without a mark', iconv.encode(text, 'utf-16le')],
]
for (const [name, bytes] of encodings)
  test(`a CSV file in ${name} reads the same`, async () => assert.deepEqual(await tableOf(bytes), table))

for (const [name, sign] of [
  ['commas', ','],
  ['semicolons', ';'],
  ['tabs', '\t'],
] as const) {
  test(`a CSV file parted by ${name} is told by its first line`, async () =>
    assert.deepEqual(await tableOf(Buffer.from(`编码${sign}名 称${sign}别名\n001${sign}a${sign}"x${sign}y"\n\n`)), [
      ['编码', '名 称', '别名'],
      ['001', 'a', `x${sign}y`],
    ]))
}

test('GB18030 further down than the first block is still found', async () => {
  const bytes = Buffer.concat([Buffer.from(`code,name\n${'1,a\n'.repeat(100_000)}`), iconv.encode('2,镇\n', 'gb18030')])
  assert.deepEqual((await tableOf(bytes)).at(-1), ['2', '镇'])
})

test('what is no spreadsheet is refused by what is in it, whatever it is called', async () => {
  assert.equal(await fault(Buffer.from('89504e470d0a1a0a0000000d49484452000000010000000108060000001f15c489', 'hex')), '415.1')
  assert.equal(await fault(Buffer.from('d0cf11e0a1b11ae1', 'hex')), '415.1')
  assert.equal(await fault(Buffer.concat([Buffer.from('%PDF-1.7\n'), Buffer.from([0, 1, 2, 0xff, 0xfe, 0xff])])), '415.1')
  assert.equal(await fault(Buffer.alloc(0)), '400.6')
  assert.equal(await fault(Buffer.from('PK\u0003\u0004 and then nothing')), '400.6')
  assert.equal(await fault(zipOf({ 'word/document.xml': '<document/>' })), '400.6')
  assert.equal(await fault(Buffer.from([0x61, 0xff, 0xff, 0xff, 0x2c, 0xff])), '400.8')
  assert.equal(await fault(Buffer.from('code,name\n1,"never closed\n2,b\n')), '400.12')
})

test('a file that is too large is refused before anything of it is read', async () => {
  assert.equal(await fault(Buffer.alloc(limits.file + 1)), '413.1')
})

test('an archive that unpacks to too much, or to more than it says, is refused', async () => {
  const zeros = Buffer.alloc(3_000_000, 0x20)
  const parts = { ...bookParts({ 单位: sheetXml([['编码']]) }), 'xl/bomb.bin': '' }
  assert.equal(await fault(zipOf(parts, { 'xl/bomb.bin': limits.unpacked })), '413.2', 'says itself that it is too much')
  assert.equal(
    await fault(zipOf({ ...bookParts({ 单位: '' }), 'xl/worksheets/sheet1.xml': zeros }, { 'xl/worksheets/sheet1.xml': 1000 })),
    '413.2',
    'says less than it is',
  )
  assert.equal(
    await fault(zipOf({ ...bookParts({ 单位: sheetXml([]) }, { 'sharedStrings.xml': ' ' }) }, { 'xl/sharedStrings.xml': limits.held + 1 })),
    '413.2',
    'would have to be held',
  )
  assert.equal(await fault(zipOf(Object.fromEntries(Array.from({ length: limits.entries + 1 }, (_, i) => [`${i}`, ''])))), '413.3')
})

test('a workbook whose XML declares entities or a document type is refused', async () => {
  const laughs = '<!DOCTYPE worksheet [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;">]>'
  assert.equal(
    await fault(
      zipOf(
        bookParts({ 单位: `${laughs}<worksheet><sheetData><row><c t="inlineStr"><is><t>&b;</t></is></c></row></sheetData></worksheet>` }),
      ),
    ),
    '400.11',
  )
  assert.equal(
    await fault(zipOf(bookParts({ 单位: '<worksheet><sheetData><row r="1"><c t="str"><v>&b;</v></c></row></sheetData></worksheet>' }))),
    '400.11',
  )
  for (const broken of [
    '<worksheet><sheetData>',
    '<worksheet></sheetData>',
    'no xml at all',
    '<worksheet><row r="0"/></worksheet>',
    '<worksheet><sheetData><row r="1"><c r="ZZZZ1"><v>1</v></c></row></sheetData></worksheet>',
    '<worksheet/><worksheet/>',
  ]) {
    assert.equal(await fault(zipOf(bookParts({ 单位: broken }))), '400.6', broken)
  }
})

test('numbers keep their digits, dates are days, rich texts are joined, phonetic guides and hidden sheets are left out', async () => {
  const row = [
    '<c r="A1"><v>1234</v></c>',
    '<c r="B1"><v>1234.0</v></c>',
    '<c r="C1"><v>3.20102199001011E+17</v></c>',
    '<c r="D1"><v>320102199001011234</v></c>',
    '<c r="E1"><v>12.300000000000001</v></c>',
    '<c r="F1" s="1"><v>41030</v></c>',
    '<c r="G1" s="2"><v>41030.5</v></c>',
    '<c r="H1" s="3"><v>41030</v></c>',
    '<c r="I1" t="s"><v>0</v></c>',
    '<c r="J1" t="str"><f>A1</f><v>a&amp;b_x000D_&#x4E00;</v></c>',
    '<c r="K1" t="b"><v>1</v></c>',
    '<c r="L1" t="e"><v>#REF!</v></c>',
    '<c r="M1" t="inlineStr"><is><r><t>安</t></r><r><t>丰</t></r></is></c>',
    "<c r='N1' t='str'><v><![CDATA[<x>]]></v></c>",
    '<c><v>7</v></c>',
    '<c r="Q1"/>',
  ]
  const styles =
    '<styleSheet><numFmts><numFmt numFmtId="164" formatCode="yyyy&quot;年&quot;m&quot;月&quot;"/><numFmt numFmtId="165" formatCode="#,##0&quot;亩&quot;"/></numFmts><cellStyleXfs><xf numFmtId="14"/></cellStyleXfs><cellXfs><xf numFmtId="0"/><xf numFmtId="14"/><xf numFmtId="164"/><xf numFmtId="165"/></cellXfs></styleSheet>'
  const strings = '<sst><si><r><t>云</t></r><r><t>溪</t></r><rPh><t>yunxi</t></rPh></si></sst>'
  const parts = bookParts(
    {
      单位: `<x:worksheet xmlns:x="y"><x:sheetData><x:row r="1">${row
        .join('')
        .replaceAll(/<(\/?)(\w)/g, '<$1x:$2')
        .replace('<x:x>', '<x>')}</x:row><x:row r="9"/></x:sheetData></x:worksheet>`,
      藏: sheetXml([['a']]),
    },
    { 'styles.xml': styles, 'sharedStrings.xml': strings },
  )
  parts['xl/workbook.xml'] = (parts['xl/workbook.xml'] ?? '').replace('name="藏"', 'name="藏" state="hidden"')
  const file = await openSheets({ bytes: zipOf(parts) }, 'x')
  assert.equal(file.tables.length, 1)
  assert.deepEqual(await cellsOf(file), [
    [
      '1234',
      '1234',
      '3.20102199001011E+17',
      '320102199001011234',
      '12.3',
      '2012-05-01',
      '2012-05-01',
      '41030',
      '云溪',
      'a&b\r一',
      'TRUE',
      '#REF!',
      '安丰',
      '<x>',
      '7',
    ],
  ])
})

test('a million formatted rows without a word are no rows', async () => {
  const rows = Array.from({ length: 200_000 }, (_, i) => `<row r="${i + 2}"><c r="A${i + 2}" s="1"/></row>`).join('')
  const bytes = zipOf(
    bookParts({
      单位: `<worksheet><dimension ref="A1:XFD1048576"/><sheetData><row r="1"><c r="A1" t="str"><v>编码</v></c></row>${rows}<row r="1048576"><c r="XFD1048576" t="str"><v>末</v></c></row></sheetData></worksheet>`,
    }),
  )
  const read = await rowsOf(await openSheets({ bytes }, 'x'))
  assert.deepEqual(
    read.map((r) => r.number),
    [1, 1_048_576],
  )
})
