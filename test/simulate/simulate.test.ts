import assert from 'node:assert/strict'
import { createHash } from 'node:crypto'
import { existsSync } from 'node:fs'
import { test } from 'node:test'
import { Fault } from '#kit/fault.ts'
import { Decimal } from '#kit/decimal.ts'
import { simulate } from '#simulate/simulate.ts'
import { type Pin, readTotals } from '#simulate/totals.ts'
import { figuresOf, replay, schemeOf, textOf, worldOf } from './replay.ts'

const digest = (value: unknown): string => createHash('sha256').update(JSON.stringify(value)).digest('hex')

const assertMet = (pins: readonly Pin[], figures: ReturnType<typeof figuresOf>): void => {
  for (const pin of pins) {
    const figure = figures.get(pin.key)
    const wanted = pin.indicator.distinct ? pin.target : pin.target.div(pin.indicator.factor)
    assert.equal(new Decimal(figure?.confirmed ?? 'NaN').toFixed(), wanted.toFixed(), pin.key)
    assert.deepEqual(figure?.approx, pin.approx ? [pin.approx] : [], `${pin.key}: approximate word`)
  }
}

for (const [name, until, beyond] of [
  ['harvest', '2020-06-30', '2020-07-06'],
  ['tour', '2023-11-30', '2023-12-05'],
] as const) {
  const compiled = schemeOf(`./schemes/${name}.yaml`)
  const pins = readTotals(textOf(`./schemes/${name}.totals.yaml`), compiled)
  const world = worldOf(compiled, 'seven', 0.2)
  const plan = { compiled, world, seed: 'seven', scale: 0.2, pins, until, beyond }
  const made = simulate(plan)

  test(`the field work of ${name} adds up to its totals exactly, and every version fits its form`, () => {
    const { records, flagged } = replay(compiled, world, made.steps, until)
    assertMet(pins, figuresOf(compiled, records))
    assert.ok(flagged <= records.length * 0.15, `${flagged} of ${records.length} flagged`)
  })

  test(`the work of ${name} goes on after the totals, by steps that are open`, () => {
    const { records } = replay(compiled, world, [...made.steps, ...made.after], beyond)
    assert.ok(made.after.length > 3)
    assert.notDeepEqual([...figuresOf(compiled, records)], [...figuresOf(compiled, replay(compiled, world, made.steps, until).records)])
  })

  test(`the same seed gives ${name} the same bytes, another seed others`, () => {
    assert.equal(digest(simulate(plan)), digest(made))
    assert.equal(digest(worldOf(compiled, 'seven', 0.2).entries), digest(world.entries))
    const other = worldOf(compiled, 'eight', 0.2)
    assert.notEqual(digest(simulate({ ...plan, world: other, seed: 'eight', pins: [] })), digest(made))
  })

  test(`${name} is worked on workdays by most units, and steps come in time order`, () => {
    const days = made.steps
      .filter((s) => s.act === 'submit')
      .map((s) => (s.act === 'submit' ? new Date(`${s.content.day}T00:00:00Z`).getUTCDay() : 0))
    assert.ok(days.filter((d) => d === 0 || d === 6).length < days.length * 0.15)
    assert.ok(made.steps.every((s, i) => i === 0 || s.at >= (made.steps[i - 1]?.at ?? 0)))
    assert.ok(new Set(made.steps.map((s) => s.by.org)).size > world.units.length * 0.7)
  })
}

test('a reviewed campaign has records that wait, were sent back, corrected and withdrawn', () => {
  const compiled = schemeOf('./schemes/harvest.yaml')
  const world = worldOf(compiled, 'seven', 0.2)
  const made = simulate({ compiled, world, seed: 'seven', scale: 0.2, until: '2020-06-30' })
  const states = replay(compiled, world, made.steps, '2020-06-30').records.map((r) => r.state)
  assert.deepEqual([...new Set(states)].sort(), ['accepted', 'returned', 'submitted', 'withdrawn'])
  assert.ok(made.steps.some((s) => s.act === 'correct') && made.steps.some((s) => s.act === 'close'))
})

for (const [key, until] of [
  ['san-jie-san-cu', '2012-05-18'],
  ['jin-wei-zheng-xian', '2012-05-18'],
] as const) {
  const folder = `../../campaigns/${key}`
  const files: Record<string, string> = existsSync(new URL(`${folder}/bulletin.md`, import.meta.url))
    ? { 'bulletin.md': textOf(`${folder}/bulletin.md`) }
    : {}
  test(`the records of ${key} add up to what its bulletin prints`, () => {
    const compiled = schemeOf(`${folder}/scheme.yaml`, files)
    const pins = readTotals(textOf(`${folder}/totals.yaml`), compiled)
    const world = worldOf(compiled, '1', 1)
    const made = simulate({ compiled, world, seed: '1', scale: 1, pins, until })
    const { records } = replay(compiled, world, made.steps, until)
    assertMet(pins, figuresOf(compiled, records))
  })
}

const faultOf = (work: () => unknown): string => {
  try {
    work()
  } catch (error) {
    if (error instanceof Fault) return error.code
    throw error
  }
  return ''
}

test('totals that cannot be met are refused by name, and so is a file that is none', () => {
  const compiled = schemeOf('./schemes/harvest.yaml')
  const world = worldOf(compiled, 'seven', 0.2)
  const pinned = (source: string) => () =>
    simulate({ compiled, world, seed: '1', scale: 0.2, pins: readTotals(source, compiled), until: '2020-06-30' })
  assert.equal(faultOf(pinned('forums: 10\nvillage_forums: 11')), '422.21')
  assert.equal(faultOf(pinned('forums: 10.5')), '422.21')
  assert.equal(faultOf(pinned('nothing_such: 1')), '422.22')
  assert.equal(faultOf(pinned('mean: 1')), '422.22')
  assert.equal(faultOf(pinned('forums: -1')), '422.22')
  assert.equal(faultOf(pinned('forums: { value: 3, approx: 近 }')), '422.22')
  assert.equal(faultOf(pinned('forums: [1')), '400.6')
  assert.equal(faultOf(pinned('forums: many')), '400.6')
})
