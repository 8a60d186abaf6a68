import assert from 'node:assert/strict'
import { test } from 'node:test'
import { uuidv7 } from 'uuidv7'
import type { NoticeList, NoticeView } from '#command/notice/views.ts'
import type { FlagRow } from '#command/flag/views.ts'
import type { Digest, Supervision } from '#command/supervision/views.ts'
import type { FigureRow, Page, Receipt, RecordView } from '#command/views.ts'
import { forEachDatabase } from '../cluster.ts'
import { type Client, type TestHouse, openHouse } from '../server/house.ts'

/* Four towns that owe ten visits each within ten weeks, and an office that looks after them. */

const source = `
scheme: ten-visits
title: { zh: 十访, en: Ten visits }
issuer: 清河市活动办
window: { from: 2012-03-05, to: 2012-05-13 }
classes: [{ key: town, title: { zh: 乡镇, en: Towns }, where: 'org.kind == "town"', minimum: 2 }]
start: { with: [visit], by: 2012-03-18 }
lights: { green: 1, yellow: 0.5 }
supervision:
  extend: { times: 1, by: 5 working days }
  escalate:
    - { to: lead, after: 1 working day }
    - { to: office, after: 3 working days }
    - { to: talk, title: 约谈, after: 5 working days }
  repeats: { in: consecutive, times: 2, to: talk }
activities:
  meeting: { title: 动员会, place: none, participants: { min: 0 } }
  visit:
    title: 走访
    place: none
    participants: { min: 0 }
    fields: [{ key: what, title: 情况, type: text }]
    rules: [{ key: thin, check: size(what) >= 4, otherwise: flag, says: { zh: 情况过于简略, en: Hardly anything is said } }]
indicators:
  visits: { title: { zh: 走访, en: Visits }, unit: 次, from: visit, headline: true }
quotas:
  ten: { title: 每镇十访, who: org, where: 'org.kind == "town"', indicator: visits, at_least: 10 }
`

const towns = { T1: '安泰镇', T2: '柳溪镇', T3: '石桥镇', T4: '东荡镇' }

type City = {
  readonly house: TestHouse
  readonly campaign: string
  visit(town: keyof typeof towns, day: string, what?: string): Promise<Receipt>
  look(client?: Client, query?: Record<string, string>): Promise<Supervision>
  notice(client: Client, name: string, input: object): Promise<NoticeView>
}

forEachDatabase((fresh) => {
  const story = (title: string, tell: (city: City) => Promise<void>) =>
    test(title, async () => {
      const house = await openHouse(fresh)
      await house.register({ orgs: Object.entries(towns).map(([code, name]) => ({ code, name, parent: 'ROOT', kind: 'town' })) })
      const { id: campaign } = await house.admin.does<{ id: string }>('campaign.load', { id: uuidv7(), source })
      const city: City = {
        house,
        campaign,
        visit: async (town, day, what = '查看了低洼田块') =>
          house.admin.does('record.submit', {
            id: uuidv7(),
            campaign,
            sort: 'activity',
            kind: 'visit',
            content: { day, org: await house.org(town), fields: { what } },
          }),
        look: (client = house.admin, query = {}) => client.sees('supervision.show', { campaign, ...query }),
        notice: (client, name, input) => client.does(`notice.${name}`, input),
      }
      await tell(city).finally(() => house.close())
    })

  const visited = async ({ visit }: City, town: keyof typeof towns, days: readonly string[]) => {
    for (const day of days) await visit(town, day)
  }

  story('a leader sees who has not started, who is behind and who is done, with lights, rank and imbalance', async (city) => {
    const { house, look } = city
    await visited(
      city,
      'T1',
      Array.from({ length: 10 }, (_, i) => `2012-03-${10 + i}`),
    )
    await visited(city, 'T2', ['2012-03-12', '2012-03-13', '2012-03-30'])
    await visited(city, 'T3', ['2012-03-20'])
    // A mobilisation meeting alone is no start.
    await house.admin.does('record.submit', {
      id: uuidv7(),
      campaign: city.campaign,
      sort: 'activity',
      kind: 'meeting',
      content: { day: '2012-03-06', org: await house.org('T4') },
    })
    const now = await look(house.admin, { on: '2012-04-08' })
    const [town] = now.classes
    assert.deepEqual(
      town?.units.map((u) => [u.name, u.light, u.standing, u.rank, u.startedLate, u.quotas[0]?.expected, u.quotas[0]?.done]),
      [
        ['东荡镇', 'red', 'not_started', null, false, '5', '0'],
        ['石桥镇', 'red', 'behind', null, true, '5', '1'],
        ['柳溪镇', 'yellow', 'behind', 2, false, '5', '3'],
        ['安泰镇', 'green', 'done', 1, false, '5', '10'],
      ],
    )
    assert.deepEqual(town?.standings, { not_started: 1, behind: 2, on_course: 0, done: 1, under_way: 0 })
    assert.deepEqual([town?.spread?.of, town?.spread?.half, town?.spread?.even], ['share', 1, 'uneven'])
    const early = await look(house.admin, { on: '2012-03-18' })
    assert.deepEqual(
      early.classes[0]?.units.map((u) => [u.name, u.startedOn]).toSorted(),
      [
        ['东荡镇', null],
        ['安泰镇', '2012-03-10'],
        ['柳溪镇', '2012-03-12'],
        ['石桥镇', null],
      ].toSorted(),
    )
  })

  story('a town sees itself and nobody else', async (city) => {
    const liaison = await city.house.as('liaison', 'T2')
    await city.visit('T1', '2012-03-12')
    const own = await city.look(liaison)
    assert.deepEqual(
      own.classes[0]?.units.map((u) => u.name),
      ['柳溪镇'],
    )
    await assert.rejects(city.look(liaison, { org: await city.house.org('T1') }), { code: '404.1' })
  })

  story(
    'a notice is issued, received, given more time, answered, returned, answered again and closed, and its history says so',
    async (city) => {
      const { house, campaign, notice } = city
      const [office, liaison] = [await house.as('office'), await house.as('liaison', 'T3')]
      const id = uuidv7()
      const issue = { id, campaign, org: await house.org('T3'), title: '走访进度滞后', asks: '说明原因，限期整改' }
      const first = await notice(office, 'issue', issue)
      assert.deepEqual(await notice(office, 'issue', issue), first, 'issued once, however often it is sent')
      assert.deepEqual([first.number, first.state, first.may], [1, 'issued', ['extend', 'withdraw', 'escalate']])

      const seen = await liaison.sees<NoticeView>('notice.show', { notice: id })
      assert.deepEqual(seen.may, ['receive', 'ask'])
      await assert.rejects(notice(liaison, 'answer', { notice: id, seen: 1, note: '已办' }), { code: '409.20' })
      await notice(liaison, 'receive', { notice: id, seen: 1 })
      await assert.rejects(notice(liaison, 'receive', { notice: id, seen: 1 }), { code: '409.21' })
      await assert.rejects(notice(liaison, 'ask', { notice: id, seen: 2, until: '2099-01-01', note: '汛期' }), { code: '422.41' })
      const asked = await notice(liaison, 'ask', { notice: id, seen: 2, until: seen.extend.most, note: '汛期' })
      assert.equal(asked.asked, seen.extend.most)
      const extended = await notice(office, 'extend', { notice: id, seen: 3 })
      assert.deepEqual([extended.due, extended.asked, extended.extensions], [seen.extend.most, null, 1])
      await notice(liaison, 'answer', { notice: id, seen: 4, note: '已走访三户' })
      await notice(office, 'return', { notice: id, seen: 5, note: '没有说明原因' })
      await notice(liaison, 'answer', { notice: id, seen: 6, note: '人手不足，已增派两人' })
      const closed = await notice(office, 'close', { notice: id, seen: 7 })
      assert.deepEqual(
        closed.history.map((s) => [s.version, s.act, s.note]),
        [
          [1, 'issue', ''],
          [2, 'receive', ''],
          [3, 'ask', '汛期'],
          [4, 'extend', ''],
          [5, 'answer', '已走访三户'],
          [6, 'return', '没有说明原因'],
          [7, 'answer', '人手不足，已增派两人'],
          [8, 'close', ''],
        ],
      )
      assert.deepEqual([closed.state, closed.may, closed.late], ['closed', [], false])
    },
  )

  story('who answers cannot close, who closes cannot answer, and a neighbour does not know of it', async (city) => {
    const { house, campaign, notice } = city
    const [office, own, neighbour] = [await house.as('office'), await house.as('liaison', 'T3'), await house.as('liaison', 'T2')]
    const { id } = await notice(office, 'issue', { id: uuidv7(), campaign, org: await house.org('T3'), title: '催办', asks: '限期启动' })
    await assert.rejects(notice(office, 'receive', { notice: id, seen: 1 }), { code: '403.1' })
    await notice(own, 'receive', { notice: id, seen: 1 })
    await notice(own, 'answer', { notice: id, seen: 2, note: '已启动' })
    await assert.rejects(notice(own, 'close', { notice: id, seen: 3 }), { code: '403.1' })
    await assert.rejects(neighbour.sees('notice.show', { notice: id }), { code: '404.1' })
    assert.deepEqual((await neighbour.sees<NoticeList>('notice.list', { campaign })).rows, [])
    await assert.rejects(notice(own, 'answer', { notice: id, seen: 3, note: '\0', files: [] }), { status: 400 })
  })

  /** The calendar of the house cannot be turned; the notice's days are put back instead. */
  const monthAgo = async (house: TestHouse, id: string) => {
    await house.store.pool.query(
      `update notice set issued_on = issued_on - 30, receive_by = receive_by - 30, due = due - 30 where notice_id = $1`,
      [id],
    )
  }

  story('deadlines that pass call for one step after the other, and the second lateness in a row skips to the talk', async (city) => {
    const { house, campaign, notice } = city
    const [office, liaison] = [await house.as('office'), await house.as('liaison', 'T3')]
    const issue = async () =>
      (await notice(office, 'issue', { id: uuidv7(), campaign, org: await house.org('T3'), title: '催办', asks: '限期启动' })).id
    const steps = async (id: string) =>
      (await office.sees<NoticeView>('notice.show', { notice: id })).escalations.map((s) => `${s.to} ${s.state}`)
    const first = await issue()
    await monthAgo(house, first)
    assert.deepEqual(await steps(first), ['lead due', 'office due', 'talk due'])
    await notice(office, 'escalate', { notice: first, seen: 1, step: 'lead', note: '已电话告知主要负责人' })
    assert.deepEqual(await steps(first), ['lead done', 'office due', 'talk due'])
    await notice(liaison, 'receive', { notice: first, seen: 2 })
    assert.equal((await notice(liaison, 'answer', { notice: first, seen: 3, note: '刚刚启动' })).late, true)
    assert.deepEqual(await steps(first), ['lead done', 'office over', 'talk over'])

    const second = await issue()
    assert.deepEqual(await steps(second), ['lead waiting', 'office waiting', 'talk waiting'])
    await monthAgo(house, second)
    assert.deepEqual(await steps(second), ['lead skipped', 'office skipped', 'talk due'])
    const list = await office.sees<NoticeList>('notice.list', { campaign, state: 'overdue' })
    assert.deepEqual(
      list.rows.map((r) => [r.number, r.overdue, r.escalation?.zh]),
      [[2, 'answer', '约谈']],
    )
    assert.equal(list.counts.overdue, 1)
    const [town] = (await city.look(office)).classes
    assert.deepEqual(town?.units.find((u) => u.name === '石桥镇')?.notices, { open: 2, overdue: 1 })
  })

  story('a person judges a flag, the figures do not change, and a correction opens the question again', async (city) => {
    const { house, campaign, visit } = city
    const liaison = await house.as('liaison', 'T1')
    const { id: record } = await visit('T1', '2012-03-12', '好')
    const flags = (state?: string) => liaison.sees<Page<FlagRow>>('flag.list', { campaign, ...(state === undefined ? {} : { state }) })
    const figure = async () => (await house.admin.sees<FigureRow[]>('figure.list', { campaign }))[0]?.confirmed
    assert.deepEqual(
      (await flags('waiting')).rows.map((f) => [f.rule, f.record, f.says.zh, f.verdict, f.own]),
      [['thin', record, '情况过于简略', null, false]],
    )
    const judge = (verdict: string, why: string, version = 1) => liaison.does('flag.judge', { record, version, rule: 'thin', verdict, why })
    await judge('not_fine', '没有写清走访了谁')
    await judge('fine', '已电话核实')
    await assert.rejects(judge('fine', '看过', 7), { code: '409.2' })
    await assert.rejects(liaison.does('flag.judge', { record, version: 1, rule: 'other', verdict: 'fine', why: '看过' }), { code: '404.1' })
    assert.deepEqual(
      [(await flags('waiting')).rows.length, (await flags('fine')).rows.length, (await flags('not_fine')).rows.length],
      [0, 1, 0],
    )
    assert.equal(await figure(), '1')
    const shown = await house.admin.sees<RecordView>('record.show', { record })
    assert.deepEqual(
      shown.verdicts.map((v) => [v.verdict, v.why]),
      [
        ['fine', '已电话核实'],
        ['not_fine', '没有写清走访了谁'],
      ],
    )
    const content = { day: '2012-03-12', org: await house.org('T1'), fields: { what: '很好' } }
    await house.admin.does('record.correct', { record, seen: 1, content, why: '补充' })
    assert.equal((await flags('waiting')).rows.length, 1)
    await house.admin.does('record.withdraw', { record, seen: 2, why: '重复' })
    assert.deepEqual((await flags()).rows, [])
  })

  story('flags come page by page, each once', async (city) => {
    for (let i = 10; i < 17; i++) await city.visit('T1', `2012-03-${i}`, '好')
    const found: string[] = []
    for (let after: string | null = ''; after !== null; ) {
      const page: Page<FlagRow> = await city.house.admin.sees('flag.list', {
        campaign: city.campaign,
        limit: 3,
        ...(after === '' ? {} : { after }),
      })
      found.push(...page.rows.map((f) => f.day))
      after = page.next
    }
    assert.deepEqual(
      found,
      [16, 15, 14, 13, 12, 11, 10].map((d) => `2012-03-${d}`),
    )
  })

  story('the digest of a week says what was done, who began, whose light changed and who was quiet', async (city) => {
    const { house, campaign } = city
    await visited(city, 'T1', ['2012-03-13', '2012-03-14', '2012-03-20', '2012-03-21'])
    await visited(city, 'T2', ['2012-03-12', '2012-03-13'])
    await visited(city, 'T3', ['2012-03-20'])
    await house.admin.does('notice.issue', { id: uuidv7(), campaign, org: await house.org('T4'), title: '尚未启动', asks: '限期启动' })
    const digest = await house.admin.sees<Digest>('digest.show', { campaign, week: '2012-03-21' })
    assert.deepEqual([digest.week.from, digest.week.to, digest.records], ['2012-03-19', '2012-03-25', { week: 3, before: 4 }])
    assert.deepEqual(
      digest.figures.map((f) => [f.indicator, f.week, f.before, f.total]),
      [['visits', '3', '4', '7']],
    )
    const [town] = digest.classes
    assert.deepEqual([town?.began, town?.quiet, town?.notStarted], [['石桥镇'], ['柳溪镇'], ['东荡镇']])
    assert.deepEqual(
      town?.busiest.map((b) => [b.name, b.records, b.before]),
      [
        ['安泰镇', 2, 2],
        ['石桥镇', 1, 0],
      ],
    )
    assert.deepEqual(
      town?.moved.map((m) => [m.name, m.from, m.to, m.better]),
      [['柳溪镇', 'green', 'yellow', false]],
    )
    assert.deepEqual([digest.notices.open, digest.notices.dueSoon.length, digest.flags.waiting], [1, 1, 0])
    for (const named of [true, false]) {
      const file = await house.admin.fetch(`/api/digest/export?campaign=${campaign}&week=2012-03-21&named=${named}`)
      assert.equal(file.status, 200)
      assert.ok((await file.arrayBuffer()).byteLength > 4000)
    }
  })
})
