import assert from 'node:assert/strict'
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { test } from 'node:test'
import { demoGroups } from '#cli/demo-group.ts'
import type { Verification } from '#command/views.ts'
import { outsOf, outsPath } from '../figures/rows.ts'
import { openDemo, printed } from './demo.ts'
import { outsFrom } from './figures.ts'
import { stories } from './stories/all.ts'

const pages = (key: string): URL => new URL(`./${key}.md`, import.meta.url)
const writing = process.env['ZOUFANG_GOLDEN'] === 'write'

/* Compares whole bulletins; `ZOUFANG_GOLDEN=write` writes them anew, for a person to review the difference. `ZOUFANG_DEMO=key` keeps to one. */
for (const { key } of demoGroups().filter((g) => (process.env['ZOUFANG_DEMO'] ?? g.key) === g.key)) {
  if (!writing && !existsSync(pages(key))) continue
  test(`the demo of ${key} prints its bulletins word for word, and they answer for their figures`, async (t) => {
    const demo = await openDemo(key)
    const { does, sealed, drop } = demo
    try {
      const found = sealed.map(printed).join('\n')
      if (writing) writeFileSync(pages(key), found)
      assert.equal(found, readFileSync(pages(key), 'utf8'))
      const outs = await outsFrom(key, demo)
      if (writing) writeFileSync(outsPath(key), `${JSON.stringify(outs, null, 2)}\n`)
      assert.deepEqual(outs, outsOf(key))
      assert.deepEqual((await does<Verification>('figure.verify', {})).differences, [])
      for (const { id } of sealed) assert.deepEqual((await does<Verification>('bulletin.verify', { bulletin: id })).differences, [])
      for (const [says, story] of Object.entries(stories[key] ?? {})) await t.test(says, () => story(demo))
    } finally {
      await drop()
    }
  })
}
