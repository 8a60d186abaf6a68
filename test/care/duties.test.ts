import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { CoverageView, WaitingRow } from '#command/care-views.ts'
import { show } from '#command/coverage/show.ts'
import { unreached } from '#command/coverage/waiting.ts'
import type { Page } from '#command/views.ts'
import { readScheme } from '#scheme/read.ts'
import { forEachDatabase } from '../cluster.ts'
import { county, households, scheme } from '../quota/county.ts'

const coverage = `coverage:
  title: 困难户每月
  must_reach: [困难户]
  every: month
  also:
    - { title: 一户不落, everyone: [农户], every: campaign }`

const source = scheme('  any: { title: 任, who: org, indicator: visits, at_least: 1 }', coverage).replace('review: true, ', '')

forEachDatabase((fresh) => {
  test('some are to be reached each month and everybody once: each duty is counted by itself, in its own turn', async () => {
    const c = await county(await fresh(), source)
    await c.hands('visit', '2014-04-10', ['MEMBER'], { subjects: households('A', 0, 20) })
    await c.hands('visit', '2014-05-10', ['MEMBER'], { subjects: households('A', 5, 10) })
    const seen = async (duty: number) => {
      const { duties, every, turn, total } = await c.does<CoverageView>(show, { campaign: c.campaign, on: '2014-05-31', duty })
      return { titles: duties.map((d) => d.title?.zh), every, from: turn.from, reached: `${total.reached}/${total.subjects}` }
    }
    const titles = ['困难户每月', '一户不落']
    assert.deepEqual(await seen(0), { titles, every: 'month', from: '2014-05-01', reached: '5/12' })
    assert.deepEqual(await seen(1), { titles, every: 'campaign', from: '2014-03-01', reached: '20/171' })
    const waiting = await c.does<Page<WaitingRow>>(unreached, { campaign: c.campaign, on: '2014-05-31', duty: 0 })
    assert.deepEqual(
      waiting.rows.map((s) => s.code),
      [...households('A', 0, 5), ...households('A', 10, 12)],
    )
    await assert.rejects(seen(2), { code: '404.1' })
  })
})

test('what a further duty speaks of has to be known, and is told at its place', () => {
  const read = readScheme(source.replace('everyone: [农户]', 'everyone: [商户]'))
  assert.deepEqual(read.ok ? [] : read.mistakes.map((m) => `${m.code} ${m.path}`), ['S307 coverage.also.0.everyone.0'])
})
