import { uuidv7 } from 'uuidv7'
import type { Actor } from '#access/actor.ts'
import { commands } from '#command/list.ts'
import type { World } from '#command/command.ts'
import type { Receipt } from '#command/views.ts'
import type { AccountId, CampaignId, OrgId } from '#kit/id.ts'
import type { Entries } from '#register/entry.ts'
import { refusals } from '#register/entry.ts'
import { carryOut } from '#store/carry.ts'
import { type Store, storeOn } from '#store/store.ts'
import { foundTenant } from '#store/tenant.ts'
import type { Fresh } from '../cluster.ts'

/* A small city with two campaigns that share one bulletin: three towns, two bureaus, their records. */

const entries: Entries = {
  orgs: [
    { code: 'T1', name: '安泰镇', parent: 'ROOT', kind: 'township' },
    { code: 'T2', name: '柳溪镇', parent: 'ROOT', kind: 'township' },
    { code: 'T3', name: '石桥镇', parent: 'ROOT', kind: 'township' },
    { code: 'B1', name: '市税务局', parent: 'ROOT', kind: 'bureau' },
    { code: 'B2', name: '市统计局', parent: 'ROOT', kind: 'bureau' },
  ],
  places: [
    { code: 'C', name: '清河市', kind: 'city' },
    { code: 'V1', name: '东湾村', kind: 'village', parent: 'C' },
  ],
  subjects: ['H1', 'H2', 'H3'].map((code) => ({ code, name: `${code}户`, kind: 'household', place: 'V1' })),
}

export const visits = `
scheme: visits
title: 领导干部下基层
window: { from: 2012-02-20, to: 2012-12-31 }
subjects: [{ key: household, title: 户, unit: 户 }]
classes:
  - { key: township, title: 乡镇, where: 'org.kind == "township"' }
  - { key: bureau, title: { zh: 市级机关, en: Bureaus }, where: 'org.kind == "bureau"', minimum: 2 }
start: { with: [visit], by: 2012-05-15 }
activities:
  visit:
    title: 走访
    to: [household]
    review: true
    participants: { min: 0 }
    fields:
      - { key: days, title: 天数, type: decimal, unit: 天, min: 0, max: 9999 }
      - { key: cards, title: 联系卡, type: integer, unit: 张 }
      - { key: refund, title: 退税, type: money, unit: 万元, approx: true }
  forum: { title: 座谈会, participants: { min: 0 } }
matters:
  problem:
    title: 问题
    outcomes: [{ key: solved, title: 已解决, solved: true }, { key: explained, title: 已解释 }]
indicators:
  research_days: { title: { zh: 下基层调研累计时间, en: Days of research }, unit: 天, from: visit, value: days }
  cards: { title: 发放联系卡, unit: 张, from: visit, value: cards }
  refund: { title: 争取退税, unit: 万元, from: visit, value: refund }
  households: { title: 走访群众, unit: 户, from: visit, per: subject, distinct: subject }
  forums: { title: 座谈会, unit: 个, from: forum }
  raised: { title: 反映问题, unit: 个, from: problem.raised }
  solved: { title: 解决实际问题, unit: 个, from: problem.closed, when: 'outcome == "solved"' }
  cards_a_day: { title: 日均发卡, unit: 张/天, formula: cards / research_days, decimals: 1 }
bulletins:
  progress: { title: 督查通报, template: progress.md }
`

export const plans = `
scheme: plans
title: 晋位争先
window: { from: 2012-02-20, to: 2012-12-31 }
classes: [{ key: township, title: 乡镇, where: 'org.kind == "township"' }]
activities:
  plan: { title: 目标规划, participants: { min: 0 } }
indicators:
  goal_plans: { title: 目标规划, unit: 份, from: plan }
  visits: { title: 规划走访, unit: 次, from: plan }
`

export type City = {
  readonly store: Store
  readonly actor: Actor
  readonly visits: CampaignId
  readonly plans: CampaignId
  /** Ids by code. */
  id(code: string): string
  /** Carries a command out as the office, or as somebody else. */
  does<T>(name: string, input: object, as?: Actor): Promise<T>
  /** A visit, accepted unless told; the receipt of its last step. */
  visit(org: string, day: string, fields: Record<string, unknown>, options?: { subjects?: string[]; accept?: boolean }): Promise<Receipt>
  problem(org: string, day: string, outcome: 'solved' | 'explained' | null): Promise<Receipt>
  plan(org: string, day: string): Promise<Receipt>
  load(key: string, source: string, files?: Record<string, string>): Promise<CampaignId>
}

export const city = async (fresh: Fresh, template: string): Promise<City> => {
  const store = storeOn(fresh.pool)
  const tenant = await foundTenant(fresh.pool, { name: '清河市' })
  const rows = async (sql: string) => (await fresh.pool.query(sql, [tenant])).rows as { code: string; id: string }[]
  const root = (await rows('select code, org_id as id from org where tenant_id = $1'))[0]?.id as OrgId
  const account = (await rows('select login as code, account_id as id from account where tenant_id = $1'))[0]?.id as AccountId
  const actor: Actor = { tenant, account, person: null, name: '活动办', grants: [{ role: 'administrator', org: root }] }
  const wrong = refusals(await store.write(actor, (db) => db.register.saveAll(entries)))
  if (wrong.length > 0) throw new Error(JSON.stringify(wrong))
  const ids = new Map<string, string>()
  for (const table of ['org', 'place', 'subject'])
    for (const row of await rows(`select code, ${table}_id as id from ${table} where tenant_id = $1`)) ids.set(row.code, row.id)
  const id = (code: string) => ids.get(code) ?? code

  const does: City['does'] = async (name, input, as = actor) => {
    const command = commands.find((c) => c.name === name)
    if (command === undefined) throw new Error(`no command ${name}`)
    const world: World = { actor: as, today: '2012-12-31', newId: uuidv7 }
    return (await carryOut(store, command, command.input.parse(input), world)) as never
  }
  const load: City['load'] = async (key, source, files = {}) =>
    (await does<{ id: CampaignId }>('campaign.load', { id: uuidv7(), source, files, revise: ids.has(key) })).id
  const visitsId = await load('visits', visits, { 'progress.md': template })
  const plansId = await load('plans', plans)

  const submit = (campaign: CampaignId, sort: string, kind: string, org: string, day: string, more: object = {}) =>
    does<Receipt>('record.submit', { id: uuidv7(), campaign, sort, kind, content: { day, org: id(org), ...more } })
  return {
    store,
    actor,
    visits: visitsId,
    plans: plansId,
    id,
    does,
    load,
    visit: async (org, day, fields, { subjects = [], accept = true } = {}) => {
      // Whoever reviews is taken as having reviewed; a visitor's record waits.
      const visitor: Actor = { ...actor, grants: [{ role: 'visitor', org: root }] }
      const receipt = await does<Receipt>(
        'record.submit',
        {
          id: uuidv7(),
          campaign: visitsId,
          sort: 'activity',
          kind: 'visit',
          content: { day, org: id(org), subjects: subjects.map(id), fields },
        },
        accept ? actor : visitor,
      )
      return accept && receipt.state === 'submitted'
        ? does<Receipt>('record.accept', { record: receipt.id, seen: receipt.version })
        : receipt
    },
    problem: async (org, day, outcome) => {
      const raised = await submit(visitsId, 'matter', 'problem', org, day)
      return outcome === null
        ? raised
        : does<Receipt>('record.close', { record: raised.id, seen: raised.version, day, outcome, note: '已办' })
    },
    plan: (org, day) => submit(plansId, 'activity', 'plan', org, day),
  }
}
