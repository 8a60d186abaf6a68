import assert from 'node:assert/strict'
import { test } from 'node:test'
import type pg from 'pg'
import { forEachDatabase } from '../cluster.ts'
import { type SchemaLaw, ofNoTenant, schemaLaws } from './schema.ts'

const breaches = async (pool: pg.Pool, law: SchemaLaw): Promise<string[]> => {
  const { rows } = await pool.query<{ breach: string }>(law.breaches, [ofNoTenant])
  return rows.map((r) => r.breach).sort()
}

forEachDatabase((fresh) => {
  for (const law of schemaLaws) {
    test(law.says, async () => {
      const { pool } = await fresh()
      assert.deepEqual(await breaches(pool, law), [])
    })

    test(`a table that breaks it is noticed: ${law.says}`, async () => {
      const { pool } = await fresh({ migrated: false })
      await pool.query(law.crime)
      assert.deepEqual(await breaches(pool, law), law.found)
    })
  }
})
