import assert from 'node:assert/strict'
import { test } from 'node:test'
import { announce } from '#command/campaign/announce.ts'
import { show } from '#command/quota/look.ts'
import type { QuotaShow } from '#command/quota/view.ts'
import { forEachDatabase } from '../cluster.ts'
import { type County, county, households, scheme } from './county.ts'

const plain = (text: string): string => text.replace('review: true, ', '')

/** Everything of a quota that somebody owes on a day: who, how much of how much, and how it stands. */
const told = async (c: County, quota: string, on: string): Promise<readonly string[]> =>
  (await c.progress(on, quota)).map((p) => `${p.assignee.code} ${p.done}/${p.owed} ${p.standing}`).toSorted()

forEachDatabase((fresh) => {
  test('each linked household that is to be visited twice counts with its second visit, and waits until then', async () => {
    const quotas = `
  twice: { title: 困难户每户两次, who: person, where: 'org.class == "乡镇" && person.rank == "乡科级"', indicator: needy, share: 1, of: linked, times: 2 }`
    const source = scheme(quotas).replace(
      'quotas:',
      `  needy: { title: 困难户, unit: 户, of: households, when: '"困难户" in subject.tags' }\nquotas:`,
    )
    const c = await county(await fresh(), plain(source))
    await c.hands('visit', '2014-03-10', ['MEMBER'], { subjects: households('A', 0, 12) })
    assert.deepEqual(await told(c, 'twice', '2014-06-30'), ['MEMBER 0/12 behind', 'OTHER 0/0 open'])
    await c.hands('visit', '2014-04-10', ['MEMBER'], { subjects: households('A', 0, 5) })
    await c.hands('visit', '2014-04-11', ['CLERK'], { subjects: households('A', 5, 12) })
    assert.deepEqual(
      await told(c, 'twice', '2014-06-30'),
      ['MEMBER 5/12 behind', 'OTHER 0/0 open'],
      'another’s second visit is not their own',
    )
    const { parts } = await c.does<QuotaShow>(show, { campaign: c.campaign, quota: 'twice', who: c.id('MEMBER'), on: '2014-06-30' })
    assert.deepEqual(
      parts[0]?.waiting.map((s) => s.code),
      households('A', 5, 12),
    )
    assert.ok(parts[0]?.progress.why.some((s) => s.says.en === 'Each counts when visited 2 times'))
  })

  test('second visits that wait for review are pending, and become done when both are confirmed', async () => {
    const quotas = `
  twice: { title: 每户两次, who: person, where: 'org.class == "乡镇" && person.rank == "乡科级"', indicator: households, share: 1/3, of: linked, times: 2 }`
    const c = await county(await fresh(), scheme(quotas))
    await c.hands('visit', '2014-03-10', ['MEMBER'], { subjects: households('A', 0, 3) })
    await c.hands('visit', '2014-03-11', ['MEMBER'], { subjects: households('A', 1, 4) })
    const p = await c.of('MEMBER', 'twice', '2014-06-30')
    assert.deepEqual([p.owed, p.done, p.pending], ['42', '0', '2'])
  })

  test('targets by name are owed by those who are listed, each their own, and by nobody else', async () => {
    const quotas = `
  annex: { title: 任务分解, who: org, indicator: visits, targets: { YANG: 4, LIU: 2, NOBODY: 9 } }
  people: { title: 各人任务, who: person, indicator: visits, targets: { MEMBER: 1, CHIEF: 3 } }`
    const c = await county(await fresh(), plain(scheme(quotas)))
    for (const day of ['2014-03-10', '2014-03-11']) await c.hands('visit', day, ['MEMBER', 'CHIEF'], { org: 'LIU', subjects: ['B000'] })
    assert.deepEqual(await told(c, 'annex', '2014-06-30'), ['LIU 2/2 done', 'YANG 0/4 behind'])
    assert.deepEqual(await told(c, 'people', '2014-06-30'), ['CHIEF 2/3 behind', 'MEMBER 2/1 done'])
    const yang = await c.of('YANG', 'annex', '2014-04-30')
    assert.deepEqual([yang.expected, yang.standing], ['2', 'behind'], 'half the days, half of the target')
  })

  test('what each phase asks for begins anew with it, and what is due so long after an event waits for its day', async () => {
    const quotas = `
  term: { title: 每阶段两次, who: org, where: 'org.code == "YANG"', indicator: visits, at_least: 2, every: phase }
  after: { title: 会后五个工作日内一次, who: org, where: 'org.code == "YANG"', indicator: visits, at_least: 1, from: event:closing, by: event:closing + 5 working days }`
    const phases = `holidays: [2014-05-01]
phases:
  - { key: first, title: 第一阶段, from: 2014-03-01, until: 2014-03-31 }
  - { key: second, title: 第二阶段, from: 2014-05-01, until: 2014-06-30 }`
    const c = await county(await fresh(), plain(scheme(quotas, phases)))
    for (const day of ['2014-03-10', '2014-03-31', '2014-04-15', '2014-05-02'])
      await c.hands('visit', day, ['MEMBER'], { org: 'YANG', subjects: ['A000'] })
    assert.deepEqual(await told(c, 'term', '2014-03-31'), ['YANG 2/2 done'])
    assert.deepEqual(await told(c, 'term', '2014-04-15'), ['YANG 2/2 done'], 'what falls between two phases counts in neither')
    assert.deepEqual(await told(c, 'term', '2014-06-30'), ['YANG 1/2 behind'])
    assert.deepEqual((await c.of('YANG', 'term', '2014-06-30')).past, { periods: 1, met: 1 })
    assert.deepEqual(await told(c, 'after', '2014-06-30'), [], 'nobody owes what waits for an event')
    await c.does(announce, { campaign: c.campaign, event: 'closing', day: '2014-04-24' })
    const due = await c.of('YANG', 'after', '2014-04-30')
    assert.deepEqual([due.period, due.done], [{ from: '2014-04-24', to: '2014-05-02' }, '0'])
    assert.deepEqual(await told(c, 'after', '2014-06-30'), ['YANG 1/1 done'])
  })
})
