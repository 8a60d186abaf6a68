import assert from 'node:assert/strict'
import { test } from 'node:test'
import { fill } from '#kit/text.ts'

test('a quoted title that quotes stands in double quotation marks with single ones within', () => {
  assert.equal(fill('照着“{title}”', { title: '“敲门”行动' }), '照着“‘敲门’行动”')
  assert.equal(fill('{title}：{n} 条', { title: '“敲门”行动', n: 3 }), '“敲门”行动：3 条')
  assert.equal(fill('“{gone}”{n}', { n: 1 }), '“{gone}”1')
})

test('an English word follows its number: one record, two records', () => {
  assert.equal(fill('{n} {n|record waits|records wait}', { n: 1 }), '1 record waits')
  assert.equal(fill('{n} {n|record waits|records wait}', { n: '2' }), '2 records wait')
  assert.equal(fill('{n} {n|record|records}', {}), '{n} {n|record|records}')
})
