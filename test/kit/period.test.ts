import assert from 'node:assert/strict'
import { test } from 'node:test'
import { before, daysBefore, periodNamed, spanAround, spans } from '#kit/period.ts'
import { addDays } from '#kit/day.ts'

const named = (name: string, today = '2012-05-15') => {
  const found = periodNamed(name, today)
  return found ? `${found.period.from} ${found.period.to}` : null
}

test('days, weeks, months, quarters, halves and years have names', () => {
  assert.equal(named('2012-05-15'), '2012-05-15 2012-05-15')
  assert.equal(named('2012-W20'), '2012-05-14 2012-05-20')
  assert.equal(named('2012-02'), '2012-02-01 2012-02-29')
  assert.equal(named('2012-Q4'), '2012-10-01 2012-12-31')
  assert.equal(named('2012-H1'), '2012-01-01 2012-06-30')
  assert.equal(named('2012'), '2012-01-01 2012-12-31')
})

test('bare words are of today, and “last” of the one before', () => {
  assert.equal(named('week'), '2012-05-14 2012-05-20')
  assert.equal(named('last week'), '2012-05-07 2012-05-13')
  assert.equal(named('last quarter'), '2012-01-01 2012-03-31')
  assert.equal(named('last month', '2012-01-31'), '2011-12-01 2011-12-31')
})

test('what is no period has no days: a thirteenth month, a fifth quarter, a week that the year has not', () => {
  for (const name of ['2012-13', '2012-Q5', '2012-W53', '2012-W00', '2012-02-30', 'fortnight', '', 'last'])
    assert.equal(named(name), null, name)
  assert.equal(named('2015-W53'), '2015-12-28 2016-01-03')
})

test('the spans of a kind follow one another without a gap, and the one before ends a day before', () => {
  for (const span of spans) {
    let day = '2011-12-25'
    for (let i = 0; i < 40; i++) {
      const period = spanAround(span, day)
      assert.ok(period.from <= day && day <= period.to)
      const next = spanAround(span, addDays(period.to, 1))
      assert.equal(next.from, addDays(period.to, 1))
      assert.deepEqual(before({ span, period: next }).period, period)
      day = next.from
    }
  }
  assert.deepEqual(daysBefore({ from: '2012-05-11', to: '2012-05-15' }), { from: '2012-05-06', to: '2012-05-10' })
})
