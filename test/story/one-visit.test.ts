import assert from 'node:assert/strict'
import { test } from 'node:test'
import { uuidv7 } from 'uuidv7'
import type { BulletinChange, BulletinView, Receipt, Verification } from '#command/views.ts'
import { forEachDatabase } from '../cluster.ts'
import { type County, openCounty } from './county.ts'

/* What the office, a liaison and a visitor live through with one campaign that was copied and changed by hand. */

forEachDatabase((fresh) => {
  const story = (title: string, tell: (county: County) => Promise<void>) =>
    test(title, async () => {
      const county = await openCounty(fresh)
      await tell(county).finally(() => county.house.close())
    })

  const counted = async (county: County) => {
    const { visits, households, flooded, health, veterans } = await county.figures(county.house.admin)
    return { visits, households, flooded, health, veterans }
  }

  story(
    'a visit counts as pending, then confirmed, then corrected, then withdrawn, and the sealed bulletin stays as it was',
    async (county) => {
      const { house, ids, campaign } = county
      const visitor = await house.as('visitor', 'EAST', { person: ids['EAST-head'] ?? '' })
      const liaison = await house.as('liaison', 'EAST')
      const office = await house.as('office')
      const fields = { topics: ['health'], wet: true, flooded: '1.5' }
      const content = county.visit('EAST', { attachments: [await county.photo(visitor)] }, fields)
      const { id: record, state } = await county.submit(visitor, content)
      assert.equal(state, 'submitted')
      assert.deepEqual(await counted(county), { visits: '0/1', households: '0/1', flooded: '0/22.5', health: '0/1', veterans: '0/1' })

      await liaison.does('record.return', { record, seen: 1, why: '面积请核对' })
      assert.equal((await counted(county)).visits, '0/0')
      const mended = { ...content, fields: { ...content.fields, flooded: '1.2' } }
      await visitor.does('record.correct', { record, seen: 2, content: mended, why: '已核对' })
      await liaison.does('record.accept', { record, seen: 3 })
      assert.deepEqual(await counted(county), { visits: '1/0', households: '1/0', flooded: '18/0', health: '1/0', veterans: '1/0' })

      const { id: bulletin } = await office.does<BulletinView>('bulletin.draft', { id: uuidv7(), campaign, template: 'progress' })
      const then = await office.does<BulletinView>('bulletin.seal', { bulletin })
      const moved = { ...mended, subjects: [ids['EAST-H2']], fields: { ...mended.fields, flooded: '2' } }
      await office.does('record.correct', { record, seen: 4, content: moved, why: '走访的是另一户' })
      assert.deepEqual(await counted(county), { visits: '1/0', households: '1/0', flooded: '30/0', health: '1/0', veterans: '0/0' })
      await office.does('record.withdraw', { record, seen: 5, why: '重复登记' })
      await county.submit(visitor, county.visit('EAST', {}, { days: '2' }))
      assert.deepEqual(await counted(county), { visits: '0/1', households: '0/1', flooded: '0/0', health: '0/0', veterans: '0/1' })

      const now = await office.sees<BulletinView>('bulletin.show', { bulletin })
      assert.deepEqual([now.document, now.derivations, now.seal], [then.document, then.derivations, then.seal])
      assert.deepEqual((await office.sees<Verification>('bulletin.verify', { bulletin })).differences, [])
      const changes = await office.sees<BulletinChange[]>('bulletin.changes', { bulletin })
      assert.deepEqual(
        changes.map((c) => [c.printed, c.printedNow, c.records.map((r) => r.act).toReversed()]),
        [
          ['1次', '0次', ['correct', 'withdraw']],
          ['1户', '0户', ['correct', 'withdraw']],
          ['1次', '0次', ['correct', 'withdraw']],
          ['18亩', '0亩', ['correct', 'withdraw']],
          ['1户', '0户', ['correct']],
          ['0次', '1次', ['submit']],
        ],
      )
      assert.deepEqual(
        (await county.show(visitor, record)).history.map((h) => [h.version, h.act, h.state, h.why]),
        [
          [6, 'withdraw', 'withdrawn', '重复登记'],
          [5, 'correct', 'accepted', '走访的是另一户'],
          [4, 'accept', 'accepted', ''],
          [3, 'correct', 'submitted', '已核对'],
          [2, 'return', 'returned', '面积请核对'],
          [1, 'submit', 'submitted', ''],
        ],
      )
      assert.deepEqual((await office.sees<Verification>('figure.verify')).differences, [])
    },
  )

  story('the same submission twice is one visit with one answer; other words under its number are refused', async (county) => {
    const visitor = await county.house.as('visitor', 'EAST', { person: county.ids['EAST-head'] ?? '' })
    const id = uuidv7()
    const first = await county.submit(visitor, county.visit('EAST'), { id })
    assert.deepEqual(await county.submit(visitor, county.visit('EAST'), { id }), first)
    await assert.rejects(county.submit(visitor, county.visit('EAST', { day: '2012-04-11' }), { id }), { code: '409.1' })
    assert.equal((await counted(county)).visits, '0/1')
  })

  story('a matter raised in a visit is solved, opened again and explained, and the figures follow', async (county) => {
    const office = await county.house.as('office')
    const { id: visit } = await county.submit(office, county.visit('EAST'))
    const raised = { day: '2012-04-10', org: county.ids['EAST'], raisedIn: visit, fields: { gist: '水渠堵塞', area: 'water' } }
    const { id: record } = await county.submit(office, raised as never, { sort: 'matter', kind: 'problem' })
    const told = async () => {
      const { raised: all, closed, solved, closing_rate: rate } = await county.figures(office)
      return { all, closed, solved, rate: rate?.split('/')[0] }
    }
    assert.deepEqual(await told(), { all: '1/0', closed: '0/0', solved: '0/0', rate: '0' })
    await assert.rejects(office.does('record.close', { record, seen: 1, day: '2012-04-09', outcome: 'solved', note: '早了' }), {
      status: 422,
    })
    await office.does('record.close', { record, seen: 1, day: '2012-04-20', outcome: 'solved', note: '已清淤' })
    assert.deepEqual(await told(), { all: '1/0', closed: '1/0', solved: '1/0', rate: '100' })
    await office.does<Receipt>('record.reopen', { record, seen: 2, why: '又堵了' })
    assert.deepEqual(await told(), { all: '1/0', closed: '0/0', solved: '0/0', rate: '0' })
    await office.does('record.close', { record, seen: 3, day: '2012-05-02', outcome: 'explained', note: '已说明' })
    assert.deepEqual(await told(), { all: '1/0', closed: '1/0', solved: '0/0', rate: '100' })
    assert.deepEqual(
      (await county.show(office, visit)).matters.map((m) => [m.id, m.closed]),
      [[record, true]],
    )
  })

  story('a file that was never uploaded is no photo of a visit, and what a file is comes from its bytes', async (county) => {
    const office = await county.house.as('office')
    const photo = await county.photo(office)
    const never = { ...photo, sha256: '0'.repeat(64) }
    await assert.rejects(county.submit(office, county.visit('EAST', { attachments: [never] })), { code: '422.1' })
    const { id } = await county.submit(office, county.visit('EAST', { attachments: [{ ...photo, type: 'text/html', size: 7 }] }))
    assert.deepEqual((await county.show(office, id)).content.attachments, [photo])
    const wrong = { ...county.visit('EAST'), attachments: [never] }
    await assert.rejects(office.does('record.correct', { record: id, seen: 1, content: wrong, why: '换照片' }), { code: '422.1' })
  })

  story('a character that no database can hold is refused with its place, wherever it stands', async (county) => {
    const office = await county.house.as('office')
    await assert.rejects(county.submit(office, county.visit('EAST', {}, { what: 'a\ud800b' })), { code: '400.1' })
    await assert.rejects(county.submit(office, county.visit('EAST', {}, { 'wha\udc00': 'x' })), { code: '400.1' })
    await assert.rejects(office.sees('person.list', { q: '\0' }), { status: 400 })
    const { id } = await county.submit(office, county.visit('EAST', {}, { what: '😀𠮷𪚥' }))
    assert.equal((await county.show(office, id)).content.fields['what'], '😀𠮷𪚥')
  })
})
