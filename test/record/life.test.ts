import assert from 'node:assert/strict'
import { test } from 'node:test'
import { type Circumstance, next, open } from '#record/life.ts'
import { type Act, acts, states } from '#record/shape.ts'

const visit: Circumstance = { sort: 'activity', review: true, reviewer: false, closed: false }
const matter: Circumstance = { ...visit, sort: 'matter', review: false }

test('what needs review waits for the liaison, everything else counts at once', () => {
  assert.equal(next(null, 'submit', visit), 'submitted')
  assert.equal(next(null, 'submit', { ...visit, review: false }), 'accepted')
})

test('an accepted record corrected by its visitor waits again, corrected by the liaison it stays confirmed', () => {
  assert.equal(next('accepted', 'correct', visit), 'submitted')
  assert.equal(next('accepted', 'correct', { ...visit, reviewer: true }), 'accepted')
})

test('a returned record comes back by correction, a withdrawn one never', () => {
  assert.equal(next('returned', 'correct', visit), 'submitted')
  assert.equal(next('returned', 'correct', matter), 'accepted')
  for (const act of acts) assert.equal(next('withdrawn', act, visit), null, act)
})

test('only matters are closed, only closed ones reopened', () => {
  assert.equal(next('accepted', 'close', visit), null)
  assert.equal(next('accepted', 'close', matter), 'accepted')
  assert.equal(next('accepted', 'close', { ...matter, closed: true }), null)
  assert.equal(next('accepted', 'reopen', { ...matter, closed: true }), 'accepted')
  assert.equal(next('accepted', 'reopen', matter), null)
})

test('the acts on offer are the ones that lead somewhere', () => {
  const offered: Record<string, readonly Act[]> = {
    submitted: ['accept', 'return', 'correct', 'withdraw'],
    accepted: ['return', 'correct', 'withdraw'],
    returned: ['correct', 'withdraw'],
    withdrawn: [],
  }
  for (const state of states) assert.deepEqual(open(state, visit), offered[state], state)
  assert.ok(open('accepted', matter).includes('close'))
})
