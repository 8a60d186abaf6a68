import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { OrgId } from '#kit/id.ts'
import type { Scheme } from '#scheme/shape.ts'
import { readScheme } from '#scheme/read.ts'
import { type Layout, layout } from '#simulate/layout/shape.ts'
import { simulate } from '#simulate/simulate.ts'
import { readTotals } from '#simulate/totals.ts'
import { type World, inventWorld } from '#simulate/world.ts'
import { figuresOf, replay } from './replay.ts'

/* A small county laid out as a demo would: two towns and a park, a branch in each village, leaders who answer for villages. */

const county: Layout = layout.parse({
  suffix: '县',
  towns: [
    { ends: '镇', count: 2, villages: 3 },
    { ends: '工业园区', count: 1, villages: [1, 2] },
  ],
  units: [
    { name: '县委', class: '县机关', goes: 'all', people: [{ post: '书记', rank: '县级', count: 6 }] },
    { each: 'office', count: 2, name: '县{office}', class: '县机关', goes: 2, people: [{ post: '局长', rank: '科级', count: 6 }] },
    { each: 'town', name: '{town}', class: '乡镇', goes: 'own', people: [{ post: '镇领导', rank: '科级', count: [6, 8] }] },
    { each: 'village', of: '镇', name: '{village}支部', under: '{town}', class: '支部', goes: 'own', people: [{ post: '支书', count: 5 }] },
  ],
  hosts: [
    { kind: '农户', count: [10, 14], tags: { 困难户: 50 } },
    { kind: '村', named: 'place', cycle: ['先进村', '后进村'] },
  ],
  links: [{ post: '镇领导', to: 'village', role: '联系村' }],
  teams: [{ name: '督导组', kind: '督导组', posts: ['书记'], class: '支部' }],
})

const source = `
scheme: county-visits
title: 走访
window: { from: 2020-03-01, to: 2020-06-30 }
ranks: [{ key: 县级, title: 县级 }, { key: 科级, title: 科级 }]
subjects: [{ key: 农户, title: 农户, unit: 户 }]
activities:
  visit:
    title: 走访
    place: required
    to: [农户]
    subjects: { min: 1, max: 40 }
    participants: { min: 1, max: 20 }
    fields: [{ key: speakers, title: 发言人数, type: integer, unit: 人, min: 0, max: 60, required: true }, { key: sent, title: 发出, type: integer, unit: 份, min: 1, max: 900, required: true }, { key: back, title: 收回, type: integer, unit: 份, min: 0, max: 900, required: true, check: back <= sent, says: 多了 }]
    rules: [{ key: speakers, check: speakers >= 7 && speakers <= 9, otherwise: flag, says: 七至九人 }]
indicators:
  visits: { title: 次, unit: 次, from: visit }
  going: { title: 人次, unit: 人次, from: visit, per: participant }
  household_times: { title: 户次, unit: 户次, from: visit, per: subject }
  sent: { title: 发出, unit: 份, from: visit, value: sent }
  back: { title: 收回, unit: 份, from: visit, value: back }
`
const read = readScheme(source, {})
assert.ok(read.ok, JSON.stringify(read))
const { compiled } = read
const laid = (schemes: readonly Scheme[] = [compiled.scheme]): World =>
  inventWorld({
    schemes,
    seed: 'nine',
    scale: 1,
    city: '清河',
    root: { id: '00000000-0000-7000-8000-000000000001' as OrgId, code: 'ROOT', name: '本级' },
    prefix: 'X-',
    layout: county,
  })
const world = laid()

test('a layout gives the units, people, villages, subjects and teams that it says, under codes of its own', () => {
  const of = (kind: string) => world.units.filter((u) => u.class === kind)
  assert.deepEqual([of('县机关').length, of('乡镇').length, of('支部').length], [3, 3, 6])
  assert.equal(world.spots[0]?.name, '清河县')
  assert.ok(of('乡镇').some((u) => u.name.endsWith('工业园区')))
  for (const branch of of('支部')) {
    assert.equal(branch.spots.length, 1)
    assert.equal(branch.name, `${branch.spots[0]?.name}支部`)
    assert.equal(world.units.find((u) => u.id === branch.path.at(-2)?.id)?.class, '乡镇', 'it stands under its town')
  }
  assert.ok(world.units.every((u) => u.code.startsWith('X-') && u.people.every((p) => p.code.startsWith('X-'))))
  const [team] = world.entries.teams ?? []
  assert.deepEqual([team?.members.length, team?.members[0]?.duty], [6 + 6, 'lead'])
})

test('each town has one subject of each tag of a cycle, and everybody with the post answers for a village of the own town', () => {
  const villages = [...world.hosts.values()].flat().filter((h) => h.kind === '村')
  for (const town of world.units.filter((u) => u.class === '乡镇')) {
    const here = villages.filter((v) => town.spots.some((s) => s.id === v.place.id))
    assert.equal(here.filter((v) => v.tags.includes('先进村')).length, 1, town.name)
    for (const p of town.people) {
      assert.equal(p.ties?.length, 1)
      assert.ok(town.spots.some((s) => s.id === p.ties?.[0]?.id))
    }
  }
})

test('totals of one unit, of person-times and of visits to households are met, and people mostly keep the rules', () => {
  const town = world.units.find((u) => u.class === '乡镇')?.name ?? ''
  const pins = readTotals(
    `visits: 60\nvisits@${town}: 7\ngoing: 160\ngoing@${town}: 21\nhousehold_times: 420\nsent: 3000\nback: 2850\n`,
    compiled,
  )
  const made = simulate({ compiled, world, seed: 'nine', scale: 1, pins, until: '2020-05-31' })
  const { records, flagged } = replay(compiled, world, made.steps, '2020-05-31')
  const whole = figuresOf(compiled, records)
  assert.deepEqual(
    ['visits', 'going', 'household_times', 'sent', 'back'].map((key) => whole.get(key)?.confirmed),
    ['60', '160', '420', '3000', '2850'],
  )
  const unit = world.units.find((u) => u.name === town)
  const own = figuresOf(
    compiled,
    records.filter((r) => r.content.org === unit?.id),
  )
  assert.deepEqual([own.get('visits')?.confirmed, own.get('going')?.confirmed], ['7', '21'])
  assert.ok(flagged < records.length * 0.2, `${flagged} of ${records.length} flagged`)
})

test('the same layout and seed give the same world', () => {
  assert.deepEqual(laid().entries, world.entries)
})
