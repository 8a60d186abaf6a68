import assert from 'node:assert/strict'
import { test } from 'node:test'
import { uuidv7 } from 'uuidv7'
import type { Cockpit, FigureRecord, FigureRow, NotStarted, Page, Receipt, Verification } from '#command/views.ts'
import type { CampaignId } from '#kit/id.ts'
import { type City, city } from '../bulletin/world.ts'
import { forEachDatabase } from '../cluster.ts'

const survey = `
scheme: survey
title: 大调研
window: { from: 2012-01-01, to: 2012-12-31 }
classes: [{ key: township, title: 乡镇, where: 'org.kind == "township"' }]
start: { with: [outing] }
activities:
  outing:
    title: 调研
    review: true
    participants: { min: 0 }
    fields:
      - { key: times, title: 人次, type: integer, unit: 人次, required: true }
      - { key: funds, title: 资金, type: money, unit: 元, approx: true }
matters:
  issue: { title: 问题, outcomes: [{ key: solved, title: 已解决, solved: true }] }
indicators:
  outings: { title: 调研, unit: 次, from: outing }
  times: { title: 人次, unit: 人次, from: outing, value: times }
  funds: { title: 资金, unit: 万元, from: outing, value: funds }
  villages: { title: 村, unit: 个, from: outing, distinct: place }
  solved: { title: 解决, unit: 个, from: issue.closed }
bulletins: { progress: { title: 通报, template: '# 通报 {{ outings }}{{ started("township") }}' } }
`
const partyDay = (also = 'fields: { times: size(participants) + 2, funds: money }') => `
scheme: party-day
title: 主题党日
window: { from: 2012-01-01, to: 2012-12-31 }
activities:
  visit:
    title: 组团走访
    review: true
    participants: { min: 0 }
    also: [{ campaign: survey, as: outing, when: outside, ${also} }]
    fields:
      - { key: outside, title: 外出, type: boolean }
      - { key: money, title: 资金, type: money, unit: 万元, approx: true }
matters:
  problem: { title: 难题, outcomes: [{ key: solved, title: 已解决, solved: true }], also: [{ campaign: survey, as: issue }] }
indicators:
  visits: { title: 走访, unit: 次, from: visit }
`

type Home = City & {
  survey: CampaignId
  day: CampaignId
  visit2: (fields: object, org?: string, day?: string) => Promise<Receipt>
  of: (campaign: CampaignId, query?: object) => Promise<Record<string, string | null>>
}

const home = async (fresh: Parameters<typeof city>[0]): Promise<Home> => {
  const there = await city(fresh, '# 通报')
  const outer = await there.load('survey', survey)
  const inner = await there.load('party-day', partyDay())
  return {
    ...there,
    survey: outer,
    day: inner,
    visit2: (fields, org = 'T1', day = '2012-05-10') => {
      const content = { day, org: there.id(org), place: there.id('V1'), fields }
      return there.does<Receipt>('record.submit', { id: uuidv7(), campaign: inner, sort: 'activity', kind: 'visit', content })
    },
    of: async (campaign, query = {}) =>
      Object.fromEntries(
        (await there.does<readonly FigureRow[]>('figure.list', { campaign, ...query })).flatMap((f) => [
          [f.indicator, f.confirmed],
          [`${f.indicator}?`, f.pending],
        ]),
      ),
  }
}

forEachDatabase((fresh) => {
  test('one outing counts in two campaigns: pending and accepted, corrected and withdrawn with its record', async () => {
    const h = await home(await fresh())
    const made = await h.visit2({ outside: true, money: { value: '1.5', approx: '近' } })
    const now = async () => {
      const f = await h.of(h.survey)
      return [f['outings'], f['outings?'], f['times'], f['funds'], f['villages']]
    }
    assert.deepEqual(await now(), ['0', '1', '0', '0', '0'])
    let seen = (await h.does<Receipt>('record.accept', { record: made.id, seen: 1 })).version
    assert.deepEqual(await now(), ['1', '0', '2', '1.5', '1'])
    const rough = (await h.does<readonly FigureRow[]>('figure.list', { campaign: h.survey })).find((f) => f.indicator === 'funds')
    assert.deepEqual(rough?.approx, ['近'], 'its approximate word goes along')
    const correct = async (fields: object) => {
      const content = { day: '2012-05-10', org: h.id('T2'), fields }
      seen = (await h.does<Receipt>('record.correct', { record: made.id, seen, content, why: '更正' })).version
    }
    await correct({ outside: true, money: '3' })
    assert.deepEqual(await now(), ['1', '0', '2', '3', '0'])
    assert.equal((await h.of(h.survey, { org: h.id('T1') }))['outings'], '0')
    await correct({ outside: false, money: '3' })
    assert.deepEqual(await now(), ['0', '0', '0', '0', '0'], 'it is no outing any more')
    await correct({ outside: true })
    await h.does('record.withdraw', { record: made.id, seen, why: '误报' })
    assert.deepEqual(await now(), ['0', '0', '0', '0', '0'])
    assert.deepEqual((await h.does<Verification>('figure.verify', {})).differences, [])
  })

  test('the outer campaign knows whose records it counts, who has started, and how busy a day was', async () => {
    const h = await home(await fresh())
    const made = await h.visit2({ outside: true })
    await h.does('record.accept', { record: made.id, seen: 1 })
    const { rows } = await h.does<Page<FigureRecord>>('figure.records', { campaign: h.survey, indicator: 'outings' })
    assert.deepEqual(
      rows.map((r) => [r.record, r.campaign, r.kind]),
      [[made.id, h.day, 'visit']],
    )
    const idle = await h.does<readonly NotStarted[]>('cockpit.not-started', { campaign: h.survey })
    assert.deepEqual(idle.map((o) => o.code).sort(), ['T2', 'T3'])
    const cockpit = await h.does<Cockpit>('cockpit.show', { campaign: h.survey, org: h.id('T1') })
    assert.deepEqual(cockpit.calendar, [{ day: '2012-05-10', records: 1 }])
    const id = uuidv7()
    await h.does('bulletin.draft', { id, campaign: h.survey, template: 'progress' })
    await h.does('bulletin.seal', { bulletin: id })
    await h.does('record.withdraw', { record: made.id, seen: 2, why: '误报' })
    assert.deepEqual((await h.does<Verification>('bulletin.verify', { bulletin: id })).differences, [])
  })

  test('a matter is closed in both campaigns at once, and reopened', async () => {
    const h = await home(await fresh())
    const content = { day: '2012-05-10', org: h.id('T1') }
    const raised = await h.does<Receipt>('record.submit', { id: uuidv7(), campaign: h.day, sort: 'matter', kind: 'problem', content })
    const closed = await h.does<Receipt>('record.close', { record: raised.id, seen: 1, day: '2012-05-11', outcome: 'solved', note: '已办' })
    assert.equal((await h.of(h.survey))['solved'], '1')
    await h.does('record.reopen', { record: raised.id, seen: closed.version, why: '未解决' })
    assert.equal((await h.of(h.survey))['solved'], '0')
  })

  test('facts stay under the outer scheme of their time until the record is corrected', async () => {
    const h = await home(await fresh())
    const made = await h.visit2({ outside: true })
    await h.does('campaign.load', { id: uuidv7(), source: survey.replace('value: times', 'value: times * 10'), revise: true })
    await h.does('record.accept', { record: made.id, seen: 1 })
    assert.equal((await h.of(h.survey))['times'], '2')
    const content = { day: '2012-05-10', org: h.id('T1'), fields: { outside: true } }
    await h.does('record.correct', { record: made.id, seen: 2, content, why: '更正' })
    assert.equal((await h.of(h.survey))['times'], '20')
    assert.deepEqual((await h.does<Verification>('figure.verify', {})).differences, [])
  })

  test('records of both campaigns and seals of both, all at once, do not wait for each other in a circle', async () => {
    const h = await home(await fresh())
    const seal = async (campaign: CampaignId) => {
      const id = uuidv7()
      await h.does('bulletin.draft', { id, campaign, template: 'progress' })
      await h.does('bulletin.seal', { bulletin: id })
    }
    const own = () => {
      const content = { day: '2012-05-10', org: h.id('T3'), fields: { times: '1' } }
      return h.does('record.submit', { id: uuidv7(), campaign: h.survey, sort: 'activity', kind: 'outing', content })
    }
    await Promise.all(Array.from({ length: 24 }, (_, i) => (i % 6 === 0 ? seal(h.survey) : i % 2 ? own() : h.visit2({ outside: true }))))
    assert.equal((await h.of(h.survey))['outings?'], '20')
    assert.deepEqual((await h.does<Verification>('figure.verify', {})).differences, [])
  })

  test('a scheme whose records do not fit the other campaign is not loaded, and everything wrong is told', async () => {
    const h = await home(await fresh())
    const load = (source: string) => h.does('campaign.load', { id: uuidv7(), source, revise: true })
    const told = async (source: string): Promise<string> => {
      try {
        await load(source)
        return ''
      } catch (error) {
        assert.equal((error as { code?: string }).code, '422.30')
        return JSON.stringify((error as { details?: unknown }).details)
      }
    }
    assert.match(await told(partyDay('fields: { funds: outside, gist: money }')), /times.*required.*funds.*of another type.*no field.*gist/)
    assert.match(await told(partyDay().replace('as: outing', 'as: walk')), /survey\.walk/)
    assert.match(await told(partyDay().replaceAll('campaign: survey', 'campaign: nowhere')), /nowhere.*has not been loaded/)
    assert.match(await told(partyDay().replace('key: solved, title', 'key: done, title')), /no outcome.*done/)
  })
})
