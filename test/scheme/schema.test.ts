import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { test } from 'node:test'
import { keysAt, languageSchema } from '#scheme/schema.ts'

test('the published JSON Schema is the language’s own', () => {
  const published = readFileSync(join(import.meta.dirname, '../../schema/scheme-1.json'), 'utf8')
  assert.deepEqual(JSON.parse(published), languageSchema(), 'write it again with: node_modules/.bin/node schema/write.ts')
})

test('the schema knows the keys that may stand at a path, for “did you mean”', () => {
  assert.ok(keysAt([]).includes('indicators'))
  assert.ok(keysAt(['indicators', 'whatever']).includes('formula'))
  assert.ok(keysAt(['activities', 'visit', 'fields', 0]).includes('options'))
  assert.deepEqual(keysAt(['title']), ['zh', 'en'])
  assert.deepEqual(keysAt(['nowhere']), [])
})
