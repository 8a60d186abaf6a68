import assert from 'node:assert/strict'
import { test } from 'node:test'
import { readScheme } from '#scheme/read.ts'
import { unitsOf } from '#scheme/units.ts'
import { form } from './marked.ts'

const built = unitsOf({}).units

const conversions: readonly (readonly [unit: string, dimension: string, factor: string])[] = [
  ['元', '元', '1'],
  ['万元', '元', '10000'],
  ['亿元', '元', '100000000'],
  ['半天', '天', '0.5'],
  ['人天', '天', '1'],
  ['公顷', '亩', '15'],
  ['平方米', '亩', '0.0015'],
  ['公里', '米', '1000'],
  ['延长米', '米', '1'],
  ['吨', '公斤', '1000'],
  ['%', '%', '1'],
  ['户', '户', '1'],
  ['人次', '人次', '1'],
]
for (const [unit, dimension, factor] of conversions) {
  test(`1 ${unit} is ${factor} ${dimension}`, () => {
    assert.deepEqual([built.of(unit).dimension, built.of(unit).factor.toFixed()], [dimension, factor])
  })
}

test('a scheme declares units of known ones, and of its own', () => {
  const { units, problems } = unitsOf({ 箱: { of: '打', factor: 2 }, 打: { of: '个', factor: '12' }, 吨公里: { of: '吨公里', factor: 1 } })
  assert.deepEqual([units.of('箱').dimension, units.of('箱').factor.toFixed()], ['个', '24'])
  assert.deepEqual(problems, [{ unit: '吨公里', why: 'circle' }])
})

test('factors are exact, positive and written plainly', () => {
  const { problems } = unitsOf({
    a: { of: '个', factor: 0 },
    b: { of: '个', factor: '-2' },
    c: { of: '个', factor: '1e3' },
    d: { of: '个', factor: '1/3' },
    e: { of: '个', factor: 0.1 },
    元: { of: '个', factor: 1 },
  })
  assert.deepEqual(
    problems.map((p) => `${p.unit} ${p.why}`),
    ['a factor', 'b factor', 'c factor', 'd factor', '元 taken'],
  )
})

test('an amount of money is in 元 or in another currency, and in nothing else', () => {
  const accepted = (unit: string) => readScheme(form(`      - { key: paid, title: 金额, type: money, unit: ${unit} }`)).ok
  for (const unit of ['万元', '£', '€', '$', 'EUR', '美元', '万美元', 'HK$']) assert.ok(accepted(unit), unit)
  for (const unit of ['户', '天', '亩', '%', 'cm', '元/户']) assert.ok(!accepted(`'${unit}'`), unit)
})
