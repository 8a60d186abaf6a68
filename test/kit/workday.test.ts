import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { addDays, fromNumber } from '#kit/day.ts'
import { type WorkCalendar, after, isWorkday, spanOf, weekdaysOnly, workdaysBetween } from '#kit/workday.ts'

/** National Day 2012: a week off, and the Saturday before it worked instead. */
const autumn: WorkCalendar = {
  holidays: new Set(['2012-10-01', '2012-10-02', '2012-10-03', '2012-10-04', '2012-10-05']),
  workdays: new Set(['2012-09-29']),
}

test('five working days after a Friday is the Friday after', () => {
  assert.equal(after(weekdaysOnly, '2012-03-09', { days: 5, working: true }), '2012-03-16')
  assert.equal(after(weekdaysOnly, '2012-03-10', { days: 1, working: true }), '2012-03-12')
  assert.equal(after(weekdaysOnly, '2012-03-09', { days: 5, working: false }), '2012-03-14')
})

test('a holiday is not counted, and a Saturday that is worked instead is', () => {
  assert.equal(after(autumn, '2012-09-28', { days: 1, working: true }), '2012-09-29')
  assert.equal(after(autumn, '2012-09-28', { days: 2, working: true }), '2012-10-08')
  assert.equal(isWorkday(autumn, '2012-10-06'), false)
})

test('lengths of time are read in both languages, and nothing else is', () => {
  assert.deepEqual(spanOf('5 working days'), { days: 5, working: true })
  assert.deepEqual(spanOf('5个工作日'), { days: 5, working: true })
  assert.deepEqual(spanOf('1 day'), { days: 1, working: false })
  assert.deepEqual(spanOf('2 weeks'), { days: 14, working: false })
  assert.deepEqual(spanOf('3天'), { days: 3, working: false })
  for (const odd of ['soon', '-1 days', '5 workdays', '1.5 days', '', '1000 days']) assert.equal(spanOf(odd), null, odd)
})

test('a year without a day that is worked still has an end', () => {
  const holidays = new Set(Array.from({ length: 5000 }, (_, i) => addDays('2012-01-01', i)))
  assert.equal(after({ holidays, workdays: new Set() }, '2012-01-01', { days: 3, working: true }), '2012-01-04')
})

test('counting working days back gives what was counted forth, whatever the calendar', () => {
  const day = fc.integer({ min: 15_000, max: 16_000 }).map(fromNumber)
  const days = fc.array(day, { maxLength: 40 }).map((list) => new Set(list))
  fc.assert(
    fc.property(day, fc.integer({ min: 0, max: 60 }), days, days, (from, n, holidays, workdays) => {
      const calendar = { holidays, workdays }
      const to = after(calendar, from, { days: n, working: true })
      assert.equal(workdaysBetween(calendar, from, to), n)
      assert.equal(workdaysBetween(calendar, to, from), n === 0 ? 0 : -n)
      assert.ok(n === 0 || isWorkday(calendar, to))
    }),
  )
})
