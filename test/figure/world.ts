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
    also: [{ campaign: outer, as: outing, when: days > 0.0, fields: { hours: days * 8, money: funds, people: size(participants) } }]
    fields:
      - { key: days, title: 天数, type: decimal, unit: 天, min: 0, max: 31 }
      - { key: funds, title: 资金, type: money, unit: 万元, decimals: 4, approx: true }
  forum:
    title: 座谈会
    participants: { min: 0 }
matters:
  problem:
    title: 问题
    also: [{ campaign: outer, as: trouble }]
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
  days_so_far: { title: 累计天数, unit: 天, from: visit, value: days, take: stock }
  households_so_far: { title: 累计户数, unit: 户, from: visit, distinct: subject, take: stock }
  days_last: { title: 最近天数, unit: 天, from: visit, value: days, take: latest }
  days_last_few: { title: 其中少于一天, unit: 天, of: days_last, when: days < 1.0 }
  days_alone: { title: 单独的天数, unit: 天, from: visit, value: days, take: latest, alone: true }
  funds_of_place: { title: 各村资金, unit: 万元, from: visit, value: funds, take: latest, each: place }
  households_open: { title: 在册户, unit: 户, from: visit, take: latest, each: subject, when: days > 0.0 }
  people_out: { title: 在外人数, unit: 人, from: [visit, forum], take: latest, each: participant, when: kind == "visit" }
  few: { title: 少于一天的比例, unit: '%', ratio: { part: days_last_few, whole: days_last } }
  raised: { title: 问题, unit: 个, from: problem.raised }
  solved: { title: 解决, unit: 个, from: problem.closed, when: 'outcome == "solved"' }
  funds_per_household: { title: 户均, unit: 万元, formula: funds / households }
${more}`

/** A campaign in which the visits and problems of the play count as well. */
export const outer = (more = '') => `
scheme: outer
title: 外层活动
window: { from: 2012-01-01, to: 2012-12-31 }
activities:
  outing:
    title: 外出
    review: true
    fields:
      - { key: hours, title: 小时, type: decimal, unit: 小时, required: true }
      - { key: money, title: 资金, type: money, unit: 元, decimals: 4, approx: true }
      - { key: people, title: 人数, type: integer, unit: 人次 }
matters:
  trouble: { title: 难题, outcomes: [{ key: solved, title: 已解决, solved: true }, { key: explained, title: 已解释 }] }
indicators:
  outings: { title: 外出次数, unit: 次, from: outing }
  hours: { title: 小时, unit: 小时, from: outing, value: hours }
  money: { title: 资金, unit: 万元, from: outing, value: money }
  people: { title: 人次, unit: 人次, from: outing, value: people }
  persons: { title: 人数, unit: 人, from: outing, distinct: participant }
  money_last: { title: 最近资金, unit: 元, from: outing, value: money, take: latest }
  troubles: { title: 难题, unit: 个, from: trouble.raised }
  over: { title: 了结, unit: 个, from: trouble.closed }
${more}`

export type Play = {
  readonly store: Store
  readonly actor: Actor
  readonly world: World
  readonly campaign: CampaignId
  readonly outer: CampaignId
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
  const { id: outside } = (await carryOut(store, load, load.input.parse({ id: uuidv7(), source: outer() }), world)) as { id: CampaignId }
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
  return { store, actor, world, campaign, outer: outside, save, id: (code) => ids.get(code) ?? '' }
}
