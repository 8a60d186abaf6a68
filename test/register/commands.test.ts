import assert from 'node:assert/strict'
import { test } from 'node:test'
import { uuidv7 } from 'uuidv7'
import { forEachDatabase } from '../cluster.ts'
import { door } from './door.ts'
import { city, worldIn } from './world.ts'

const codes = (rows: unknown): readonly string[] =>
  (Array.isArray(rows) ? rows : ((rows as { rows: unknown[] }).rows ?? [])).map((r) => (r as { code: string }).code)

forEachDatabase((fresh) => {
  test('everybody sees the orgs and people of their own subtrees; what lies outside is as if it were not there', async () => {
    const world = await worldIn((await fresh()).pool)
    await world.saves(city)
    const [root, town] = [door(world, await world.as(['administrator', 'Q'])), door(world, await world.as(['visitor', 'Q1']))]
    assert.deepEqual(codes(await root('org.list')), ['Q', 'Q1', 'Q11', 'Q2'])
    assert.deepEqual(codes(await town('org.list')), ['Q1', 'Q11'])
    assert.deepEqual(codes(await town('person.list')), ['P1'])
    assert.deepEqual(codes(await town('person.list', { org: await world.id('org', 'Q2') })), [])
    assert.equal(await town('org.show', { org: await world.id('org', 'Q2') }), '404.1')
    assert.equal(await town('org.show', { org: uuidv7() }), '404.1')
    assert.equal(((await town('org.show', { org: await world.id('org', 'Q11') })) as { code: string }).code, 'Q11')
    assert.deepEqual(codes(await town('subject.list', { q: '周' })), ['H1', 'H2'])
    const shown = (await town('subject.show', { subject: await world.id('subject', 'H1') })) as {
      name: string
      links: { fromName: string }[]
      records: unknown[]
    }
    assert.deepEqual([shown.name, shown.links.map((l) => l.fromName), shown.records], ['周家', ['林知夏'], []])
    assert.equal(await town('register.import-list'), '403.1')
    assert.deepEqual(await root('register.import-list'), [])
    assert.equal(await root('register.import-show', { id: uuidv7() }), '404.1')
  })

  test('an org is made, corrected and moved by hand by the office above it, and by nobody else', async () => {
    const world = await worldIn((await fresh()).pool)
    await world.saves(city)
    const [root, office, liaison] = [
      door(world, await world.as(['administrator', 'Q'])),
      door(world, await world.as(['office', 'Q1'])),
      door(world, await world.as(['liaison', 'Q1'])),
    ]
    const [q, q1, q2] = [await world.id('org', 'Q'), await world.id('org', 'Q1'), await world.id('org', 'Q2')]
    const made = { id: uuidv7(), code: ' 0100 ', name: '新站', parent: q1, kind: 'station' }
    assert.equal(await liaison('org.save', made), '403.1')
    assert.deepEqual(await office('org.save', made), { id: made.id })
    assert.equal(await world.id('org', '0100'), made.id)
    assert.deepEqual(await office('org.save', { ...made, name: '新站所' }), { id: made.id })
    assert.equal(await office('org.save', { ...made, parent: q2 }), '404.1', 'not below what the office holds')
    assert.equal(await office('org.save', { id: q2, code: 'Q2', name: '改名' }), '404.1')
    assert.equal(await office('org.save', { id: uuidv7(), code: 'R', name: '另一个根', parent: null }), '403.1')
    assert.equal(await root('org.save', { ...made, code: 'Q2' }), '409.4')
    assert.equal(await root('org.save', { ...made, code: '0101' }), '409.1')
    assert.equal(await root('org.save', { id: q, code: 'Q', name: '清河市委', parent: made.id }), '422.1', 'a circle')
    assert.deepEqual(await root('org.save', { ...made, name: '新站所', parent: q2, from: '2012-06-01' }), { id: made.id })
    const terms = ((await root('org.show', { org: made.id })) as { terms: { name: string; parent: string; from: string | null }[] }).terms
    assert.deepEqual(
      terms.map((t) => [t.name, t.parent, t.from]),
      [
        ['新站所', q1, null],
        ['新站所', q2, '2012-06-01'],
      ],
    )
    for (const name of ['', ' ', 'a\u0000b', '\ud800', '长'.repeat(201)]) assert.equal(await root('org.save', { ...made, name }), '400.1')
  })

  test('a liaison keeps the people, subjects and links of its own orgs', async () => {
    const world = await worldIn((await fresh()).pool)
    await world.saves(city)
    const liaison = door(world, await world.as(['liaison', 'Q1']))
    const [q1, q2, p1, p2, h1] = [
      await world.id('org', 'Q1'),
      await world.id('org', 'Q2'),
      await world.id('person', 'P1'),
      await world.id('person', 'P2'),
      await world.id('subject', 'H1'),
    ]
    const person = { id: uuidv7(), code: '007', name: '周望舒', posts: [{ org: q1, post: '干事' }] }
    assert.deepEqual(await liaison('person.save', person), { id: person.id })
    assert.equal(await liaison('person.save', { ...person, posts: [{ org: q2 }] }), '404.1')
    assert.equal(
      await liaison('person.save', { id: p2, code: 'P2', name: '林知夏', posts: [{ org: q1 }] }),
      '404.1',
      'another town’s person cannot be taken over',
    )
    const subject = { id: uuidv7(), code: 'H9', name: '新户', kind: 'household', place: await world.id('place', '010'), tags: ['困难户'] }
    assert.deepEqual(await liaison('subject.save', subject), { id: subject.id })
    assert.equal(await liaison('subject.save', { ...subject, place: uuidv7() }), '404.1')
    const link = { id: uuidv7(), by: { person: p1 }, to: { subject: subject.id }, role: '帮扶' }
    assert.deepEqual(await liaison('link.save', link), { id: link.id })
    assert.equal(await liaison('link.save', { ...link, id: uuidv7(), by: { person: p2 } }), '404.1')
    assert.deepEqual(await liaison('link.end', { link: link.id, until: '2012-09-01' }), {})
    const links = (await liaison('link.list', { subject: subject.id })) as { until: string | null }[]
    assert.deepEqual(
      links.map((l) => l.until),
      ['2012-09-01'],
    )
    assert.equal(await liaison('link.end', { link: uuidv7(), until: '2012-09-01' }), '404.1')
    assert.ok(codes(await liaison('subject.list', { tag: '困难户', place: await world.id('place', '01') })).includes('H9'), h1)
  })
})
