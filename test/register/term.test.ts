import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { addDays } from '#kit/day.ts'
import { sayPosts, samePosts } from '#register/post.ts'
import { type Said, holdsOn, sayTerm } from '#register/term.ts'
import type { Term } from '#register/shape.ts'

type Named = { readonly name: string }
type NamedTerm = Term & Named
const blank: Named = { name: '' }
const say = (before: readonly NamedTerm[], said: Said<Named>) => sayTerm<Named>(before, said, blank)

test('without a day the present name is corrected and the past stays', () => {
  const before: NamedTerm[] = [
    { name: '安丰公社', from: null, until: '1983-07-01' },
    { name: '安丰乡', from: '1983-07-01', until: null },
  ]
  assert.deepEqual(say(before, { name: '安丰镇' }), [before[0], { name: '安丰镇', from: '1983-07-01', until: null }])
})

test('from a day on a new name holds, and the old one until then', () => {
  const terms = say([{ name: '安丰乡', from: null, until: null }], { name: '安丰镇', from: '1994-01-01' })
  assert.deepEqual(terms, [
    { name: '安丰乡', from: null, until: '1994-01-01' },
    { name: '安丰镇', from: '1994-01-01', until: null },
  ])
})

test('a day inside a past term splits that term and leaves the later ones', () => {
  const before: NamedTerm[] = [
    { name: 'a', from: null, until: '2000-01-01' },
    { name: 'c', from: '2000-01-01', until: null },
  ]
  assert.deepEqual(
    say(before, { name: 'b', from: '1990-01-01' }).map((t) => [t.name, t.from, t.until]),
    [
      ['a', null, '1990-01-01'],
      ['b', '1990-01-01', '2000-01-01'],
      ['c', '2000-01-01', null],
    ],
  )
})

test('an org that was closed comes back after a gap', () => {
  const before: NamedTerm[] = [{ name: 'a', from: null, until: '2000-01-01' }]
  const terms = say(before, { name: 'a', from: '2005-01-01' })
  assert.deepEqual(
    terms.map((t) => [t.from, t.until]),
    [
      [null, '2000-01-01'],
      ['2005-01-01', null],
    ],
  )
})

const day = fc.integer({ min: 0, max: 400 }).map((n) => addDays('2011-01-01', n))
const lasting = fc
  .record({ name: fc.constantFrom('a', 'b', 'c'), from: fc.option(day), until: fc.option(day) })
  .filter(({ from, until }) => from === null || until === null || from < until)

test('whatever is said in whatever order: terms never overlap, saying it again changes nothing, and it holds on its day', () => {
  fc.assert(
    fc.property(fc.array(lasting, { minLength: 1, maxLength: 8 }), (all) => {
      let terms: readonly NamedTerm[] = []
      for (const said of all) {
        if (said.from === null && said.until !== null && (terms.at(-1)?.from ?? '') >= said.until) continue
        terms = say(terms, said)
        assert.equal(say(terms, said), terms, 'the same array comes back')
        terms.forEach((t, i) =>
          assert.ok((t.from ?? '') < (t.until ?? '9') && (t.until ?? '9') <= (terms[i + 1]?.from ?? '9'), JSON.stringify(terms)),
        )
        const on = said.from ?? terms.at(-1)?.from ?? '2000-01-01'
        if (terms.some((t) => holdsOn(t, on))) assert.equal(terms.find((t) => holdsOn(t, on))?.name, said.name)
      }
    }),
    { numRuns: 500 },
  )
})

test('a roster that names one new org moves a person who had one post; the rank of before is not carried along', () => {
  const before = [{ org: 'A', post: '科员', rank: '一级', from: null, until: null }]
  assert.deepEqual(sayPosts(before, [{ org: 'B', post: '科长' }], false), [{ org: 'B', post: '科长', rank: '', from: null, until: null }])
  assert.deepEqual(sayPosts(before, [{ org: 'B', post: '科长', from: '2012-03-01' }], false), [
    { org: 'A', post: '科员', rank: '一级', from: null, until: '2012-03-01' },
    { org: 'B', post: '科长', rank: '', from: '2012-03-01', until: null },
  ])
})

test('a second post from the same roster stands beside the first, in any order, and a second import changes nothing', () => {
  const one = sayPosts([], [{ org: 'A', post: '书记' }], false)
  const two = sayPosts(one, [{ org: 'B', post: '委员' }], true)
  assert.deepEqual(
    two.map((p) => p.org),
    ['A', 'B'],
  )
  assert.ok(
    samePosts(
      two,
      sayPosts(
        two,
        [
          { org: 'B', post: '委员' },
          { org: 'A', post: '书记' },
        ],
        false,
      ),
    ),
  )
})
