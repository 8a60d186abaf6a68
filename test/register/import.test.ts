import assert from 'node:assert/strict'
import { test } from 'node:test'
import iconv from 'iconv-lite'
import { writeXlsx } from 'hucre/xlsx'
import { openSheets } from '#sheet/open.ts'
import { forEachDatabase } from '../cluster.ts'
import { cellsOf } from '../sheet/made.ts'
import { type World, city, worldIn } from './world.ts'

const book = async (parts: Readonly<Record<string, readonly (readonly unknown[])[]>>): Promise<Uint8Array> =>
  (await writeXlsx({ sheets: Object.entries(parts).map(([name, rows]) => ({ name, rows: rows as string[][] })) })) as Uint8Array

const counts = (v: { added: number; changed: number; same: number; refused: number }) => [v.added, v.changed, v.same, v.refused]
const errorsOf = async (world: World, id: string) => {
  const file = await world.store.read(world.tenant, (db) => db.register.importErrors(id))
  assert.ok(file !== undefined)
  return { name: file.name, file: await openSheets({ bytes: file.bytes }, file.name) }
}
const count = async (world: World, table: string): Promise<number> =>
  Number((await world.store.pool.query(`select count(*)::int as n from ${table} where tenant_id = $1`, [world.tenant])).rows[0]?.n)

const workbook = () =>
  book({
    人员: [
      ['编码', '姓名', '单位编码', '职务', '职级'],
      [7, '林知夏', '021', '副镇长', '副科级'],
      ['7', '林知夏', '022', '委员', ''],
    ],
    说明: [['这一页与名册无关']],
    走访对象: [
      ['清河市走访对象'],
      ['户编号', '类型', '户主', '村编码', '标签', '备注'],
      ['0001', '户', '周家', 321, '困难户、老党员', 'x'],
      ['0002', '商铺', '周家', '322', '', ''],
    ],
    结对: [
      ['责任方类型', '责任方编码', '对象类型', '对象编码', '关系', '有效起始', '有效截止'],
      ['干部', '7', '户', '0001', '帮扶', '2012年5月1日', '2012/12/31'],
      ['单位', '021', '区域', '321', '联系点', 41030, ''],
    ],
    单位: [
      ['编码*', '名称*', '上级编码', '类型', '分类'],
      ['022', '云溪镇财政所', '021', '站所', ''],
      ['021', '云溪镇党委', '02', '乡镇', 'township'],
      ['02', '清河市委', '', '市', ''],
    ],
    区域: [
      ['编码', '名称', '上级编码', '类型'],
      ['321', '长桥村', '32', '村'],
      ['322', '长桥村', '33', '村'],
      ['32', '安丰镇', '', '乡镇'],
      ['33', '云溪镇', '', '镇'],
    ],
  })

forEachDatabase((fresh) => {
  test('a workbook of all sheets, in any order, is entered, and importing it again changes nothing', async () => {
    const world = await worldIn((await fresh()).pool)
    const bytes = await workbook()
    const first = await world.imports({ bytes, name: '名册.xlsx' })
    assert.deepEqual([first.state, first.errors, counts(first), first.total, first.read], ['done', [], [13, 0, 0, 0], 13, 13])
    assert.deepEqual(first.ignored, [{ sheet: '走访对象', heading: '备注' }])
    const again = await world.imports({ bytes, name: '名册.xlsx' })
    assert.deepEqual(counts(again), [0, 0, 13, 0])
    await world.store.read(world.tenant, async ({ register }) => {
      const subjects = (await register.subjects({ limit: 10 })).rows
      assert.deepEqual(
        subjects.map((s) => [s.code, s.kind, s.name, s.placeName, s.tags]),
        [
          ['0001', 'household', '周家', '长桥村', ['困难户', '老党员']],
          ['0002', 'shop', '周家', '长桥村', []],
        ],
      )
      assert.deepEqual(
        (await register.orgs({ on: '2012-05-01', within: 'all' })).map((o) => [o.code, o.kind, o.class]),
        [
          ['02', 'city', ''],
          ['021', 'township', 'township'],
          ['022', 'station', ''],
        ],
      )
      const [person] = (await register.people({ within: 'all', on: '2012-05-01', limit: 10 })).rows
      assert.deepEqual((await register.person(person?.id ?? ('' as never)))?.posts.map((p) => `${p.post} ${p.rank}`).sort(), [
        '副镇长 副科级',
        '委员 ',
      ])
      assert.deepEqual((await register.links({})).map((l) => [l.fromName, l.toName, l.from, l.until].join(' ')).sort(), [
        '云溪镇党委 长桥村 2012-05-01 ',
        '林知夏 周家 2012-05-01 2013-01-01',
      ])
    })
  })

  test('each bad row enters nothing and comes back in the same workbook beside its reasons; mended and imported again, it is entered', async () => {
    const world = await worldIn((await fresh()).pool)
    await world.saves(city)
    const rows = [
      ['对象编码', '类型', '名称', '区域编码', '标签'],
      ['A1', '户', '好的', '010', ''],
      ['A2', '户', '', '010', ''],
      ['A3', '户', '村不在', '999', ''],
      ['A1', '户', '重复', '010', ''],
      ['', '户', '没有编码', '010', ''],
      ['A6', '', '没有类型', '010', ''],
      ['A7', '户', '长'.repeat(201), '010', ''],
      ['A8', '户', '多', '020', Array.from({ length: 51 }, (_, i) => `t${i}`).join('、')],
      ['3.2E+17', '户', '丢位', '010', ''],
      ['A9', '户', '#REF!', '010', ''],
      ['示例1', '户', '样子', '010', ''],
      ['001 2', '户', '全角', '020', ''],
      ['0013', '户', '全角', '020', ''],
    ]
    const view = await world.imports({ bytes: await book({ 走访对象: rows, 别的: [['保留']] }), name: '走访对象.xlsx' })
    assert.deepEqual([view.state, counts(view), view.total], ['done', [2, 0, 0, 10], 12])
    assert.deepEqual(
      view.errors.slice(0, 3).map((e) => [e.sheet, e.row, e.says.zh, e.says.en]),
      [
        ['走访对象', 3, '缺少名称', 'The name is missing'],
        ['走访对象', 5, '编码“A1”在本文件中重复（第 2 行已有）', 'The code “A1” stands twice in this file (first in row 2)'],
        ['走访对象', 6, '缺少编码', 'The code is missing'],
      ],
    )
    assert.equal(await count(world, 'subject'), 4)
    const { name, file } = await errorsOf(world, view.id)
    assert.equal(name, '走访对象-错误.xlsx')
    const back = await cellsOf(file)
    assert.equal(back[0]?.[5], '错误')
    assert.deepEqual(
      back.slice(1).map((r) => (r[5] ?? '') !== ''),
      [false, true, true, true, true, true, true, true, true, true, false, true, false],
    )
    assert.deepEqual(await cellsOf(file, 1), [['保留']])
    const mended = back.map((r, i) => (i === 2 ? ['A2', '户', '补上', '010', '', r[5]] : r))
    const second = await world.imports({ bytes: await book({ 走访对象: mended as string[][] }), name: 'x.xlsx' })
    assert.deepEqual(counts(second), [1, 0, 2, 9], 'the old error column is not a heading to complain of')
    assert.deepEqual(second.ignored, [])
  })

  test('a CSV file in GB18030 is entered by its name or its headings, rare characters and all, and its bad rows come back', async () => {
    const world = await worldIn((await fresh()).pool)
    const text = '区划代码,区划名称,上级区划代码\r\n0320,𠀀𪚥镇,\r\n032001,龘村,0320\r\n032002,无上级村,0999\r\n'
    const view = await world.imports({ bytes: iconv.encode(text, 'gb18030'), name: '2012上报.csv' })
    assert.deepEqual([counts(view), view.sheets], [[2, 0, 0, 1], ['place']])
    const places = await world.store.read(world.tenant, (db) => db.register.places({ on: '2012-05-01' }))
    assert.deepEqual(
      places.map((p) => [p.code, p.name]),
      [
        ['0320', '𠀀𪚥镇'],
        ['032001', '龘村'],
      ],
    )
    const { name, file } = await errorsOf(world, view.id)
    assert.equal(name, '2012上报-错误.csv')
    assert.deepEqual(
      (await cellsOf(file)).map((r) => r[3] ?? ''),
      ['错误', '', '', '找不到上级编码“0999”'],
    )
  })

  test('a changed name without a day corrects the present one; with a day it begins on it', async () => {
    const world = await worldIn((await fresh()).pool)
    await world.saves(city)
    const csv = (row: string) => world.imports({ bytes: Buffer.from(`编码,名称,有效起始\n${row}\n`), name: '单位.csv' })
    assert.deepEqual(counts(await csv('Q1,安丰镇委,')), [0, 1, 0, 0])
    assert.deepEqual(counts(await csv('Q1,安丰街道党工委,2012年7月1日')), [0, 1, 0, 0])
    assert.deepEqual(counts(await csv('Q1,安丰街道党工委,2012年7月1日')), [0, 0, 1, 0])
    const org = await world.store.read(world.tenant, async (db) => db.register.org((await world.id('org', 'Q1')) as never))
    assert.deepEqual(
      org?.terms.map((t) => [t.name, t.from, t.until, t.kind]),
      [
        ['安丰镇委', null, '2012-07-01', 'township'],
        ['安丰街道党工委', '2012-07-01', null, 'township'],
      ],
    )
  })
})
