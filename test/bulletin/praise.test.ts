import assert from 'node:assert/strict'
import { test } from 'node:test'
import { Decimal } from '#kit/decimal.ts'
import { partWord } from '#bulletin/part-word.ts'
import { compose, plan } from '#bulletin/render.ts'
import { check } from '#bulletin/check.ts'
import type { World } from '#bulletin/world.ts'
import { answering, filled, mistakesIn, world } from './pure.ts'

const cards = { 'visits cards T1': '5', 'visits cards T2': '30', 'visits cards T3': '2' }

/** The same campaign with a minimum of two records for townships, and so many facts behind each unit's figure. */
const strict: World = {
  ...world,
  campaign: {
    ...world.campaign,
    compiled: {
      ...world.campaign.compiled,
      scheme: {
        ...world.campaign.compiled.scheme,
        classes: world.campaign.compiled.scheme.classes.map((c) => ({ ...c, minimum: 2 })),
      },
    },
  },
}
const withFacts = (text: string, facts: Readonly<Record<string, number>>): string => {
  const { checked } = check(text, strict)
  plan(checked)
  const answers = answering(cards)
  const { document } = compose(checked, { ...answers, figure: (ask) => ({ ...answers.figure(ask), facts: facts[ask.org ?? ''] ?? 0 }) })
  return document.blocks.flatMap((b) => (b.is === 'table' ? [] : b.runs.map((r) => r.text))).join('')
}

test('the best are praised by name, but not who has too few records to be compared', () => {
  assert.equal(withFacts('{{ praise("cards", "township", 2) }}', { T1: 9, T2: 9, T3: 9 }), '柳溪镇、安泰镇')
  assert.equal(withFacts('{{ praise("cards", "township", 2) }}', { T1: 9, T2: 1, T3: 9 }), '安泰镇、石桥镇')
  assert.equal(withFacts('{{ leaders("cards", "township", 2) }}', { T1: 9, T2: 1, T3: 9 }), '柳溪镇、安泰镇')
})

test('a formula has no facts that could be counted, so nobody is praised for it', () => {
  assert.deepEqual(mistakesIn('{{ praise("cards_a_day", "township", 2) }}'), ['1:12 B117 cards_a_day'])
})

test('shortcomings are told as a part of the units, without a name', () => {
  const text = '{{ part(below("cards", "township", 10), units("township")) }}乡镇发卡不足10张，共{{ below("cards", "township", 10) }}。'
  assert.equal(filled(text, cards).text, '大部分乡镇发卡不足10张，共2个。')
  assert.equal(filled('{{ part(not_started("township"), units("township")) }}', {}, ['T1', 'T2', 'T3']).text, '没有')
  assert.equal(filled('{{ part(not_started("township"), units("township")) }}', {}, ['T1', 'T2']).text, '部分')
  assert.deepEqual(mistakesIn('{{ below("cards", "township", 10, {"org": "T1"}) }}'), ['1:37 B113 org'])
})

test('the second of two counts keeps its own units when the two are put together', () => {
  const text = '{{ share(below("cards", "township", 10), below("cards", "township", 3)) }}'
  assert.equal(filled(text, cards).text, '200.0%')
})

test('each word stands for a part of its own, from nobody to everybody', () => {
  const words = [0, 1, 3.3, 5, 10, 11, 30, 40, 50, 51, 80, 81, 99.9, 100].map((n) => partWord(new Decimal(n)).zh)
  assert.deepEqual(words, [
    '没有',
    '极个别',
    '极个别',
    '个别',
    '个别',
    '少部分',
    '少部分',
    '部分',
    '部分',
    '大部分',
    '大部分',
    '绝大部分',
    '绝大部分',
    '全部',
  ])
})
