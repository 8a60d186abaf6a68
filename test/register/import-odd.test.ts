import assert from 'node:assert/strict'
import { test } from 'node:test'
import { writeXlsx } from 'hucre/xlsx'
import { Fault } from '#kit/fault.ts'
import { sheets } from '#register/shape.ts'
import { exportFile } from '#store/register/export.ts'
import { failLostImports, importFile } from '#store/register/import.ts'
import { forEachDatabase } from '../cluster.ts'
import { bookParts, sheetXml, whole, zipOf } from '../sheet/made.ts'
import { type World, city, worldIn } from './world.ts'

const book = async (parts: Readonly<Record<string, readonly (readonly unknown[])[]>>): Promise<Uint8Array> =>
  (await writeXlsx({ sheets: Object.entries(parts).map(([name, rows]) => ({ name, rows: rows as string[][] })) })) as Uint8Array

const counts = (v: { added: number; changed: number; same: number; refused: number }) => [v.added, v.changed, v.same, v.refused]
const count = async (world: World, table: string): Promise<number> =>
  Number((await world.store.pool.query(`select count(*)::int as n from ${table} where tenant_id = $1`, [world.tenant])).rows[0]?.n)

forEachDatabase((fresh) => {
  test('a file of the wrong shape enters nothing, leaves no trace, and says what is wrong', async () => {
    const world = await worldIn((await fresh()).pool)
    const refused = async (bytes: Uint8Array, name = 'x.xlsx') =>
      importFile(world.store, world.actor, { bytes, name }).then(
        () => 'none',
        (e: unknown) => (e instanceof Fault ? e.code : e),
      )
    assert.equal(
      await refused(
        await book({
          单位: [
            ['编码', '类型'],
            ['1', '市'],
          ],
        }),
      ),
      '400.7',
    )
    assert.equal(
      await refused(
        await book({
          Sheet1: [
            ['a', 'b'],
            ['1', '2'],
          ],
        }),
      ),
      '400.10',
    )
    assert.equal(await refused(Buffer.from('code,name\n1,a\n'), 'data.csv'), '400.10', 'places or orgs: nobody can tell')
    assert.equal(await refused(zipOf({ 'a.txt': 'a' })), '400.6')
    assert.equal(await count(world, 'import'), 0)
  })

  test('a file that breaks off further down enters nothing at all', async () => {
    const world = await worldIn((await fresh()).pool)
    const rows = [['对象编码', '类型', '名称'], ...Array.from({ length: 5000 }, (_, i) => [`H${i}`, '户', `户${i}`])]
    const broken = await world.imports({
      bytes: zipOf(bookParts({ 走访对象: sheetXml(rows).replace('</sheetData></worksheet>', '<row><c>') })),
      name: 'x.xlsx',
    })
    assert.deepEqual([broken.state, broken.fault?.code, counts(broken)], ['failed', '400.6', [0, 0, 0, 0]])
    const quoted = await world.imports({
      bytes: Buffer.from(`${rows.map((r) => r.join(',')).join('\n')}\nH,户,"没有合上\n`),
      name: '走访对象.csv',
    })
    assert.deepEqual([quoted.state, quoted.fault?.code], ['failed', '400.12'])
    assert.equal(await count(world, 'subject'), 0)
  })

  test('whatever is exported imports again without changing anything, in both forms and languages', async () => {
    const world = await worldIn((await fresh()).pool)
    await world.saves(city)
    await world.saves({
      orgs: [{ code: 'Q1', name: '=安丰', parent: 'Q', from: '2012-07-01', aliases: ['-安', '安丰镇'] }],
      people: [{ code: '007', name: '+林', posts: [{ org: 'Q11', post: '@所长', rank: '', from: '2012-01-01', until: '2020-01-01' }] }],
      subjects: [{ code: '0001', name: '"甲",乙 丙', kind: '渔船', place: '010', address: '-1 号', tags: ['a', 'b c'] }],
      teams: [
        {
          code: 'Z1',
          name: '=第一组',
          kind: '-协作区',
          members: [
            { who: { org: 'Q1' }, duty: 'lead', from: '2012-03-01' },
            { who: { person: '007' }, duty: 'liaison', until: '2013-01-01' },
          ],
        },
      ],
    })
    for (const sheet of sheets) {
      for (const [format, language] of [
        ['xlsx', 'zh'],
        ['csv', 'en'],
      ] as const) {
        const file = exportFile(world.store, world.tenant, sheet, '2012-08-01', format, language)
        const view = await world.imports({ bytes: await whole(file.bytes), name: file.name, sheet })
        assert.deepEqual(
          [view.state, view.errors, view.ignored, view.added, view.changed, view.refused],
          ['done', [], [], 0, 0, 0],
          `${sheet} ${format}`,
        )
        assert.ok(view.same > 0)
      }
    }
  })

  test('an import whose process died is failed at the next start; one that still runs is left alone', async () => {
    const world = await worldIn((await fresh()).pool)
    await world.store.write(world.actor, (db) => db.register.beginImport('01900000-0000-7000-8000-000000000001', '走访对象.csv'))
    const running = await importFile(world.store, world.actor, {
      bytes: Buffer.from(`编码,类型,名称\n${Array.from({ length: 3000 }, (_, i) => `H${i},户,户${i}\n`).join('')}`),
      name: '走访对象.csv',
    })
    assert.equal(await failLostImports(world.store.pool), 0, 'the lost one was told when the other began')
    await running.done
    const views = await world.store.read(world.tenant, (db) => db.register.imports())
    assert.deepEqual(
      views.map((v) => [v.state, v.fault?.code, v.added]),
      [
        ['done', undefined, 3000],
        ['failed', '503.9', 0],
      ],
    )
  })

  test('names that break other programs are entered as they are, or come back with a reason; nothing falls over', async () => {
    const world = await worldIn((await fresh()).pool)
    const naughty = [
      'undefined',
      'null',
      'NaN',
      'true',
      '0',
      '1e308',
      '\\',
      "';drop table subject;--",
      '<script>alert(1)</script>',
      '${7*7}',
      '{{7*7}}',
      '%s%n',
      '../../etc/passwd',
      'Ω≈ç√∫',
      '田中さん',
      '👩‍👩‍👧',
      '🇨🇳',
      'الكل',
      '\u202Etxet',
      'Z̮̞̠͙͔ͅ',
      '﷽',
      '𝕬',
      '㐀䶵',
      '𠜎𠜱',
      '__proto__',
      'constructor',
      '=cmd|calc',
      '🏳️‍🌈',
      'ﬀ',
      '\u00AD',
      'ª',
      '½',
      '1/0',
      '--help',
      '(╯°□°)╯',
      'A\u0301',
      '\uE000',
      '\u{10FFFF}',
    ]
    const bad = ['\u0001x', 'x\u0085y', '\ufffe']
    const rows = [...naughty, ...bad].map((name, i) => [`N${i}`, 'shop', name])
    const view = await world.imports({
      bytes: Buffer.from(
        [['code', 'kind', 'name'], ...rows].map((r) => r.map((c) => `"${c?.replaceAll('"', '""')}"`).join(',')).join('\n'),
      ),
      name: 'subjects.csv',
    })
    assert.deepEqual([view.state, view.added, view.refused], ['done', naughty.length, bad.length], JSON.stringify(view.errors))
    const kept = await world.store.read(world.tenant, (db) => db.register.subjects({ limit: 200 }))
    const byCode = new Map(kept.rows.map((s) => [s.code, s.name]))
    naughty.forEach((name, i) => assert.equal(byCode.get(`N${i}`), name))
  })
})
