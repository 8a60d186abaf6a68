import assert from 'node:assert/strict'
import { test } from 'node:test'
import { uuidv7 } from 'uuidv7'
import type { Digest } from '#command/supervision/views.ts'
import { forEachDatabase } from '../cluster.ts'
import { type TenVisits, type Town, openTenVisits, source } from './ten-visits.ts'

/* What a leader sees of four towns, and what a week comes to. */

forEachDatabase((fresh) => {
  const story = (title: string, tell: (city: TenVisits) => Promise<void>) =>
    test(title, async () => {
      const city = await openTenVisits(fresh)
      await tell(city).finally(() => city.house.close())
    })

  const visited = async ({ visit }: TenVisits, town: Town, days: readonly string[]) => {
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
    assert.deepEqual(Object.fromEntries(early.classes[0]?.units.map((u) => [u.name, u.startedOn]) ?? []), {
      东荡镇: null,
      安泰镇: '2012-03-10',
      柳溪镇: '2012-03-12',
      石桥镇: null,
    })
  })

  story('a town answers for its people, and the busy one does not hide the idle one', async ({ house, campaign, look }) => {
    const people = ['busy', 'idle'].map((code) => ({
      code,
      name: code === 'busy' ? '季南乔' : '杜清禾',
      posts: [{ org: 'T1-1', post: '镇长' }],
    }))
    // They hold their posts in an office of the town, which is no unit of a class itself.
    await house.register({ orgs: [{ code: 'T1-1', name: '安泰镇党政办', parent: 'T1' }], people })
    const all = await house.admin.sees<{ rows: { id: string; code: string }[] }>('person.list')
    const busy = all.rows.find((p) => p.code === 'busy')?.id
    for (const day of [12, 13, 14, 15, 16, 17, 18, 19, 20, 21]) {
      const content = { day: `2012-03-${day}`, org: await house.org('T1'), participants: [busy], fields: { what: '查看了低洼田块' } }
      await house.admin.does('record.submit', { id: uuidv7(), campaign, sort: 'activity', kind: 'visit', content })
    }
    const seen = await look(house.admin, { on: '2012-05-13' })
    const unit = seen.classes[0]?.units.find((u) => u.name === '安泰镇')
    assert.deepEqual(
      unit?.quotas.map((q) => [q.quota, q.owed, q.done, q.met, q.people, q.light]),
      [
        ['ten', '10', '10', '10', null, 'green'],
        ['four', '8', '4', '4', { all: 2, behind: 1 }, 'yellow'],
      ],
    )
    assert.deepEqual([unit?.light, unit?.standing], ['yellow', 'behind'])
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

  story('the digest of a week says what was done, who began, whose light changed and who was quiet', async (city) => {
    const { house, campaign } = city
    await visited(city, 'T1', ['2012-03-13', '2012-03-14', '2012-03-20', '2012-03-21'])
    await visited(city, 'T2', ['2012-03-12', '2012-03-13'])
    await visited(city, 'T3', ['2012-03-20'])
    await house.admin.does('notice.issue', { id: uuidv7(), campaign, org: await house.org('T4'), title: '尚未启动', asks: '限期启动' })
    const digest = await house.admin.sees<Digest>('digest.show', { campaign, week: '2012-03-21' })
    // The campaign was over long ago: unless a week is asked for, it is the last one in which something was done.
    assert.deepEqual((await house.admin.sees<Digest>('digest.show', { campaign })).week, digest.week)
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

  story('a scheme that asks for no digest gets none', async ({ house }) => {
    const quiet = source.replace('scheme: ten-visits', 'scheme: quiet-visits').replace('  escalate:', '  digest: none\n  escalate:')
    const { id: campaign } = await house.admin.does<{ id: string }>('campaign.load', { id: uuidv7(), source: quiet })
    await assert.rejects(house.admin.sees('digest.show', { campaign }), { code: '409.22' })
  })
})
