import assert from 'node:assert/strict'
import { test } from 'node:test'
import { dutyOf } from '#figure/coverage.ts'
import { turnAround, turnWithin } from '#figure/turn.ts'
import { readScheme } from '#scheme/read.ts'

const scheme = (more: string) => `scheme: care
title: 走访
window: { from: 2024-03-10, to: 2024-12-20 }
subjects: [{ key: 农户, title: 农户, unit: 户 }, { key: 企业, title: 企业, unit: 家 }]
tags: [{ key: 困难户, title: 困难户 }]
activities:
  visit: { title: 走访, to: [农户] }
  support: { title: 助企, to: [企业] }
  forum: { title: 座谈会 }
indicators: {}
${more}
`

const mistakesOf = (more: string): readonly string[] => {
  const read = readScheme(scheme(more))
  return read.ok ? [] : read.mistakes.map((m) => `${m.code} ${m.path}`)
}

test('coverage and burden speak of what the scheme defines', () => {
  assert.deepEqual(mistakesOf('coverage: { must_reach: [困难户], everyone: [农户], every: month, of: [visit] }'), [])
  assert.deepEqual(mistakesOf('coverage: { must_reach: [老党员], everyone: [商铺], of: [forum, meeting] }'), [
    'S309 coverage.must_reach.0',
    'S307 coverage.everyone.0',
    'S310 coverage.of.0',
    'S310 coverage.of.1',
  ])
  assert.deepEqual(mistakesOf('burden: [{ of: 农户, at_most: 2 }, { of: place, at_most: 2 }, { of: org, at_most: 2 }]'), [])
  assert.deepEqual(mistakesOf('burden: [{ of: 村民, at_most: 2 }, { of: 农户, at_most: 0, every: fortnight }]'), [
    'S307 burden.0.of',
    'S104 burden.1.at_most',
    'S104 burden.1.every',
  ])
  assert.deepEqual(mistakesOf('demands: [{ what: dance }]'), ['S104 demands.0.what'])
})

test('more photos cannot be asked for than may be sent', () => {
  const read = readScheme(scheme('').replace('forum: { title: 座谈会 }', 'forum: { title: 座谈会, photos: { min: 3, max: 2 } }'))
  assert.deepEqual(!read.ok && read.mistakes.map((m) => `${m.code} ${m.path}`), ['S306 activities.forum.photos.min'])
})

test('a turn is the day, week, month, quarter, half or year around a day, cut to the campaign', () => {
  const window = { from: '2024-03-10', to: '2024-12-20' }
  assert.deepEqual(turnAround('week', '2024-05-05', window), { from: '2024-04-29', to: '2024-05-05' })
  assert.deepEqual(turnAround('month', '2024-02-10', window), { from: '2024-02-01', to: '2024-02-29' })
  assert.deepEqual(turnAround('quarter', '2024-12-31', window), { from: '2024-10-01', to: '2024-12-31' })
  assert.deepEqual(turnAround('half', '2024-07-01', window), { from: '2024-07-01', to: '2024-12-31' })
  assert.deepEqual(turnAround('year', '2024-07-01', window), { from: '2024-01-01', to: '2024-12-31' })
  assert.deepEqual(turnAround('day', '2024-07-01', window), { from: '2024-07-01', to: '2024-07-01' })
  assert.deepEqual(turnWithin('month', '2024-03-31', window), { from: '2024-03-10', to: '2024-03-31' })
  assert.deepEqual(turnWithin('month', '2030-01-01', window), { from: '2024-12-01', to: '2024-12-20' })
  assert.deepEqual(turnWithin('campaign', '2020-01-01', window), window)
})

test('a scheme that asks for nobody is counted by whom its visits are paid to', () => {
  const read = readScheme(scheme(''))
  assert.ok(read.ok)
  const duty = dutyOf(read.compiled, '2024-05-05')
  assert.deepEqual(
    { asked: duty?.asked, kinds: duty?.kinds, by: duty?.by },
    { asked: false, kinds: ['农户', '企业'], by: ['visit', 'support'] },
  )
})
