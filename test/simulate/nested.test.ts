import assert from 'node:assert/strict'
import { test } from 'node:test'
import { echoes } from '#figure/also.ts'
import type { CampaignId } from '#kit/id.ts'
import { Decimal } from '#kit/decimal.ts'
import { readScheme } from '#scheme/read.ts'
import { simulate } from '#simulate/simulate.ts'
import { readTotals } from '#simulate/totals.ts'
import { replay, worldOf } from './replay.ts'

const read = (source: string) => {
  const result = readScheme(source)
  assert.ok(result.ok, JSON.stringify(result.ok ? '' : result.mistakes))
  return result.compiled
}

const survey = read(`
scheme: survey
title: 大调研
window: { from: 2018-01-01, to: 2018-12-31 }
activities:
  outing:
    title: 调研
    fields: [{ key: times, title: 人次, type: integer, unit: 人次, required: true }]
indicators:
  outings: { title: 调研次数, unit: 次, from: outing }
  times: { title: 人次, unit: 人次, from: outing, value: times }
  villages: { title: 村, unit: 个, from: outing, distinct: place }
`)
const day = read(`
scheme: party-day
title: 主题党日
window: { from: 2018-01-01, to: 2018-06-30 }
activities:
  visit:
    title: 组团走访
    place: required
    also: [{ campaign: survey, as: outing, when: researched, fields: { times: size(participants) } }]
    fields: [{ key: researched, title: 属于调研, type: boolean, required: true }]
indicators:
  visits: { title: 走访, unit: 次, from: visit }
`)

test('an inner campaign is filled until it counts in the outer one what its totals say', () => {
  const pins = readTotals('visits: 60\nsurvey.outings: 41\nsurvey.times: 87\nsurvey.villages: 12', day, [survey])
  const world = worldOf(day, 'nested', 0.2)
  const made = simulate({ compiled: day, world, seed: 'nested', scale: 0.2, pins, until: '2018-06-30' })
  const { records } = replay(day, world, made.steps, '2018-06-30')
  const other = { campaign: '' as CampaignId, key: 'survey', version: 1, compiled: survey }
  const facts = records.flatMap((r) => {
    const context = { ...r.context, also: [{ campaign: other.campaign, key: 'survey', version: 1 }] }
    return echoes(day, { ...r, context }, [other]).flatMap((e) => e.facts)
  })
  const sum = (key: string) =>
    facts
      .filter((f) => f.indicator === key)
      .reduce((n, f) => n.plus(f.value), new Decimal(0))
      .toNumber()
  assert.equal(sum('outings'), 41)
  assert.equal(sum('times'), 87)
  assert.equal(new Set(facts.filter((f) => f.indicator === 'villages').map((f) => f.key)).size, 12)
  assert.equal(records.filter((r) => r.state === 'accepted').length, 60)
})
