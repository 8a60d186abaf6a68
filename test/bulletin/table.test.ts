import assert from 'node:assert/strict'
import { test } from 'node:test'
import { filled, mistakesIn } from './pure.ts'

const days = {
  'visits research_days T1': '3',
  'visits research_days T2': '30',
  'visits research_days T3': '3',
  'visits research_days ROOT': '40',
}

test('a ranking puts the highest first, and equal values share a rank', () => {
  assert.equal(
    filled('::: ranking indicator=research_days class=township', days).text,
    '名次 | 单位 | 下基层调研累计时间（天）\n1 | 柳溪镇 | 30\n2 | 安泰镇 | 3\n2 | 石桥镇 | 3',
  )
  assert.equal(
    filled('::: ranking indicator=research_days class=township top=1', days).text,
    '名次 | 单位 | 下基层调研累计时间（天）\n1 | 柳溪镇 | 30',
  )
})

test('a unit below the minimum volume of its class is listed without a rank', () => {
  const of = (volume: number) =>
    filled('::: ranking indicator=research_days class=bureau', { 'visits research_days B1': '5' }, [], volume).text.split('\n')[1]
  assert.equal(of(1), ' | 市税务局 | 5')
  assert.equal(of(2), '1 | 市税务局 | 5')
})

test('a table has a row for each unit and its total is a figure of its own, not the sum of the rows', () => {
  const { text, derivations } = filled('::: table by=org indicators=research_days,plan.goal_plans class=township total', {
    ...days,
    'plans goal_plans T1': '2',
    'plans goal_plans ROOT': '2',
  })
  assert.equal(text, '单位 | 下基层调研累计时间（天） | 目标规划（份）\n安泰镇 | 3 | 2\n柳溪镇 | 30 | 0\n石桥镇 | 3 | 0\n合计 | 40 | 2')
  assert.deepEqual(
    derivations.map((d) => d.number),
    [1, 2, 3, 4, 5, 6, 7, 8],
  )
})

test('classes add up their units', () => {
  const { text, derivations } = filled('::: table by=class indicators=research_days pending', days)
  assert.equal(text, '类别 | 下基层调研累计时间（天） | 下基层调研累计时间待审（天）\n乡镇 | 36 | 21\n市级机关 | 0 | 7')
  assert.deepEqual(
    derivations[0]?.parts.map((p) => p.org),
    ['T1', 'T2', 'T3'],
  )
})

test('months are whole and end where the period or today does', () => {
  const rows = filled('::: table by=month indicators=cards').derivations.map((d) => [d.from, d.to])
  assert.deepEqual(rows, [
    ['2012-02-20', '2012-02-29'],
    ['2012-03-01', '2012-03-31'],
    ['2012-04-01', '2012-04-30'],
    ['2012-05-01', '2012-05-31'],
    ['2012-06-01', '2012-06-10'],
  ])
})

test('units that have not started are counted, and named only when asked', () => {
  assert.equal(filled('::: not-started class=township', {}, ['T1']).text, '乡镇中尚未启动的有2个。')
  assert.equal(filled('::: not-started class=township named', {}, ['T1']).text, '乡镇中尚未启动的有2个：柳溪镇、石桥镇。')
  const { text, derivations } = filled(
    '{{ units("township") }}{{ started("township") }}{{ not_started("township", {"by": "2012-04-01"}) }}{{ started("township", {"by": "deadline"}) }}\n\n::: not-started class=township\n\n::: not-started class=township by=deadline',
    {},
    ['T1'],
  )
  assert.equal(text, '3个1个2个1个\n乡镇中尚未启动的有2个。\n乡镇中尚未启动的有2个。')
  assert.deepEqual(
    derivations.map((d) => (d.how.is === 'count' ? [d.how.ask.by, d.how.ask.kinds, d.how.started] : null)),
    [null, ...['2012-06-10', '2012-04-01', '2012-05-15', '2012-06-10', '2012-05-15'].map((by) => [by, ['visit'], ['T1']])],
    'by the day of the bulletin, unless a day or the deadline of the scheme is asked for',
  )
})

test('leaders are praised by name, and who has nothing is not among them', () => {
  assert.equal(filled('{{ leaders("research_days", "township", 2) }}', days).text, '柳溪镇、安泰镇')
  assert.equal(filled('{{ leaders("research_days", "township", 3) }}', { 'visits research_days T2': '1' }).text, '柳溪镇')
  assert.equal(filled('{{ leaders("research_days", "township", 3) }}').text, '—')
})

test('an English bulletin prints what the scheme has in English', () => {
  assert.equal(
    filled('---\nlanguage: en\n---\n::: ranking indicator=research_days class=township top=1', days).text,
    'Rank | Unit | Days of research (天)\n1 | 柳溪镇 | 30',
  )
  assert.equal(filled('---\nlanguage: en\n---\n::: not-started class=bureau').text, 'Not started yet among Bureaus: 1 个.')
})

test('the deadline of a scheme that sets none is a mistake, in the sentence as in the directive', () => {
  const found = mistakesIn(
    '{{ started("township", {"by": "deadline", "campaign": "plan"}) }}\n\n::: not-started class=township campaign=plan by=deadline',
  )
  assert.deepEqual(
    found.map((m) => m.split(' ')[1]),
    ['B124', 'B124'],
  )
})
