import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { test } from 'node:test'
import { loadDemo } from '#cli/demo.ts'
import { loadWanted } from '#cli/demo-loader.ts'
import type { OrgRow, Verification } from '#command/views.ts'
import { asDemoLoader, nextDemo, noteDemoState } from '#store/demo.ts'
import { forEachDatabase } from '../cluster.ts'
import { first, folder, groups, office, second, silent } from './demo-city.ts'

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
