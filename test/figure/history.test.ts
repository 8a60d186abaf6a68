import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { load } from '#command/campaign/load.ts'
import { verify } from '#command/figure/verify.ts'
import { list as listFigures } from '#command/figure/list.ts'
import { accept, close, correct, giveBack, reopen, withdraw } from '#command/record/acts.ts'
import { submit } from '#command/record/submit.ts'
import type { Command } from '#command/command.ts'
import type { FigureRow, Receipt, Verification } from '#command/views.ts'
import { Fault } from '#kit/fault.ts'
import type { CampaignId } from '#kit/id.ts'
import { carryOut } from '#store/carry.ts'
import { submitter } from '#store/batch.ts'
import { forEachDatabase } from '../cluster.ts'
import { assertByHand } from './by-hand.ts'
import { type Play, play, scheme } from './world.ts'

/** Histories per database; a failing one prints its seed and path, which fast-check takes again. */
const histories = Number(process.env['HISTORIES'] ?? 40)

const some = <T>(...of: T[]) => fc.constantFrom(...of)
const content = fc.record({
  day: some('2012-03-31', '2012-04-01', '2012-04-30', '2012-05-01'),
  org: some('U1', 'U2', 'U3', 'U4', 'T1', 'ROOT'),
  place: some('V1', 'V2', 'C', null),
  participants: fc.uniqueArray(some('P1', 'P2', 'P3', 'P4'), { maxLength: 3 }),
  subjects: fc.uniqueArray(some('H1', 'H2', 'H3'), { maxLength: 3 }),
  days: some('0', '0.5', '3', null),
  funds: some('671.12', '0.0001', null),
  rough: some(null, '近'),
})
type Said = typeof content extends fc.Arbitrary<infer T> ? T : never

const anyStep = fc.oneof(
  {
    weight: 6,
    arbitrary: fc.record({ do: fc.constant('submit' as const), kind: some('visit', 'visit', 'visit', 'forum', 'problem'), said: content }),
  },
  { weight: 3, arbitrary: fc.record({ do: fc.constant('correct' as const), which: fc.nat(30), said: content }) },
  {
    weight: 6,
    arbitrary: fc.record({
      do: some('accept' as const, 'return' as const, 'withdraw' as const, 'close' as const, 'reopen' as const),
      which: fc.nat(30),
    }),
  },
  {
    weight: 1,
    arbitrary: fc.record({
      do: fc.constant('move' as const),
      unit: some('U1', 'U3'),
      to: some('T1', 'T2'),
      from: some('2012-04-01', '2012-05-01'),
    }),
  },
  {
    weight: 1,
    arbitrary: fc.record({ do: fc.constant('revise' as const), more: some('', '  visits: { title: 次数, unit: 次, from: visit }') }),
  },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('look' as const) }) },
)
type Step = typeof anyStep extends fc.Arbitrary<infer T> ? T : never

type Held = { id: string; kind: string; version: number }
type Glance = {
  readonly campaign: CampaignId
  readonly asOf: string
  readonly query: Record<string, string>
  readonly figures: readonly FigureRow[]
}

const contentOf = (p: Play, said: Said, kind: string) => ({
  day: said.day,
  org: p.id(said.org),
  place: said.place ? p.id(said.place) : null,
  participants: kind === 'problem' ? [] : said.participants.map(p.id),
  subjects: kind === 'visit' ? said.subjects.map(p.id) : [],
  fields:
    kind === 'visit' ? { days: said.days, funds: said.funds && said.rough ? { value: said.funds, approx: said.rough } : said.funds } : {},
})

const carry = async <T>(p: Play, command: Command, input: unknown): Promise<T> =>
  (await carryOut(p.store, command, command.input.parse(input), p.world)) as T

/** Carries a step out; a fault is an answer too, and must leave no trace. */
const take = async (p: Play, step: Step, held: Held[], glances: Glance[]): Promise<void> => {
  if (step.do === 'submit') {
    const id = p.world.newId()
    const input = {
      id,
      campaign: p.campaign,
      sort: step.kind === 'problem' ? 'matter' : 'activity',
      kind: step.kind,
      content: contentOf(p, step.said, step.kind),
    }
    await submitter(p.store).submit(submit.input.parse(input) as never, p.world)
    held.push({ id, kind: step.kind, version: 1 })
  } else if (step.do === 'move') await p.save({ orgs: [{ code: step.unit, name: `${step.unit}站`, parent: step.to, from: step.from }] })
  else if (step.do === 'revise') await carry(p, load, { id: p.world.newId(), source: scheme(step.more), revise: true })
  else if (step.do === 'look') glances.push(...(await look(p)))
  else await act(p, step, held)
}

const act = async (p: Play, step: Extract<Step, { which: number }>, held: Held[]): Promise<void> => {
  const one = held[step.which % Math.max(held.length, 1)]
  if (one === undefined) return
  const seen = { record: one.id, seen: one.version }
  const why = { ...seen, why: '理由' }
  const carried: Readonly<Record<typeof step.do, () => Promise<Receipt>>> = {
    correct: () => carry(p, correct, { ...why, content: contentOf(p, 'said' in step ? step.said : ({} as Said), one.kind) }),
    accept: () => carry(p, accept, seen),
    return: () => carry(p, giveBack, why),
    withdraw: () => carry(p, withdraw, why),
    close: () => carry(p, close, { ...seen, day: '2012-05-02', outcome: 'solved', note: '已办' }),
    reopen: () => carry(p, reopen, why),
  }
  one.version = (await carried[step.do]()).version
}

const scopes = (p: Play): readonly Record<string, string>[] => [
  {},
  { org: p.id('T1') },
  { org: p.id('U1') },
  { place: p.id('C') },
  { place: p.id('V1') },
  { from: '2012-04-01', to: '2012-04-30' },
  { from: '2012-03-01', to: '2012-04-30', org: p.id('T2') },
]

/** What the tallies say now, with the moment. */
const look = async (p: Play): Promise<readonly Glance[]> => {
  const glances: Glance[] = []
  for (const campaign of [p.campaign, p.outer]) {
    // Of the outer campaign a few scopes are enough: it is the same code.
    for (const query of scopes(p).filter((_, i) => campaign === p.campaign || i % 3 === 1)) {
      const figures = await carry<readonly FigureRow[]>(p, listFigures, { campaign, ...query })
      glances.push({ campaign, query, figures, asOf: await p.store.read(p.actor.tenant, (db) => db.figure.now()) })
    }
  }
  return glances
}

forEachDatabase((fresh) => {
  test('after any history the tallies are what the facts add up to, the facts what the records derive to, and every past moment can be had again', async () => {
    const p = await play(await fresh())
    const held: Held[] = []
    await fc.assert(
      fc.asyncProperty(fc.array(anyStep, { minLength: 5, maxLength: 25 }), async (steps) => {
        const glances: Glance[] = []
        for (const one of steps) {
          await take(p, one, held, glances).catch((error: unknown) => {
            if (!(error instanceof Fault) || error.status >= 500) throw error
          })
        }
        glances.push(...(await look(p)))
        const found = await carry<Verification>(p, verify, {})
        assert.deepEqual(found.differences, [])
        for (const campaign of [p.campaign, p.outer]) {
          for (const until of ['2012-04-30', '2012-12-31']) {
            const rows = await carry<readonly FigureRow[]>(p, listFigures, { campaign, from: '2012-04-01', to: until })
            await assertByHand(p.store, campaign, until, rows, { funds_of_place: 10_000 })
          }
        }
        for (const { campaign, query, asOf, figures } of glances) {
          const now = await carry<readonly FigureRow[]>(p, listFigures, { campaign, ...query, asOf })
          // A revised scheme may have gained or lost an indicator since.
          const both = (rows: readonly FigureRow[], others: readonly FigureRow[]) =>
            rows.filter((r) => others.some((o) => o.indicator === r.indicator))
          assert.deepEqual(both(now, figures), both(figures, now), `as of ${asOf}`)
        }
      }),
      { numRuns: histories, endOnFailure: true },
    )
    assert.ok(held.length > histories, 'the histories hold records')
  })
})
