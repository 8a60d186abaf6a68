import assert from 'node:assert/strict'
import { test } from 'node:test'
import { uuidv7 } from 'uuidv7'
import { draftBulletin } from '#command/bulletin/draft.ts'
import { sealBulletin } from '#command/bulletin/desk.ts'
import { bulletinChanges, showBulletin, verifyBulletin } from '#command/bulletin/look.ts'
import { withdraw } from '#command/record/acts.ts'
import type { BulletinChange, BulletinView, Verification } from '#command/views.ts'
import { type County, county, households, scheme } from '../quota/county.ts'
import { forEachDatabase } from '../cluster.ts'
import { readSound } from '#bulletin/sound.ts'
import { mistakesIn } from './pure.ts'

const quotas = `
  trips: { title: 乡镇走访三次, who: org, where: 'org.class == "乡镇"', indicator: visits, at_least: 3 }
  each: { title: 每人每月两次, who: person, where: 'person.rank == "乡科级"', indicator: visits, at_least: 2, every: month, also: [{ every: campaign, at_least: 4 }] }
  third: { title: 联系户三分之一, who: person, where: 'org.class == "乡镇" && person.rank == "乡科级"', indicator: households, share: 1/3, of: linked }
`
const template = `# 通报

乡镇{{ owing("trips", "town") }}，完成{{ met("trips", "town") }}，占{{ share(met("trips"), owing("trips"), 1) }}；{{ part(behind("trips"), owing("trips")) }}乡镇落后。
六月完成{{ met("each", {"period": "2014-06"}) }}，五月{{ met("each", {"period": "2014-05"}) }}，全程{{ met("each", "town", {"every": "campaign"}) }}，三分之一{{ met("third") }}。

::: quotas quotas=trips,third title="任务完成情况"
::: quotas by=class quotas=each period=2014-05
::: behind quota=trips class=town named
::: behind quota=each
::: quotas by=org quotas=trips class=town
`

const textOf = (view: BulletinView): readonly string[] =>
  view.document.blocks.flatMap((b) =>
    b.is === 'table'
      ? [b.head, ...b.rows].map((row) => row.map((cell) => cell.map((r) => r.text).join('')).join(' | '))
      : [b.runs.map((r) => r.text).join('')],
  )

const started = async (c: County): Promise<string> => {
  await c.hands('visit', '2014-05-10', ['MEMBER'], { org: 'YANG', subjects: households('A', 0, 42) })
  await c.hands('visit', '2014-05-11', ['MEMBER', 'CHIEF'], { org: 'YANG', subjects: ['A000'] })
  await c.hands('visit', '2014-06-02', ['MEMBER'], { org: 'YANG', subjects: ['A001'] })
  return c.hands('visit', '2014-06-03', ['MEMBER'], { org: 'YANG', subjects: ['A002'] })
}

const drafted = async (c: County): Promise<string> => {
  const id = uuidv7()
  await c.does(draftBulletin, { id, campaign: c.campaign, template: 'quotas' })
  return id
}

const source = scheme(quotas, `bulletins: { quotas: { title: 通报, template: ${JSON.stringify(template)} } }`).replace('review: true, ', '')

forEachDatabase((fresh) => {
  test('a bulletin says how many have met their quotas and how many are behind, and no names unless told', async () => {
    const c = await county(await fresh(), source)
    await started(c)
    const view = await c.does<BulletinView>(showBulletin, { bulletin: await drafted(c) })
    assert.deepEqual(view.mistakes, [])
    assert.deepEqual(textOf(view), [
      '通报',
      '乡镇2个，完成1个，占50.0%；部分乡镇落后。六月完成1人，五月1人，全程1人，三分之一1人。',
      '任务 | 有此任务的 | 已完成 | 进度正常 | 落后 | 完成率（%）',
      '乡镇走访三次 | 2 | 1 | 0 | 1 | 50.0',
      '联系户三分之一 | 2 | 1 | 0 | 1 | 50.0',
      '类别 | 有此任务的 | 已完成 | 进度正常 | 落后 | 完成率（%）',
      '四大班子 | 0 | 0 | 0 | 0 | —',
      '县直单位 | 1 | 0 | 0 | 1 | 0.0',
      '乡镇 | 2 | 1 | 0 | 1 | 50.0',
      '乡镇中，“乡镇走访三次”进度落后的有1个：LIU镇。',
      '“每人每月两次”进度落后的有2人。',
      '单位 | 应完成（次） | 已完成（次） | 完成率（%）',
      'LIU镇 | 3 | 0 | 0.0',
      'YANG镇 | 3 | 4 | 133.3',
    ])
    const rows = view.derivations.flatMap(({ how }) => (how.is === 'stood' ? [how] : []))
    assert.ok(rows.some((how) => how.ask.quota === 'trips' && how.rows.length === 2))
    assert.ok(
      rows.filter((how) => how.ask.who === 'person').every((how) => how.rows.length === 0),
      'how far each person is, is not handed out with the bulletin',
    )
  })

  test('what was sealed of quotas verifies after records and the register have changed, and the change is told', async () => {
    const c = await county(await fresh(), source)
    const last = await started(c)
    const id = await drafted(c)
    await c.does(sealBulletin, { bulletin: id })
    assert.deepEqual((await c.does<Verification>(verifyBulletin, { bulletin: id })).differences, [])
    assert.deepEqual(await c.does(bulletinChanges, { bulletin: id }), [])

    await c.does(withdraw, { record: last, seen: 1, why: '误报' })
    for (const day of ['2014-05-20', '2014-05-21', '2014-05-22'])
      await c.hands('visit', day, ['OTHER'], { org: 'LIU', subjects: households('B', 0, 20) })
    await c.save({ links: [{ by: { person: 'OTHER' }, to: { place: 'V1' }, role: '联系村' }] })
    await c.save({ orgs: [{ code: 'SONG', name: 'SONG镇', parent: 'ROOT', kind: 'township', class: '乡镇' }] })
    await c.revise(source.replace('at_least: 3', 'at_least: 30').replace('at_least: 2', 'at_least: 1'))
    const { differences, checked } = await c.does<Verification>(verifyBulletin, { bulletin: id })
    assert.deepEqual(differences, [])
    assert.ok(checked > 30)
    const changes = await c.does<BulletinChange[]>(bulletinChanges, { bulletin: id })
    const told = changes.map((x) => `${x.printed} → ${x.printedNow}`)
    assert.ok(told.includes('1个 → 2个'), `met by both towns now: ${told.join('; ')}`)
    assert.ok(told.includes('1人 → 0人'), 'in June nobody any more')
    assert.ok(told.includes('0 → 3') && told.includes('133.3 → 100.0'), 'what each town has done')
    assert.ok(changes.some((x) => x.records.some((r) => r.record === last && r.act === 'withdraw')))
  })

  test('a fact that was changed by hand is found by the quotas that rest on it', async () => {
    const opened = await fresh()
    const c = await county(opened, source)
    await started(c)
    const id = await drafted(c)
    await c.does(sealBulletin, { bulletin: id })
    await opened.pool.query(`delete from credit where indicator = 'visits' and day = '2014-06-03'`)
    const { differences } = await c.does<Verification>(verifyBulletin, { bulletin: id })
    assert.ok(differences.some((d) => d.what.includes(`each ${c.id('MEMBER')}`) && d.stored === '2' && d.derived === '1'))
  })
})

test('a quota that there is not, and people who would be named, are mistakes at their places', () => {
  assert.deepEqual(mistakesIn('{{ met("trps") }}{{ behind("plan.trips") }}\n\n::: quotas quotas=trips'), [
    '1:9 B125 trps',
    '1:29 B125 plan.trips',
    '3:19 B125 trips',
  ])
  const found = (text: string) =>
    readSound(scheme(quotas, `bulletins: { quotas: { title: 通报, template: b.md } }`), { 'b.md': text }).mistakes.map(
      (m) => `${m.line}:${m.column} ${m.code} ${m.path}`,
    )
  assert.deepEqual(found('::: behind quota=each named\n'), ['1:18 B126 each'])
  assert.deepEqual(found('::: quotas by=org quotas=each\n'), ['1:26 B126 each'])
  assert.deepEqual(found('{{ met("each", {"every": "week"}) }}{{ met("each", "twon") }}\n'), ['1:27 B113 week', '1:53 B109 twon'])
  assert.deepEqual(found('{{ met("plan.goals") }}{{ met("trips", {"on": "2014-06-01"}) }}\n\n::: behind quota=trips named\n'), [])
})
