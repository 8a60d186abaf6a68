import assert from 'node:assert/strict'
import { test } from 'node:test'
import { complete } from '#scheme/assist/complete.ts'
import { standAt } from '#scheme/assist/cursor.ts'
import { explain } from '#scheme/assist/hover.ts'
import { outlineOf } from '#scheme/assist/outline.ts'
import { type JsonSchema, languageSchema } from '#scheme/schema.ts'

/* │ is where the cursor stands. */

const split = (text: string): readonly [string, number] => [text.replace('│', ''), text.indexOf('│')]
const stand = (text: string) => standAt(...split(text))
const words = (text: string): readonly string[] => {
  const [source, at] = split(text)
  return complete(source, at, outlineOf(source, at, null))?.choices.map((c) => c.word) ?? []
}
const inserted = (text: string, word: string): string => {
  const [source, at] = split(text)
  return complete(source, at, outlineOf(source, at, null))?.choices.find((c) => c.word === word)?.insert ?? ''
}

const scheme = (more: string): string => `scheme: spring
title: 春季
window: { from: 2024-03-01, to: 2024-06-30 }
subjects: [{ key: household, title: 农户, unit: 户 }]
tags: [{ key: 困难户, title: 困难户 }]
activities:
  visit:
    title: 走访
    to: [household]
    fields:
      - { key: days, title: 天数, type: integer, unit: 天 }
      - { key: way, title: 方式, type: choice, options: [{ key: home, title: 入户 }, { key: field, title: 田头 }] }
matters:
  problem: { title: 问题, outcomes: [{ key: solved, title: 已解决 }] }
indicators:
  visits: { title: 次数, unit: 次, from: visit }
  houses: { title: 户数, unit: 户, from: visit, distinct: subject }
${more}`

test('where the cursor stands is known from the text before it, in blocks and in brackets', () => {
  assert.deepEqual(stand('activities:\n  visit:\n    ti│')?.path, ['activities', 'visit'])
  assert.deepEqual(stand('activities:\n  visit:\n    fields:\n      - { key: a, options: [{ key: b, ti│')?.path, [
    'activities',
    'visit',
    'fields',
    0,
    'options',
    0,
  ])
  assert.deepEqual(stand('activities:\n  visit:\n    fields:\n    - key: a\n    - key: b\n      ty│')?.path, [
    'activities',
    'visit',
    'fields',
    1,
  ])
  assert.deepEqual(stand('activities:\n  visit:\n    fields:\n    - key: a\n    ru│')?.path, ['activities', 'visit'])
  assert.deepEqual(stand('a:\n  b: >\n    some: text\n  c│')?.path, ['a'])
  assert.equal(stand('a: 1 # a comm│'), null)
  const value = stand('indicators:\n  a:\n    when: \'kind == "y│')
  assert.deepEqual([value?.on, value?.path, value?.typed], ['value', ['indicators', 'a', 'when'], '\'kind == "y'])
})

test('keys come from the published schema, without those that are there; words from its lists', () => {
  assert.ok(words('│').includes('indicators'))
  const keys = words(scheme('quotas:\n  q: { title: x, who: person, │'))
  assert.ok(keys.includes('at_least') && !keys.includes('who'))
  assert.deepEqual(words(scheme('quotas:\n  q: { title: x, who: │')), ['org', 'person', 'team'])
  assert.deepEqual(words('title: { │'), ['zh', 'en'])
  assert.deepEqual(words('activities:\n  │'), [], 'what the writer invents is not offered')
})

test('what is put in goes on where something is to follow', () => {
  assert.equal(inserted('│', 'phases'), 'phases:\n  - ')
  assert.equal(inserted('activities:\n  a:\n    │', 'place'), 'place: │')
  assert.equal(inserted('activities:\n  a: { │', 'fields'), 'fields: [│]')
  assert.equal(inserted('activities:\n  a:\n    pl│: none', 'place'), 'place', 'the colon is there already')
})

test('names come from the scheme itself: fields in expressions, indicators in quotas, tags, kinds and functions', () => {
  const value = words(scheme('  more: { title: 天, unit: 天, from: visit, value: da│ }'))
  assert.ok(['days', 'participants', 'size'].every((w) => value.includes(w)) && !value.includes('visits'))
  assert.deepEqual(words(scheme('quotas:\n  q: { title: x, who: org, indicator: │ }')), ['visits', 'houses'])
  assert.deepEqual(words(scheme('  of_poor: { title: x, unit: 户, of: houses, when: \'"│')), ['困难户'])
  assert.deepEqual(words(scheme('  more: { title: x, unit: 次, from: │ }')), [
    'visit',
    'problem.raised',
    'problem.closed',
    'matter.raised',
    'matter.closed',
  ])
  assert.deepEqual(words(scheme('  at_home: { title: x, unit: 次, from: visit, when: way == "│ }')), ['home', 'field'])
  assert.deepEqual(words(scheme('  more: { title: x, unit: 户, of: houses, when: subject.│ }')), ['kind', 'tags'])
  assert.ok(words(scheme('  rate: { title: x, unit: 次, formula: │ }')).includes('houses'))
  const bound = (who: string) => words(scheme(`quotas:\n  q: { title: x, who: ${who}, indicator: visits, where: │ }`))
  assert.deepEqual([bound('org').includes('org'), bound('org').includes('team')], [true, false])
  assert.deepEqual([bound('team').includes('team'), bound('team').includes('org')], [true, false])
  assert.ok(words(scheme('  more: { title: x, unit: │ }')).includes('万元'))
})

test('a scheme that cannot be read because of the line being written is still known', () => {
  assert.deepEqual(words(scheme('quotas:\n  q: { title: x, who: org, indicator: │')), ['visits', 'houses'])
})

test('hovering explains a key in both languages, a word of a list, and what the scheme calls a name', () => {
  const [source, at] = split(scheme('  more: { title: 天, unit: 天, from: visit, dis│tinct: org, value: days }'))
  const outline = outlineOf(source, 0, null)
  assert.match(explain(source, at, outline)?.says.zh ?? '', /去重/)
  assert.match(explain(source, at, outline)?.says.en ?? '', /once/)
  assert.equal(explain(source, source.indexOf('value: days') + 8, outline)?.says.zh, '天数')
  assert.match(explain(source, source.indexOf('choice') + 2, outline)?.says.zh ?? '', /单选/)
  assert.equal(explain(source, source.indexOf('visit:') + 2, outline), null, 'a key of the writer’s own has no manual')
})

test('every key of the language is explained in both languages: a new one wants its line in src/scheme/manual.ts', () => {
  const silent: string[] = []
  const isSchema = (value: unknown): value is JsonSchema => typeof value === 'object' && value !== null && !Array.isArray(value)
  const look = (schema: unknown, way: string): void => {
    if (!isSchema(schema)) return
    const { properties, items, additionalProperties, anyOf } = schema
    if (isSchema(properties))
      for (const [key, one] of Object.entries(properties)) {
        const says = isSchema(one) ? one['description'] : undefined
        if (typeof says !== 'string' || says.split('\n').length !== 2) silent.push(`${way}.${key}`)
        look(one, `${way}.${key}`)
      }
    look(items, `${way}[]`)
    look(additionalProperties, `${way}.*`)
    if (Array.isArray(anyOf)) for (const one of anyOf) look(one, way)
  }
  look(languageSchema(), '')
  assert.deepEqual(silent, [])
})

test('what counts matters is offered the event, and what it can be', () => {
  const open = (value: string) => scheme(`  open: { title: 在册, unit: 件, from: [problem.raised, problem.closed], value: '${value}│' }\n`)
  assert.ok(words(open('ev')).includes('event'))
  assert.deepEqual(words(open('event == "')), ['raised', 'closed'])
  assert.ok(!words(scheme("  often: { title: 次, unit: 次, from: visit, when: 'ev│' }\n")).includes('event'))
})

test('functions of days are offered where a record is spoken of, and nowhere else', () => {
  assert.ok(words(scheme("  a: { title: 甲, unit: 次, from: visit, when: 'work│")).includes('workdays_between'))
  assert.ok(words(scheme("  a:\n    title: 甲\n    unit: 件\n    from: problem.raised\n    when: 'day│")).includes('day_closed'))
  assert.equal(inserted(scheme("  a: { title: 甲, unit: 次, from: visit, when: 'day│"), 'days_between'), 'days_between(│, )')
  assert.ok(!words(scheme("  a: { title: 甲, unit: 次, formula: 'work│")).includes('workdays_between'))
  assert.ok(!words(scheme("classes:\n  - { key: a, title: 甲, where: 'work│")).includes('workdays_between'))
})
