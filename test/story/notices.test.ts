import assert from 'node:assert/strict'
import { test } from 'node:test'
import { uuidv7 } from 'uuidv7'
import type { FlagRow } from '#command/flag/views.ts'
import type { NoticeList, NoticeView } from '#command/notice/views.ts'
import type { FigureRow, Page, RecordView } from '#command/views.ts'
import { forEachDatabase } from '../cluster.ts'
import type { Client, TestHouse } from '../server/house.ts'
import { type TenVisits, openTenVisits } from './ten-visits.ts'

/* Notices from issue to end, and flags that a person looks at. */

forEachDatabase((fresh) => {
  const story = (title: string, tell: (city: TenVisits) => Promise<void>) =>
    test(title, async () => {
      const city = await openTenVisits(fresh)
      await tell(city).finally(() => city.house.close())
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

  story('what the city asked, the town’s own office cannot take back, though it may press its own', async ({ house, campaign, notice }) => {
    const [office, townOffice] = [await house.as('office'), await house.as('office', 'T3')]
    const issue = async (by: Client) =>
      (await notice(by, 'issue', { id: uuidv7(), campaign, org: await house.org('T3'), title: '催办', asks: '限期启动' })).id
    const [above, own] = [await issue(office), await issue(townOffice)]
    assert.deepEqual((await townOffice.sees<NoticeView>('notice.show', { notice: above })).may, [])
    await assert.rejects(notice(townOffice, 'withdraw', { notice: above, seen: 1, note: '不必了' }), { code: '404.1' })
    assert.equal((await notice(townOffice, 'withdraw', { notice: own, seen: 1, note: '重复' })).state, 'withdrawn')
    assert.equal((await notice(office, 'withdraw', { notice: above, seen: 1, note: '重复' })).state, 'withdrawn')
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
})
