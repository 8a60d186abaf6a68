import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { stringify } from 'yaml'
import { readScheme } from '#scheme/read.ts'

/* Wherever and however an expression is written down, its mistake is found at its own line and column. */

const scheme = (value: string) => ({
  scheme: 'try-it',
  title: '试',
  window: { from: '2012-02-20', to: '2012-12-31' },
  activities: { visit: { title: '走访', fields: [{ key: 'days', title: '天', type: 'integer' }] } },
  indicators: { a: { title: '甲', unit: '天', from: 'visit', when: value } },
})

const filler = fc.constantFrom('days > 1 &&', 'days<2   ||', 'days == 3 &&', '"“好”" != "it\'s" &&', '!(days > 4)\n||', 'days > 5\n  &&')

test('an unknown name is found in plain, quoted, literal and folded text, over several lines', () => {
  fc.assert(
    fc.property(
      fc.array(filler, { maxLength: 6 }),
      fc.constantFrom('PLAIN', 'QUOTE_DOUBLE', 'QUOTE_SINGLE', 'BLOCK_LITERAL', 'BLOCK_FOLDED'),
      fc.integer({ min: 20, max: 100 }),
      (parts, style, width) => {
        const source = stringify(scheme(`${parts.join(' ')} nowhere > 6 && days > 7`), {
          defaultStringType: style as 'PLAIN',
          defaultKeyType: 'PLAIN',
          lineWidth: width,
        })
        const result = readScheme(source)
        const before = source.slice(0, source.indexOf('nowhere')).split('\n')
        assert.deepEqual(
          result.ok ? [] : result.mistakes.map((m) => `${m.line}:${m.column} ${m.code}`),
          [`${before.length}:${(before.at(-1)?.length ?? 0) + 1} S202`],
          source,
        )
      },
    ),
    { numRuns: 200 },
  )
})

test('lines that end as on Windows, and a byte order mark, move nothing', () => {
  const source = stringify(scheme('nowhere > 1'))
  const plain = readScheme(source)
  const windows = readScheme(source.replaceAll('\n', '\r\n'))
  assert.deepEqual(windows, plain)
  const marked = readScheme(`\uFEFF${source}`)
  assert.equal(marked.ok ? '' : marked.mistakes[0]?.code, 'S202')
})
