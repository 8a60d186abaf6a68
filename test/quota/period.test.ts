import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { type QuotaFrame, daysIn, frameOf, ownDays, periodsBefore, turnIn } from '#figure/quota/period.ts'
import { spansOf } from '#figure/quota/spans.ts'
import { type Day, addDays, weekday } from '#kit/day.ts'
import { turns } from '#scheme/atom.ts'
import { eventDays, nothingAnnounced } from '#scheme/moments.ts'
import { type Quota, quota } from '#scheme/quota.ts'
import { readScheme } from '#scheme/read.ts'

const frame: QuotaFrame = { from: '2012-02-20', to: '2012-12-31', phases: [] }
const at = (every: Quota['every'], day: Day) => Object.values(turnIn(frame, every, day)).join(' ')

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
      const now = turnIn(frame, every, on)
      const all = [...periodsBefore(frame, every, on, 400), { from: now.from, to: now.to ?? '' }]
      assert.equal(all[0]?.from, frame.from)
      assert.ok(now.from <= on && on <= (now.to ?? ''))
      all.slice(1).forEach((p, i) => assert.equal(p.from, addDays(all[i]?.to ?? '', 1)))
      if (every === 'week') for (const p of all.slice(1)) assert.equal(weekday(p.from), 1)
    }),
  )
})

const terms = readScheme(`scheme: terms
title: 学期
window: { from: 2026-02-26, to: 2027-01-20 }
events: [{ key: exam, title: 考试, day: 2026-04-24 }, { key: closing, title: 结束 }]
holidays: [{ from: 2026-05-01, to: 2026-05-05 }]
phases:
  - { key: spring, title: 春季, from: 2026-02-26, until: 2026-07-05 }
  - { key: autumn, title: 秋季, from: 2026-09-01, until: event:closing }
activities: { visit: { title: 家访 } }
indicators: { a: { title: 次, unit: 次, from: visit } }
`)
const framed = (moments: object, every: Quota['every'] = 'campaign'): QuotaFrame => {
  assert.ok(terms.ok)
  const { scheme } = terms.compiled
  const of = quota.parse({ title: '任', who: 'person', indicator: 'a', at_least: 1, every, ...moments })
  return frameOf(scheme, of, of, eventDays(scheme, nothingAnnounced))
}
const ends = ({ from, to }: { readonly from: Day; readonly to: Day | null }): string => `${from} ${to}`

test('a quota of each phase is owed in one phase after the other; between two of them the one before is looked at', () => {
  const frame_ = framed({}, 'phase')
  const seen = (day: Day) => ends(turnIn(frame_, 'phase', day))
  assert.equal(seen('2026-02-01'), '2026-02-26 2026-07-05')
  assert.equal(seen('2026-03-01'), '2026-02-26 2026-07-05')
  assert.equal(seen('2026-08-01'), '2026-02-26 2026-07-05')
  assert.equal(seen('2026-10-01'), '2026-09-01 2027-01-20', 'the end of the campaign, while its own event has no day')
  assert.deepEqual(periodsBefore(frame_, 'phase', '2026-10-01', 9).map(ends), ['2026-02-26 2026-07-05'])
  assert.deepEqual(periodsBefore(frame_, 'phase', '2026-03-01', 9), [])
  assert.deepEqual(framed({ from: '2026-03-01', by: '2026-06-01' }, 'phase').phases.map(ends), ['2026-03-01 2026-06-01'])
})

test('a quota begins and ends with a phase, an event, or so many days or working days after or before an event', () => {
  assert.equal(ends(framed({ from: 'phase:spring', by: 'phase:spring' })), '2026-02-26 2026-07-05')
  assert.equal(ends(framed({ from: 'event:exam', by: 'event:exam + 7 days' })), '2026-04-24 2026-05-01')
  assert.equal(ends(framed({ from: 'event:exam - 1 week', by: 'event:exam+5个工作日' })), '2026-04-17 2026-05-06')
  assert.equal(ends(framed({ by: 'event:exam - 2 working days' })), '2026-02-26 2026-04-22')
  assert.equal(ends(framed({ from: 'event:closing + 3 days' })), '2027-01-21 2027-01-20', 'nobody owes what begins with an event to come')
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
