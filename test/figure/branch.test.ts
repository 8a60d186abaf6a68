import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { change, contribution } from '#figure/branch.ts'

const node = fc.constantFrom('a', 'b', 'c')
const way = fc.array(node, { minLength: 1, maxLength: 4 }).map((nodes) => nodes.map((n, i) => `${n}${i}`).join('/'))
const ways = fc.uniqueArray(way, { maxLength: 12 })

const under = (top: string, below: string) => top === '' || below === top || below.startsWith(`${top}/`)
const sumUnder = (tally: ReadonlyMap<string, number>, top: string) =>
  [...tally].filter(([w]) => under(top, w)).reduce((n, [, v]) => n + v, 0)

/** What is not zero, in the order of the ways. */
const left = (tally: ReadonlyMap<string, number>) => [...tally].filter(([, n]) => n !== 0).sort(([a], [b]) => (a < b ? -1 : 1))

test('a key counts once at every node it was seen at or below, whichever ways it was seen at', () => {
  fc.assert(
    fc.property(ways, (seen) => {
      const tally = contribution(seen)
      const nodes = new Set(['', ...seen.flatMap((w) => w.split('/').map((_, i, all) => all.slice(0, i + 1).join('/')))])
      for (const top of nodes) assert.equal(sumUnder(tally, top), seen.some((w) => under(top, w)) ? 1 : 0, `at '${top}'`)
    }),
    { numRuns: 2000 },
  )
})

test('the order in which ways were seen does not matter', () => {
  fc.assert(fc.property(ways, (seen) => assert.deepEqual(left(contribution(seen)), left(contribution([...seen].reverse())))))
})

test('changes added up are the contribution of what is seen at last', () => {
  fc.assert(
    fc.property(fc.array(ways, { maxLength: 6 }), (steps) => {
      const total = new Map<string, number>()
      let before: readonly string[] = []
      for (const after of steps) {
        for (const [w, n] of change(before, after)) total.set(w, (total.get(w) ?? 0) + n)
        before = after
      }
      assert.deepEqual(left(total), left(contribution(before)))
    }),
  )
})
