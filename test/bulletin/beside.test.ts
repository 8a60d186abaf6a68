import assert from 'node:assert/strict'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { test } from 'node:test'
import { templatesBeside } from '#bulletin/beside.ts'
import { schemeFile } from '#cli/own/scheme.ts'

const source = 'bulletins:\n  progress: { title: 进展, template: bulletin.md }\n  last: { title: 收官, template: "final.md" }\n'

test('templates are what the scheme names and what asks for a figure, not every text beside it', () => {
  const texts = {
    'bulletin.md': '空的',
    'final.md': '',
    'draft.md': '走访{{ visits }}',
    'notice.md': '通知',
    'l-bulletin.md': '# bulletin',
    'log.md': '{ "value": "200" }',
  }
  assert.deepEqual(Object.keys(templatesBeside(source, texts)), ['bulletin.md', 'final.md', 'draft.md'])
})

test('a scheme read from its folder leaves notices and logs where they are', () => {
  const folder = mkdtempSync(join(tmpdir(), 'beside-'))
  try {
    for (const [name, text] of [
      ['scheme.yaml', source],
      ['bulletin.md', '# 通报'],
      ['log.md', '# 日志'],
    ] as const)
      writeFileSync(join(folder, name), text)
    assert.deepEqual(Object.keys(schemeFile(folder).files), ['bulletin.md'])
  } finally {
    rmSync(folder, { recursive: true })
  }
})
