import assert from 'node:assert/strict'
import { test } from 'node:test'
import { readSound } from '#bulletin/sound.ts'
import { lint } from '#scheme/lint/lint.ts'
import { rehearse } from '#simulate/rehearse.ts'
import { blank, copied, smallest } from '#web/pages/author/begin.ts'

test('what a campaign may begin from is sound in both languages, and the smallest example can be rehearsed and is advised against nothing', () => {
  for (const language of ['zh', 'en'] as const) {
    for (const { source, files } of [blank('2024-05-01', language), smallest('2024-05-01', language)])
      assert.deepEqual(readSound(source, files).mistakes, [])
  }
  const { source, files } = smallest('2024-05-01', 'zh')
  assert.deepEqual(lint(source, files).warnings, [])
  const { read } = readSound(source, files)
  assert.ok(read.ok && rehearse(read.compiled, '1', 0.05).records > 0)
  assert.doesNotMatch(
    smallest('2024-05-01', 'en')
      .source.replace(/zh: [^,}]*/g, '')
      .replace(/unit: [^,}]*/g, ''),
    /\p{Script=Han}/u,
  )
})

test('a copy has a key that no campaign has yet, and nothing else is touched', () => {
  const texts = { source: '# 说明\nscheme: "spring-visits" # 代号\ntitle: x\n', files: { 'a.md': '{{ y }}' } }
  assert.equal(
    copied(texts, 'spring-visits', ['spring-visits', 'spring-visits-copy']).source,
    '# 说明\nscheme: spring-visits-copy-2 # 代号\ntitle: x\n',
  )
  assert.deepEqual(copied(texts, 'spring-visits', []).files, texts.files)
})
