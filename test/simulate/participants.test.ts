import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Compiled } from '#scheme/compiled.ts'
import { readScheme } from '#scheme/read.ts'
import { simulate } from '#simulate/simulate.ts'
import { replay, textOf, worldOf } from './replay.ts'

const source = textOf('./schemes/tax.yaml')
const admitting = (where: string, outside = 'block'): Compiled => {
  const read = readScheme(source.replace(/^participants:.*$/m, `participants: { where: '${where}', outside: ${outside} }`), {})
  assert.ok(read.ok, JSON.stringify(read.ok ? '' : read.mistakes))
  return read.compiled
}
const lived = (compiled: Compiled) => {
  const world = worldOf(compiled, 'nine', 0.1)
  const { steps } = simulate({ compiled, world, seed: 'nine', scale: 0.1, until: '2021-05-31' })
  return { world, steps, ...replay(compiled, world, steps, '2021-05-31') }
}

for (const where of [
  'person.post.contains("税")',
  'person.post.startsWith("税") && person.post.endsWith("长")',
  'person.post in ["税务专管员", "税务所所长"] && person.rank == "科级"',
  'person.rank == "正处" || person.rank == "副处"',
  '!person.post.contains("长") && person.post.contains("税务") && person.rank != ""',
]) {
  test(`whoever blocks all but ${where} finds such people in every unit, the same ones each time`, () => {
    const { world, steps, records } = lived(admitting(where))
    assert.ok(records.length > 10)
    const within = admitting(where)
    for (const unit of world.units) assert.ok(unit.people.filter((p) => within.participates(p)).length >= 2, unit.name)
    assert.deepEqual(lived(within).steps, steps)
  })
}

test('a condition that nobody meets is refused by its place in the scheme, unless outsiders are only flagged', () => {
  const none = 'person.post == "税" && person.post == "务"'
  assert.throws(() => lived(admitting(none)), { code: '400.2', message: /participants\.where/ })
  assert.ok(lived(admitting(none, 'flag')).records.length > 10)
})
