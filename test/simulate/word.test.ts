import assert from 'node:assert/strict'
import { test } from 'node:test'
import { simulate } from '#simulate/simulate.ts'
import { readTotals } from '#simulate/totals.ts'
import { figuresOf, replay, schemeOf, textOf, worldOf } from './replay.ts'

const compiled = schemeOf('./schemes/town.yaml')
const world = worldOf(compiled, 'one', 0.2)
const [town] = world.units.filter((u) => world.units.every((o) => o === u || !o.name.includes(u.name)))
const source = textOf('./schemes/town.totals.yaml').replaceAll('TOWN', town?.name ?? '')
const plan = { compiled, world, seed: 'one', scale: 0.2, pins: readTotals(source, compiled), until: '2012-06-30' }

test('what one town states last is what its totals say, to the last digit of the percentages', () => {
  const made = simulate(plan)
  const figures = figuresOf(compiled, replay(compiled, world, made.steps, plan.until).records)
  const printed = (key: string, digits: number): string => Number(figures.get(key)?.confirmed).toFixed(digits)
  assert.equal(figures.get('gdp')?.confirmed, '208526')
  assert.equal(printed('gdp_done', 2), '58.41')
  assert.equal(printed('income_done', 1), '52.8')
  assert.equal(figures.get('head')?.confirmed, '7682')
  assert.equal(printed('head_done', 2), '58.17')
  assert.equal(figures.get('branches')?.confirmed, '8')
  assert.equal(figures.get('branches_good')?.confirmed, '7')
  assert.equal(figures.get('members')?.confirmed, '631')
  assert.equal(figures.get('flats')?.confirmed, '1200')
})

test('before its newest word a town has stated less, and the same aim all along', () => {
  const steps = simulate(plan).steps.flatMap((s) => (s.act === 'submit' && s.kind === 'report' ? [s.content] : []))
  const said = (key: string) => steps.map((c) => [c.day, Number(c.fields[key])] as const).sort(([a], [b]) => (a < b ? -1 : 1))
  assert.ok(steps.length >= 3)
  const gdp = said('gdp').map(([, n]) => n)
  assert.deepEqual(
    gdp,
    gdp.toSorted((a, b) => a - b),
  )
  assert.ok((gdp[0] ?? 0) < (gdp.at(-1) ?? 0))
  assert.equal(new Set(said('gdp_target').map(([, n]) => n)).size, 1)
})
