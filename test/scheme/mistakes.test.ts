import assert from 'node:assert/strict'
import { readFileSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { test } from 'node:test'
import { formatMistake } from '#scheme/mistake.ts'
import { readScheme } from '#scheme/read.ts'
import { broken } from './broken.ts'
import { counted, form } from './marked.ts'

for (const { says, source, mistakes } of broken) {
  test(`a scheme is refused: ${says}`, () => {
    const result = readScheme(source, { 'there.md': '# x' })
    const found = result.ok ? [] : result.mistakes.map((m) => `${m.line}:${m.column} ${m.code}`)
    assert.deepEqual(
      found,
      mistakes,
      result.ok ? 'it was accepted' : result.mistakes.map((m) => formatMistake('scheme.yaml', m, 'en')).join('\n'),
    )
  })
}

test('different things that are counted may be compared, and neither added nor compared with what is measured', () => {
  const stay = (check: string, unit = '晚') =>
    readScheme(
      form(
        `      - { key: days, title: 天数, type: integer, unit: 天 }\n      - { key: nights, title: 晚数, type: integer, unit: ${unit}, check: ${check} }`,
      ),
    ).ok
  for (const check of ['nights <= days', 'nights == days', 'days > nights']) assert.ok(stay(check), check)
  for (const check of ['nights + days > 3', 'min(nights, days) > 1']) assert.ok(!stay(check), check)
  for (const unit of ['小时', '亩']) assert.ok(!stay('nights <= days', unit), unit)
  const figure = (formula: string) =>
    readScheme(
      counted(`  a: { title: 甲, unit: 张, from: visit, value: cards }
  b: { title: 乙, unit: 天, from: visit, value: days }
  c: { title: 丙, unit: 半天, from: visit, value: days }
  d: { title: 丁, unit: 张, formula: '${formula}' }`),
    ).ok
  assert.ok(figure('a > b ? a : a * 2'))
  assert.ok(!figure('b > c ? a : a * 2'), 'the same kind in other units')
})

const expectedOf = (source: string): readonly string[] => {
  const read = readScheme(source)
  return read.ok ? [] : read.mistakes.map((m) => `${m.code} ${m.expected.en}`)
}
const figure = (when: string) => expectedOf(counted(`  a: { title: 甲, unit: 件, from: problem.raised, when: '${when}' }`))

test('who reckons with days as with numbers, or asks for today, is told what there is', () => {
  assert.match(figure('day_closed - day <= 5')[0] ?? '', /^S203 days_between\(a, b\)/)
  assert.match(figure('day + 5 >= day_closed')[0] ?? '', /^S203 day_after\(a, n\)/)
  assert.match(figure('days_between(day, today) > 5')[0] ?? '', /^S202 the record’s own days/)
  assert.deepEqual(figure('workdays_between(day, closed_day) <= 5'), ['S202 “day_closed” (a slip?)'])
  assert.deepEqual(figure('workdays(day, day_closed) <= 5'), ['S205 “workdays_between” (a slip?)'])
  assert.deepEqual(figure('days_between(day) <= 5'), ['S203 days_between(a day, a day)'])
})

test('a comma that cut an expression short is told to want quotes, at both of its halves', () => {
  const source = counted('  a: { title: 甲, unit: 次, from: visit, when: days_between(day, day) > 3 }')
  const wanted = expectedOf(source).filter((e) => e.includes('quotes around the whole expression'))
  assert.deepEqual(wanted.map((e) => e.slice(0, 4)).toSorted(), ['S101', 'S201'])
})

test('of a day and an event what was meant is told', () => {
  const by = (moment: string) =>
    expectedOf(
      counted(
        '  a: { title: 甲, unit: 次, from: visit }',
        `quotas: { q: { title: 任, who: org, indicator: a, at_least: 1, by: ${moment} } }\n`,
      ),
    )
  assert.deepEqual(by('midterm + 7 days'), ['S104 a day, event:name, event:name + 7 days, or phase:name'])
  assert.deepEqual(by('2012-13-01'), ['S104 a day that exists, such as 2012-05-15'])
})

test('every mistake says what and what was expected, in both languages', () => {
  for (const { source } of broken) {
    const result = readScheme(source)
    for (const m of result.ok ? [] : result.mistakes) {
      for (const text of [m.what, m.expected]) {
        assert.match(text.zh, /\p{Script=Han}|\d/u, `${m.code}: ${text.zh}`)
        assert.ok(text.en !== undefined && text.en !== '', `${m.code} has no English`)
        assert.doesNotMatch(`${text.zh}${text.en}`, /undefined|\[object/)
      }
    }
  }
})

test('a mistake is one line: file, line, column, code, what, expected', () => {
  const mistake = {
    line: 3,
    column: 7,
    code: 'S101',
    path: 'a.b',
    what: { zh: '不认识的键“titel”', en: 'Unknown key “titel”' },
    expected: { zh: '“title”', en: '“title”' },
  }
  assert.equal(formatMistake('x.yaml', mistake, 'en'), 'x.yaml:3:7 S101 Unknown key “titel” – expected “title”')
  assert.equal(formatMistake('x.yaml', mistake, 'zh'), 'x.yaml:3:7 S101 不认识的键“titel” – 应为“title”')
})

const under = (path: string): string[] =>
  readdirSync(path, { withFileTypes: true }).flatMap((e) => (e.isDirectory() ? under(join(path, e.name)) : [join(path, e.name)]))
const root = join(import.meta.dirname, '../..')
const codes = [
  ...new Set(under(join(root, 'src/scheme')).flatMap((file) => readFileSync(file, 'utf8').match(/(?<=')S\d{3}(?=')/g) ?? [])),
].sort()

test('each code of the checker is met by some broken scheme', () => {
  const met = new Set(broken.flatMap((b) => b.mistakes.map((m) => m.split(' ')[1])))
  assert.ok(codes.length > 40)
  assert.deepEqual(
    codes.filter((code) => !met.has(code)),
    [],
  )
})

const manual = readFileSync(join(root, 'docs/scheme-language.md'), 'utf8')

test('the manual lists each code, and no other', () => {
  assert.deepEqual([...new Set(manual.slice(manual.indexOf('## Mistakes')).match(/S\d{3}/g))].sort(), codes)
})

test('the manual’s own example is a campaign without mistakes', () => {
  const example = /```yaml\n([\s\S]*?)```/.exec(manual)?.[1] ?? ''
  const result = readScheme(example)
  assert.deepEqual(result.ok ? [] : result.mistakes, [])
})
