import assert from 'node:assert/strict'
import { test } from 'node:test'
import { print, wordOf } from '#bulletin/print.ts'
import type { Form } from '#bulletin/shape.ts'
import type { Approx } from '#record/shape.ts'
import { filled } from './pure.ts'

const form = (unit: string, more: Partial<Form> = {}): Form => ({ unit, scale: '', decimals: null, fixed: false, bare: false, ...more })

test('numbers are printed as official documents print them, approximate words in their place', () => {
  const rows: readonly [string, string | null, Form, readonly Approx[]][] = [
    ['6201天', '6201', form('天'), []],
    ['671.12万元', '671.12', form('万元'), []],
    ['近5100万元', '5100', form('万元'), ['近']],
    ['约300户', '300', form('户'), ['约']],
    ['180余人次', '180', form('人次'), ['余']],
    ['240多次', '240', form('次'), ['多']],
    ['1000余吨', '1000', form('吨'), ['余']],
    ['90%以上', '90', form('%'), ['以上']],
    ['2800份以上', '2800', form('份'), ['以上']],
    ['1.19万张', '11887', form('张', { scale: '万', decimals: 2 }), []],
    ['1.2万余张', '11887', form('张', { scale: '万', decimals: 1 }), ['余']],
    ['1万人', '10000', form('人', { scale: '万', decimals: 2 }), []],
    ['2.5亿元', '250000000', form('元', { scale: '亿', decimals: 2 }), []],
    ['66.7%', '66.666666666666666666666667', form('%', { decimals: 1, fixed: true }), []],
    ['100.0%', '100', form('%', { decimals: 1, fixed: true }), []],
    ['0.13', '0.125', form('天', { decimals: 2, bare: true }), []],
    ['-0.13天', '-0.125', form('天', { decimals: 2, fixed: true }), []],
    ['0.00天', '-0.001', form('天', { decimals: 2, fixed: true }), []],
    ['近5100', '5100', form('万元', { bare: true }), ['近']],
    ['123456789012345678901234.5元', '123456789012345678901234.5', form('元'), []],
    ['—', null, form('天'), []],
  ]
  for (const [expected, value, how, words] of rows) assert.equal(print(value, how, words, 'zh'), expected)
  assert.equal(print('180', form('人次'), ['余'], 'en'), 'over 180 人次')
  assert.equal(print('90', form('%'), ['以上'], 'en'), 'at least 90%')
})

test('a number made of rough ones keeps their word when they agree', () => {
  assert.equal(wordOf([]), null)
  assert.equal(wordOf(['近', '近']), '近')
  assert.equal(wordOf(['余', '多', '以上']), '余')
  assert.equal(wordOf(['近', '余']), '约')
})

test('computed figures say what they rest on, and blank is not zero', () => {
  const { text, derivations } = filled(
    '{{ share(solved, raised) }} {{ share(solved, raised, 2) }} {{ ratio(research_days, households, 2, "天/户") }} {{ solved + forums }} {{ raised - solved }} {{ pending(cards) }} {{ value(cards) }} {{ cards_a_day }} {{ cards_a_day - cards_a_day }} {{ share(cards, refund) }}',
    {
      'visits solved ROOT': '2',
      'visits raised ROOT': '3',
      'visits research_days ROOT': '10',
      'visits households ROOT': '3',
      'visits forums ROOT': '5',
      'visits cards ROOT': '11887',
      'visits cards_a_day ROOT': null,
      'visits refund ROOT': ['5100', '近'],
    },
  )
  assert.equal(text, '66.7% 66.67% 3.33天/户 7个 1个 7张 11887 — — 约233.1%')
  assert.deepEqual(
    derivations[0]?.parts.map((p) => [p.indicator, p.value]),
    [
      ['solved', '2'],
      ['raised', '3'],
    ],
  )
  assert.deepEqual([derivations[5]?.measure, derivations[5]?.value, derivations[5]?.pending], ['pending', '11887', '7'])
  assert.equal(derivations[0]?.measure, 'computed')
  assert.equal(derivations[0]?.title.zh, '解决实际问题占反映问题的比重')
})

test('nothing divided by nothing is blank', () => {
  assert.equal(filled('{{ share(solved, raised) }}').text, '—')
})
