import assert from 'node:assert/strict'
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, test } from 'node:test'
import { fileURLToPath } from 'node:url'
import { loadDemo } from '#cli/demo.ts'
import { demoGroups } from '#cli/demo-group.ts'
import { loadWanted, offer } from '#cli/demo-loader.ts'
import { commands } from '#command/list.ts'
import type { DemoRow, OrgRow, Verification } from '#command/views.ts'
import { carryOut } from '#store/carry.ts'
import { asDemoLoader, nextDemo, noteDemoState } from '#store/demo.ts'
import { storeOn } from '#store/store.ts'
import { foundTenant } from '#store/tenant.ts'
import { whoAtTerminal, worldOf } from '#store/who.ts'
import { type Fresh, forEachDatabase } from '../cluster.ts'

const folder = mkdtempSync(join(tmpdir(), 'zoufang-demos-'))
after(() => rmSync(folder, { recursive: true, force: true }))

/** The city of the first demo, and a second one that works in it, with units of its own. */
const schemes = fileURLToPath(new URL('../simulate/schemes/', import.meta.url))
for (const [name, until, more] of [
  ['harvest', '2020-04-15', 'first: true'],
  ['tour', '2023-10-15', 'adds: { orgs: [{ class: 巡查单位, names: [市巡查办公室, 市督导中心] }] }\nunits: [巡查单位]'],
] as const) {
  mkdirSync(join(folder, name))
  cpSync(join(schemes, `${name}.yaml`), join(folder, name, 'scheme.yaml'))
  writeFileSync(join(folder, name, 'demo.yaml'), `world: { city: 云州, seed: '5', scale: 0.05 }\nuntil: ${until}\n${more}\n`)
}
const groups = demoGroups(folder)
const [first, second] = groups.map((g) => g.key)
const silent = (): undefined => undefined

const office = async ({ pool }: Fresh) => {
  const store = storeOn(pool)
  const tenant = await foundTenant(pool, { name: '本级' })
  const world = worldOf(await whoAtTerminal(pool))
  const does = async <T>(name: string, input: object): Promise<T> => {
    const command = commands.find((c) => c.name === name)
    assert.ok(command)
    return (await carryOut(store, command, command.input.parse(input), world)) as T
  }
  await offer(pool, tenant, groups)
  const state = async (key: string | undefined) => (await does<DemoRow[]>('demo.list', {})).find((d) => d.key === key)
  return { pool, store, world, does, state }
}

forEachDatabase((fresh) => {
  test('demos are offered, loaded when they are asked for, and share one city whose units the second leaves as they are', async () => {
    const { pool, does, state } = await office(await fresh())
    assert.deepEqual([(await state(first))?.state, (await state(second))?.state], ['offered', 'offered'])
    assert.equal(await nextDemo(pool), undefined)
    await does('demo.load', { key: first })
    assert.equal(await loadWanted(pool, silent, undefined, groups), true)
    const before = await does<OrgRow[]>('org.list', {})
    await does('demo.load', { key: second })
    assert.equal((await nextDemo(pool))?.key, second)
    await loadWanted(pool, silent, undefined, groups)
    assert.equal((await state(second))?.state, 'loaded')
    const now = await does<OrgRow[]>('org.list', {})
    assert.deepEqual(
      now
        .map((o) => o.name)
        .filter((n) => !before.some((o) => o.name === n))
        .toSorted(),
      ['市巡查办公室', '市督导中心'].toSorted(),
    )
    for (const org of before) assert.equal(now.find((o) => o.id === org.id)?.name, org.name)
    assert.deepEqual((await does<Verification>('figure.verify', {})).differences, [])
  })

  test('a load that was cut off goes on where it stopped, once nobody else is at it, and counts nothing twice', async () => {
    const { pool, store, world, does, state } = await office(await fresh())
    await does('demo.load', { key: first })
    const wanted = await nextDemo(pool)
    assert.ok(wanted)
    const cut = loadDemo(store, world, silent, {
      groups,
      far: async (done, total) => {
        if (done > total / 2) throw new Error('the power went')
      },
    })
    await assert.rejects(cut, /the power went/)
    await noteDemoState(pool, wanted, { state: 'loading', done: 10, total: 20, says: null })
    await asDemoLoader(pool, async () => assert.equal(await nextDemo(pool), undefined, 'another process is at it'))
    assert.equal((await nextDemo(pool))?.key, first)
    await loadWanted(pool, silent, undefined, groups)
    const row = await state(first)
    assert.equal(row?.state, 'loaded')
    assert.equal(row.done, row.total)
    const { rows } = await pool.query(
      'select count(*)::int as n, count(distinct record_id)::int as different from record_version where version = 1',
    )
    assert.equal(rows[0].n, rows[0].different)
    assert.deepEqual((await does<Verification>('figure.verify', {})).differences, [])
  })

  test('a demo that has changed since its load began says so and stays as it is', async () => {
    const { pool, does, state } = await office(await fresh())
    await does('demo.load', { key: first })
    await pool.query("update demo set plan = 'another' where key = $1", [first])
    await loadWanted(pool, silent, undefined, groups)
    const row = await state(first)
    assert.equal(row?.state, 'failed')
    assert.match(row.says?.zh ?? '', /^409\.24 /)
  })

  test('what is not among the demos is not to be had, and no demo is loaded over a campaign of its key', async () => {
    const { pool, world, does, state } = await office(await fresh())
    await assert.rejects(does('demo.load', { key: 'nowhere' }), { code: '404.1' })
    const source = readFileSync(join(folder, 'harvest', 'scheme.yaml'), 'utf8')
    await does('campaign.load', { id: world.newId(), source })
    await assert.rejects(does('demo.load', { key: first }), { code: '409.4' })
    assert.equal(await nextDemo(pool), undefined)
    assert.equal((await state(first))?.state, 'offered')
  })
})
