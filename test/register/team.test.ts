import assert from 'node:assert/strict'
import { test } from 'node:test'
import { writeXlsx } from 'hucre/xlsx'
import { uuidv7 } from 'uuidv7'
import type { TeamRow } from '#command/team-views.ts'
import { type PlannedMember, sayMembers } from '#register/team-plan.ts'
import { forEachDatabase } from '../cluster.ts'
import { door } from './door.ts'
import { city, worldIn } from './world.ts'

const member = (who: string, from: string | null = null, until: string | null = null): PlannedMember => ({
  who,
  duty: 'member',
  from,
  until,
})
const lines = (team: TeamRow | undefined): readonly string[] =>
  (team?.members ?? []).map((m) => [m.duty, m.code, m.from ?? '', m.until ?? ''].join(' ').trimEnd())

test('naming a member again changes nothing; a last day ends it, and a day after that begins it anew', () => {
  const before = [member('A'), member('B', '2012-03-01')]
  assert.deepEqual(
    sayMembers(
      before,
      [
        { who: 'A', duty: 'member' },
        { who: 'B', duty: 'member', from: '2012-04-01' },
      ],
      undefined,
    ),
    before,
  )
  const ended = sayMembers(before, [{ who: 'B', duty: 'member', until: '2012-05-01' }], undefined)
  assert.deepEqual(ended, [member('A'), member('B', '2012-03-01', '2012-05-01')])
  assert.deepEqual(sayMembers(ended, [{ who: 'B', duty: 'member', from: '2012-06-01' }], undefined).at(-1), member('B', '2012-06-01'))
})

test('whoever is not named leaves on the day; one who came that day never did, and one who comes later is left alone', () => {
  const before = [
    member('A'),
    member('B', '2012-03-01'),
    member('C', '2012-09-01'),
    member('D', null, '2012-02-01'),
    member('E', '2012-05-01'),
  ]
  assert.deepEqual(sayMembers(before, [{ who: 'A', duty: 'lead', from: '2012-05-01' }], '2012-05-01'), [
    member('A', null, '2012-05-01'),
    member('B', '2012-03-01', '2012-05-01'),
    member('C', '2012-09-01'),
    member('D', null, '2012-02-01'),
    { who: 'A', duty: 'lead', from: '2012-05-01', until: null },
  ])
})

const sheet = [
  ['协作区编码', '名称', '类型', '成员类型', '成员编码', '职责', '有效起始', '有效截止'],
  ['Z1', '第一协作区', '协作区', '单位', 'Q1', '牵头单位', '2012-03-01', ''],
  ['Z1', '第一协作区', '协作区', '单位', 'Q2', '', '2012-03-01', ''],
  ['Z1', '第一协作区', '协作区', '人员', 'P1', '联络员', '', ''],
  ['D1', '第一督导组', '督导组', '人员', 'P2', '组长', '', '2012-12-31'],
  ['D1', '第一督导组', '督导组', '人员', 'P1', '组员', '', ''],
]

forEachDatabase((fresh) => {
  test('a sheet of teams is imported, one row for each member, and importing it again changes nothing', async () => {
    const world = await worldIn((await fresh()).pool)
    await world.saves(city)
    const bytes = async (rows: readonly (readonly string[])[]) =>
      (await writeXlsx({ sheets: [{ name: '协作组', rows: rows as string[][] }] })) as Uint8Array
    const first = await world.imports({ bytes: await bytes(sheet), name: '协作组.xlsx' })
    assert.deepEqual([first.errors, first.added, first.sheets], [[], 5, ['team']])
    const again = await world.imports({ bytes: await bytes(sheet), name: '协作组.xlsx' })
    assert.deepEqual([again.added, again.changed, again.same, again.refused], [0, 0, 5, 0])
    const read = (on: string | null) => world.store.read(world.tenant, (db) => db.register.teams({ on }))
    const [group, zone] = await read('2012-05-01')
    assert.deepEqual([group?.name, lines(group)], ['第一督导组', ['lead P2  2013-01-01', 'member P1']])
    assert.deepEqual([zone?.kind, lines(zone)], ['协作区', ['lead Q1 2012-03-01', 'member Q2 2012-03-01', 'liaison P1']])
    assert.deepEqual(lines((await read('2012-02-01'))[1]), ['liaison P1'])

    const bad = [
      ...sheet.slice(0, 1),
      ['Z1', '另一个名字', '', '单位', 'Q1', '', '', ''],
      ['Z9', '九', '', '单位', '没有', '', '', ''],
      ['Z8', '八', '', '单位', 'Q1', '观察', '', ''],
    ]
    const refused = await world.imports({
      bytes: await bytes([...bad, ['Z1', '第一协作区', '', '单位', 'Q2', '', '', '']]),
      name: '协作组.xlsx',
    })
    assert.deepEqual(
      refused.errors.map((e) => `${e.row} ${e.says.zh}`),
      ['4 职责“观察”应为：牵头、成员、联络', '5 同一编码前面的名称是“另一个名字”', '3 找不到单位编码“没有”'],
    )
  })

  test('what the register writes out as a sheet of teams, it takes in again without a change', async () => {
    const world = await worldIn((await fresh()).pool)
    await world.saves({
      ...city,
      teams: [
        {
          code: 'Z1',
          name: '第一协作区',
          kind: '协作区',
          members: [
            { who: { org: 'Q1' }, duty: 'lead', from: '2012-03-01' },
            { who: { person: 'P2' }, duty: 'liaison', until: '2012-07-01' },
          ],
        },
        { code: 'Z2', name: '第二协作区', kind: '协作区', members: [{ who: { org: 'Q2' }, duty: 'lead' }] },
      ],
    })
    const page = await world.store.read(world.tenant, (db) => db.register.sheet('team', '2012-05-01', null, 1))
    const next = await world.store.read(world.tenant, (db) => db.register.sheet('team', '2012-05-01', page.next, 1))
    const rows = [...page.rows, ...next.rows]
    const keys = ['code', 'name', 'kind', 'whoType', 'who', 'duty', 'from', 'until']
    const bytes = (await writeXlsx({
      sheets: [
        {
          name: '协作组',
          rows: [
            ['编码', '名称', '类型', '成员类型', '成员编码', '职责', '有效起始', '有效截止'],
            ...rows.map((r) => keys.map((k) => r[k] ?? '')),
          ],
        },
      ],
    })) as Uint8Array
    const view = await world.imports({ bytes, name: '协作组.xlsx' })
    assert.deepEqual([view.errors, view.same, view.changed], [[], 3, 0])
  })

  test('a team is kept by the office of all its members, and by nobody else', async () => {
    const world = await worldIn((await fresh()).pool)
    await world.saves(city)
    const [city1, town, liaison] = [
      door(world, await world.as(['office', 'Q'])),
      door(world, await world.as(['office', 'Q1'])),
      door(world, await world.as(['liaison', 'Q'])),
    ]
    const [q1, q2, p1] = [await world.id('org', 'Q1'), await world.id('org', 'Q2'), await world.id('person', 'P1')]
    const team = {
      id: uuidv7(),
      code: 'Z1',
      name: '第一协作区',
      kind: '协作区',
      members: [{ who: { org: q1 }, duty: 'lead' }, { who: { org: q2 } }],
    }
    assert.equal(await liaison('team.save', team), '403.1')
    assert.equal(await town('team.save', team), '404.1', 'one of the members is another’s')
    assert.deepEqual(await city1('team.save', team), { id: team.id })
    assert.equal(await city1('team.save', { ...team, id: uuidv7() }), '409.4')
    assert.equal(await city1('team.save', { ...team, id: uuidv7(), code: 'Z2', members: [] }), '400.1')
    const listed = async () => ((await town('team.list')) as TeamRow[]).map((t) => [t.code, ...lines(t)])
    assert.deepEqual(await listed(), [['Z1', 'lead Q1', 'member Q2']])
    const members = [
      { who: { org: q2 }, duty: 'lead', from: '2012-05-01' },
      { who: { person: p1 }, duty: 'liaison', from: '2012-05-01' },
    ]
    assert.deepEqual(await city1('team.save', { ...team, members, othersLeave: '2012-05-01' }), { id: team.id })
    assert.deepEqual(await listed(), [['Z1', 'lead Q2 2012-05-01', 'liaison P1 2012-05-01']])
    const then = ((await town('team.list', { on: '2012-04-30' })) as TeamRow[]).map((t) => lines(t))
    assert.deepEqual(then, [['lead Q1  2012-05-01', 'member Q2  2012-05-01']], 'who belonged the day before still did')
    assert.equal(await town('team.end', { team: team.id, until: '2012-06-01' }), '404.1')
    assert.deepEqual(await city1('team.end', { team: team.id, until: '2012-06-01' }), {})
    assert.deepEqual(await town('team.list', { on: '2012-06-01' }), [])
    assert.equal(((await town('team.list', { all: true })) as TeamRow[])[0]?.members.length, 4)
    assert.equal(await city1('team.end', { team: uuidv7(), until: '2012-06-01' }), '404.1')
  })
})
