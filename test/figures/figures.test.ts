import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { test } from 'node:test'
import { homes, rows } from './rows.ts'
import { lines, page } from './table.ts'

test('every number of the sources has a home in a campaign', () => {
  const missing = rows.filter((r) => !homes.some((h) => h.row === r.id)).map((r) => r.id)
  assert.deepEqual(missing, [])
  const unknown = homes.filter((h) => !rows.some((r) => r.id === h.row)).map((h) => h.row)
  assert.deepEqual(unknown, [])
})

test('every number that records give is the one the source prints, with its approximate word', () => {
  const wrong = lines()
    .filter((l) => l.equal === false)
    .map((l) => `${l.row.id} ${l.row.approx ?? ''}${String(l.row.value)}: ${l.out}`)
  assert.deepEqual(wrong, [])
})

test('what is in the definition and not plainly equal says why', () => {
  const silent = lines()
    .filter((l) => l.equal === null && l.says === '')
    .map((l) => `${l.row.id} ${l.where}`)
  assert.deepEqual(silent, [])
})

test('docs/figures.md is what these files say', () => {
  assert.equal(readFileSync(new URL('../../docs/figures.md', import.meta.url), 'utf8'), page())
})
