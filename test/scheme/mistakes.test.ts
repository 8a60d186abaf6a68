import assert from 'node:assert/strict'
import { test } from 'node:test'
import { formatMistake } from '#scheme/mistake.ts'
import { readScheme } from '#scheme/read.ts'
import { broken } from './broken.ts'

for (const { says, source, mistakes } of broken) {
  test(`a scheme is refused: ${says}`, () => {
    const result = readScheme(source, { 'there.md': '# x' })
    const found = result.ok ? [] : result.mistakes.map((m) => `${m.line}:${m.column} ${m.code}`)
    assert.deepEqual(found, mistakes, result.ok ? 'it was accepted' : result.mistakes.map((m) => formatMistake('scheme.yaml', m, 'en')).join('\n'))
  })
}

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
  const mistake = { line: 3, column: 7, code: 'S101', path: 'a.b', what: { zh: '不认识的键“titel”', en: 'Unknown key “titel”' }, expected: { zh: '“title”', en: '“title”' } }
  assert.equal(formatMistake('x.yaml', mistake, 'en'), 'x.yaml:3:7 S101 Unknown key “titel” – expected “title”')
  assert.equal(formatMistake('x.yaml', mistake, 'zh'), 'x.yaml:3:7 S101 不认识的键“titel” – 应为“title”')
})

test('each code of the checker is met by some broken scheme', () => {
  const met = new Set(broken.flatMap((b) => b.mistakes.map((m) => m.split(' ')[1])))
  const all = ['S001', 'S002', 'S003', 'S101', 'S102', 'S103', 'S104', 'S201', 'S202', 'S203', 'S204', 'S205', 'S206', 'S207', 'S301', 'S302', 'S303', 'S304', 'S305', 'S306', 'S307', 'S308', 'S309', 'S310', 'S311', 'S312', 'S313', 'S314', 'S321', 'S322', 'S323', 'S324', 'S325', 'S326', 'S327', 'S328', 'S331', 'S332', 'S333', 'S334', 'S335', 'S341', 'S342', 'S343', 'S344', 'S345', 'S351']
  assert.deepEqual(all.filter((code) => !met.has(code)), [])
})
