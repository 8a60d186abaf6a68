import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { test } from 'node:test'
import type pg from 'pg'
import { loadWanted } from '#cli/demo-loader.ts'
import type { DemoRemains } from '#command/demo/views.ts'
import type { OrgRow, Page, PersonRow, Verification } from '#command/views.ts'
import { Fault } from '#kit/fault.ts'
import { purged } from '#store/demo/remove.ts'
import { forEachDatabase } from '../cluster.ts'
import { first, folder, groups, office, second, silent } from './demo-city.ts'

type Office = Awaited<ReturnType<typeof office>>

const load = async ({ pool, does }: Office, key: string | undefined): Promise<void> => {
  await does('demo.load', { key })
  await loadWanted(pool, silent, undefined, groups)
}
const remove = ({ does }: Office, key: string | undefined) => does<DemoRemains>('demo.remove', { key, confirm: key })
const verified = async ({ does }: Office) => assert.deepEqual((await does<Verification>('figure.verify', {})).differences, [])

/** What was done stays on paper, and so does the dictionary of ways; how far demos are is told elsewhere. */
const remembered = ['op', 'path', 'demo', 'demo_entry', 'migration']

/** Rows of every table there is. */
const rowsOf = async (pool: pg.Pool): Promise<Readonly<Record<string, number>>> => {
  const tables = await pool.query<{ name: string }>(
    `select table_name as name from information_schema.tables where table_schema = 'public' and table_type = 'BASE TABLE' order by 1`,
  )
  const found: Record<string, number> = {}
  for (const { name } of tables.rows) {
    if (remembered.includes(name)) continue
    found[name] = (await pool.query<{ n: number }>(`select count(*)::int as n from ${name}`)).rows[0]?.n ?? -1
  }
  return found
}

const own = `
scheme: our-own
title: { zh: 我们自己的活动, en: Our own }
window: { from: 2023-01-01, to: 2023-12-31 }
activities: { visit: { title: 走访, place: none } }
indicators: { visits: { title: 走访, unit: 次, from: visit, headline: true } }
bulletins: { weekly: { title: 周报, template: weekly.md } }
`

forEachDatabase((fresh) => {
  test('a demo that is taken out leaves nothing behind but what was done, the other one whole, and can be loaded once more', async () => {
    const at = await office(await fresh())
    const { pool, does, state } = at
    await load(at, first)
    const before = await rowsOf(pool)
    await load(at, second)
    const told = await does<DemoRemains>('demo.weigh', { key: second })
    assert.deepEqual(
      told.campaigns.map((c) => c.key),
      [second],
    )
    assert.ok(told.records > 0 && told.register.org === 2 && told.register.person > 0 && told.known)
    const weighed = (await rowsOf(pool))['record']
    assert.equal((weighed ?? 0) - (before['record'] ?? 0), told.records)
    assert.deepEqual(await remove(at, second), told)
    assert.deepEqual(await rowsOf(pool), before)
    assert.equal((await state(second))?.state, 'offered')
    await verified(at)
    const { rows } = await pool.query(`select by_name, answer from op where command = 'demo.remove'`)
    assert.deepEqual(rows[0]?.answer, told)

    await load(at, second)
    assert.equal((await state(second))?.state, 'loaded')
    assert.equal((await rowsOf(pool))['record'] ?? 0, (before['record'] ?? 0) + told.records)
    await verified(at)
  })

  test('the city that demos share goes with the last of them', async () => {
    const at = await office(await fresh())
    const empty = await rowsOf(at.pool)
    await load(at, first)
    const city = await at.does<OrgRow[]>('org.list', {})
    await load(at, second)
    const { account, ...entries } = (await remove(at, first)).register
    assert.deepEqual(entries, { org: 0, place: 0, person: 0, subject: 0, team: 0, link: 0 })
    assert.ok(account > 0, 'those who entered the work of the first one alone')
    const left = new Set((await at.does<OrgRow[]>('org.list', {})).map((o) => o.id))
    assert.ok(city.every((o) => left.has(o.id)))
    await verified(at)
    assert.equal((await remove(at, second)).register.org, city.length - 1 + 2)
    assert.deepEqual(await rowsOf(at.pool), empty)
  })

  test('units and people that somebody’s own campaign works with stay, with all that stands above them', async () => {
    const at = await office(await fresh())
    const { does, world } = at
    await load(at, first)
    const orgs = await does<OrgRow[]>('org.list', {})
    const { rows: people } = await does<Page<PersonRow>>('person.list', { limit: 1 })
    const person = people[0] ?? assert.fail('nobody')
    const unit = orgs.find((o) => o.id === person.org) ?? assert.fail('nowhere')
    const campaign = world.newId()
    await does('campaign.load', { id: campaign, source: own, files: { 'weekly.md': '走访{{ visits }}。' } })
    const content = { day: '2023-05-01', org: unit.id, participants: [person.id] }
    await does('record.submit', { id: world.newId(), campaign, sort: 'activity', kind: 'visit', content })
    const { register } = await remove(at, first)
    const left = await does<OrgRow[]>('org.list', {})
    assert.ok(left.some((o) => o.id === unit.id))
    assert.equal(register.org, orgs.length - left.length)
    assert.equal((await does<Page<PersonRow>>('person.list', {})).rows.length, 1)
    await verified(at)
    const [figure] = await does<{ confirmed: string }[]>('figure.list', { campaign })
    assert.equal(figure?.confirmed, '1')
  })

  test('units and people that went are known to nobody, not even where they had just been looked up', async () => {
    const at = await office(await fresh())
    const { does, world } = at
    await load(at, first)
    const { rows: people } = await does<Page<PersonRow>>('person.list', { limit: 1 })
    const person = people[0] ?? assert.fail('nobody')
    const campaign = world.newId()
    await does('campaign.load', { id: campaign, source: own, files: { 'weekly.md': '走访{{ visits }}。' } })
    const content = { day: '2023-05-01', org: person.org, participants: [person.id] }
    const visit = (more: object) =>
      does('record.submit', { id: world.newId(), campaign, sort: 'activity', kind: 'visit', content: { ...content, ...more } })
    await assert.rejects(visit({ fields: { none: '1' } }), { code: '422.1' })
    await remove(at, first)
    await assert.rejects(visit({}), (e) => e instanceof Fault && (e.code === '404.1' || e.code === '422.1'))
  })

  test('a real campaign is never taken out, not even under a demo’s key, nor a demo that a bulletin of it rests on', async () => {
    const at = await office(await fresh())
    const { does, world } = at
    await assert.rejects(does('demo.weigh', { key: 'nowhere' }), { code: '404.1' })
    await assert.rejects(remove(at, second), { code: '409.26' })
    const source = readFileSync(join(folder, 'tour', 'scheme.yaml'), 'utf8')
    await does('campaign.load', { id: world.newId(), source })
    await at.pool.query(`update demo set state = 'loaded' where key = $1`, [second])
    await assert.rejects(remove(at, second), { code: '409.26' })

    await load(at, first)
    await assert.rejects(does('demo.remove', { key: first, confirm: 'yes' }), { code: '400.2' })
    const campaign = world.newId()
    await does('campaign.load', { id: campaign, source: own, files: { 'weekly.md': '走访{{ visits }}。' } })
    const other = (await does<{ id: string; key: string }[]>('campaign.list', {})).find((c) => c.key === first)?.id
    await does('bulletin.draft', { id: world.newId(), campaign, template: 'weekly', title: '两个活动的周报', with: { demo: other } })
    await assert.rejects(remove(at, first), { code: '409.27' })
    await at.pool.query(`update demo set state = 'loading' where key = $1`, [first])
    await assert.rejects(remove(at, first), { code: '409.28' })
  })

  test('every table that knows of campaigns or records is emptied of them', async () => {
    const { pool } = await fresh()
    const { rows } = await pool.query<{ name: string }>(
      `select distinct c.table_name as name from information_schema.columns c join information_schema.tables t using (table_schema, table_name)
       where c.table_schema = 'public' and t.table_type = 'BASE TABLE' and c.column_name in ('campaign_id', 'also_id', 'record_id', 'bulletin_id', 'notice_id', 'page_id')`,
    )
    assert.deepEqual(
      rows.map((r) => r.name).filter((name) => !purged.includes(name)),
      [],
    )
  })
})
