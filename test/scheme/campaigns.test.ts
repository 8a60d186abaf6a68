import assert from 'node:assert/strict'
import { test } from 'node:test'
import { formatMistake } from '#scheme/mistake.ts'
import { type ReadScheme, readScheme } from '#scheme/read.ts'
import { campaigns } from './files.ts'

const read = (name: string): Extract<ReadScheme, { ok: true }> => {
  const found = campaigns().find((c) => c.name === name)
  assert.ok(found, `no campaign ${name}`)
  const result = readScheme(found.source, found.files)
  assert.ok(result.ok, result.ok ? '' : result.mistakes.map((m) => formatMistake(name, m, 'en')).join('\n'))
  return result
}

for (const { name } of campaigns()) {
  test(`the campaign ${name} has no mistake and is named as its folder`, () => {
    assert.equal(read(name).scheme.scheme, name)
  })
  test(`every word of the campaign ${name} stands in Chinese and English`, () => {
    const missing: string[] = []
    const look = (value: unknown, path: string): void => {
      if (typeof value !== 'object' || value === null) return
      if ('zh' in value && !('en' in value)) missing.push(path)
      for (const [key, below] of Object.entries(value)) look(below, `${path}.${key}`)
    }
    look(read(name).scheme, '')
    assert.deepEqual(missing, [])
  })
}

/** Figures 2-01 … 2-11 of the second source: the indicator and the unit it is printed in. */
const printed: readonly (readonly [campaign: string, indicator: string, unit: string])[] = [
  ['san-jie-san-cu', 'research_days', '天'],
  ['san-jie-san-cu', 'cards', '张'],
  ['san-jie-san-cu', 'forums', '个'],
  ['san-jie-san-cu', 'helped_people', '人'],
  ['san-jie-san-cu', 'funds', '万元'],
  ['san-jie-san-cu', 'solved', '个'],
  ['san-jie-san-cu', 'refund_firms', '家'],
  ['san-jie-san-cu', 'refunds', '万元'],
  ['san-jie-san-cu', 'media', '个'],
  ['san-jie-san-cu', 'reports', '篇'],
  ['jin-wei-zheng-xian', 'goal_plans', '份'],
]

for (const [campaign, indicator, unit] of printed) {
  test(`${campaign} has the printed figure ${indicator} in ${unit}, and facts feed it`, () => {
    const { compiled } = read(campaign)
    const found = compiled.indicators.get(indicator)
    assert.equal(found?.indicator.unit, unit)
    assert.ok([...compiled.feeds.values()].some((feeds) => feeds.includes(found)))
  })
}

test('funds are kept in 元 and printed in 万元, and keep their approximate word', () => {
  const funds = read('san-jie-san-cu').compiled.indicators.get('funds')
  assert.equal(String(funds?.factor), '10000')
  assert.deepEqual(funds?.roughFields, ['funds'])
})

test('a unit is in the first class that fits, and ranks decide who takes part until a unit widens its circle', () => {
  const { compiled } = read('san-jie-san-cu')
  assert.equal(compiled.classOf({ code: 'x', kind: '', class: '乡镇' }), 'township')
  assert.equal(compiled.classOf({ code: 'x', kind: '', class: '村' }), null)
  assert.equal(compiled.participates({ rank: '乡科级', post: '镇长' }), true)
  assert.equal(compiled.participates({ rank: '科员', post: '站长' }), false)
})

test('formulas come after what they use, and a part inherits its whole', () => {
  const { compiled } = read('san-jie-san-cu')
  const order = [...compiled.indicators.keys()]
  assert.ok(
    order.indexOf('funds_per_person') > order.indexOf('funds') && order.indexOf('funds_per_person') > order.indexOf('helped_people'),
  )
  const part = compiled.indicators.get('households_in_need')
  assert.equal(part?.distinct, 'subject')
  assert.equal(part?.when.length, 2)
  assert.deepEqual(part?.sources, [{ sort: 'activity', kind: 'visit' }])
})

test('a template of a bulletin comes from the file beside the scheme', () => {
  assert.match(read('san-jie-san-cu').compiled.bulletins.get('progress')?.text ?? '', /^(---|#)/)
})
