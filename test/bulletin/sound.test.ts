import assert from 'node:assert/strict'
import { test } from 'node:test'
import { completeTemplate } from '#bulletin/assist.ts'
import { readSound } from '#bulletin/sound.ts'
import { outlineOf } from '#scheme/assist/outline.ts'
import { campaigns } from '../scheme/files.ts'

const scheme = (template: string): string => `scheme: spring
title: 春季
window: { from: 2024-03-01, to: 2024-06-30 }
classes: [{ key: town, title: 乡镇, where: org.kind == "township" }]
activities: { visit: { title: 走访 } }
indicators:
  visits: { title: 次数, unit: 次, from: visit }
  days: { title: 天数, unit: 天, from: visit }
bulletins:
  progress: { title: 通报, template: ${template} }
`

const found = (template: string): readonly string[] =>
  readSound(scheme('b.md'), { 'b.md': template }).mistakes.map((m) => `${m.file} ${m.line}:${m.column} ${m.code} ${m.path}`)

test('a template’s mistakes are told at their places in its own file, before there is any register', () => {
  assert.deepEqual(found('# 题\n\n走访{{ vists }}。\n\n::: ranking indicator=visits class=twon\n'), [
    'b.md 3:6 B106 vists',
    'b.md 5:36 B109 twon',
  ])
  assert.deepEqual(found('{{ visits + days }}'), ['b.md 1:4 B115 次, 天'])
})

test('codes of units and places, and figures of campaigns that are only named when drafting, are taken on trust', () => {
  assert.deepEqual(
    found(
      '{{ figure("visits", {"org": "T-77"}) }}、{{ plan.goals }}、{{ plan.goals + visits }}\n\n::: ranking indicator=plan.goals class=whatever\n\n::: not-started class=town campaign=plan\n',
    ),
    [],
  )
})

test('a template within the scheme has its mistakes at their places in the scheme', () => {
  const source = scheme('"走访{{ vists }}"')
  const [mistake] = readSound(source).mistakes
  assert.equal(mistake?.file, null)
  const line = source.split('\n')[(mistake?.line ?? 1) - 1] ?? ''
  assert.ok(line.slice((mistake?.column ?? 1) - 1).startsWith('vists'), line)
})

test('the shipped campaigns and their templates are sound', () => {
  for (const { name, source, files } of campaigns()) assert.deepEqual(readSound(source, files).mistakes, [], name)
})

test('figures, functions, classes and directives are offered where they may stand in a template, and nothing in prose', () => {
  const outline = outlineOf(scheme('b.md'), 0, null)
  const words = (text: string) => completeTemplate(text, text.length, outline)?.choices.map((c) => c.word) ?? null
  assert.ok(['visits', 'share', 'not_started'].every((w) => words('共{{ ')?.includes(w)))
  assert.deepEqual(words('{{ units("'), ['town'])
  assert.deepEqual(words('{{ leaders("visits", "'), ['town'])
  assert.deepEqual(words('{{ figure("'), ['visits', 'days'])
  assert.ok(words('::: ')?.includes('not-started'))
  assert.deepEqual(words('::: ranking class='), ['town'])
  assert.deepEqual(words('::: table by=indicator indicators=visits,'), ['visits', 'days'])
  assert.equal(words('只是文字'), null)
  assert.equal(words('{{ visits }}之后'), null)
})
