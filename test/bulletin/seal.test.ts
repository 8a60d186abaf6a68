import assert from 'node:assert/strict'
import { test } from 'node:test'
import { uuidv7 } from 'uuidv7'
import type { Actor } from '#access/actor.ts'
import type { BulletinChange, BulletinRow, BulletinView, Verification } from '#command/views.ts'
import { forEachDatabase } from '../cluster.ts'
import { city } from './world.ts'

const template = `# 关于活动开展情况的通报

调研{{ research_days }},发卡{{ cards }}(待审{{ pending(cards) }}),退税{{ refund }},规划{{ plan.goal_plans }},走访{{ households }},
解决{{ solved }},占{{ share(solved, raised, 1) }},日均{{ cards_a_day }}。{{ leaders("research_days", "township", 2) }}等镇走在前列,
{{ not_started("township") }}乡镇尚未启动。

::: ranking indicator=research_days class=township
`

const textOf = (view: BulletinView): string =>
  view.document.blocks
    .map((b) =>
      b.is === 'table'
        ? [b.head, ...b.rows].map((row) => row.map((cell) => cell.map((r) => r.text).join('')).join(' | ')).join('\n')
        : b.runs.map((r) => r.text).join(''),
    )
    .join('\n')

forEachDatabase((fresh) => {
  test('a bulletin of two campaigns prints figures that come out of records, and a sealed one stays as it was', async () => {
    const { does, visit, problem, plan, visits, plans } = await city(await fresh(), template)
    await visit('T1', '2012-03-01', { days: '1.5', cards: '10', refund: { value: '5100', approx: '近' } }, { subjects: ['H1', 'H2'] })
    const second = await visit('T2', '2012-03-02', { days: '3', cards: '5' }, { subjects: ['H2'] })
    await visit('T2', '2012-03-03', { days: '1', cards: '7' }, { accept: false })
    for (const outcome of ['solved', 'solved', 'explained'] as const) await problem('T1', '2012-04-01', outcome)
    await plan('T1', '2012-04-01')

    const id = uuidv7()
    const draft = await does<BulletinView>('bulletin.draft', { id, campaign: visits, template: 'progress', with: { plan: plans } })
    assert.equal(draft.title, '关于活动开展情况的通报')
    assert.equal(
      textOf(draft),
      `关于活动开展情况的通报
调研4.5天,发卡15张(待审7张),退税近5100万元,规划1份,走访2户,解决2个,占66.7%,日均3.3张/天。柳溪镇、安泰镇等镇走在前列,1个乡镇尚未启动。
名次 | 单位 | 下基层调研累计时间（天）
1 | 柳溪镇 | 3
2 | 安泰镇 | 1.5
3 | 石桥镇 | 0`,
    )
    const sealed = await does<BulletinView>('bulletin.seal', { bulletin: id })
    assert.deepEqual(sealed.document, draft.document)
    assert.equal(sealed.state, 'sealed')
    assert.deepEqual(await does<Verification>('bulletin.verify', { bulletin: id }), { checked: sealed.derivations.length, differences: [] })
    assert.deepEqual(await does('bulletin.changes', { bulletin: id }), [])

    await does('record.correct', {
      record: second.id,
      seen: second.version,
      why: '补记',
      content: { day: '2012-03-02', org: draft.derivations[0]?.org, fields: { days: '30', cards: '5' } },
    })
    const third = await visit('T3', '2012-05-01', { days: '2', cards: '1' })
    await does('record.withdraw', { record: third.id, seen: third.version, why: '误报' })

    assert.deepEqual(await does<BulletinView>('bulletin.show', { bulletin: id }), sealed)
    assert.deepEqual((await does<Verification>('bulletin.verify', { bulletin: id })).differences, [])
    const changes = await does<BulletinChange[]>('bulletin.changes', { bulletin: id })
    const days = changes.find((c) => c.number === 1)
    assert.deepEqual(
      { printed: days?.printed, then: days?.then, now: days?.now, printedNow: days?.printedNow },
      { printed: '4.5天', then: '4.5', now: '31.5', printedNow: '31.5天' },
    )
    assert.deepEqual(
      new Set(days?.records.map((r) => `${r.record} ${r.act}`)),
      new Set([`${second.id} correct`, `${third.id} accept`, `${third.id} withdraw`]),
      'what only waits for review has not touched a confirmed figure',
    )
    assert.equal(
      changes.some((c) => c.printed === '1份'),
      false,
      'the other campaign has not changed',
    )
    assert.deepEqual(
      changes.filter((c) => c.then === c.now && c.printed === c.printedNow),
      [],
      'the cards, touched by a correction and by a visit that was withdrawn, are as many as before',
    )
  })

  test('nothing about a sealed bulletin can be changed', async () => {
    const { does, visits, plans } = await city(await fresh(), template)
    const id = uuidv7()
    await does('bulletin.draft', { id, campaign: visits, template: 'progress', with: { plan: plans } })
    await does('bulletin.seal', { bulletin: id })
    await assert.rejects(does('bulletin.edit', { bulletin: id, text: '# 改' }), { code: '409.5' })
    await assert.rejects(does('bulletin.discard', { bulletin: id }), { code: '409.5' })
    await assert.rejects(does('bulletin.seal', { bulletin: id }), { code: '409.5' })
  })

  test('tampering with a sealed bulletin in the database is found', async () => {
    const db = await fresh()
    const { does, visit, visits, plans } = await city(db, template)
    await visit('T1', '2012-03-01', { days: '4', cards: '2' })
    const id = uuidv7()
    await does('bulletin.draft', { id, campaign: visits, template: 'progress', with: { plan: plans } })
    await does('bulletin.seal', { bulletin: id })
    await db.pool.query(
      `update bulletin set document = replace(document::text, '4天', '40天')::jsonb, derivations = replace(derivations::text, '4天', '40天')::jsonb`,
    )
    const { differences } = await does<Verification>('bulletin.verify', { bulletin: id })
    assert.equal(differences[0]?.what, 'seal')
    assert.deepEqual(differences.slice(1), [{ what: '1 research_days printed', stored: '40天', derived: '4天' }])
    await db.pool.query(`update fact set value = value + 1 where indicator = 'cards'`)
    assert.ok(
      (await does<Verification>('bulletin.verify', { bulletin: id })).differences.some(
        (d) => d.what === '2 cards' && d.stored === '2' && d.derived === '3',
      ),
    )
  })

  test('drafts are the office’s own, sealed bulletins are for all staff', async () => {
    const { does, actor, visits, plans, id: idOf } = await city(await fresh(), template)
    const visitor: Actor = { ...actor, grants: [{ role: 'visitor', org: idOf('T1') as never }] }
    const id = uuidv7()
    await does('bulletin.draft', { id, campaign: visits, template: 'progress', with: { plan: plans } })
    await assert.rejects(does('bulletin.show', { bulletin: id }, visitor), { code: '404.1' })
    await assert.rejects(does('bulletin.seal', { bulletin: id }, visitor), { code: '403.1' })
    const townOffice: Actor = { ...actor, grants: [{ role: 'office', org: idOf('T1') as never }] }
    await assert.rejects(does('bulletin.edit', { bulletin: id, text: '' }, townOffice), { code: '404.1' })
    assert.deepEqual(await does<BulletinRow[]>('bulletin.list', {}, visitor), [])
    await does('bulletin.seal', { bulletin: id })
    assert.equal((await does<BulletinView>('bulletin.show', { bulletin: id }, visitor)).state, 'sealed')
    assert.equal(
      (await does<BulletinRow[]>('bulletin.list', { campaign: plans }, visitor)).length,
      1,
      'found through the campaign it speaks of',
    )
  })

  test('an edit keeps the wording before, and a wrong one changes nothing', async () => {
    const db = await fresh()
    const { does, visits, plans } = await city(db, template)
    const id = uuidv7()
    await does('bulletin.draft', { id, campaign: visits, template: 'progress', with: { plan: plans } })
    const edited = await does<BulletinView>('bulletin.edit', { bulletin: id, text: '# 新标题\n\n调研{{ research_days }}。', title: '新' })
    assert.equal(textOf(edited), '新标题\n调研0天。')
    await assert.rejects(
      does('bulletin.edit', { bulletin: id, text: '调研{{ research_day }}。' }),
      (e: Error & { details: { mistakes: { line: number; column: number }[] } }) => {
        assert.deepEqual(
          e.details.mistakes.map((m) => [m.line, m.column]),
          [[1, 6]],
        )
        return true
      },
    )
    assert.equal((await does<BulletinView>('bulletin.show', { bulletin: id })).text, edited.text)
    assert.deepEqual((await db.pool.query('select text_ from bulletin_edit')).rows, [{ text_: template }])
    await does('bulletin.discard', { bulletin: id })
    await assert.rejects(does('bulletin.show', { bulletin: id }), { code: '404.1' })
  })

  test('signs that no database or document can hold are left out, and the seal still holds', async () => {
    const { does, visits } = await city(await fresh(), '# 题')
    const id = uuidv7()
    await does('bulletin.draft', { id, campaign: visits, template: 'progress' })
    await does('bulletin.edit', { bulletin: id, title: '题\u0000\ud800', text: '# 题\u0000\u0007\ud83d\n\n𠮷{{ cards }}\ue000' })
    const sealed = await does<BulletinView>('bulletin.seal', { bulletin: id })
    assert.equal(textOf(sealed), '题\ufffd\n𠮷0张')
    assert.deepEqual((await does<Verification>('bulletin.verify', { bulletin: id })).differences, [])
  })
})
