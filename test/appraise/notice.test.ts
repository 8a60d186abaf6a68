import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { type NoticeStanding, type NoticeStep, issued, noticeActs, openActs, overdue, taken } from '#appraise/notice.ts'
import { noticeRules } from '#appraise/rules.ts'
import { Fault } from '#kit/fault.ts'
import { addDays } from '#kit/day.ts'
import { supervision } from '#scheme/supervision.ts'

const rules = (says: object = {}) => noticeRules({ holidays: [], workdays: [], supervision: supervision.parse(says) })
const plain = rules({ extend: { times: 1, by: '5 working days' } })

const day = (n: number): string => addDays('2012-03-05', n)
const step = (act: NoticeStep['act'], on: string, until: string | null = null): NoticeStep => ({ act, on, until })
const walk = (steps: readonly NoticeStep[], r = plain): NoticeStanding =>
  steps.reduce((n, s) => taken(n, s, r), issued('2012-03-05', null, null, r))
const refusal = (work: () => unknown): string => {
  try {
    work()
  } catch (fault) {
    if (fault instanceof Fault) return fault.code
    throw fault
  }
  return 'done'
}

test('a notice of a Monday is to be received on Tuesday and answered on the next Monday', () => {
  const n = issued('2012-03-05', null, null, plain)
  assert.deepEqual([n.state, n.receiveBy, n.due], ['issued', '2012-03-06', '2012-03-12'])
})

test('a notice that is due at once is to be received at once', () => {
  const n = issued('2012-03-05', null, '2012-03-06', rules({ receive: '3 days' }))
  assert.deepEqual([n.receiveBy, n.due], ['2012-03-06', '2012-03-06'])
  assert.equal(
    refusal(() => issued('2012-03-05', null, '2012-03-05', plain)),
    '422.40',
  )
})

test('an urgent notice has the deadline of its grade, and an unknown grade is refused', () => {
  const urgent = rules({ grades: [{ key: 'urgent', title: '特急', answer: '1 working day' }] })
  assert.equal(issued('2012-03-09', 'urgent', null, urgent).due, '2012-03-12')
  assert.equal(
    refusal(() => issued('2012-03-09', 'slow', null, urgent)),
    '404.1',
  )
})

test('received, answered, returned, answered again, closed', () => {
  const n = walk([step('receive', day(1)), step('answer', day(3)), step('return', day(4)), step('answer', day(6)), step('close', day(7))])
  assert.deepEqual([n.state, n.version, n.receivedOn, n.answeredOn, n.late], ['closed', 6, day(1), day(6), false])
})

test('an answer after the deadline is late for ever, also when it is done again in time', () => {
  const n = walk([step('receive', day(1)), step('answer', day(8)), step('return', day(9)), step('answer', day(10))])
  assert.equal(n.late, true)
})

test('more time is asked for once, granted to the day asked for, and not beyond what the scheme allows', () => {
  const asked = walk([step('receive', day(1)), step('ask', day(2), '2012-03-16')])
  assert.equal(asked.asked, '2012-03-16')
  assert.deepEqual(
    [taken(asked, step('extend', day(3)), plain).due, taken(asked, step('refuse', day(3)), plain).due],
    ['2012-03-16', '2012-03-12'],
  )
  assert.equal(
    refusal(() => walk([step('ask', day(1), '2012-03-20')])),
    '422.41',
  )
  assert.equal(
    refusal(() => walk([step('ask', day(1), '2012-03-12')])),
    '422.40',
  )
  const granted = taken(asked, step('extend', day(3)), plain)
  assert.equal(
    refusal(() => taken(granted, step('ask', day(4), '2012-03-19'), plain)),
    '409.20',
  )
})

test('nothing is answered before it is received, and nothing happens after the end', () => {
  assert.equal(
    refusal(() => walk([step('answer', day(1))])),
    '409.20',
  )
  const closed = walk([step('receive', day(1)), step('answer', day(2)), step('close', day(3))])
  const withdrawn = walk([step('withdraw', day(1))])
  for (const act of noticeActs)
    for (const n of [closed, withdrawn])
      assert.equal(
        refusal(() => taken(n, step(act, day(4), day(9)), plain)),
        '409.20',
        act,
      )
})

test('what is overdue is the receipt first and then the answer; what is answered is not', () => {
  const n = issued('2012-03-05', null, null, plain)
  assert.deepEqual(
    ['2012-03-06', '2012-03-07', '2012-03-12', '2012-03-13'].map((on) => overdue(n, on)),
    [null, 'receipt', 'receipt', 'answer'],
  )
  const received = taken(n, step('receive', '2012-03-07'), plain)
  assert.deepEqual([overdue(received, '2012-03-08'), overdue(received, '2012-03-13')], [null, 'answer'])
  assert.equal(overdue(taken(received, step('answer', '2012-03-13'), plain), '2012-04-01'), null)
})

test('whatever is done with it, an open act succeeds or is told why its day will not do, and each counts one version', () => {
  const acts = fc.array(fc.tuple(fc.constantFrom(...noticeActs), fc.nat(6), fc.option(fc.nat(12))), { maxLength: 25 })
  fc.assert(
    fc.property(acts, (history) => {
      let n = issued('2012-03-05', null, null, plain)
      let on = '2012-03-05'
      for (const [act, wait, until] of history) {
        on = addDays(on, wait)
        const one = step(act, on, until === null ? null : addDays(on, until))
        const code = refusal(() => taken(n, one, plain))
        if (!openActs(n, plain).includes(act)) assert.equal(code, '409.20')
        else if (code !== 'done') assert.match(code, /^422\.4[01]$/)
        if (code !== 'done') continue
        const next = taken(n, one, plain)
        assert.equal(next.version, n.version + 1)
        assert.ok(next.due >= n.due || act === 'return', 'a deadline only moves on, unless it is set anew')
        assert.ok(next.late || !n.late, 'late stays late')
        assert.ok(next.extensions <= plain.extend.times)
        n = next
      }
    }),
  )
})
