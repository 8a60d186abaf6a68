import assert from 'node:assert/strict'
import { test } from 'node:test'
import { load } from '#command/campaign/load.ts'
import { list as listFigures } from '#command/figure/list.ts'
import { verify } from '#command/figure/verify.ts'
import { show } from '#command/record/look.ts'
import { submit } from '#command/record/submit.ts'
import type { FigureRow, Receipt, RecordView, Verification } from '#command/views.ts'
import { Fault } from '#kit/fault.ts'
import type { RecordId } from '#kit/id.ts'
import { submitter } from '#store/batch.ts'
import { carryOut } from '#store/carry.ts'
import { forEachDatabase } from '../cluster.ts'
import { type Play, play } from '../figure/world.ts'

const forum = (p: Play, more: object = {}) =>
  submit.input.parse({
    id: p.world.newId(),
    campaign: p.campaign,
    sort: 'activity',
    kind: 'forum',
    content: { day: '2012-05-01', org: p.id('U1') },
    ...more,
  }) as Parameters<ReturnType<typeof submitter>['submit']>[0]

const forums = async (p: Play): Promise<string | null | undefined> => {
  const figures = (await carryOut(p.store, listFigures, { campaign: p.campaign }, p.world)) as readonly FigureRow[]
  return figures.find((f) => f.indicator === 'forums')?.confirmed
}

forEachDatabase((fresh) => {
  test('what arrives together is stored together, each once, and answered each for itself', async () => {
    const p = await play(await fresh())
    const line = submitter(p.store)
    const receipts = await Promise.all(Array.from({ length: 150 }, () => line.submit(forum(p), p.world)))
    assert.equal(new Set(receipts.map((r) => r.id)).size, 150)
    assert.equal(await forums(p), '150')
  })

  test('the same submission again, at once or later, gives the same answer and is stored once', async () => {
    const p = await play(await fresh())
    const line = submitter(p.store)
    const one = forum(p)
    const [a, b] = await Promise.all([line.submit(one, p.world), line.submit(one, p.world)])
    assert.deepEqual(b, a)
    assert.deepEqual(await submitter(p.store).submit(one, p.world), a)
    assert.equal(await forums(p), '1')
  })

  test('the same submissions at two doors at once are stored once, and the figures agree with them', async () => {
    const p = await play(await fresh())
    const [a, b] = [submitter(p.store), submitter(p.store)]
    const all = Array.from({ length: 60 }, () => forum(p))
    const [left, right] = await Promise.all([
      Promise.all(all.map((one) => a.submit(one, p.world))),
      Promise.all([...all].reverse().map((one) => b.submit(one, p.world))),
    ])
    assert.deepEqual([...right].reverse(), left)
    assert.equal(await forums(p), '60')
    const { differences } = (await carryOut(p.store, verify, { campaign: p.campaign }, p.world)) as Verification
    assert.deepEqual(differences, [])
  })

  test('what failed inside a transaction fails all of it, even where nobody listened', async () => {
    const p = await play(await fresh())
    const writing = p.store.write(p.world.actor, (db) => db.record.existing(['no id' as RecordId], p.campaign).catch(() => 'fine'))
    await assert.rejects(writing, /rolled back/)
  })

  test('a text is kept to the letter, whatever it means to a database', async () => {
    const p = await play(await fresh())
    const line = submitter(p.store)
    for (const why of ['NULL', '{"a",\\N}', "'; drop table record; --", '引号“”"\\"\\\\', 'two\nlines\t{}']) {
      const { id } = await line.submit(forum(p, { why }), p.world)
      const shown = (await carryOut(p.store, show, { record: id }, p.world)) as RecordView
      assert.equal(shown.history[0]?.why, why)
    }
  })

  test('an id that was used for other content is refused, and what was stored stays', async () => {
    const p = await play(await fresh())
    const line = submitter(p.store)
    const one = forum(p)
    await line.submit(one, p.world)
    const other = forum(p, { id: one.id, content: { day: '2012-05-02', org: p.id('U1') } })
    await assert.rejects(line.submit(other, p.world), (e) => e instanceof Fault && e.code === '409.1')
    assert.equal(await forums(p), '1')
  })

  test('a matter that arrives right behind the activity it was raised in finds it, answered or not', async () => {
    const p = await play(await fresh())
    const line = submitter(p.store)
    for (let i = 0; i < 12; i++) {
      const one = forum(p)
      const first = line.submit(one, p.world)
      // In the next turn the first batch is under way, and not yet committed.
      for (let turn = 0; turn < 1 + (i % 4); turn++) await new Promise((next) => setImmediate(next))
      const matter = submit.input.parse({
        ...forum(p),
        sort: 'matter',
        kind: 'problem',
        content: { day: '2012-05-01', org: p.id('U1'), raisedIn: one.id },
      }) as typeof one
      const answers = await Promise.all([first, line.submit(matter, p.world)])
      assert.deepEqual(
        answers.map((a) => a.version),
        [1, 1],
      )
    }
  })

  test('a submission that does not fit is refused with every reason, and those beside it are stored', async () => {
    const p = await play(await fresh())
    const line = submitter(p.store)
    const bad = forum(p, { content: { day: '2013-05-01', org: p.id('U1'), participants: [p.world.newId()], fields: { nonsense: '1' } } })
    const answers = await Promise.allSettled([line.submit(forum(p), p.world), line.submit(bad, p.world), line.submit(forum(p), p.world)])
    assert.deepEqual(
      answers.map((a) => a.status),
      ['fulfilled', 'rejected', 'fulfilled'],
    )
    const reason = (answers[1] as PromiseRejectedResult).reason as Fault
    assert.equal(reason.code, '422.1')
    assert.ok((reason.details.misfits?.length ?? 0) >= 3, JSON.stringify(reason.details))
    assert.equal(await forums(p), '2')
  })

  test('a campaign that is not there, an org that is not one’s own and a broken neighbour take nobody else with them', async () => {
    const p = await play(await fresh())
    const line = submitter(p.store)
    const stranger = { ...p.world, actor: { ...p.actor, grants: [{ role: 'visitor' as const, org: p.id('U4') as never }] } }
    const answers = await Promise.allSettled([
      line.submit(forum(p), p.world),
      line.submit(forum(p, { campaign: p.world.newId() }), p.world),
      line.submit(forum(p), stranger),
      line.submit(forum(p), p.world),
    ])
    assert.deepEqual(
      answers.map((a) => (a.status === 'fulfilled' ? 'stored' : (a.reason as Fault).code)),
      ['stored', '404.1', '404.1', 'stored'],
    )
    assert.equal(await forums(p), '2')
  })

  test('moments go on even when the clock goes back, and what is sealed gains no fact', async () => {
    const database = await fresh()
    const p = await play(database)
    const line = submitter(p.store)
    await line.submit(forum(p), p.world)
    await database.pool.query(`update campaign set sealed_at = clock_timestamp() + interval '1 day'`)
    const late = await line.submit(forum(p), p.world)
    const at = await database.pool.query<{ late: boolean }>(
      `select f.recorded_at > c.sealed_at as late from fact f join campaign c using (tenant_id, campaign_id) where record_id = $1`,
      [late.id],
    )
    assert.deepEqual(
      at.rows.map((r) => r.late),
      [true],
    )
    assert.deepEqual(((await carryOut(p.store, verify, {}, p.world)) as Verification).differences, [])
  })

  test('a revised scheme counts what is made under it; what was made before keeps its version', async () => {
    const p = await play(await fresh())
    const line = submitter(p.store)
    const before: Receipt = await line.submit(forum(p), p.world)
    const source = (await p.store.read(p.actor.tenant, (db) => db.campaign.scheme(p.campaign)))?.source ?? ''
    const more = `${source}\n  again: { title: 再数, unit: 个, from: forum }\n`
    await carryOut(p.store, load, load.input.parse({ id: p.world.newId(), source: more, revise: true }), p.world)
    await line.submit(forum(p), p.world)
    const versions = await p.store.read(p.actor.tenant, (db) => db.record.history(before.id))
    assert.deepEqual(
      versions.map((v) => v.schemeVersion),
      [1],
    )
    const figures = (await carryOut(p.store, listFigures, { campaign: p.campaign }, p.world)) as readonly FigureRow[]
    assert.deepEqual(
      ['forums', 'again'].map((i) => figures.find((f) => f.indicator === i)?.confirmed),
      ['2', '1'],
    )
  })
})
