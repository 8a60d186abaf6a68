import assert from 'node:assert/strict'
import { test } from 'node:test'
import { print } from '#bulletin/print.ts'
import type { Form } from '#bulletin/shape.ts'
import { filled, mistakesIn } from './pure.ts'

test('a figure is asked for by the name of its period, and for the period before', () => {
  const { text } = filled(
    '{{ figure("cards", {"period": "2012-05"}) }} {{ before("cards", {"period": "2012-05"}) }} {{ figure("cards", {"period": "last week"}) }} {{ figure("cards", {"period": "2012-05"}) - before("cards", {"period": "2012-05"}) }}',
    {
      'visits cards ROOT 2012-05-01 2012-05-31': '90',
      'visits cards ROOT 2012-04-01 2012-04-30': '60',
      'visits cards ROOT 2012-05-28 2012-06-03': '12',
    },
  )
  assert.equal(text, '90张 60张 12张 30张')
})

test('a period that is none, or is said twice, is a mistake where it stands', () => {
  assert.deepEqual(mistakesIn('{{ figure("cards", {"period": "2012-13"}) }}'), ['1:32 B122 2012-13'])
  assert.deepEqual(mistakesIn('{{ figure("cards", {"period": "2012", "to": "2012-05-01"}) }}'), ['1:22 B113 period'])
  assert.deepEqual(mistakesIn('{{ before("cards") }}'), ['1:4 B120 period'])
})

test('tables stand by week, quarter and half, each piece cut at the ends of the period', () => {
  const rows = (text: string) =>
    filled(text).document.blocks.flatMap((b) =>
      b.is === 'table' ? b.rows.map((r) => r.map((c) => c.map((x) => x.text).join('')).join(' ')) : [],
    )
  assert.deepEqual(rows('::: table by=week indicators=cards from=2012-05-10 to=2012-05-22'), [
    '2012年第19周 0',
    '2012年第20周 0',
    '2012年第21周 0',
  ])
  assert.deepEqual(rows('::: table by=half indicators=cards period=2012'), ['2012年上半年 0', '2012年下半年 0'])
  assert.deepEqual(rows('::: table by=quarter indicators=cards period=2012-H1'), ['2012年第1季度 0', '2012年第2季度 0'])
})

const form = (unit: string, to: string, word: '多' | '以上' = '多'): Form => ({
  unit,
  scale: '',
  decimals: null,
  fixed: false,
  bare: false,
  rough: { to, word },
})

test('a number in round figures says that there is more', () => {
  assert.equal(print('4569', form('人次', '1000'), [], 'zh'), '4000多人次')
  assert.equal(print('4000', form('人次', '1000'), [], 'zh'), '4000人次')
  assert.equal(print('569', form('人次', '1000'), [], 'zh'), '569人次')
  assert.equal(print('91.27', form('%', '10', '以上'), [], 'zh'), '90%以上')
  assert.equal(
    filled('{{ rough(cards, 1000) }} {{ rough("cards", 100, "余") }} {{ rough(wan(cards), 1) }}', { 'visits cards ROOT': '11887' }).text,
    '11000多张 11800余张 1万多张',
  )
  assert.deepEqual(mistakesIn('{{ rough(cards, 0) }} {{ rough(cards, 10, "许") }}'), ['1:17 B114 0', '1:44 B107 许'])
})

test('two percentages lie percentage points apart', () => {
  const values = { 'visits solved ROOT': '54', 'visits raised ROOT': '100', 'visits solved T1': '17', 'visits raised T1': '25' }
  const apart = 'share(solved, raised, 0) - share(figure("solved", {"org": "T1"}), figure("raised", {"org": "T1"}), 0)'
  const { text, derivations } = filled(`{{ ${apart} }} {{ value(${apart}) }}`, values)
  assert.equal(text, '-14个百分点 -14')
  assert.equal(print('-14', { ...form('个百分点', '1'), rough: undefined }, [], 'en'), '-14 percentage points')
  assert.equal(derivations[0]?.form.unit, '个百分点')
})

test('percentages are never added up', () => {
  assert.deepEqual(
    mistakesIn('{{ share(solved, raised) + share(solved, raised) }}').map((m) => m.split(' ')[1]),
    ['B123'],
  )
  assert.deepEqual(mistakesIn('{{ share(solved, raised) - share(solved, raised) }}'), [])
})
