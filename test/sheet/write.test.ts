import assert from 'node:assert/strict'
import { test } from 'node:test'
import { readXlsx, writeXlsx } from 'hucre/xlsx'
import { sheets } from '#register/shape.ts'
import { shapes } from '#register/column.ts'
import { layoutsOf } from '#sheet/layout.ts'
import { openSheets } from '#sheet/open.ts'
import type { Marks } from '#sheet/table.ts'
import { templateOf } from '#sheet/template.ts'
import { writeSheet } from '#sheet/write.ts'
import { bookParts, cellsOf, sheetXml, whole, zipOf } from './made.ts'

const marks = (column: number, words: readonly (readonly [number, string])[], header = 1): ReadonlyMap<number, Marks> =>
  new Map([[0, { header, column, heading: '错误', words: new Map(words) }]])
const again = async (bytes: Uint8Array, name = 'x.xlsx') => openSheets({ bytes }, name)

test('marks go into one column; every other cell, format, list and sheet stays as it was', async () => {
  const bytes = (await writeXlsx({
    sheets: [
      {
        name: '单位',
        columns: [{ width: 12, numFmt: '@' }, { width: 30 }],
        rows: [
          ['编码', '名称'],
          ['001', '安丰镇'],
          ['002', 'B&B'],
        ],
        dataValidations: [{ type: 'list', values: ['户', '企业'], range: 'B2:B9' }],
        freezePane: { rows: 1 },
      },
      { name: '备忘', rows: [['不要动', 1.5]] },
    ],
  })) as Uint8Array
  const marked = await whole((await again(bytes)).marked(marks(2, [[3, '名称 <不对> & "坏"']])))
  const book = await readXlsx(marked, { readStyles: true })
  assert.deepEqual(
    book.sheets.map((s) => s.rows),
    [
      [
        ['编码', '名称', '错误'],
        ['001', '安丰镇'],
        ['002', 'B&B', '名称 <不对> & "坏"'],
      ].map((r) => Array.from({ length: 3 }, (_, i) => r[i] ?? null)),
      [['不要动', 1.5]],
    ],
  )
  assert.deepEqual(
    book.sheets[0]?.dataValidations?.map((v) => v.values),
    [['户', '企业']],
  )
  assert.equal(book.sheets[0]?.columns?.[2]?.width, 60)
})

test('an error column of an earlier time is written anew, wherever it stands', async () => {
  const bytes = zipOf(
    bookParts({
      单位: sheetXml([
        ['编码', '错误', '名称'],
        ['1', '旧的错误', 'a'],
        ['2', '', 'b'],
        ['3', '也旧', 'c'],
      ]),
    }),
  )
  const file = await again(await whole((await again(bytes)).marked(marks(1, [[3, '新的']]))))
  assert.deepEqual(await cellsOf(file), [
    ['编码', '错误', '名称'],
    ['1', '', 'a'],
    ['2', '新的', 'b'],
    ['3', '', 'c'],
  ])
})

test('cells without references, prefixed tags and rows closed in themselves are marked too', async () => {
  const xml =
    '<x:worksheet xmlns:x="y"><x:sheetData><x:row><x:c t="str"><x:v>编码</x:v></x:c></x:row><x:row r="5" spans="1:1"/><x:row><x:c t="str"><x:v>1</x:v></x:c></x:row></x:sheetData></x:worksheet>'
  const file = await again(
    await whole(
      (await again(zipOf(bookParts({ 单位: xml })))).marked(
        marks(1, [
          [5, '空'],
          [6, '坏'],
        ]),
      ),
    ),
  )
  assert.deepEqual(await cellsOf(file), [
    ['编码', '错误'],
    ['', '空'],
    ['1', '坏'],
  ])
})

test('a CSV file comes back with the column, in UTF-8 that spreadsheets know by its mark, with its own delimiter', async () => {
  const file = await again(Buffer.from('名册\n编码;名称\n1;"a;b"\n2;=1+1\n'), '单位.csv')
  const bytes = await whole(file.marked(marks(2, [[4, '不好;"重"']], 2)))
  assert.equal(bytes.toString(), '\uFEFF名册\r\n编码;名称;错误\r\n1;"a;b"\r\n2;=1+1;"不好;""重"""\r\n')
})

for (const language of ['zh', 'en'] as const) {
  test(`the template of all sheets in ${language} is recognised sheet by sheet, with every column`, async () => {
    const { bytes } = await templateOf('all', 'xlsx', language)
    const layouts = await layoutsOf(await again(bytes))
    assert.deepEqual(
      layouts.map((l) => l.sheet),
      shapes.map((s) => s.sheet),
    )
    for (const l of layouts)
      assert.deepEqual([[...l.columns.keys()], l.ignored], [shapes.find((s) => s.sheet === l.sheet)?.columns.map((c) => c.key), []])
    const book = await readXlsx(bytes, { readStyles: true })
    assert.ok(book.sheets.every((s) => s.freezePane?.rows === 1))
    assert.ok((book.sheets[0]?.dataValidations?.[0]?.values?.length ?? 0) > 3)
  })
  for (const sheet of sheets) {
    test(`the CSV template of ${sheet} in ${language} is recognised by its headings or name`, async () => {
      const { bytes, name } = await templateOf(sheet, 'csv', language)
      assert.deepEqual(
        (await layoutsOf(await again(bytes, name), sheet)).map((l) => [l.sheet, l.ignored]),
        [[sheet, []]],
      )
    })
  }
}

test('what begins like a formula is neutralised in what is written, and restored when it is read', async () => {
  const names = ['=1+1', '+86', '-张', '@SUM(A1)', '\tx', '\rx', 'plain', "'quoted'"]
  const rows = async function* () {
    for (const [i, name] of names.entries()) yield { code: `${i}`, kind: 'shop', name }
  }
  for (const format of ['xlsx', 'csv'] as const) {
    const file = await again(await whole(writeSheet('subject', rows(), format, 'zh')), '走访对象.csv')
    const at = (await layoutsOf(file))[0]?.columns.get('name') ?? -1
    const read = (await cellsOf(file)).slice(1).map((c) => c[at])
    assert.ok(
      read.every((c) => !/^[=+\-@\t\r]/.test(c ?? '')),
      JSON.stringify(read),
    )
    assert.deepEqual(
      read.map((c) => (/^'[=+\-@\t\r]/.test(c ?? '') ? c?.slice(1) : c)),
      names,
    )
  }
})
