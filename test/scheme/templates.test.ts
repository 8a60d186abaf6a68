import assert from 'node:assert/strict'
import { test } from 'node:test'
import { check } from '#bulletin/check.ts'
import type { World } from '#bulletin/world.ts'
import type { CampaignId, OrgId } from '#kit/id.ts'
import type { Compiled } from '#scheme/compiled.ts'
import { readScheme } from '#scheme/read.ts'
import { campaigns } from './files.ts'

const compiledOf = (name: string): Compiled => {
  const found = campaigns().find((c) => c.name === name)
  const result = found ? readScheme(found.source, found.files) : null
  assert.ok(result?.ok, name)
  return result.compiled
}

const world = (campaign: string, others: Readonly<Record<string, string>>): World => ({
  roof: { id: 'ROOT' as OrgId, name: '清河市', top: true },
  units: [
    { id: 'T1' as OrgId, code: 'T1', name: '古港镇', kind: 'township', class: '乡镇' },
    { id: 'B1' as OrgId, code: 'B1', name: '市国税局', kind: 'department', class: '市级机关部门' },
  ],
  places: [],
  campaign: { id: campaign as CampaignId, version: 1, compiled: compiledOf(campaign) },
  others: Object.fromEntries(
    Object.entries(others).map(([alias, name]) => [alias, { id: name as CampaignId, version: 1, compiled: compiledOf(name) }]),
  ),
  today: '2012-05-18',
})

test('the joint bulletin of the two campaigns reads without a mistake and prints every figure of its source', () => {
  const here = world('san-jie-san-cu', { jin: 'jin-wei-zheng-xian' })
  const text = here.campaign.compiled.bulletins.get('progress')?.text ?? ''
  const { mistakes } = check(text, here)
  assert.deepEqual(
    mistakes.map((m) => `${m.line}:${m.column} ${m.code} ${m.what.en}`),
    [],
  )
  for (const name of [
    'research_days',
    'cards',
    'forums',
    'helped_people',
    'funds',
    'solved',
    'refund_firms',
    'refunds',
    'media',
    'reports',
    'jin.goal_plans',
  ])
    assert.ok(text.includes(`{{ ${name} }}`), name)
})
