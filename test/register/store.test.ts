import assert from 'node:assert/strict'
import { test } from 'node:test'
import { uuidv7 } from 'uuidv7'
import type { OrgId, PersonId, PlaceId, SubjectId } from '#kit/id.ts'
import { forEachDatabase } from '../cluster.ts'
import { type World, city, worldIn } from './world.ts'

const need = async (
  world: World,
  day: string,
  org: string,
  place: string | null,
  participants: readonly string[],
  subjects: readonly string[],
) => ({
  day,
  org: (await world.id('org', org)) as OrgId,
  place: place === null ? null : ((await world.id('place', place)) as PlaceId),
  participants: (await Promise.all(participants.map((p) => world.id('person', p)))) as PersonId[],
  subjects: (await Promise.all(subjects.map((s) => world.id('subject', s)))) as SubjectId[],
})

forEachDatabase((fresh) => {
  test('a city is entered by code in any order, and entering it again changes nothing', async () => {
    const { pool } = await fresh()
    const world = await worldIn(pool)
    const first = await world.saves(city)
    assert.ok(
      Object.values(first)
        .flat()
        .every((o) => o === 'added'),
      JSON.stringify(first),
    )
    const again = await world.saves(city)
    assert.ok(
      Object.values(again)
        .flat()
        .every((o) => o === 'same'),
      JSON.stringify(again),
    )
  })

  test('villages, people and households of one name stay apart, each under its own town', async () => {
    const world = await worldIn((await fresh()).pool)
    await world.saves(city)
    await world.store.read(world.tenant, async ({ register }) => {
      const villages = await register.places({ q: '长桥', on: '2012-05-01' })
      assert.deepEqual(
        villages.map((v) => [v.code, v.name]),
        [
          ['010', '长桥村'],
          ['020', '长桥村'],
        ],
      )
      const town = (await world.id('place', '02')) as PlaceId
      assert.deepEqual(
        (await register.subjects({ place: town, limit: 10 })).rows.map((s) => [s.code, s.placeName]),
        [['H2', '长桥村']],
      )
      assert.deepEqual(
        (await register.people({ q: '林知夏', within: 'all', on: '2012-05-01', limit: 10 })).rows.map((p) => p.code),
        ['P1', 'P2'],
      )
    })
  })

  test('an org that moved keeps its old way up for the days before', async () => {
    const world = await worldIn((await fresh()).pool)
    await world.saves(city)
    assert.deepEqual(await world.saves({ orgs: [{ code: 'Q11', name: '财政二所', parent: 'Q2', from: '2012-07-01' }] }), {
      orgs: ['changed'],
    })
    const moved = (await world.id('org', 'Q11')) as OrgId
    const ids = Object.fromEntries(await Promise.all(['Q', 'Q1', 'Q2', 'Q11'].map(async (c) => [await world.id('org', c), c])))
    await world.store.read(world.tenant, async ({ register }) => {
      const path = async (day: string) => (await register.orgPath(moved, day)).map((o) => ids[o])
      assert.deepEqual(await path('2012-06-30'), ['Q', 'Q1', 'Q11'])
      assert.deepEqual(await path('2012-07-01'), ['Q', 'Q2', 'Q11'])
      assert.equal((await register.orgs({ on: '2012-06-30', within: 'all' })).find((o) => o.id === moved)?.name, '安丰镇财政所')
      const seen = async (day: string) =>
        (await register.orgs({ on: day, within: [(await world.id('org', 'Q2')) as OrgId] })).map((o) => o.code)
      assert.deepEqual([await seen('2012-06-30'), await seen('2012-07-01')], [['Q2'], ['Q11', 'Q2']])
    })
  })

  test('a context says what the register said on the day, for many records at once', async () => {
    const world = await worldIn((await fresh()).pool)
    await world.saves(city)
    await world.saves({
      people: [{ code: 'P1', name: '林知夏', posts: [{ org: 'Q2', post: '主任', rank: '副处级', from: '2012-09-01' }] }],
    })
    const needs = [
      await need(world, '2012-05-01', 'Q11', '010', ['P1', 'P2'], ['H1']),
      await need(world, '2012-10-01', 'Q2', null, ['P1', 'P2'], []),
    ]
    const [before, after] = await world.store.read(world.tenant, (db) => db.register.contexts(needs))
    assert.deepEqual(before?.missing, [])
    assert.deepEqual(
      before?.context.org.map((o) => [o.code, o.kind]),
      [
        ['Q', 'city'],
        ['Q1', 'township'],
        ['Q11', 'station'],
      ],
    )
    assert.deepEqual(
      before?.context.place.map((p) => p.code),
      ['0', '01', '010'],
    )
    assert.deepEqual(
      before?.context.participants.map((p) => [p.post, p.rank, p.within]),
      [
        ['书记', '正科级', true],
        ['委员', '', true],
      ],
      'the post nearest to the record’s org',
    )
    assert.deepEqual(before?.context.subjects, [{ id: await world.id('subject', 'H1'), kind: 'household', tags: ['困难户'] }])
    assert.deepEqual(
      after?.context.participants.map((p) => [p.post, p.rank]),
      [
        ['主任', '副处级'],
        ['镇长', '正科级'],
      ],
    )
    assert.deepEqual(after?.context.place, [])
  })

  test('ids that the register does not have, or not on that day, are named one by one', async () => {
    const world = await worldIn((await fresh()).pool)
    await world.saves(city)
    await world.saves({ orgs: [{ code: 'Q3', name: '新区', parent: 'Q', from: '2013-01-01' }] })
    const known = await need(world, '2012-05-01', 'Q3', '010', ['P1'], [])
    const stranger = uuidv7()
    const [found] = await world.store.read(world.tenant, (db) =>
      db.register.contexts([{ ...known, participants: [...known.participants, stranger as PersonId], subjects: [stranger as SubjectId] }]),
    )
    assert.deepEqual(found?.missing, [
      { path: 'org', id: known.org },
      { path: 'participants.1', id: stranger },
      { path: 'subjects.0', id: stranger },
    ])
  })

  test('another tenant’s people, orgs and households are as if they were not there', async () => {
    const { pool } = await fresh()
    const [ours, theirs] = [await worldIn(pool), await worldIn(pool)]
    await ours.saves(city)
    await theirs.saves({
      orgs: [{ code: 'Q', name: 'CANARY-org', parent: null }],
      places: [{ code: '0', name: 'CANARY-place' }],
      people: [{ code: 'P1', name: 'CANARY-person', posts: [{ org: 'Q' }] }],
      subjects: [{ code: 'H1', name: 'CANARY-subject', kind: 'household' }],
    })
    const foreign = await need(theirs, '2012-05-01', 'Q', '0', ['P1'], ['H1'])
    await ours.store.read(ours.tenant, async ({ register }) => {
      const [found] = await register.contexts([foreign])
      assert.equal(found?.missing.length, 4)
      const all = [
        await register.orgs({ on: '2012-05-01', within: 'all' }),
        await register.orgs({ on: '2012-05-01', within: [foreign.org] }),
        await register.places({ on: '2012-05-01' }),
        await register.people({ within: [foreign.org], on: '2012-05-01', limit: 99 }),
        await register.subjects({ limit: 99 }),
        await register.links({}),
        await register.names([foreign.org, ...foreign.participants, ...foreign.subjects]),
      ]
      assert.ok(!JSON.stringify(all).includes('CANARY'))
      assert.equal(await register.org(foreign.org), undefined)
    })
  })

  test('what does not fit enters nothing and says why; the rest of the batch stands', async () => {
    const world = await worldIn((await fresh()).pool)
    await world.saves(city)
    assert.deepEqual(
      await world.saves({
        orgs: [
          { code: 'Q', name: '清河市委', parent: 'Q11' },
          { code: 'Q9', name: '新', parent: 'Q1' },
        ],
        people: [
          { code: 'P9', name: '无名', posts: [{ org: 'nowhere' }] },
          { code: 'P8', name: '有名', posts: [{ org: 'Q9' }] },
        ],
        subjects: [
          { code: 'H8', name: '甲', kind: 'household', place: 'nowhere' },
          { code: 'H9', name: '乙' },
          { code: 'H7', name: '丙', kind: 'shop', place: '010' },
          { code: 'H7', name: '丁', kind: 'shop' },
        ],
        links: [
          { by: { person: 'P9' }, to: { org: 'Q' } },
          { by: { org: 'Q' }, to: { subject: 'H8' } },
          { by: { org: 'Q' }, to: { subject: 'H7' }, from: '2012-02-01', until: '2012-01-01' },
        ],
      }),
      {
        orgs: ['circle', 'added'],
        people: ['unknown-org', 'added'],
        subjects: ['unknown-place', 'kind-missing', 'added', 'code-twice'],
        links: ['unknown-person', 'unknown-subject', 'day-order'],
      },
    )
  })

  test('pages follow one another without a gap or a double', async () => {
    const world = await worldIn((await fresh()).pool)
    const codes = Array.from({ length: 25 }, (_, i) => `H${String(i).padStart(3, '0')}`)
    await world.saves({ ...city, subjects: codes.map((code) => ({ code, name: '周家', kind: 'household' })), links: [] })
    const seen: string[] = []
    let after: string | undefined
    do {
      const page = await world.store.read(world.tenant, (db) => db.register.subjects({ after, limit: 7 }))
      seen.push(...page.rows.map((r) => r.code))
      after = page.next ?? undefined
    } while (after !== undefined)
    assert.deepEqual(seen, codes)
  })

  test('two who write the register at once wait for one another and both are entered', async () => {
    const world = await worldIn((await fresh()).pool)
    await world.saves(city)
    const rows = Array.from({ length: 300 }, (_, i) => ({ code: `H${i}`, name: `户${i}`, kind: 'household', place: '010' }))
    const [a, b] = await Promise.all([world.saves({ subjects: rows }), world.saves({ subjects: [...rows].reverse() })])
    const words = [...(a['subjects'] ?? []), ...(b['subjects'] ?? [])]
    assert.deepEqual([words.filter((w) => w === 'added').length, words.length], [298, 600], 'H1 and H2 were there, changed once')
  })
})
