import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { daysIn, ownDays, periodsBefore } from '#figure/quota/period.ts'
import { spansOf } from '#figure/quota/spans.ts'
import { type Frame, turnWithin } from '#figure/turn.ts'
import { type Day, addDays, weekday } from '#kit/day.ts'
import { turns } from '#scheme/atom.ts'
import { type Quota, quota } from '#scheme/quota.ts'

const frame: Frame = { from: '2012-02-20', to: '2012-12-31' }
const at = (every: Quota['every'], day: Day) => Object.values(turnWithin(every, day, frame)).join(' ')

test('periods are those of the calendar, cut to the campaign', () => {
  assert.equal(at('campaign', '2012-05-02'), '2012-02-20 2012-12-31')
  assert.equal(at('half', '2012-05-02'), '2012-02-20 2012-06-30')
  assert.equal(at('half', '2012-07-01'), '2012-07-01 2012-12-31')
  assert.equal(at('quarter', '2012-05-02'), '2012-04-01 2012-06-30')
  assert.equal(at('month', '2012-02-29'), '2012-02-20 2012-02-29')
  assert.equal(at('week', '2012-05-02'), '2012-04-30 2012-05-06')
  assert.equal(at('day', '2012-05-02'), '2012-05-02 2012-05-02')
})

test('before the campaign its first period is looked at, after it its last', () => {
  assert.equal(at('month', '2011-01-01'), '2012-02-20 2012-02-29')
  assert.equal(at('month', '2020-01-01'), '2012-12-01 2012-12-31')
})

test('the periods before a day and the one it lies in follow each other without a gap from the campaign’s first day', () => {
  const day = fc.integer({ min: 0, max: 315 }).map((n) => addDays('2012-02-20', n))
  fc.assert(
    fc.property(day, fc.constantFrom(...turns), (on, every) => {
      const now = turnWithin(every, on, frame)
      const all = [...periodsBefore(frame, every, on, 400), { from: now.from, to: now.to ?? '' }]
      assert.equal(all[0]?.from, frame.from)
      assert.ok(now.from <= on && on <= (now.to ?? ''))
      all.slice(1).forEach((p, i) => assert.equal(p.from, addDays(all[i]?.to ?? '', 1)))
      if (every === 'week') for (const p of all.slice(1)) assert.equal(weekday(p.from), 1)
    }),
  )
})

const asked = (moves: Quota['moves']) => quota.parse({ title: '任', who: 'person', indicator: 'a', at_least: 1, moves })
const post = (from: Day, until: Day, org: string) => ({ from, until, org: org as never, names: {} })

test('of two posts at once the first counts until it ends, and one that follows in the same unit goes on', () => {
  const spans = spansOf(
    [post('2012-05-01', '2012-12-31', 'B'), post('2012-01-01', '2012-06-30', 'A'), post('2012-07-01', '2012-07-31', 'A')],
    {
      from: '2012-02-20',
      to: '2012-12-31',
    },
  )
  assert.deepEqual(
    spans.map((s) => [s.org, s.from, s.to]),
    [
      ['A', '2012-02-20', '2012-06-30'],
      ['B', '2012-07-01', '2012-12-31'],
    ],
  )
})

test('the days that count are one’s own, all of them, or those since one took it on', () => {
  const spans = spansOf([post('2012-01-01', '2012-03-31', 'A'), post('2012-06-01', '2012-12-31', 'B')], {
    from: '2012-02-20',
    to: '2012-12-31',
  })
  const days = (moves: Quota['moves'], on: Day) => ownDays(asked(moves), frame, spans, on).map((p) => `${p.from} ${p.to}`)
  assert.deepEqual(days('prorate', '2012-07-01'), ['2012-02-20 2012-03-31', '2012-06-01 2012-12-31'])
  assert.deepEqual(days('carry', '2012-07-01'), ['2012-02-20 2012-12-31'])
  assert.deepEqual(days('restart', '2012-07-01'), ['2012-06-01 2012-12-31'])
  assert.deepEqual([days('carry', '2012-05-01'), days('restart', '2012-05-01')], [[], []], 'who has left owes nothing whole')
  assert.equal(daysIn({ from: '2012-02-20', to: '2012-03-31' }), 41)
})
