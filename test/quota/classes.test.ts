import assert from 'node:assert/strict'
import { test } from 'node:test'
import { accept } from '#command/record/acts.ts'
import { forEachDatabase } from '../cluster.ts'
import { classes, county, households, scheme } from './county.ts'

forEachDatabase((fresh) => {
  test('a county leader owes 20 households, a bureau’s head 30, a town’s member a third of their own village', async () => {
    const c = await county(await fresh(), scheme(classes))
    const rows = await c.progress('2014-03-01')
    assert.deepEqual(
      rows.map((p) => [p.assignee.code, p.quota, p.owed]).sort(),
      [
        ['CHIEF', 'bureau', '30'],
        ['LEADER', 'four', '20'],
        ['MEMBER', 'town', '42'],
        ['OTHER', 'town', '15'],
      ],
      'firms and other people’s villages are not counted, groups below the village are',
    )
  })

  test('what waits for review stands apart, and a household counts once however often it is visited', async () => {
    const c = await county(await fresh(), scheme(classes))
    const first = await c.hands('visit', '2014-03-10', ['MEMBER'], { subjects: households('A', 0, 10) })
    await c.hands('visit', '2014-03-11', ['MEMBER'], { subjects: [...households('A', 5, 15), 'B000'] })
    let p = await c.of('MEMBER', 'town', '2014-04-30')
    assert.deepEqual([p.done, p.pending, p.standing], ['0', '15', 'behind'], 'a household of somebody else’s village does not count')
    await c.does(accept, { record: first, seen: 1 })
    p = await c.of('MEMBER', 'town', '2014-04-30')
    assert.deepEqual([p.done, p.pending], ['10', '5'])
    // 61 of 122 days are over: half of 42.
    assert.deepEqual([p.expected, p.rate], ['21', '0.4761'])
    assert.equal((await c.of('OTHER', 'town', '2014-04-30')).done, '0')
  })

  test('households that move between villages’ people change what both owe, with the explanation', async () => {
    const c = await county(await fresh(), scheme(classes))
    const seen = await c.hands('visit', '2014-03-10', ['MEMBER'], { subjects: households('A', 0, 20) })
    await c.does(accept, { record: seen, seen: 1 })
    await c.save({
      links: [
        { by: { person: 'MEMBER' }, to: { place: 'V1' }, role: '联系村', until: '2014-05-02' },
        ...households('A', 13, 126).map((code) => ({ by: { person: 'MEMBER' }, to: { subject: code }, from: '2014-05-02' })),
        ...households('A', 0, 13).map((code) => ({ by: { person: 'OTHER' }, to: { subject: code }, from: '2014-05-02' })),
      ],
    })
    const before = await c.of('MEMBER', 'town', '2014-05-01')
    assert.deepEqual([before.owed, before.done], ['42', '20'])
    const p = await c.of('MEMBER', 'town', '2014-05-02')
    assert.deepEqual([p.owed, p.done], ['38', '7'])
    const says = p.why.map((s) => s.says.en)
    assert.ok(says.includes('was 42 = 1/3 of 126 until 2 May 2014, now 38 = 1/3 of 113'), says.join('; '))
    assert.ok(says.includes('13 that were reached are no longer linked and no longer count'), says.join('; '))
    const zh = p.why.map((s) => s.says.zh)
    assert.ok(zh.includes('2014年5月2日前为 42 = 126 的 1/3，此后为 38 = 113 的 1/3'), zh.join('；'))
    assert.deepEqual([(await c.of('OTHER', 'town', '2014-05-01')).owed, (await c.of('OTHER', 'town', '2014-05-02')).owed], ['15', '20'])
  })
})
