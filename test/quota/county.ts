import { uuidv7 } from 'uuidv7'
import type { Actor } from '#access/actor.ts'
import { load } from '#command/campaign/load.ts'
import type { Command, World } from '#command/command.ts'
import { submit } from '#command/record/submit.ts'
import { list } from '#command/quota/look.ts'
import type { QuotaList } from '#command/quota/view.ts'
import type { Progress } from '#figure/quota/shape.ts'
import type { AccountId, CampaignId, OrgId, PersonId } from '#kit/id.ts'
import { type Entries, refusals } from '#register/entry.ts'
import { carryOut } from '#store/carry.ts'
import { type Store, storeOn } from '#store/store.ts'
import { foundTenant } from '#store/tenant.ts'
import type { Fresh } from '../cluster.ts'

/** A county of leaders in three classes, two villages of 126 and 45 households, and an enterprise zone with none. */
export const register: Entries = {
  orgs: [
    { code: 'COUNTY', name: '县四大班子', parent: 'ROOT', kind: 'county', class: '四大班子' },
    { code: 'WATER', name: '水务局', parent: 'ROOT', kind: 'department', class: '县直单位' },
    ...['YANG', 'LIU'].map((code) => ({ code, name: `${code}镇`, parent: 'ROOT', kind: 'township', class: '乡镇' })),
  ],
  places: [
    { code: 'C', name: '县', kind: 'county' },
    ...['V1', 'V2'].map((code) => ({ code, name: `${code}村`, parent: 'C', kind: 'village' })),
    { code: 'V1A', name: '一组', parent: 'V1', kind: 'group' },
  ],
  people: [
    { code: 'LEADER', name: '常委', posts: [{ org: 'COUNTY', rank: '县处级', post: '常委' }] },
    { code: 'CHIEF', name: '局长', posts: [{ org: 'WATER', rank: '乡科级', post: '局长' }] },
    { code: 'MEMBER', name: '镇委员', posts: [{ org: 'YANG', rank: '乡科级', post: '委员' }] },
    { code: 'OTHER', name: '副镇长', posts: [{ org: 'LIU', rank: '乡科级', post: '副镇长' }] },
    { code: 'CLERK', name: '科员', posts: [{ org: 'YANG', rank: '科员', post: '科员' }] },
  ],
  subjects: [
    ...Array.from({ length: 126 }, (_, i) => ({
      code: `A${String(i).padStart(3, '0')}`,
      name: `甲${i}`,
      kind: '农户',
      place: i % 2 ? 'V1' : 'V1A',
      tags: i < 12 ? ['困难户'] : [],
    })),
    ...Array.from({ length: 45 }, (_, i) => ({ code: `B${String(i).padStart(3, '0')}`, name: `乙${i}`, kind: '农户', place: 'V2' })),
    { code: 'F1', name: '一厂', kind: '企业', place: 'V1' },
  ],
  links: [
    { by: { person: 'MEMBER' }, to: { place: 'V1' }, role: '联系村' },
    { by: { person: 'OTHER' }, to: { place: 'V2' }, role: '联系村' },
  ],
}

export const scheme = (quotas: string, more = '') => `
scheme: plan
title: 大走访
window: { from: 2014-03-01, to: 2014-06-30 }
events: [{ key: closing, title: 总结大会 }]
classes:
  - { key: four, title: 四大班子, where: 'org.class == "四大班子"' }
  - { key: bureau, title: 县直单位, where: 'org.class == "县直单位"' }
  - { key: town, title: 乡镇, where: 'org.class == "乡镇"' }
ranks: [{ key: 县处级, title: 县处级 }, { key: 乡科级, title: 乡科级 }, { key: 科员, title: 科员 }]
participants: { where: 'person.rank != "科员"' }
subjects: [{ key: 农户, title: 农户, unit: 户 }, { key: 企业, title: 企业, unit: 家 }]
tags: [{ key: 困难户, title: 困难户 }]
activities:
  visit: { title: 走访, to: [农户], review: true, subjects: { max: 200 } }
  stay: { title: 蹲住, fields: [{ key: days, title: 天数, type: integer, unit: 天, min: 1 }] }
  diary: { title: 蹲点手记, place: none }
  report: { title: 调研报告, place: none }
  tour: { title: 到点 }
indicators:
  households: { title: 走访户数, unit: 户, from: visit, distinct: subject }
  visits: { title: 走访, unit: 次, from: visit }
  stay_days: { title: 蹲住天数, unit: 天, from: stay, value: days }
  diaries: { title: 手记, unit: 篇, from: diary }
  reports: { title: 报告, unit: 篇, from: report }
  spots: { title: 到过的地方, unit: 处, from: tour, distinct: place }
quotas:
${quotas}
${more}`

/** The three classes of the plan: 20 households; 30; a third of one's own linked village. */
export const classes = `
  four: { title: 四大班子成员走访不少于 20 户, who: person, where: 'org.class == "四大班子"', indicator: households, at_least: 20 }
  bureau: { title: 县直班子成员走访不少于 30 户, who: person, where: 'org.class == "县直单位"', indicator: households, at_least: 30 }
  town: { title: 乡镇班子成员走访所联系村 1/3 以上住户, who: person, where: 'org.class == "乡镇" && person.rank == "乡科级"', indicator: households, share: 1/3, of: linked }
`

export type County = {
  readonly store: Store
  readonly world: World
  readonly campaign: CampaignId
  readonly id: (code: string) => string
  readonly save: (entries: Entries) => Promise<void>
  readonly does: <T>(command: Command, input: object, on?: string) => Promise<T>
  readonly as: (person: string) => World
  /** Hands a record in; `said` overrides. */
  readonly hands: (kind: string, day: string, people: readonly string[], said?: Said) => Promise<string>
  readonly progress: (on: string, quota?: string) => Promise<readonly Progress[]>
  readonly of: (who: string, quota: string, on: string) => Promise<Progress>
  readonly revise: (source: string) => Promise<void>
}
export type Said = {
  readonly subjects?: readonly string[]
  readonly fields?: object
  readonly place?: string
  readonly org?: string
  /** Another campaign’s. */
  readonly campaign?: string
}

export const county = async (fresh: Fresh, source: string, entries: Entries = register, today = '2014-06-30'): Promise<County> => {
  const store = storeOn(fresh.pool)
  const tenant = await foundTenant(fresh.pool, { name: '某县' })
  const rows = async (sql: string) => (await fresh.pool.query(sql, [tenant])).rows as { code: string; id: string }[]
  const root = (await rows('select code, org_id as id from org where tenant_id = $1'))[0]?.id as OrgId
  const account = (await rows('select login as code, account_id as id from account where tenant_id = $1'))[0]?.id as AccountId
  const actor: Actor = { tenant, account, person: null, name: '活动办', grants: [{ role: 'administrator', org: root }] }
  const world: World = { actor, today, newId: uuidv7 }
  const ids = new Map<string, string>()
  const learn = async () => {
    for (const table of ['org', 'place', 'person', 'subject', 'team'])
      for (const row of await rows(`select code, ${table}_id as id from ${table} where tenant_id = $1`)) ids.set(row.code, row.id)
  }
  const save = async (given: Entries) => {
    const wrong = refusals(await store.write(actor, (db) => db.register.saveAll(given)))
    if (wrong.length > 0) throw new Error(JSON.stringify(wrong))
    await learn()
  }
  await save(entries)
  const id = (code: string) => ids.get(code) ?? ''
  const does = async <T>(command: Command, input: object, on = world.today): Promise<T> =>
    (await carryOut(store, command, command.input.parse(input), { ...world, today: on })) as T
  const { id: campaign } = await does<{ id: CampaignId }>(load, { id: uuidv7(), source })
  const progress = async (on: string, quota?: string) =>
    (await does<QuotaList>(list, { campaign, on, limit: 1000, ...(quota ? { quota } : {}) })).rows.rows
  return {
    store,
    world,
    campaign,
    id,
    save,
    does,
    progress,
    as: (person) => ({ ...world, actor: { ...actor, person: id(person) as PersonId, grants: [{ role: 'visitor', org: root }] } }),
    hands: async (kind, day, people, said = {}) => {
      const record = uuidv7()
      const content = {
        day,
        org: id(said.org ?? 'ROOT'),
        place: said.place ? id(said.place) : null,
        participants: people.map(id),
        subjects: (said.subjects ?? []).map(id),
        fields: said.fields ?? {},
      }
      await does(submit, { id: record, campaign: said.campaign ?? campaign, sort: 'activity', kind, content })
      return record
    },
    of: async (who, quota, on) => {
      const found = (await progress(on, quota)).find((p) => p.assignee.code === who && p.part === 0)
      if (found === undefined) throw new Error(`${who} does not owe ${quota} on ${on}`)
      return found
    },
    revise: async (next) => void (await does(load, { id: uuidv7(), source: next, revise: true })),
  }
}

/** Codes from A000 on. */
export const households = (letter: string, from: number, to: number): readonly string[] =>
  Array.from({ length: to - from }, (_, i) => `${letter}${String(from + i).padStart(3, '0')}`)
