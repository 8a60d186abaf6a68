import assert from 'node:assert/strict'
import { test } from 'node:test'
import { uuidv7 } from 'uuidv7'
import type {
  BulletinChange,
  BulletinView,
  Cockpit,
  FigureRecord,
  FigureRow,
  Page,
  RankRow,
  Receipt,
  Verification,
} from '#command/views.ts'
import type { CampaignId } from '#kit/id.ts'
import { type City, city } from '../bulletin/world.ts'
import { forEachDatabase } from '../cluster.ts'

const scheme = `
scheme: aims
title: 年度目标
window: { from: 2012-01-01, to: 2012-12-31 }
classes: [{ key: township, title: 乡镇, where: 'org.kind == "township"' }]
activities:
  report:
    title: 指标报送
    review: true
    participants: { min: 0 }
    fields:
      - { key: income, title: 收入, type: money, unit: 万元, approx: true }
      - { key: aim, title: 目标, type: money, unit: 万元 }
      - { key: head, title: 人均收入, type: money }
      - { key: good, title: 达标, type: boolean }
      - { key: points, title: 联系点, type: integer, unit: 个 }
indicators:
  income: { title: 收入, unit: 万元, from: report, value: income, take: latest, headline: true }
  aim: { title: 目标, unit: 万元, from: report, value: aim, take: latest }
  done: { title: 完成, unit: '%', decimals: 1, ratio: { part: income, whole: aim } }
  head: { title: 人均收入, unit: 元, from: report, value: head, take: latest, alone: true }
  reporting: { title: 报送单位, unit: 个, from: report, take: latest }
  good: { title: 达标单位, unit: 个, of: reporting, when: good }
  rate: { title: 达标率, unit: '%', ratio: { part: good, whole: reporting } }
  points: { title: 联系点, unit: 个, from: report, value: points, take: stock, headline: true }
  reports: { title: 报送次数, unit: 次, from: report, headline: true }
bulletins:
  progress: { title: 通报, template: progress.md }
`
const template = `{{ income }}，占{{ done }}；{{ good }}；{{ figure("points", {"period": "2012-05"}) }}；{{ figure("income", {"period": "2012-04"}) }}`

type Home = City & {
  campaign: CampaignId
  report: (org: string, day: string, fields: object, accept?: boolean) => Promise<Receipt>
  figures: (query?: object) => Promise<Record<string, string | null>>
  rows: (indicator: string, query?: object) => Promise<readonly FigureRecord[]>
}

const home = async (fresh: Parameters<typeof city>[0]): Promise<Home> => {
  const there = await city(fresh, '# 通报')
  const campaign = await there.load('aims', scheme, { 'progress.md': template })
  const figures: Home['figures'] = async (query = {}) =>
    Object.fromEntries(
      (await there.does<readonly FigureRow[]>('figure.list', { campaign, ...query })).map((f) => [f.indicator, f.confirmed]),
    )
  return {
    ...there,
    campaign,
    figures,
    rows: async (indicator, query = {}) => (await there.does<Page<FigureRecord>>('figure.records', { campaign, indicator, ...query })).rows,
    report: async (org, day, fields, accept = true) => {
      const content = { day, org: there.id(org), fields }
      const made = await there.does<Receipt>('record.submit', { id: uuidv7(), campaign, sort: 'activity', kind: 'report', content })
      return accept ? there.does<Receipt>('record.accept', { record: made.id, seen: made.version }) : made
    },
  }
}

forEachDatabase((fresh) => {
  test('of each unit the newest word counts, up to the period’s end, and a rate is worked out of parts and wholes', async () => {
    const h = await home(await fresh())
    await h.report('T1', '2012-04-30', { income: '100', aim: '1000', head: '7000', good: true, points: '3' })
    await h.report('T1', '2012-05-31', { income: '300', aim: '1000', good: false, points: '2' })
    await h.report('T2', '2012-05-20', { income: { value: '250.5', approx: '近' }, aim: '500', good: true })
    assert.deepEqual(await h.figures(), {
      income: '550.5',
      aim: '1500',
      done: '36.7',
      head: '7000',
      reporting: '2',
      good: '1',
      rate: '50',
      points: '5',
      reports: '3',
    })
    const april = await h.figures({ from: '2012-04-01', to: '2012-04-30' })
    assert.deepEqual([april['income'], april['done'], april['good'], april['points'], april['reports']], ['100', '10', '1', '3', '1'])
    const may = await h.figures({ from: '2012-05-01', to: '2012-05-31', org: h.id('T1') })
    assert.deepEqual([may['income'], may['head'], may['points'], may['reports']], ['300', '7000', '5', '1'])
    assert.equal((await h.figures({ org: h.id('T3') }))['income'], null, 'nobody has said a word: blank, not zero')
    await h.report('T2', '2012-06-01', { head: '8000' })
    assert.equal((await h.figures())['head'], null, 'two incomes per head are never added up')
    assert.equal((await h.figures({ org: h.id('T2') }))['head'], '8000')
    assert.equal((await h.figures())['income'], '550.5', 'a blank says nothing; the word before it stands')
  })

  test('a newer word that waits for review is pending; withdrawn, corrected and moved words give way', async () => {
    const h = await home(await fresh())
    await h.report('T1', '2012-04-30', { income: '100' })
    const newer = await h.report('T1', '2012-05-31', { income: '300' }, false)
    const [row] = await h.does<readonly FigureRow[]>('figure.list', { campaign: h.campaign })
    assert.deepEqual([row?.confirmed, row?.pending], ['100', '300'])
    const asOf = await h.store.read(h.actor.tenant, (db) => db.figure.now())
    const accepted = await h.does<Receipt>('record.accept', { record: newer.id, seen: newer.version })
    assert.equal((await h.figures())['income'], '300')
    const content = { day: '2012-03-31', org: h.id('T1'), fields: { income: '50' } }
    const corrected = await h.does<Receipt>('record.correct', { record: newer.id, seen: accepted.version, content, why: '日期填错' })
    assert.equal((await h.figures())['income'], '100', 'its day is now before the other word')
    await h.does('record.withdraw', { record: newer.id, seen: corrected.version, why: '误报' })
    assert.equal((await h.figures({ from: '2012-01-01', to: '2012-03-31' }))['income'], null)
    assert.equal((await h.figures({ asOf }))['income'], '100')
    assert.deepEqual((await h.does<Verification>('figure.verify', {})).differences, [])
  })

  test('behind a newest word stands the record that said it; ranking, cockpit and months know it', async () => {
    const h = await home(await fresh())
    await h.report('T1', '2012-04-30', { income: '100', points: '3' })
    const last = await h.report('T1', '2012-05-31', { income: '300', points: '1' })
    const other = await h.report('T2', '2012-05-20', { income: '250' })
    const rows = await h.rows('income')
    assert.deepEqual(rows.map((r) => `${r.record} ${r.value}`).toSorted(), [`${last.id} 300`, `${other.id} 250`].toSorted())
    assert.deepEqual(
      (await h.rows('income', { from: '2012-04-01', to: '2012-04-30' })).map((r) => r.value),
      ['100'],
    )
    assert.deepEqual(
      (await h.rows('points', { from: '2012-05-01', to: '2012-05-31' })).map((r) => r.value),
      ['1', '3'],
    )
    const rank = await h.does<readonly RankRow[]>('figure.rank', { campaign: h.campaign, indicator: 'income', class: 'township' })
    assert.deepEqual(
      rank.map((r) => [r.code, r.value, r.rank]),
      [
        ['T1', '300', 1],
        ['T2', '250', 2],
        ['T3', null, null],
      ],
    )
    const { trend } = await h.does<Cockpit>('cockpit.show', { campaign: h.campaign })
    const at = (month: string) => trend.months.indexOf(month)
    assert.deepEqual([trend.values['income']?.[at('2012-04-01')], trend.values['income']?.[at('2012-06-01')]], ['100', '550'])
    assert.deepEqual([trend.values['points']?.[at('2012-04-01')], trend.values['points']?.[at('2012-12-01')]], ['3', '4'])
    assert.deepEqual([trend.values['reports']?.[at('2012-05-01')], trend.values['reports']?.[at('2012-06-01')]], ['2', '0'])
  })

  test('a sealed bulletin keeps its newest words, and says by which records they have changed since', async () => {
    const h = await home(await fresh())
    await h.report('T1', '2012-04-30', { income: '100', aim: '1000', good: true, points: '3' })
    await h.report('T1', '2012-05-31', { income: '300', aim: '1000', good: true, points: '2' })
    const id = uuidv7()
    await h.does('bulletin.draft', { id, campaign: h.campaign, template: 'progress' })
    await h.does('bulletin.seal', { bulletin: id })
    const printed = async () => (await h.does<BulletinView>('bulletin.show', { bulletin: id })).derivations.map((d) => d.printed)
    assert.deepEqual(await printed(), ['300万元', '30%', '1个', '5个', '100万元'])
    const late = await h.report('T1', '2012-06-30', { income: '400', aim: '1000', good: false })
    const early = await h.report('T2', '2012-03-30', { points: '4' })
    assert.deepEqual(await printed(), ['300万元', '30%', '1个', '5个', '100万元'])
    assert.deepEqual((await h.does<Verification>('bulletin.verify', { bulletin: id })).differences, [])
    const changes = await h.does<readonly BulletinChange[]>('bulletin.changes', { bulletin: id })
    assert.deepEqual(
      changes.map((c) => [c.number, c.now, c.records.some((r) => r.record === late.id), c.records.some((r) => r.record === early.id)]),
      [
        [1, '400', true, false],
        [2, '40', true, false],
        [3, '0', true, false],
        [4, '9', false, true],
      ],
    )
  })
})
