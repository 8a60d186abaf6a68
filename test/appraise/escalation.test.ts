import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { type Past, escalation } from '#appraise/escalation.ts'
import { type NoticeStanding, issued, taken } from '#appraise/notice.ts'
import { noticeRules } from '#appraise/rules.ts'
import { addDays } from '#kit/day.ts'
import { supervision } from '#scheme/supervision.ts'

const escalate = [
  { to: 'lead', after: '1 working day' },
  { to: 'office', after: '3 working days' },
  { to: 'talk', title: '约谈主要负责人', after: '5 working days' },
]
const rulesWith = (more: object = {}) => noticeRules({ holidays: [], workdays: [], supervision: supervision.parse({ escalate, ...more }) })
const plain = rulesWith()
/** Issued on a Monday, due on Monday the 12th. */
const notice = { ...issued('2012-03-05', null, null, plain), number: 9 }
const nobody: ReadonlySet<string> = new Set()

const told = (
  today: string,
  rules = plain,
  earlier: readonly Past[] = [],
  n: NoticeStanding & { number: number } = notice,
  noted = nobody,
) => escalation(n, earlier, rules, noted, today).map((s) => `${s.to} ${s.on ?? '-'} ${s.state}`)

const late = (number: number): Past => ({ number, state: 'closed', late: true, due: '2012-02-10', receiveBy: '2012-02-07' })
const inTime = (number: number): Past => ({ ...late(number), late: false })

test('steps come one, three and five working days after the deadline', () => {
  assert.deepEqual(told('2012-03-12'), ['lead 2012-03-13 waiting', 'office 2012-03-15 waiting', 'talk 2012-03-19 waiting'])
  assert.deepEqual(told('2012-03-15'), ['lead 2012-03-13 due', 'office 2012-03-15 due', 'talk 2012-03-19 waiting'])
})

test('a step somebody noted is done; an answer ends what was not', () => {
  assert.deepEqual(told('2012-03-15', plain, [], notice, new Set(['lead'])).slice(0, 2), ['lead 2012-03-13 done', 'office 2012-03-15 due'])
  const answered = {
    ...taken(
      taken(notice, { act: 'receive', on: '2012-03-06', until: null }, plain),
      { act: 'answer', on: '2012-03-14', until: null },
      plain,
    ),
    number: 9,
  }
  assert.deepEqual(
    told('2012-04-01', plain, [], answered).map((s) => s.split(' ')[2]),
    ['over', 'over', 'over'],
  )
})

test('the third late notice in a row skips to the talk on the day after its deadline', () => {
  const rules = rulesWith({ repeats: { in: 'consecutive', times: 3, to: 'talk' } })
  const row = [late(7), late(8), inTime(6)]
  assert.deepEqual(told('2012-03-13', rules, row), ['lead - skipped', 'office - skipped', 'talk 2012-03-13 due'])
  assert.deepEqual(told('2012-03-12', rules, row)[2], 'talk 2012-03-19 waiting', 'not before it is late itself')
  assert.deepEqual(told('2012-03-13', rules, [late(6), inTime(7), late(8)])[0], 'lead 2012-03-13 due', 'one in time breaks the row')
})

test('counted all together, one in time breaks nothing, and a withdrawn one never counts', () => {
  const rules = rulesWith({ repeats: [{ in: 'cumulative', times: 3, to: 'office' }] })
  assert.deepEqual(told('2012-03-13', rules, [late(6), inTime(7), late(8)]), [
    'lead - skipped',
    'office 2012-03-13 due',
    'talk 2012-03-19 waiting',
  ])
  assert.equal(told('2012-03-13', rules, [{ ...late(6), state: 'withdrawn' }, late(8)])[0], 'lead 2012-03-13 due')
})

test('where every notice counts, the third is taken to the step on the day it is issued', () => {
  const rules = rulesWith({ repeats: { in: 'cumulative', times: 3, of: 'issued', to: 'talk' } })
  assert.deepEqual(told('2012-03-05', rules, [inTime(7), inTime(8)])[2], 'talk 2012-03-05 due')
  assert.deepEqual(told('2012-03-05', rules, [inTime(8), inTime(10)])[2], 'talk 2012-03-19 waiting', 'later ones do not count')
})

test('an urgent notice begins further up', () => {
  const rules = rulesWith({ grades: [{ key: 'urgent', title: '特急', answer: '1 working day', begin: 'office' }] })
  const n = { ...issued('2012-03-05', 'urgent', null, rules), number: 1 }
  assert.deepEqual(told('2012-03-07', rules, [], n), ['lead - skipped', 'office 2012-03-09 waiting', 'talk 2012-03-13 waiting'])
})

test('a step after the receipt ends with the receipt', () => {
  const rules = rulesWith({
    escalate: [
      { to: 'lead', after: '1 day', on: 'receipt' },
      { to: 'office', after: '1 day' },
    ],
  })
  assert.deepEqual(told('2012-03-07', rules), ['lead 2012-03-07 due', 'office 2012-03-13 waiting'])
  const received = { ...taken(notice, { act: 'receive', on: '2012-03-07', until: null }, rules), number: 9 }
  assert.deepEqual(told('2012-03-13', rules, [], received), ['lead 2012-03-07 over', 'office 2012-03-13 due'])
})

test('whatever came before, steps stay in order, a day later never takes one back, and what is skipped lies before what is taken', () => {
  const past = fc.array(
    fc.record({ late: fc.boolean(), state: fc.constantFrom('closed' as const, 'withdrawn' as const, 'answered' as const) }),
    { maxLength: 8 },
  )
  const repeat = fc.record({
    in: fc.constantFrom('consecutive', 'cumulative'),
    times: fc.integer({ min: 2, max: 4 }),
    of: fc.constantFrom('late', 'issued'),
    to: fc.constantFrom('lead', 'office', 'talk'),
  })
  const rank = { skipped: 0, waiting: 0, due: 1, done: 2, over: 2 }
  fc.assert(
    fc.property(past, fc.array(repeat, { maxLength: 3 }), fc.nat(30), (list, repeats, n) => {
      const rules = rulesWith({ repeats })
      const earlier = list.map((p, i): Past => ({ ...late(i + 1), ...p }))
      const today = addDays(notice.issuedOn, n)
      const now = escalation(notice, earlier, rules, nobody, today)
      const tomorrow = escalation(notice, earlier, rules, nobody, addDays(today, 1))
      now.forEach((s, i) => {
        const next = tomorrow[i]
        assert.ok(
          next !== undefined && (rank[next.state] >= rank[s.state] || next.state === 'skipped'),
          `${s.to} ${s.state} → ${next?.state}`,
        )
        if (s.state === 'due') assert.ok(s.on !== null && s.on <= today)
        if (s.state === 'skipped') assert.ok(now.slice(i + 1).some((later) => later.state !== 'skipped') && s.why !== null)
      })
      const days = now.flatMap((s) => s.on ?? [])
      assert.deepEqual(days, days.toSorted())
    }),
  )
})
