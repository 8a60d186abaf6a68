import assert from 'node:assert/strict'
import { test } from 'node:test'
import { uuidv7 } from 'uuidv7'
import type { DraftRow, DraftView, Saved } from '#command/draft/views.ts'
import { forEachDatabase } from '../cluster.ts'
import { type Client, type TestHouse, openHouse } from '../server/house.ts'

/* A scheme that is being written is kept by the house, and two who write on it never overwrite each other. */

forEachDatabase((fresh) => {
  const story = (title: string, tell: (house: TestHouse) => Promise<void>) =>
    test(title, async () => {
      const house = await openHouse(fresh)
      await house.register({ orgs: [{ code: 'T1', name: '安泰镇', parent: 'ROOT' }] })
      await tell(house).finally(() => house.close())
    })

  const save = (by: Client, id: string, seen: number, source: string, more: object = {}) =>
    by.does<Saved>('draft.save', { id, seen, name: '春季大走访', source, ...more })
  const list = (by: Client, dropped = false) => by.sees<DraftRow[]>('draft.list', { dropped })

  story('a draft is saved, found again on another device, saved once more and renamed', async (house) => {
    const office = await house.as('office')
    const id = uuidv7()
    const first = await save(office, id, 0, 'scheme: spring', { files: { 'bulletin.md': '走访{{ visits }}。' } })
    assert.equal(first.version, 1)
    assert.equal((await save(office, id, 1, 'scheme: spring\ntitle: 春')).version, 2)
    const again = await save(office, id, 1, 'scheme: spring\ntitle: 春')
    assert.equal(again.version, 2, 'an answer that was lost on its way is given once more')
    await office.does('draft.rename', { draft: id, name: '春访（二稿）' })
    const [row] = await list(office)
    assert.deepEqual([row?.name, row?.version, row?.own, row?.campaign], ['春访（二稿）', 2, true, null])
    const open = await office.sees<DraftView>('draft.show', { draft: id })
    assert.deepEqual([open.source, open.files], ['scheme: spring\ntitle: 春', {}])
  })

  story('what another saved meanwhile is told with who and when, and nothing is overwritten', async (house) => {
    const [one, other] = [await house.as('office'), house.admin]
    const id = uuidv7()
    await save(one, id, 0, 'scheme: a')
    await save(other, id, 1, 'scheme: b')
    await assert.rejects(save(one, id, 1, 'scheme: c'), (fault: { code: string; details: { current: number; by: string } }) => {
      assert.deepEqual([fault.code, fault.details.current, fault.details.by], ['409.29', 2, other.me.name])
      return true
    })
    const open = await one.sees<DraftView>('draft.show', { draft: id })
    assert.deepEqual([open.source, open.by, open.author], ['scheme: b', other.me.name, one.me.name])
    assert.equal((await save(one, id, 2, 'scheme: c')).version, 3)
  })

  story('a deleted draft leaves the list and can be had again, as it was', async (house) => {
    const office = await house.as('office')
    const id = uuidv7()
    await save(office, id, 0, 'scheme: a')
    await office.does('draft.drop', { draft: id })
    assert.deepEqual([(await list(office)).length, (await list(office, true)).map((d) => d.id)], [0, [id]])
    await office.does('draft.restore', { draft: id })
    assert.deepEqual(
      (await list(office)).map((d) => [d.id, d.version, d.dropped]),
      [[id, 1, false]],
    )
  })

  story('a town’s office sees its own drafts, the office of the whole sees all, and nobody else any', async (house) => {
    const [town, office] = [await house.as('office', 'T1'), await house.as('office')]
    const [mine, theirs] = [uuidv7(), uuidv7()]
    await save(town, mine, 0, 'scheme: a')
    await save(office, theirs, 0, 'scheme: b')
    assert.deepEqual(
      (await list(town)).map((d) => d.id),
      [mine],
    )
    assert.deepEqual(new Set((await list(office)).map((d) => d.id)), new Set([mine, theirs]))
    await assert.rejects(town.sees('draft.show', { draft: theirs }), { code: '404.1' })
    await assert.rejects(save(town, theirs, 1, 'scheme: c'), { code: '404.1' })
    await assert.rejects(list(await house.as('liaison', 'T1')), { code: '403.1' })
  })
})
