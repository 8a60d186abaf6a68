import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { uuidv7 } from 'uuidv7'
import type { BulletinView, FigureRow, Receipt, Verification } from '#command/views.ts'
import { clusters, forEachDatabase, freshDatabase } from '../cluster.ts'
import { type City, city, visits } from './world.ts'

const template = `# 通报

{{ research_days }}{{ pending(research_days) }}{{ refund }}{{ households }}{{ figure("cards", {"org": "T1", "from": "2012-03-01", "to": "2012-04-15"}) }}
{{ figure("households", {"place": "V1"}) }}{{ cards_a_day }}{{ not_started("township", {"by": "2012-12-31"}) }}{{ leaders("cards", "township", 2) }}{{ plan.goal_plans }}
{{ praise("cards", "township", 2) }}{{ part(below("cards", "township", 20), units("township")) }}{{ below("cards", "township", 20) }}{{ share(started("township"), units("township")) }}

::: table by=org indicators=research_days,households class=township total
::: table by=month indicators=cards,households
::: ranking indicator=cards class=township
`

const drafted = async ({ does, visits: campaign, plans }: City): Promise<string> => {
  const id = uuidv7()
  await does('bulletin.draft', { id, campaign, template: 'progress', with: { plan: plans } })
  return id
}

forEachDatabase((fresh) => {
  test('what happens to records after the seal does not reach units that had started, nor those that had not', async () => {
    const home = await city(await fresh(), template)
    const first = await home.visit('T1', '2012-03-01', { days: '1' })
    const id = await drafted(home)
    await home.does('bulletin.seal', { bulletin: id })
    await home.does('record.withdraw', { record: first.id, seen: first.version, why: '误报' })
    await home.visit('T2', '2012-03-01', { days: '1' })
    assert.deepEqual((await home.does<Verification>('bulletin.verify', { bulletin: id })).differences, [])
    const sealed = await home.does<BulletinView>('bulletin.show', { bulletin: id })
    const count = sealed.derivations.find((d) => d.how.is === 'count')
    assert.equal(count?.printed, '2个')
    assert.deepEqual(count?.how.is === 'count' ? count.how.started : [], [home.id('T1')])
  })

  test('a sealed bulletin outlives a revision of the scheme, and a draft says what no longer fits', async () => {
    const home = await city(await fresh(), template)
    await home.visit('T1', '2012-03-01', { days: '12', cards: '5' })
    const [sealed, draft] = [await drafted(home), await drafted(home)]
    await home.does('bulletin.seal', { bulletin: sealed })
    const before = await home.does<BulletinView>('bulletin.show', { bulletin: sealed })
    const revised = visits.replace(/ {2}cards_a_day: .*\n/, '').replace('title: { zh: 下基层调研累计时间', 'title: { zh: 调研总时间')
    await home.does('campaign.load', { id: uuidv7(), source: revised, files: { 'progress.md': '# 新' }, revise: true })
    assert.deepEqual(await home.does<BulletinView>('bulletin.show', { bulletin: sealed }), before)
    assert.deepEqual((await home.does<Verification>('bulletin.verify', { bulletin: sealed })).differences, [])
    const shown = await home.does<BulletinView>('bulletin.show', { bulletin: draft })
    assert.deepEqual(
      shown.mistakes.map((m) => m.path),
      ['cards_a_day'],
    )
    assert.deepEqual(shown.document.blocks, [])
    await assert.rejects(home.does('bulletin.seal', { bulletin: draft }), { code: '422.5' })
  })

  test('records that arrive while a bulletin is being sealed are either in it whole or not at all', async () => {
    const home = await city(await fresh(), template)
    const id = await drafted(home)
    const arriving = Array.from({ length: 12 }, () => home.visit('T1', '2012-03-01', { days: '1', cards: '1' }))
    const [sealed] = await Promise.all([home.does<BulletinView>('bulletin.seal', { bulletin: id }), ...arriving])
    const { differences, checked } = await home.does<Verification>('bulletin.verify', { bulletin: id })
    assert.deepEqual(differences, [])
    assert.equal(checked, sealed.derivations.length)
  })
})

const day = fc.integer({ min: 60, max: 300 }).map((n) => new Date(Date.UTC(2012, 0, n)).toISOString().slice(0, 10))
const org = fc.constantFrom('T1', 'T2', 'T3', 'B1', 'B2')
const step = fc.oneof(
  {
    weight: 5,
    arbitrary: fc.record({
      is: fc.constant('visit' as const),
      org,
      day,
      days: fc.integer({ min: 0, max: 99 }),
      subjects: fc.subarray(['H1', 'H2', 'H3']),
      accept: fc.boolean(),
      rough: fc.boolean(),
    }),
  },
  { weight: 2, arbitrary: fc.record({ is: fc.constant('withdraw' as const), which: fc.nat() }) },
  {
    weight: 2,
    arbitrary: fc.record({ is: fc.constant('correct' as const), which: fc.nat(), org, day, days: fc.integer({ min: 0, max: 99 }) }),
  },
  { weight: 1, arbitrary: fc.record({ is: fc.constant('seal' as const) }) },
)

test('bulletins sealed anywhere in a random history all recompute at its end', async () => {
  const [cluster] = clusters()
  if (cluster === undefined) throw new Error('no PostgreSQL')
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 15, maxLength: 40 }), async (steps) => {
      const fresh = await freshDatabase(cluster)
      try {
        const home = await city(fresh, template)
        const [records, bulletins]: [Receipt[], BulletinView[]] = [[], []]
        for (const s of [...steps, { is: 'seal' as const }]) {
          if (s.is === 'seal') bulletins.push(await home.does<BulletinView>('bulletin.seal', { bulletin: await drafted(home) }))
          else if (s.is === 'visit')
            records.push(
              await home.visit(
                s.org,
                s.day,
                { days: String(s.days), cards: '3', refund: s.rough ? { value: '2', approx: '余' } : '2' },
                { subjects: s.subjects, accept: s.accept },
              ),
            )
          else if (records.length > 0) await change(home, records, s)
        }
        await asTallied(home)
        for (const { id } of bulletins)
          assert.deepEqual((await home.does<Verification>('bulletin.verify', { bulletin: id })).differences, [])
      } finally {
        await fresh.drop()
      }
    }),
    { numRuns: 3, endOnFailure: true },
  )
})

/** A draft is worked out from the facts, the cockpit from the tallies: they must agree. */
const asTallied = async (home: City): Promise<void> => {
  const orgs = ['T1', 'T2', 'B1', 'ROOT']
  const keys = ['research_days', 'cards', 'refund', 'households', 'cards_a_day']
  const text = orgs.flatMap((code) => keys.map((key) => `{{ figure("${key}", {"org": "${code}"}) }}`)).join('')
  const id = await drafted(home)
  const { derivations } = await home.does<BulletinView>('bulletin.edit', { bulletin: id, text })
  const tallied = []
  for (const code of orgs) {
    const rows = await home.does<FigureRow[]>('figure.list', { campaign: home.visits, org: home.id(code) })
    tallied.push(...keys.map((key) => rows.find((r) => r.indicator === key)))
  }
  assert.deepEqual(
    derivations.map((d) => [d.indicator, d.value, d.pending, d.facts]),
    tallied.map((r) => [r?.indicator, r?.confirmed, r?.pending, r?.facts]),
  )
}

const change = async (
  home: City,
  records: Receipt[],
  s: { is: 'withdraw'; which: number } | { is: 'correct'; which: number; org: string; day: string; days: number },
): Promise<void> => {
  const at = s.which % records.length
  const { id: record, version: seen } = records[at] as Receipt
  if (s.is === 'withdraw') {
    await home.does('record.withdraw', { record, seen, why: '误报' })
    records.splice(at, 1)
  } else
    records[at] = await home.does<Receipt>('record.correct', {
      record,
      seen,
      why: '补正',
      content: { day: s.day, org: home.id(s.org), fields: { days: String(s.days), cards: '4' } },
    })
}
