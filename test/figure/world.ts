import { uuidv7 } from 'uuidv7'
import type { Actor } from '#access/actor.ts'
import type { World } from '#command/command.ts'
import { load } from '#command/campaign/load.ts'
import type { AccountId, CampaignId, OrgId } from '#kit/id.ts'
import { type Entries, refusals } from '#register/entry.ts'
import { carryOut } from '#store/carry.ts'
import { type Store, storeOn } from '#store/store.ts'
import { foundTenant } from '#store/tenant.ts'
import type { Fresh } from '../cluster.ts'

/** A small county to play in: two towns with two units each, four villages, five officials, six households. */
const entries: Entries = {
  orgs: [
    ...['T1', 'T2'].map((code) => ({ code, name: `${code}镇`, parent: 'ROOT', kind: 'township' })),
    ...['U1', 'U2', 'U3', 'U4'].map((code, i) => ({ code, name: `${code}站`, parent: i < 2 ? 'T1' : 'T2', kind: 'station' })),
  ],
  places: [
    { code: 'C', name: '县', kind: 'county' },
    ...['V1', 'V2', 'V3', 'V4'].map((code) => ({ code, name: `${code}村`, parent: 'C', kind: 'village' })),
  ],
  people: ['P1', 'P2', 'P3', 'P4', 'P5'].map((code, i) => ({
    code,
    name: code,
    posts: [{ org: `U${(i % 4) + 1}`, post: '干部', rank: i % 2 ? 'section' : 'bureau' }],
  })),
  subjects: ['H1', 'H2', 'H3', 'H4', 'H5', 'H6'].map((code, i) => ({
    code,
    name: `${code}户`,
    kind: 'household',
    place: `V${(i % 4) + 1}`,
    tags: i % 2 ? ['poor'] : [],
  })),
}

export const scheme = (more = '') => `
scheme: play
title: 演练
window: { from: 2012-01-01, to: 2012-12-31 }
ranks: [{ key: bureau, title: 局级 }, { key: section, title: 科级 }]
subjects: [{ key: household, title: 户, unit: 户 }]
tags: [{ key: poor, title: 困难户 }]
classes: [{ key: town, title: 乡镇, where: 'org.kind == "township"', minimum: 2 }]
activities:
  visit:
    title: 走访
    to: [household]
    review: true
    participants: { min: 0 }
    fields:
      - { key: days, title: 天数, type: decimal, unit: 天, min: 0, max: 31 }
      - { key: funds, title: 资金, type: money, unit: 万元, decimals: 4, approx: true }
  forum:
    title: 座谈会
    participants: { min: 0 }
matters:
  problem:
    title: 问题
    outcomes: [{ key: solved, title: 已解决, solved: true }, { key: explained, title: 已解释 }]
indicators:
  days: { title: 天数, unit: 天, from: visit, value: days }
  person_days: { title: 人天, unit: 天, from: visit, value: days * size(participants) }
  funds: { title: 资金, unit: 万元, from: visit, value: funds }
  forums: { title: 座谈会, unit: 个, from: forum }
  person_times: { title: 人次, unit: 人次, from: [visit, forum], per: participant }
  bureau_times: { title: 局级, unit: 人次, of: person_times, when: 'participant.rank == "bureau"' }
  persons: { title: 人数, unit: 人, from: [visit, forum], per: participant, distinct: participant }
  households: { title: 户数, unit: 户, from: visit, per: subject, distinct: subject }
  poor: { title: 困难户, unit: 户, of: households, when: '"poor" in subject.tags' }
  villages: { title: 村, unit: 个, from: visit, distinct: place }
  raised: { title: 问题, unit: 个, from: problem.raised }
  solved: { title: 解决, unit: 个, from: problem.closed, when: 'outcome == "solved"' }
  funds_per_household: { title: 户均, unit: 万元, formula: funds / households }
${more}`

export type Play = {
  readonly store: Store
  readonly actor: Actor
  readonly world: World
  readonly campaign: CampaignId
  /** Ids by code. */
  readonly id: (code: string) => string
  readonly save: (entries: Entries) => Promise<void>
}

export const play = async (fresh: Fresh): Promise<Play> => {
  const store = storeOn(fresh.pool)
  const tenant = await foundTenant(fresh.pool, { name: '演练县' })
  const rows = async (sql: string) => (await fresh.pool.query(sql, [tenant])).rows as { code: string; id: string }[]
  const root = (await rows('select code, org_id as id from org where tenant_id = $1'))[0]?.id as OrgId
  const [account] = await rows(`select login as code, account_id as id from account where tenant_id = $1`)
  const actor: Actor = {
    tenant,
    account: account?.id as AccountId,
    person: null,
    name: '活动办',
    grants: [{ role: 'administrator', org: root }],
  }
  const world: World = { actor, today: '2012-12-31', newId: uuidv7 }
  const save = async (given: Entries) => {
    const wrong = refusals(await store.write(actor, (db) => db.register.saveAll(given)))
    if (wrong.length > 0) throw new Error(JSON.stringify(wrong))
  }
  await save(entries)
  const { id: campaign } = (await carryOut(store, load, load.input.parse({ id: uuidv7(), source: scheme() }), world)) as { id: CampaignId }
  const ids = new Map<string, string>()
  for (const [table, column] of [
    ['org', 'org_id'],
    ['place', 'place_id'],
    ['person', 'person_id'],
    ['subject', 'subject_id'],
  ]) {
    for (const row of await rows(`select code, ${column} as id from ${table} where tenant_id = $1`)) ids.set(row.code, row.id)
  }
  return { store, actor, world, campaign, save, id: (code) => ids.get(code) ?? '' }
}
