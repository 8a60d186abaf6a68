import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { test } from 'node:test'
import { type Sum, nothing, present } from '#figure/present.ts'
import { readScheme } from '#scheme/read.ts'

const read = readScheme(
  readFileSync(new URL('../simulate/schemes/tax.yaml', import.meta.url), 'utf8').replace(
    /^indicators:[^]*$/m,
    `indicators:
  refund: { title: { zh: 退税 }, unit: 万元, from: call, value: refund }
  calls: { title: { zh: 走访 }, unit: 次, from: call }
  each: { title: { zh: 每次 }, unit: 万元, formula: refund / calls }
  all: { title: { zh: 又合计 }, unit: 万元, formula: each * calls }
`,
  ),
  {},
)
assert.ok(read.ok, JSON.stringify(read.ok ? '' : read.mistakes))
const { compiled } = read

const told = (...sums: readonly (Partial<Sum> & { indicator: string })[]) =>
  present(
    compiled,
    sums.map((s) => ({ ...nothing(s.indicator), ...s })),
  ).map((f) => [f.indicator, f.confirmed, f.pending])

test('counted figures are exact, confirmed and pending; a formula is told to twelve places and has nothing pending', () => {
  const sums = [
    { indicator: 'refund', confirmed: '20000.000000000001', pending: '90000', pendingFacts: 1 },
    { indicator: 'calls', confirmed: '3', pending: '1', pendingFacts: 1 },
  ]
  assert.deepEqual(told(...sums), [
    ['refund', '2.0000000000000001', '9'],
    ['calls', '3', '1'],
    ['each', '0.666666666667', null],
    // Formulas on formulas rest on the whole value, not on the told one.
    ['all', '2', null],
  ])
})

test('a formula without a value is blank, and so is what rests on it', () => {
  assert.deepEqual(
    told(
      { indicator: 'refund', confirmed: '10000', pending: '10000', pendingFacts: 1 },
      { indicator: 'calls', pending: '2', pendingFacts: 2 },
    ),
    [
      ['refund', '1', '1'],
      ['calls', '0', '2'],
      ['each', null, null],
      ['all', null, null],
    ],
  )
})
