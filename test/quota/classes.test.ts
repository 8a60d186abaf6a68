import assert from 'node:assert/strict'
import { test } from 'node:test'
import { accept } from '#command/record/acts.ts'
import { forEachDatabase } from '../cluster.ts'
import { classes, county, households, register, scheme } from './county.ts'

forEachDatabase((fresh) => {
  test('a county leader owes 20 households, a bureau’s head 30, a town’s member a third of their own village', async () => {
    const c = await county(await fresh(), scheme(classes))
    const rows = await c.progress('2014-03-01')
    assert.deepEqual(
      rows.map((p) => `${p.assignee.code} ${p.quota} ${p.owed}`).toSorted(),
      ['CHIEF bureau 30', 'LEADER four 20', 'MEMBER town 42', 'OTHER town 15'],
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

  test('moving a tenth of the households between units recomputes every quota, and each says why', async () => {
    const quotas = `
  third: { title: 走访三分之一, who: org, where: 'org.class == "乡镇"', indicator: households, share: 1/3, of: linked }
  each: { title: 一户不落, who: org, where: 'org.class == "乡镇"', indicator: households, share: 1, of: linked }
  strata: { title: 困难户全访, who: org, where: 'org.class == "乡镇"', indicator: households, strata: [{ when: '"困难户" in subject.tags', share: 1 }, { when: 'true', share: 1/3 }] }
  twice: { title: 户均两次, who: org, where: 'org.class == "乡镇"', indicator: visits, at_least: linked * 2 }
`
    const tie = (org: string, codes: readonly string[], days: object = {}) =>
      codes.map((subject) => ({ by: { org }, to: { subject }, ...days }))
    const c = await county(await fresh(), scheme(quotas), {
      ...register,
      links: [...tie('YANG', households('A', 0, 90)), ...tie('LIU', households('B', 0, 45))],
    })
    const moved = households('A', 0, 9)
    await c.save({ links: [...tie('YANG', moved, { until: '2014-05-02' }), ...tie('LIU', moved, { from: '2014-05-02' })] })
    const seen = async (who: string, on: string) =>
      Object.fromEntries((await c.progress(on)).filter((p) => p.assignee.code === who).map((p) => [p.quota, p.owed]))
    assert.deepEqual(await seen('YANG', '2014-05-01'), { third: '30', each: '90', strata: '38', twice: '180' })
    assert.deepEqual(await seen('YANG', '2014-05-02'), { third: '27', each: '81', strata: '29', twice: '162' })
    assert.deepEqual(await seen('LIU', '2014-05-02'), { third: '18', each: '54', strata: '24', twice: '108' })
    for (const p of (await c.progress('2014-05-02')).filter((q) => q.assignee.code === 'YANG')) {
      const was = p.why.filter((step) => step.step === 'was').map((step) => step.says.en)
      assert.deepEqual(was, [explained[p.quota]], p.quota)
    }
  })
})

const explained: Readonly<Record<string, string>> = {
  third: 'was 30 = 1/3 of 90 until 2 May 2014, now 27 = 1/3 of 81',
  each: 'was 90 = all of 90 until 2 May 2014, now 81 = all of 81',
  strata: 'was 38 (90 linked) until 2 May 2014, now 29 (81 linked)',
  twice: 'was 180 until 2 May 2014, now 162',
}
