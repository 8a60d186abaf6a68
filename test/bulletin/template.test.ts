import assert from 'node:assert/strict'
import { test } from 'node:test'
import { check } from '#bulletin/check.ts'
import { htmlOf } from '#document/html.ts'
import { say } from '#kit/text.ts'
import { filled, mistakesIn, world } from './pure.ts'

test('every mistake of a template is told at once, with its line and column', () => {
  const text = `---
language: zh
author: x
---
# 通报
调研{{ research_day }}，规划{{ plan.goal_plan }}，{{ other.cards }}
{{ figure("cards", {"org": "T9"}) }}{{ figure("cards", {"from": "2012-02-30"}) }}{{ figure("cards", {"year": "2012"}) }}
{{ cards + research_days }} {{ cards > 3 }} {{ share(cards }} {{ "词" }} {{ wan(refund) }} {{ round(cards, 9) }}
::: rank indicator=cards
::: ranking indicator=card class=township
::: ranking indicator=cards class=towns
::: ranking indicator=cards
::: table indicators=cards by=decade
::: table indicators=households by=class
::: table indicators=cards colour=red
这里**没有成对
{{ cards`
  assert.deepEqual(mistakesIn(text), [
    '3:1 B101 author: x',
    '6:6 B106 research_day',
    '6:32 B106 goal_plan',
    '6:48 B106 other',
    '7:29 B110 T9',
    '7:66 B111 2012-02-30',
    '7:103 B113 year',
    '8:4 B115 张, 天',
    '8:32 B107 cards > 3',
    '8:59 B105 Expected RPAREN, got EOF',
    '8:66 B118 "词"',
    '8:76 B107 wan: 万元',
    '8:107 B114 9',
    '9:5 B119 rank',
    '10:23 B106 card',
    '11:35 B109 towns',
    '12:5 B120 class',
    '13:31 B113 decade',
    '14:22 B116 households',
    '15:28 B113 colour',
    '16:1 B121 这里**没有成对',
    '17:1 B102 {{ cards',
  ])
})

test('a misspelt indicator is told with the one that was probably meant, in both languages', () => {
  const [mistake] = check('{{ reserch_days }}', world).mistakes
  assert.equal(say(mistake?.what ?? { zh: '' }, 'zh'), '没有指标“reserch_days”')
  assert.match(say(mistake?.expected ?? { zh: '' }, 'en'), /research_days/)
})

test('an expression cannot loop, branch or reach outside', () => {
  for (const text of [
    '[1, 2].map(x, cards)',
    'true ? cards : cards',
    'cards == cards',
    '"a".matches("(a+)+$")',
    'size("x")',
    'cards.form',
    'plan',
    '{"a": "b"}',
    '',
  ]) {
    assert.equal(mistakesIn(`{{ ${text} }}`).length, 1, text)
  }
  assert.equal(mistakesIn(`{{ ${'('.repeat(60)}cards${')'.repeat(60)} }}`).length, 1)
  assert.equal(mistakesIn(`{{ ${'cards + '.repeat(80)}cards }}`).length, 1)
})

test('limits hold', () => {
  assert.deepEqual(mistakesIn('字'.repeat(200_001)), ['1:1 B104 200000'])
  assert.deepEqual(mistakesIn('{{ cards }}\n'.repeat(201)), ['201:4 B104 200 {{ }}'])
  assert.deepEqual(mistakesIn('::: table by=org indicators=cards\n'.repeat(501)), ['1:1 B104 2000'])
})

test('prose is kept as it is written, HTML and all, and can run nothing', () => {
  const { document, derivations, text } = filled(
    '# 题\n\n**一是强化。**活动<script>alert(1)</script>[链接](javascript:alert(1)) ![图](http://x/y.png) `码` a\\*b \\{{ cards }}\n第二行 one\ntwo',
  )
  assert.equal(text, '题\n**一是强化。**活动<script>alert(1)</script>[链接](javascript:alert(1)) 图 码 a*b {{ cards }}第二行 one two')
  const html = htmlOf({ id: 'x' as never, title: '</title><script>', document, derivations, moment: null, seal: null })
  assert.equal(/<script|<img|javascript:(?!alert\(1\)\))|href="javascript/i.test(html), false)
  assert.ok(html.includes('&lt;script&gt;alert(1)&lt;/script&gt;'))
})

test('a value from the register cannot become markup either', () => {
  const { document, derivations } = filled('{{ leaders("cards", "township", 1) }}', { 'visits cards T1': '3' })
  const renamed = derivations.map((d) => ({ ...d, printed: '<img src=x onerror=alert(1)>' }))
  assert.equal(htmlOf({ id: 'x' as never, title: '', document, derivations: renamed, moment: null, seal: null }).includes('<img'), false)
})

test('figures mean the bulletin’s own org unless told otherwise', () => {
  const { derivations } = filled(
    '{{ cards }}{{ figure("cards", {"org": "T1", "from": "2012-03-01"}) }}{{ figure("cards", {"place": "V1"}) }}{{ plan.goal_plans }}',
  )
  assert.deepEqual(
    derivations.map((d) => [d.campaign, d.indicator, d.org, d.place, d.from, d.to]),
    [
      ['visits', 'cards', 'ROOT', null, null, null],
      ['visits', 'cards', 'T1', null, '2012-03-01', null],
      ['visits', 'cards', null, 'V1', null, null],
      ['plans', 'goal_plans', 'ROOT', null, null, null],
    ],
  )
})

test('an office below the top of the tree never prints a whole place', () => {
  const below = { ...world, roof: { id: 'T1' as never, name: '安泰镇', top: false }, units: world.units.filter((u) => u.code === 'T1') }
  const { checked } = check('{{ figure("cards", {"place": "V1"}) }}', below)
  const [block] = checked.blocks
  const run = block?.is === 'paragraph' ? block.runs[0] : undefined
  assert.equal(run?.is === 'figure' ? run.fig.asks[0]?.org : '', 'T1')
  assert.equal(check('{{ figure("cards", {"org": "T2"}) }}', below).mistakes.length, 1)
})
