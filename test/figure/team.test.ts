import assert from 'node:assert/strict'
import { test } from 'node:test'
import { uuidv7 } from 'uuidv7'
import type { TeamRankRow } from '#command/team-views.ts'
import type { BulletinView, FigureRow, Page, FigureRecord, Verification } from '#command/views.ts'
import { city } from '../bulletin/world.ts'
import { forEachDatabase } from '../cluster.ts'

const template = `# 协作区通报

第一协作区走访{{ figure("households", {"team": "Z1"}) }},发卡{{ figure("cards", {"team": "Z1"}) }},日均{{ figure("cards_a_day", {"team": "Z1"}) }}。

::: ranking indicator=cards team=协作区

::: table by=team kind=协作区 indicators=cards,households total
`

const zones = (members: readonly (readonly [string, readonly string[]])[], id: (code: string) => string) =>
  members.map(([code, orgs]) => ({
    id: uuidv7(),
    code,
    name: `${code}协作区`,
    kind: '协作区',
    members: orgs.map((org, i) => ({ who: { org: id(org) }, duty: i === 0 ? 'lead' : 'member' })),
  }))

forEachDatabase((fresh) => {
  test('a team’s figures are its members’ together: sums add up, and a household that two of them saw is one household', async () => {
    const { does, visit, visits: campaign, id } = await city(await fresh(), '# 通报\n')
    const [z1, z2] = zones(
      [
        ['Z1', ['B1', 'T1', 'T2']],
        ['Z2', ['T3']],
      ],
      id,
    )
    for (const zone of [z1, z2]) await does('team.save', zone as object)
    await visit('T1', '2012-03-01', { days: '1.5', cards: '10' }, { subjects: ['H1', 'H2'] })
    await visit('T2', '2012-03-02', { days: '3', cards: '5' }, { subjects: ['H2'] })
    await visit('T3', '2012-03-02', { days: '2', cards: '8' }, { subjects: ['H2', 'H3'] })
    await visit('B2', '2012-04-02', { days: '2', cards: '100' }, { subjects: ['H3'] })
    const figures = async (input: object) =>
      Object.fromEntries((await does<FigureRow[]>('figure.list', { campaign, ...input })).map((f) => [f.indicator, f.confirmed]))
    const now = await figures({ team: z1?.id })
    assert.deepEqual([now['cards'], now['households'], now['cards_a_day']], ['15', '2', '3.333333333333'])
    const march = await figures({ team: z1?.id, from: '2012-03-01', to: '2012-03-31' })
    assert.deepEqual([march['cards'], march['households']], ['15', '2'])
    assert.deepEqual((await figures({ orgs: [id('T1'), id('ROOT')] }))['cards'], '123', 'one within another counts once')
    const behind = await does<Page<FigureRecord>>('figure.records', { campaign, indicator: 'cards', team: z1?.id })
    assert.deepEqual(behind.rows.map((r) => r.value).sort(), ['10', '5'])
    const ranking = await does<TeamRankRow[]>('team.rank', { campaign, indicator: 'cards', kind: '协作区' })
    assert.deepEqual(
      ranking.map((r) => [r.rank, r.code, r.value, r.orgs, r.leads.join()]),
      [
        [1, 'Z1', '15', 3, '市税务局'],
        [2, 'Z2', '8', 1, '石桥镇'],
      ],
    )
  })

  test('whoever leads a team sees its figures; who only works for one of its members does not', async () => {
    const { does, actor, visits: campaign, id } = await city(await fresh(), '# 通报\n')
    const [z1] = zones([['Z1', ['B1', 'T1']]], id)
    await does('team.save', z1 as object)
    const as = (org: string) => ({ ...actor, grants: [{ role: 'liaison' as const, org: id(org) as never }] })
    await does('figure.list', { campaign, team: z1?.id }, as('B1'))
    await assert.rejects(does('figure.list', { campaign, team: z1?.id }, as('T1')), { code: '404.1' })
    await assert.rejects(does('figure.list', { campaign, team: uuidv7() }), { code: '404.1' })
    await assert.rejects(does('figure.list', { campaign, team: z1?.id, org: id('T1') }), { code: '400.2' })
    assert.deepEqual((await does<TeamRankRow[]>('team.rank', { campaign, indicator: 'cards' }, as('T1'))).length, 0)
  })

  test('a sealed bulletin’s team figures stay those of the members then, and are worked out again', async () => {
    const { does, visit, visits: campaign, id } = await city(await fresh(), template)
    const [z1, z2] = zones(
      [
        ['Z1', ['B1', 'T1', 'T2']],
        ['Z2', ['T3']],
      ],
      id,
    )
    for (const zone of [z1, z2]) await does('team.save', zone as object)
    await visit('T1', '2012-03-01', { days: '2', cards: '10' }, { subjects: ['H1', 'H2'] })
    await visit('T2', '2012-03-02', { days: '3', cards: '5' }, { subjects: ['H2'] })
    await visit('T3', '2012-03-02', { days: '2', cards: '8' }, { subjects: ['H2', 'H3'] })
    const bulletin = uuidv7()
    const draft = await does<BulletinView>('bulletin.draft', { id: bulletin, campaign, template: 'progress' })
    assert.deepEqual(draft.mistakes, [])
    const lines = draft.document.blocks.map((b) =>
      b.is === 'table'
        ? b.rows.map((r) => r.map((c) => c.map((x) => x.text).join('')).join(' ')).join('; ')
        : b.runs.map((r) => r.text).join(''),
    )
    assert.deepEqual(lines.slice(1), [
      '第一协作区走访2户,发卡15张,日均3张/天。',
      '1 Z1协作区 15; 2 Z2协作区 8',
      'Z1协作区 15 2; Z2协作区 8 2; 合计 23 3',
    ])
    await does('bulletin.seal', { bulletin })
    await does('team.save', { ...z1, members: [{ who: { org: id('T3') }, duty: 'lead' }], othersLeave: '2012-03-01' })
    assert.deepEqual((await does<Verification>('bulletin.verify', { bulletin })).differences, [])
    assert.deepEqual(await does('bulletin.changes', { bulletin }), [])
    await visit('T2', '2012-03-05', { days: '1', cards: '1' })
    assert.equal(
      (await does<{ number: number }[]>('bulletin.changes', { bulletin })).length > 0,
      true,
      'a member’s later record is noticed',
    )
  })
})
