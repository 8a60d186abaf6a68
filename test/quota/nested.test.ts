import assert from 'node:assert/strict'
import { test } from 'node:test'
import { uuidv7 } from 'uuidv7'
import { load } from '#command/campaign/load.ts'
import { verify } from '#command/figure/verify.ts'
import { list } from '#command/quota/look.ts'
import type { QuotaList } from '#command/quota/view.ts'
import { correct, withdraw } from '#command/record/acts.ts'
import type { Verification } from '#command/views.ts'
import { forEachDatabase } from '../cluster.ts'
import { classes, county, scheme } from './county.ts'

const wide = (more = '') => `
scheme: wide
title: 大调研
window: { from: 2014-01-01, to: 2014-12-31 }
activities:
  outing: { title: 调研 }
indicators:
  outings: { title: 调研, unit: 次, from: outing }
  persons: { title: 人次, unit: 人次, from: outing, per: participant }
quotas:
  two: { title: 每人两次, who: person, where: 'person.rank == "乡科级"', indicator: outings, at_least: 2 }
${more}`

forEachDatabase((fresh) => {
  test('what counts in another campaign is credited there, follows corrections, and is credited anew when that campaign thinks of another quota', async () => {
    const nested = scheme(classes).replace(
      'report: { title: 调研报告, place: none }',
      'report: { title: 调研报告, place: none, also: [{ campaign: wide, as: outing }] }',
    )
    // The outer campaign stands first, so that the inner one finds it.
    const c = await county(await fresh(), wide())
    const { id: inner } = await c.does<{ id: string }>(load, { id: uuidv7(), source: nested })
    const seen = async (quota: string) =>
      Object.fromEntries(
        (await c.does<QuotaList>(list, { campaign: c.campaign, quota, limit: 100 })).rows.rows
          .filter((p) => p.done !== '0')
          .map((p) => [p.assignee.code, p.done]),
      )
    const clean = async () => assert.deepEqual((await c.does<Verification>(verify, {})).differences, [])

    const first = await c.hands('report', '2014-03-10', ['MEMBER', 'OTHER'], { campaign: inner })
    const second = await c.hands('report', '2014-03-11', ['MEMBER'], { campaign: inner })
    assert.deepEqual(await seen('two'), { MEMBER: '2', OTHER: '1' })
    await clean()

    await c.does(load, {
      id: uuidv7(),
      source: wide(`  times: { title: 人次, who: person, where: 'person.rank == "乡科级"', indicator: persons, at_least: 1 }`),
      revise: true,
    })
    assert.deepEqual(await seen('times'), { MEMBER: '2', OTHER: '1' })
    await clean()

    const content = { day: '2014-03-12', org: c.id('ROOT'), participants: [c.id('CHIEF')] }
    await c.does(correct, { record: first, seen: 1, content, why: '换了人' })
    await c.does(withdraw, { record: second, seen: 1, why: '重复' })
    assert.deepEqual([await seen('two'), await seen('times')], [{ CHIEF: '1' }, { CHIEF: '1' }])
    await clean()
  })
})
