import assert from 'node:assert/strict'
import { createHash } from 'node:crypto'
import { test } from 'node:test'
import { rehearse } from '#simulate/rehearse.ts'
import { grey } from '#simulate/photo.ts'
import { readScheme } from '#scheme/read.ts'

const scheme = `
scheme: photos
title: 走访
window: { from: 2024-03-01, to: 2024-06-30 }
subjects: [{ key: 户, title: 户, unit: 户 }]
activities:
  visit: { title: 走访, to: [户], photos: { min: 2 }, fields: [{ key: heard, title: 情况, type: text }] }
indicators:
  visits: { title: 走访, unit: 次, from: visit, headline: true }
  shown: { title: 有照片的, unit: 次, of: visits, when: photos >= 2 }
`

test('where photos are compulsory simulated field work has them', () => {
  const read = readScheme(scheme)
  assert.ok(read.ok)
  const { records, figures } = rehearse(read.compiled, 'photos', 0.05)
  const of = (key: string) => figures.find((f) => f.indicator === key)?.confirmed
  assert.ok(records > 0)
  assert.equal(of('shown'), of('visits'))
})

test('the grey photo goes by its own bytes', () => {
  assert.equal(createHash('sha256').update(grey.bytes).digest('hex'), grey.sha256)
})
