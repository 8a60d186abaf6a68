import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import type { NodeEntry } from '#register/entry.ts'
import { termOn } from '#register/term.ts'
import { type Node, planTree } from '#register/tree-plan.ts'

let made = 0
const newId = () => `id${++made}`
const words = (plans: ReturnType<typeof planTree>) => plans.map((p) => ('outcome' in p ? p.outcome : p.map((m) => m.code).join(' ')))

/** The tree after the plans, by code. */
const grown = (known: ReadonlyMap<string, Node>, plans: ReturnType<typeof planTree>): Map<string, Node> => {
  const nodes = new Map(known)
  for (const p of plans) if ('outcome' in p) nodes.set(p.code, p)
  return nodes
}

test('parents may come later; whoever stands on a circle or below a refused new node is refused, nobody else', () => {
  const entries: NodeEntry[] = [
    { code: 'a', name: 'a', parent: 'b' },
    { code: 'b', name: 'b', parent: null },
    { code: 'x', name: 'x', parent: 'y' },
    { code: 'y', name: 'y', parent: 'z' },
    { code: 'z', name: 'z', parent: 'x' },
    { code: 'under', name: 'under', parent: 'x' },
    { code: 'self', name: 'self', parent: 'self' },
    { code: 'lost', name: 'lost', parent: 'nowhere' },
    { code: 'child', name: 'child', parent: 'lost' },
    { code: 'a', name: 'again', parent: null },
  ]
  assert.deepEqual(words(planTree(entries, new Map(), newId)), [
    'added',
    'added',
    'circle',
    'circle',
    'circle',
    'unknown-parent',
    'circle',
    'unknown-parent',
    'unknown-parent',
    'code-twice',
  ])
})

test('a circle that would hold in the past alone is refused too', () => {
  const known = grown(
    new Map(),
    planTree(
      [
        { code: 'a', name: 'a', parent: null },
        { code: 'b', name: 'b', parent: 'a' },
      ],
      new Map(),
      newId,
    ),
  )
  assert.deepEqual(
    words(
      planTree(
        [
          { code: 'a', name: 'a', parent: 'b' },
          { code: 'b', name: 'b', parent: null, from: '2013-01-01' },
        ],
        known,
        newId,
      ),
    ),
    ['circle', 'circle'],
  )
  assert.deepEqual(
    words(
      planTree(
        [
          { code: 'a', name: 'a', parent: 'b', from: '2013-01-01' },
          { code: 'b', name: 'b', parent: null, from: '2013-01-01' },
        ],
        known,
        newId,
      ),
    ),
    ['changed', 'changed'],
  )
})

const codes = ['a', 'b', 'c', 'd', 'e', 'f']
const entry = fc.record({
  code: fc.constantFrom(...codes),
  name: fc.constantFrom('n', 'm'),
  parent: fc.option(fc.constantFrom(...codes)),
  from: fc.option(fc.constantFrom('2012-01-01', '2013-01-01', '2014-01-01')),
})

test('whatever is said: on no day a circle, and saying what was taken again changes nothing', () => {
  fc.assert(
    fc.property(fc.array(fc.array(entry, { maxLength: 6 }), { maxLength: 5 }), (batches) => {
      let known = new Map<string, Node>()
      for (const batch of batches) {
        const plans = planTree(batch, known, newId)
        known = grown(known, plans)
        const byId = new Map([...known.values()].map((n) => [n.id, n]))
        for (const node of known.values()) {
          for (const day of ['', '2012-06-01', '2013-06-01', '2014-06-01']) {
            let [at, steps] = [node.id as string | null | undefined, 0]
            while (at != null) {
              assert.ok(byId.has(at), 'every parent is known')
              assert.ok(++steps <= codes.length, 'no circle')
              at = termOn(byId.get(at)?.terms ?? [], day)?.parent
            }
          }
        }
        const taken = batch.filter((_, i) => 'outcome' in (plans[i] ?? []))
        if (taken.length === batch.length)
          assert.deepEqual([...new Set(words(planTree(taken, known, newId)))], taken.length > 0 ? ['same'] : [])
      }
    }),
    { numRuns: 1000 },
  )
})
