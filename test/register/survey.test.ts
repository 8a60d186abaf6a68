import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { LinkSummary, LinkSurvey } from '#command/link-views.ts'
import { forEachDatabase } from '../cluster.ts'
import { door } from './door.ts'
import { city, worldIn } from './world.ts'

const told = ({ counts, rows }: LinkSurvey) => [
  [counts.all, counts.linked, counts.links, counts.most],
  ...rows.map((r) => [r.code, r.n, r.partners.map((p) => `${p.is} ${p.name} ${p.role}`).join('; ')]),
]

forEachDatabase((fresh) => {
  test('who is linked with whom, and who with nobody, is told from either side and counted by role', async () => {
    const world = await worldIn((await fresh()).pool)
    await world.saves({
      ...city,
      links: [
        ...(city.links ?? []),
        { by: { person: 'P2' }, to: { subject: 'H1' }, role: '结对帮扶' },
        { by: { org: 'Q1' }, to: { place: '010' }, role: '联系点' },
        { by: { org: 'Q1' }, to: { place: '020' }, role: '联系点' },
        { by: { org: 'Q11' }, to: { place: '010' }, role: '联系点', until: '2012-04-01' },
        { by: { person: 'P1' }, to: { org: 'Q11' }, role: '包保' },
      ],
    })
    const office = door(world, await world.as(['office', 'Q']))
    const survey = async (input: object) => told((await office('link.survey', { ...input })) as LinkSurvey)
    assert.deepEqual(await survey({ side: 'subject' }), [
      [2, 1, 2, 2],
      ['H1', 2, 'person 林知夏 结对帮扶; person 林知夏 结对帮扶'],
      ['H2', 0, ''],
    ])
    assert.deepEqual((await survey({ side: 'subject', linked: false })).slice(1), [['H2', 0, '']])
    assert.deepEqual(await survey({ side: 'place', kind: '村', role: '联系点' }), [
      [2, 2, 3, 2],
      ['010', 1, 'org 安丰镇党委 联系点'],
      ['020', 2, 'org 云溪镇党委 联系点; org 安丰镇党委 联系点'],
    ])
    assert.deepEqual((await survey({ side: 'unit', linked: true })).slice(1), [
      ['Q1', 2, 'place 长桥村 联系点; place 长桥村 联系点'],
      ['Q2', 1, 'place 长桥村 联系点'],
    ])
    assert.deepEqual(
      (await survey({ side: 'person' })).map((r) => r.slice(0, 2)),
      [
        [2, 2],
        ['P1', 2],
        ['P2', 1],
      ],
    )
    assert.deepEqual((await survey({ side: 'org', linked: true })).slice(1), [['Q11', 1, 'person 林知夏 包保']])
    assert.deepEqual(await survey({ side: 'subject', tag: '困难户', role: '联系点' }), [
      [1, 0, 0, 0],
      ['H1', 0, ''],
    ])
    const summary = (await office('link.summary')) as LinkSummary[]
    assert.deepEqual(
      summary.map((s) => [s.role, s.links, s.people, s.orgs, s.subjects, s.places, s.toOrgs]),
      [
        ['联系点', 3, 0, 2, 0, 2, 0],
        ['结对帮扶', 2, 2, 0, 1, 0, 0],
        ['包保', 1, 1, 0, 0, 0, 1],
      ],
    )
    const before = (await office('link.survey', { side: 'place', role: '联系点', on: '2012-03-31' })) as LinkSurvey
    assert.equal(before.counts.links, 4, 'as it was on another day')
  })

  test('pages follow one another, and units outside one’s own are not looked at', async () => {
    const world = await worldIn((await fresh()).pool)
    await world.saves(city)
    const town = door(world, await world.as(['liaison', 'Q1']))
    const first = (await town('link.survey', { side: 'unit', limit: 1 })) as LinkSurvey
    assert.deepEqual([first.counts.all, first.rows.map((r) => r.code), first.next], [2, ['Q1'], 'Q1'])
    const second = (await town('link.survey', { side: 'unit', limit: 1, after: 'Q1' })) as LinkSurvey
    assert.deepEqual([second.rows.map((r) => r.code), second.next], [['Q11'], null])
    assert.equal(await town('link.survey', { side: 'unit', org: await world.id('org', 'Q2') }), '404.1')
    assert.deepEqual(
      ((await town('link.survey', { side: 'person' })) as LinkSurvey).rows.map((r) => r.code),
      ['P1'],
    )
  })
})

forEachDatabase((fresh) => {
  test('a sheet hands households over: one row ends the old pairing, another begins the new, and importing it again changes nothing', async () => {
    const world = await worldIn((await fresh()).pool)
    await world.saves(city)
    const sheet = [
      '责任方类型,责任方编码,对象类型,对象编码,关系,有效起始,有效截止',
      '人员,P1,走访对象,H1,结对帮扶,,2012-05-31',
      '人员,P2,走访对象,H1,结对帮扶,2012-06-01,',
    ].join('\n')
    const bytes = new TextEncoder().encode(sheet)
    const first = await world.imports({ bytes, name: '结对.csv' })
    assert.deepEqual([first.errors, first.added, first.changed], [[], 1, 1])
    assert.equal((await world.imports({ bytes, name: '结对.csv' })).same, 2)
    const office = door(world, await world.as(['office', 'Q']))
    const on = async (day: string) => {
      const { rows } = (await office('link.survey', { side: 'subject', linked: true, on: day })) as LinkSurvey
      return rows.flatMap((r) => r.partners.map((p) => p.id))
    }
    assert.deepEqual(await on('2012-05-31'), [await world.id('person', 'P1')])
    assert.deepEqual(await on('2012-06-01'), [await world.id('person', 'P2')])
  })
})
