import { uuidv7 } from 'uuidv7'
import type { Receipt } from '#command/views.ts'
import type { Attachment } from '#record/shape.ts'
import type { Fresh } from '../cluster.ts'
import { type TestHouse, openHouse } from './house.ts'

/*
 * A tenant with a tree of orgs, and in each of them somebody's record, draft and account: what the access matrix asks for.
 *
 *   ROOT ── EAST (parent) ─┬─ EAST-1 (own) ── EAST-1-1 (child)
 *                          └─ EAST-2 (sibling)
 */

const scheme = (word: string) => `
scheme: visits
title: ${word}走访
window: { from: 2012-02-20, to: 2012-12-31 }
subjects: [{ key: household, title: 户, unit: 户 }]
participants: { widen: true }
classes: [{ key: town, title: 乡镇, where: 'org.kind == "town"' }]
start: { with: [visit], by: 2012-05-15 }
supervision: { escalate: [{ to: lead, after: 1 working day }] }
activities:
  visit:
    title: 走访
    review: true
    participants: { min: 0 }
    fields:
      - { key: words, title: 情况, type: text }
    rules:
      - { key: thin, check: words.size() > 150, otherwise: flag, says: ${word}太短 }
matters:
  problem:
    title: 问题
    outcomes: [{ key: solved, title: 已解决, solved: true }]
indicators:
  visits: { title: 走访, unit: 次, from: visit }
quotas:
  plan: { title: ${word}任务, who: org, where: 'org.code != ""', indicator: visits, at_least: 5 }
bulletins:
  progress: { title: ${word}通报, template: progress.md }
`

const template = (word: string) => `# ${word}通报\n\n走访 {{ visits }}。\n`

export const relations = ['own', 'child', 'sibling', 'parent'] as const
export type Relation = (typeof relations)[number]
const codes: Readonly<Record<Relation, string>> = { own: 'EAST-1', child: 'EAST-1-1', sibling: 'EAST-2', parent: 'EAST' }

/** What stands at one org. */
export type Thing = {
  readonly campaign: string
  readonly org: string
  readonly code: string
  readonly place: string
  readonly person: string
  readonly subject: string
  readonly record: string
  readonly account: string
  readonly session: string
  readonly blob: string
  readonly import: string
  /** A fresh link, for each who tries to end it. */
  link(): Promise<string>
  /** A fresh team, for each who tries to end it. */
  team(): Promise<string>
  /** A fresh draft for each who tries. */
  draft(): Promise<string>
  /** A fresh scheme that the administrator of the whole is writing, for each who tries. */
  writing(): Promise<string>
  readonly sealed: string
  /** A fresh notice to the org, for each who tries. */
  notice(): Promise<string>
}

export type Realm = { readonly house: TestHouse; readonly things: Readonly<Record<Relation, Thing>> }

/** @param word stands in every name and text of the tenant, to be found where it must not be */
export const openRealm = async (db: Fresh, tenant: string, word: string): Promise<Realm> => {
  const house = await openHouse(db, { tenant })
  const { admin } = house
  await house.register({
    places: [{ code: 'C', name: `${word}市` }],
    orgs: [
      { code: 'EAST', name: `${word}东川县`, parent: 'ROOT' },
      { code: 'EAST-1', name: `${word}柳湾镇`, parent: 'EAST', kind: 'town' },
      { code: 'EAST-1-1', name: `${word}柳湾村`, parent: 'EAST-1' },
      { code: 'EAST-2', name: `${word}石桥镇`, parent: 'EAST', kind: 'town' },
    ],
    people: Object.values(codes).map((org) => ({ code: `P-${org}`, name: `${word}干部`, posts: [{ org, post: '镇长' }] })),
    subjects: [{ code: 'H1', name: `${word}户`, kind: 'household', place: 'C' }],
  })
  const campaign = (
    await admin.does<{ id: string }>('campaign.load', { id: uuidv7(), source: scheme(word), files: { 'progress.md': template(word) } })
  ).id
  const idOf = async (table: string, code: string) =>
    String(
      (await db.pool.query(`select ${table}_id as id from ${table} where tenant_id = $1 and code = $2`, [house.tenant, code])).rows[0]?.id,
    )
  const everywhere = { place: await idOf('place', 'C'), subject: await idOf('subject', 'H1'), ...(await filesIn(house, word)) }
  const thing = async (relation: Relation): Promise<Thing> => {
    const org = await house.org(codes[relation])
    const someone = await house.as('visitor', codes[relation])
    const content = { day: '2012-03-05', org, fields: { words: `${word}家的桥断了` } }
    const record = await someone.does<Receipt>('record.submit', { id: uuidv7(), campaign, sort: 'activity', kind: 'visit', content })
    const draft = async () => (await admin.does<{ id: string }>('bulletin.draft', { id: uuidv7(), campaign, template: 'progress', org })).id
    const writing = async () =>
      (await admin.does<{ id: string }>('draft.save', { id: uuidv7(), seen: 0, name: `${word}草稿`, source: scheme(word) })).id
    const sealed = await draft()
    await admin.does('bulletin.seal', { bulletin: sealed })
    const link = async () =>
      (await admin.does<{ id: string }>('link.save', { id: uuidv7(), by: { org }, to: { place: everywhere.place }, role: uuidv7() })).id
    const team = async () =>
      (await admin.does<{ id: string }>('team.save', { id: uuidv7(), code: uuidv7(), name: `${word}协作区`, members: [{ who: { org } }] }))
        .id
    const office = await house.as('office', codes[relation])
    const notice = async () =>
      (await office.does<{ id: string }>('notice.issue', { id: uuidv7(), campaign, org, title: `${word}督办`, asks: `${word}限期说明` })).id
    const [session] = await someone.sees<{ id: string }[]>('session.list')
    return {
      ...everywhere,
      campaign,
      org,
      code: codes[relation],
      link,
      team,
      person: await idOf('person', `P-${codes[relation]}`),
      record: record.id,
      account: someone.me.account,
      session: String(session?.id),
      draft,
      writing,
      sealed,
      notice,
    }
  }
  const [own, child, sibling, parent] = [await thing('own'), await thing('child'), await thing('sibling'), await thing('parent')]
  return { house, things: { own, child, sibling, parent } }
}

/** A stored file and an import with a refused row. */
const filesIn = async ({ admin }: TestHouse, word: string): Promise<{ blob: string; import: string }> => {
  const paper = new TextEncoder().encode(`%PDF-1.7\n% ${word}\n%%EOF`)
  const kept = (await (await admin.fetch('/api/blob/put', { method: 'PUT', body: paper })).json()) as Attachment
  const form = new FormData()
  form.set('file', new Blob([`单位代码,单位名称,上级代码\nLOST,${word}无主镇,NOWHERE\n`]), '单位.csv')
  const begun = (await (await admin.fetch('/api/register/import?sheet=org', { method: 'POST', body: form })).json()) as { id: string }
  return { blob: kept.sha256, import: begun.id }
}
