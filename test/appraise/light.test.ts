import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { spreadOf } from '#appraise/imbalance.ts'
import { unitLight } from '#appraise/light.ts'
import { unitQuotas } from '#appraise/unit.ts'
import { weekOf } from '#kit/period.ts'
import type { Progress } from '#figure/quota/shape.ts'
import { lights } from '#scheme/supervision.ts'

const rules = lights.parse({})
const unit = (done: string, expected: string | null = '10', owed: string | null = '20') => ({
  startedOn: '2012-03-01',
  startBy: '2012-05-15',
  owes: [{ owed, expected, done }],
})
const light = (u: Parameters<typeof unitLight>[0], on = '2012-05-01', r = rules) => {
  const { light: l, standing } = unitLight(u, r, on)
  return `${l} ${standing}`
}

test('what is expected by today is green, four fifths of it yellow, less red', () => {
  assert.deepEqual(
    ['20', '12', '10', '9.99', '8', '7.99', '0'].map((done) => light(unit(done))),
    ['green done', 'green on_course', 'green on_course', 'yellow behind', 'yellow behind', 'red behind', 'red behind'],
  )
  assert.equal(light(unit('9'), '2012-05-01', lights.parse({ green: 0.9, yellow: 0.5 })), 'green on_course')
})

test('who has not started is red from the day after the day on which they had to, and by their progress before it', () => {
  const idle = { ...unit('0', null), startedOn: null }
  assert.equal(light(idle, '2012-05-15'), 'none not_started')
  assert.equal(light(idle, '2012-05-16'), 'red not_started')
  assert.equal(light({ ...idle, startBy: null }, '2012-12-31'), 'none not_started')
})

test('who owes nothing has no light, and who owes nothing yet is on course', () => {
  assert.equal(light({ ...unit('3'), owes: [] }), 'none under_way')
  assert.equal(light(unit('0', '0')), 'none on_course')
  assert.equal(light(unit('3', null, null)), 'none under_way')
})

test('of several quotas the worst decides, or their mean if the scheme says so – and then no surplus makes up for a want', () => {
  const two = {
    ...unit('0'),
    owes: [
      { owed: '9', expected: '10', done: '100' },
      { owed: '20', expected: '10', done: '7' },
    ],
  }
  assert.equal(light(two), 'red behind')
  assert.equal(light(two, '2012-05-01', lights.parse({ of: 'mean' })), 'yellow behind')
})

const person = (org: string, done: string, standing: Progress['standing']): Progress =>
  ({
    quota: 'visits',
    part: 0,
    assignee: { kind: 'person', id: done, code: '', name: '', org, orgName: '', class: null },
    owed: '20',
    expected: '10',
    most: null,
    done,
    pending: '1',
    standing,
    soft: false,
  }) as unknown as Progress

test('the people of a unit are added up, and the one who did forty does not hide the one who did none', () => {
  const [mine] = unitQuotas(
    [person('a', '40', 'done'), person('a', '0', 'behind'), person('b', '9', 'behind')],
    (a) => (a.org === 'a' ? [a.org] : []),
    rules,
  ).values()
  assert.deepEqual(
    mine?.map((q) => [q.owed, q.expected, q.done, q.met, q.pending, q.people, q.light]),
    [['40', '20', '20', '10', '2', { all: 2, behind: 1 }, 'red']],
  )
})

test('a class is even when all did the same, and uneven when one did everything', () => {
  assert.deepEqual(spreadOf(['3', '3', '3', '3']), { units: 4, least: '3', middle: '3', most: '3', half: 2, gini: '0', even: 'even' })
  const uneven = spreadOf(['0', '0', '0', '12'])
  assert.deepEqual([uneven?.half, uneven?.gini, uneven?.even, uneven?.middle], [1, '0.75', 'uneven', '0'])
  assert.deepEqual([spreadOf(['0', '0'])?.even, spreadOf(['5'])], ['unknown', null])
})

test('the measure of unevenness lies between nothing and one, and does not ask who or in what unit', () => {
  fc.assert(
    fc.property(fc.array(fc.nat(1000), { minLength: 2, maxLength: 30 }), fc.integer({ min: 2, max: 50 }), (list, times) => {
      const one = spreadOf(list.map(String))
      const other = spreadOf(list.toReversed().map((n) => String(n * times)))
      assert.deepEqual([one?.gini, one?.half], [other?.gini, other?.half])
      if (one?.gini != null) assert.ok(Number(one.gini) >= 0 && Number(one.gini) < 1)
      if (one?.half != null) assert.ok(one.half >= 1 && one.half <= Math.ceil(list.length / 2))
    }),
  )
})

test('a week runs from Monday to Sunday and belongs to the year of its Thursday', () => {
  assert.deepEqual(weekOf('2012-05-16'), { from: '2012-05-14', to: '2012-05-20', year: 2012, number: 20 })
  assert.deepEqual(weekOf('2012-01-01'), { from: '2011-12-26', to: '2012-01-01', year: 2011, number: 52 })
  assert.deepEqual(weekOf('2021-01-03').number, 53)
  assert.deepEqual([weekOf('2018-12-31').year, weekOf('2018-12-31').number], [2019, 1])
})
