import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { formatMistake } from '#scheme/mistake.ts'
import { readScheme } from '#scheme/read.ts'
import { campaigns } from './files.ts'

const sources = campaigns()
const scraps = [
  '',
  ' ',
  '\n',
  '  ',
  ':',
  ': ',
  '- ',
  '{',
  '}',
  '[',
  ']',
  ',',
  '"',
  "'",
  '|',
  '>',
  '&a ',
  '*a',
  '#',
  '!',
  '%',
  '\t',
  '0',
  '-1',
  '1e400',
  '.nan',
  'null',
  'true',
  '~',
  '元',
  '万',
  '💧',
  '\u0000',
  '\uFEFF',
  'in',
  'it',
  'of',
  'visit',
  'a: ',
  '<<: ',
  '? ',
  '!!set ',
  'constructor',
  '__proto__: ',
  'toString',
]

/** A text with some of its pieces cut, doubled, moved or replaced. */
const mutated = (source: string): fc.Arbitrary<string> =>
  fc
    .array(
      fc.record({
        at: fc.nat(source.length),
        length: fc.nat(60),
        scrap: fc.constantFrom(...scraps),
        act: fc.constantFrom('insert', 'cut', 'replace', 'double'),
      }),
      { minLength: 1, maxLength: 6 },
    )
    .map((changes) =>
      changes.reduce((text, { at, length, scrap, act }) => {
        const i = at % (text.length + 1)
        const piece = text.slice(i, i + length)
        const put = act === 'insert' ? scrap + piece : act === 'cut' ? '' : act === 'replace' ? scrap : piece + piece
        return text.slice(0, i) + put + text.slice(i + length)
      }, source),
    )

const sound = (source: string): void => {
  const result = readScheme(source)
  if (result.ok) return
  assert.ok(result.mistakes.length > 0, 'refused without a mistake')
  const lines = source.split('\n').length
  for (const m of result.mistakes) {
    assert.match(m.code, /^S\d{3}$/)
    assert.ok(m.line >= 1 && m.line <= lines + 1 && m.column >= 1, `${m.line}:${m.column} lies outside the file`)
    assert.match(formatMistake('x', m, 'zh'), /^x:\d+:\d+ S\d{3} /)
  }
}

test('a changed scheme is read or refused with mistakes inside the file, and never throws', () => {
  fc.assert(fc.property(fc.constantFrom(...sources.map((s) => s.source)).chain(mutated), sound), { numRuns: 80 })
})

test('any text is read or refused, and never throws', () => {
  fc.assert(
    fc.property(
      fc
        .array(fc.oneof(fc.constantFrom(...scraps, 'scheme: a-b\n', 'indicators:\n', 'activities:\n'), fc.string()), { maxLength: 30 })
        .map((parts) => parts.join('')),
      sound,
    ),
    { numRuns: 300 },
  )
})

const small = `scheme: a-b
title: 试
window: { from: 2012-02-20, to: 2012-12-31 }
activities:
  visit: { title: 走, to: [户], fields: [{ key: n, title: 数, type: integer, unit: 天 }, { key: w, title: 式, type: choice, options: [{ key: a, title: 甲 }] }] }
subjects: [{ key: 户, title: 户, unit: 户 }]
indicators:
  a: { title: 甲, unit: 天, from: visit, value: EXPRESSION }
`
const words = [
  'n',
  'w',
  'it',
  'it.n',
  'day',
  'participants',
  'subjects',
  'size(',
  ')',
  '(',
  '.exists(p, ',
  '.all(s, ',
  'p',
  's.tags',
  '.kind',
  '"a"',
  '"',
  '1',
  '2.5',
  '9999999999999999999',
  '1e400',
  '+',
  '-',
  '*',
  '/',
  '%',
  '==',
  '!=',
  '<',
  '&&',
  '||',
  '!',
  '?',
  ':',
  '[',
  ']',
  '{',
  '}',
  ',',
  ' in ',
  'has(',
  'true',
  'null',
  'matches',
  'b"x"',
  'r"',
  "'''",
  '0x',
  'dyn(',
  'type(n)',
  '\\u{',
]

test('any expression is compiled or refused, and never throws', () => {
  fc.assert(
    fc.property(
      fc
        .array(fc.constantFrom(...words), { minLength: 1, maxLength: 9 })
        .map((parts) => small.replace('EXPRESSION', () => JSON.stringify(parts.join('')))),
      sound,
    ),
    { numRuns: 500 },
  )
})
