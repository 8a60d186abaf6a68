import assert from 'node:assert/strict'
import { test } from 'node:test'
import { uuidv7 } from 'uuidv7'
import { correct, withdraw } from '#command/record/acts.ts'
import { show as showRecord } from '#command/record/look.ts'
import { submit } from '#command/record/submit.ts'
import type { Receipt, RecordView } from '#command/views.ts'
import type { Fault } from '#kit/fault.ts'
import { submitter } from '#store/batch.ts'
import { forEachDatabase } from '../cluster.ts'
import { type County, county, scheme } from './county.ts'

const rules = `
  diary: { title: 每天一篇手记, who: person, indicator: diaries, every: day, at_most: 1, otherwise: flag, says: { zh: 每天只写一篇手记, en: One diary a day } }
  report: { title: 每人一篇报告, who: person, indicator: reports, exactly: 1, otherwise: block, says: { zh: 每人一篇调研报告, en: One report each } }
  here: { title: 同一天不到两处, who: person, indicator: spots, every: day, at_most: 1, otherwise: flag, says: { zh: 同一天到了两个地方, en: Two places on one day } }
  meeting: { title: 每单位一次, who: org, where: 'org.class == "乡镇"', indicator: visits, at_most: 1, otherwise: flag }
`

const flagsOf = async (c: County, record: string) =>
  (await c.does<RecordView>(showRecord, { record })).flags.map((f) => `${f.rule}: ${f.says.en}`)

forEachDatabase((fresh) => {
  test('a second diary of a day is flagged, with who and how many; one of the next day is not', async () => {
    const c = await county(await fresh(), scheme(rules))
    const first = await c.hands('diary', '2014-03-10', ['MEMBER'])
    const second = await c.hands('diary', '2014-03-10', ['MEMBER', 'OTHER'])
    const third = await c.hands('diary', '2014-03-11', ['MEMBER'])
    assert.deepEqual(await flagsOf(c, first), [])
    assert.deepEqual(await flagsOf(c, second), ['diary: One diary a day (镇委员: 2, at most 1)'])
    assert.deepEqual(await flagsOf(c, third), [])
  })

  test('a correction does not stand in its own way, and what was withdrawn makes room', async () => {
    const c = await county(await fresh(), scheme(rules))
    const record = await c.hands('report', '2014-06-10', ['MEMBER'])
    const content = { day: '2014-06-11', org: c.id('ROOT'), participants: [c.id('MEMBER')] }
    await c.does<Receipt>(correct, { record, seen: 1, content, why: '日期写错' })
    await assert.rejects(
      c.hands('report', '2014-06-12', ['MEMBER']),
      (e: Fault) => e.code === '422.1' && e.details.misfits?.[0]?.says.zh === '每人一篇调研报告（镇委员：2，至多 1）',
    )
    await c.does<Receipt>(withdraw, { record, seen: 2, why: '重写' })
    await c.hands('report', '2014-06-12', ['MEMBER'])
  })

  test('of several reports that arrive together only the first is taken', async () => {
    const c = await county(await fresh(), scheme(rules))
    const { submit: hand } = submitter(c.store)
    const content = { day: '2014-06-10', org: c.id('ROOT'), participants: [c.id('CHIEF')] }
    const given = Array.from({ length: 5 }, () =>
      submit.input.parse({ id: uuidv7(), campaign: c.campaign, sort: 'activity', kind: 'report', content }),
    )
    const answers = await Promise.allSettled(given.map((one) => hand(one, c.world)))
    assert.deepEqual(
      answers.map((a) => a.status),
      ['fulfilled', 'rejected', 'rejected', 'rejected', 'rejected'],
    )
  })

  test('two places on one day are flagged, the same place twice is not', async () => {
    const c = await county(await fresh(), scheme(rules))
    await c.hands('tour', '2014-03-10', ['LEADER'], { place: 'V1' })
    assert.deepEqual(await flagsOf(c, await c.hands('tour', '2014-03-10', ['LEADER'], { place: 'V1' })), [])
    assert.deepEqual(await flagsOf(c, await c.hands('tour', '2014-03-10', ['LEADER'], { place: 'V2' })), [
      'here: Two places on one day (常委: 2, at most 1)',
    ])
  })

  test('a bound of units counts what units below them do, and speaks in the quota’s title where it has no words', async () => {
    const c = await county(await fresh(), scheme(rules))
    await c.save({ orgs: [{ code: 'POST', name: '站', parent: 'YANG', kind: 'station' }] })
    await c.hands('visit', '2014-03-10', ['MEMBER'], { org: 'POST' })
    assert.deepEqual(await flagsOf(c, await c.hands('visit', '2014-03-11', ['MEMBER'], { org: 'YANG' })), [
      'meeting: 每单位一次 (YANG镇: 2, at most 1)',
    ])
    assert.deepEqual(await flagsOf(c, await c.hands('visit', '2014-03-11', ['MEMBER'], { org: 'LIU' })), [])
  })
})
