import assert from 'node:assert/strict'
import { test } from 'node:test'
import { weekdaysOnly } from '#kit/workday.ts'
import { calendarOf } from '#scheme/days.ts'
import { expressions } from '#scheme/expression.ts'

const calendar = calendarOf({ holidays: [{ from: '2026-10-01', to: '2026-10-07' }], workdays: ['2026-10-10'] })
const language = expressions({ day: 'string', booked: 'string', day_closed: 'string' }, undefined, calendar)

const said = (source: string, names: Readonly<Record<string, string>> = {}): unknown => {
  const read = language.value(source)
  assert.ok(read.ok, `${source}: ${read.ok ? '' : read.mistakes[0]?.what.en}`)
  const value = read.program.run(names)
  return typeof value === 'bigint' ? Number(value) : value
}

const answers: readonly (readonly [source: string, answer: unknown])[] = [
  ['days_between("2026-02-27", "2026-03-02")', 3],
  ['days_between("2026-03-02", "2026-02-27")', -3],
  ['days_between("2024-02-28", "2024-03-01")', 2],
  ['workdays_between("2026-02-27", "2026-03-02")', 1],
  ['workdays_between("2026-09-30", "2026-10-08")', 1],
  ['workdays_between("2026-09-30", "2026-10-11")', 3],
  ['workdays_between("2026-10-11", "2026-09-30")', -3],
  ['day_after("2026-12-31", 1)', '2027-01-01'],
  ['day_after("2024-03-01", -1)', '2024-02-29'],
  ['workday_after("2026-09-30", 1)', '2026-10-08'],
  ['workday_after("2026-09-30", 3)', '2026-10-10'],
  ['workday_after("2026-10-08", -1)', '2026-09-30'],
  ['workday_after("2026-09-30", 0)', '2026-09-30'],
  ['weekday("2026-11-22")', 7],
  ['is_workday("2026-10-05") || is_workday("2026-10-11")', false],
  ['is_workday("2026-10-10")', true],
]

for (const [source, answer] of answers) test(`${source} is ${String(answer)}`, () => assert.equal(said(source), answer))

test('working days of the scheme are not those of the week', () => {
  const plain = expressions({}, undefined, weekdaysOnly).number('workdays_between("2026-09-30", "2026-10-11")')
  assert.ok(plain.ok)
  assert.equal(plain.program.run({})?.toFixed(), '7')
})

test('what was not filled has no answer, and breaks no rule', () => {
  assert.equal(said('days_between(day, day_closed) <= 5', { day: '2026-03-02' }), undefined)
  assert.equal(said('days_between(day, day_closed) <= 5', { day: '2026-03-02', day_closed: '2026-03-09' }), false)
})

test('no day and no count makes an expression run long: what lies far off has no answer', () => {
  assert.equal(said('workdays_between("0001-01-01", "9999-12-31")'), undefined)
  assert.equal(said('workday_after("2026-01-01", 999999999)'), undefined)
  assert.equal(said('day_after(booked, 9223372036854775807)', { booked: '2026-01-01' }), undefined)
  assert.equal(said('weekday(booked)', { booked: 'soon' }), undefined)
})
