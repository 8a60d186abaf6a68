import assert from 'node:assert/strict'
import { test } from 'node:test'
import { rank } from '#figure/rank.ts'

const row = (code: string, value: string | null, records = 10) => ({ code, value, records })

test('equal values share a rank and the next one skips', () => {
  const ranked = rank([row('a', '5'), row('b', '9'), row('c', '5'), row('d', '1')], 0)
  assert.deepEqual(
    ranked.map((r) => [r.code, r.rank]),
    [
      ['b', 1],
      ['a', 2],
      ['c', 2],
      ['d', 4],
    ],
  )
})

test('values are compared as exact decimals, not as words', () => {
  assert.deepEqual(
    rank([row('a', '9.9'), row('b', '10'), row('c', '9007199254740993'), row('d', '9007199254740992')], 0).map((r) => r.code),
    ['c', 'd', 'b', 'a'],
  )
})

test('below the minimum volume a unit is listed last and not ranked', () => {
  assert.deepEqual(
    rank([row('a', '100', 2), row('b', '1', 3)], 3).map((r) => [r.code, r.rank]),
    [
      ['b', 1],
      ['a', null],
    ],
  )
})

test('who has no value comes last and is not ranked: blank is not zero, nor less than it', () => {
  assert.deepEqual(
    rank([row('a', null), row('b', '-1'), row('c', '0'), row('d', null, 0)], 0).map((r) => [r.code, r.rank]),
    [
      ['c', 1],
      ['b', 2],
      ['a', null],
      ['d', null],
    ],
  )
})
