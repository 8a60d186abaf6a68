import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { Decimal } from '#kit/decimal.ts'
import { namesOf } from '#record/names.ts'
import type { Names } from '#scheme/compiled.ts'
import { campaign, contextOf, formOf, subjects, visit } from './world.ts'

const compiled = campaign()
const names = (...args: Parameters<typeof visit>): Names => {
  const content = visit(...args)
  return namesOf(formOf(compiled, 'visit'), content, contextOf(content))
}

test('numbers are seen in base units: 万元 in 元, 公顷 in 亩, exactly', () => {
  const seen = names({ days: '3', funds: '671.12', land: '2' })
  assert.equal(seen['days'], 3n)
  assert.equal(String(seen['funds']), '6711200')
  assert.equal(String(seen['land']), '30')
})

test('an approximate number is seen as its number', () => {
  assert.equal(String(names({ funds: { value: '5100', approx: '近' } })['funds']), '51000000')
})

test('blank and hidden fields are absent, for expressions as for has()', () => {
  const seen = names({ days: null, way: 'money', worth: '5', receipt: '票', topics: [], what: '' })
  for (const key of ['days', 'worth', 'receipt', 'topics', 'what', 'funds', 'outcome', 'closed']) assert.equal(seen[key], undefined, key)
  assert.equal(seen['it'], seen)
})

test('a value that is not what its field says is taken for blank', () => {
  const seen = names({ days: '1e5', funds: 'NaN', way: true, topics: 'a', met: 'yes' })
  for (const key of ['days', 'funds', 'way', 'topics', 'met']) assert.equal(seen[key], undefined, key)
})

test('a record is seen with its day, org, place, people, subjects and photos', () => {
  const seen = names(
    { days: '1' },
    {
      subjects: subjects(21),
      attachments: [
        { sha256: 'a'.repeat(64), name: 'a', type: 'image/png', size: 1 },
        { sha256: 'b'.repeat(64), name: 'b', type: 'text/plain', size: 1 },
      ],
    },
  )
  assert.equal(seen['kind'], 'visit')
  assert.equal(seen['day'], '2012-05-04')
  assert.equal(seen['photos'], 1n)
  assert.deepEqual({ ...(seen['org'] as object) }, { code: 'an-feng', kind: 'township', class: '乡镇' })
  assert.deepEqual({ ...(seen['place'] as object) }, { code: 'v-1', kind: 'village' })
  assert.deepEqual(
    (seen['participants'] as object[]).map((p) => ({ ...p })),
    [{ rank: '乡科级', post: '干部' }],
  )
  assert.deepEqual(
    (seen['subjects'] as object[]).map((s) => ({ ...s })),
    [{ kind: 'household', tags: ['困难'] }],
  )
  assert.equal(names({}, { place: null })['place'], undefined)
})

test('a matter is seen open, then closed with its outcome', () => {
  const open = visit({})
  const closed = visit({}, { closing: { day: '2012-05-06', outcome: 'solved', note: '' } })
  const form = formOf(compiled, 'problem')
  assert.deepEqual([namesOf(form, open, contextOf(open))['closed'], namesOf(form, open, contextOf(open))['outcome']], [false, undefined])
  assert.deepEqual(
    [namesOf(form, closed, contextOf(closed))['closed'], namesOf(form, closed, contextOf(closed))['outcome']],
    [true, 'solved'],
  )
})

test('any amount with four decimals of 万元 comes back from 元 as it was entered', () => {
  fc.assert(
    fc.property(fc.nat(1_000_000_000), fc.nat(9999), (whole, part) => {
      const entered = new Decimal(`${whole}.${String(part).padStart(4, '0')}`)
      const seen = names({ funds: entered.toFixed() })['funds'] as Decimal
      assert.ok(seen.isInteger())
      assert.equal(seen.div(10000).toFixed(), entered.toFixed())
    }),
  )
})
