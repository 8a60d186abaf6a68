import { uuidv7 } from 'uuidv7'
import type { Actor } from '#access/actor.ts'
import type { World } from '#command/command.ts'
import { load } from '#command/campaign/load.ts'
import type { Submission } from '#command/record/submit.ts'
import { submitInput } from '#command/record/submit.ts'
import type { AccountId, CampaignId, OrgId } from '#kit/id.ts'
import { addDays } from '#kit/day.ts'
import { type Entries, refusals } from '#register/entry.ts'
import { carryOut } from '#store/carry.ts'
import { type Store, storeOn } from '#store/store.ts'
import { foundTenant } from '#store/tenant.ts'
import type pg from 'pg'

/*
 * A large city for measuring: 1,000 units in 40 towns, 500 villages, 3,000 officials, 20,000 households; 30 indicators
 * over six kinds of visits of 25 fields, five indicators each, among them distinct households and persons.
 */

const kinds = ['a', 'b', 'c', 'd', 'e', 'f']
const numbers = Array.from({ length: 12 }, (_, i) => `n${i + 1}`)

const fields = [
  ...numbers.map((n) => `{ key: ${n}, title: 数${n}, type: integer, unit: 个, min: 0, max: 9999 }`),
  '{ key: days, title: 天数, type: decimal, unit: 天, min: 0, max: 31 }',
  '{ key: funds, title: 资金, type: money, unit: 万元 }',
  ...Array.from({ length: 6 }, (_, i) => `{ key: t${i}, title: 文字${i}, type: text }`),
  '{ key: long, title: 详情, type: longtext }',
  '{ key: way, title: 方式, type: choice, options: [{ key: home, title: 入户 }, { key: forum, title: 座谈 }] }',
  '{ key: topics, title: 议题, type: choices, options: [{ key: road, title: 道路 }, { key: water, title: 水利 }] }',
  '{ key: told, title: 已告知, type: boolean }',
  '{ key: on, title: 日期, type: date }',
]

const kindOf = (k: string) => `
  visit_${k}:
    title: 走访${k}
    to: [household]
    fields:
${fields.map((f) => `      - ${f}`).join('\n')}
    rules:
      - { key: entourage, check: size(participants) <= 4, otherwise: flag, says: 随行不超过 }`

const indicatorsOf = (k: string, i: number) => `
  count_${k}: { title: 次数${k}, unit: 次, from: visit_${k} }
  days_${k}: { title: 人天${k}, unit: 天, from: visit_${k}, value: days * size(participants) }
  funds_${k}: { title: 资金${k}, unit: 万元, from: visit_${k}, value: funds }
  ${i < 2 ? `households_${k}: { title: 户${k}, unit: 户, from: visit_${k}, per: subject, distinct: subject }` : `n1_${k}: { title: 数${k}, unit: 个, from: visit_${k}, value: n1 }`}
  n2_${k}: { title: 数二${k}, unit: 个, from: visit_${k}, value: n2, when: 'way == "home"' }`

export const scheme = `
scheme: bench
title: 测速
window: { from: 2012-01-01, to: 2012-12-31 }
subjects: [{ key: household, title: 户, unit: 户 }]
classes: [{ key: unit, title: 单位, where: 'org.kind == "unit"' }]
activities:${kinds.map(kindOf).join('')}
indicators:${kinds.map(indicatorsOf).join('')}
`

const pad = (n: number) => String(n).padStart(5, '0')
const range = (n: number) => Array.from({ length: n }, (_, i) => i)

const entriesOf = ({ homes = 20_000, more = {}, tags = () => [] }: Wish): Entries => ({
  ...more,
  orgs: [
    ...range(40).map((t) => ({ code: `T${pad(t)}`, name: `第${t}镇`, parent: 'ROOT', kind: 'township' })),
    ...range(1000).map((u) => ({ code: `U${pad(u)}`, name: `第${u}单位`, parent: `T${pad(u % 40)}`, kind: 'unit' })),
  ],
  places: [
    { code: 'C', name: '市', kind: 'city' },
    ...range(500).map((v) => ({ code: `V${pad(v)}`, name: `第${v}村`, parent: 'C', kind: 'village' })),
  ],
  people: range(3000).map((p) => ({
    code: `P${pad(p)}`,
    name: `干部${p}`,
    posts: [{ org: `U${pad(p % 1000)}`, post: '干部', rank: p % 7 ? 'staff' : 'section' }],
  })),
  subjects: range(homes).map((h) => ({ code: `H${pad(h)}`, name: `${h}户`, kind: 'household', place: `V${pad(h % 500)}`, tags: tags(h) })),
})

/** What a city is made of: another scheme whose activities hold the same fields, more in its register. */
export type Wish = {
  readonly scheme?: string
  readonly homes?: number
  readonly more?: Entries
  readonly tags?: (home: number) => readonly string[]
}

export type City = {
  readonly store: Store
  readonly actor: Actor
  readonly world: World
  readonly campaign: CampaignId
  readonly visit: (n: number) => Submission['input']
}

export const buildCity = async (pool: pg.Pool, wish: Wish = {}): Promise<City> => {
  const store = storeOn(pool)
  const tenant = await foundTenant(pool, { name: '测速市' })
  const rows = async (sql: string) => (await pool.query(sql, [tenant])).rows as { code: string; id: string }[]
  const root = (await rows('select code, org_id as id from org where tenant_id = $1'))[0]?.id as OrgId
  const account = (await rows('select login as code, account_id as id from account where tenant_id = $1'))[0]?.id as AccountId
  const actor: Actor = { tenant, account, person: null, name: '测速', grants: [{ role: 'administrator', org: root }] }
  const world: World = { actor, today: '2012-12-31', newId: uuidv7 }
  const wrong = refusals(await store.write(actor, (db) => db.register.saveAll(entriesOf(wish))))
  if (wrong.length > 0) throw new Error(JSON.stringify(wrong.slice(0, 3)))
  const { id: campaign } = (await carryOut(store, load, load.input.parse({ id: uuidv7(), source: wish.scheme ?? scheme }), world)) as {
    id: CampaignId
  }
  const ids = async (sql: string) => (await rows(`${sql} order by code`)).map((r) => r.id)
  const units = await ids(`select code, org_id as id from org where tenant_id = $1 and code like 'U%'`)
  const villages = await ids(`select code, place_id as id from place where tenant_id = $1 and code like 'V%'`)
  const people = await ids('select code, person_id as id from person where tenant_id = $1')
  const homes = await ids('select code, subject_id as id from subject where tenant_id = $1')
  await pool.query('analyze')
  const visit = (n: number) => visitOf(n, campaign, units, villages, people, homes)
  return { store, actor, world, campaign, visit }
}

/** The n-th visit: a unit goes to households of the few villages it answers for. */
const visitOf = (
  n: number,
  campaign: CampaignId,
  units: readonly string[],
  villages: readonly string[],
  people: readonly string[],
  homes: readonly string[],
): Submission['input'] => {
  const unit = (n * 7919) % 1000
  const village = (unit * 5 + (n % 4)) % 500
  const home = village + 500 * (Math.floor(n / 1000) % (homes.length / 500))
  const content = {
    day: addDays('2012-01-01', (n * 31) % 366),
    org: units[unit],
    place: villages[village],
    participants: [people[unit], people[unit + 1000]],
    subjects: [homes[home]],
    fields: {
      ...Object.fromEntries(numbers.map((k, i) => [k, String((n + i) % 50)])),
      days: n % 3 ? '1' : '0.5',
      funds: `${n % 9}.${String(n % 100).padStart(2, '0')}`,
      ...Object.fromEntries(range(6).map((i) => [`t${i}`, `第${n}次走访记录之${i}`])),
      long: '到村入户了解生产生活情况,就道路、水利、就医、就学等问题逐一登记,当场能答复的已答复。'.repeat(2),
      way: n % 2 ? 'home' : 'forum',
      topics: ['road'],
      told: true,
      on: '2012-03-01',
    },
  }
  return submitInput.parse({ id: uuidv7(), campaign, sort: 'activity', kind: `visit_${kinds[n % 6]}`, content })
}
