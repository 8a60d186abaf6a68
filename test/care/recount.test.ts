import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import type { CoverageView, BurdenRow, Forewarning, WaitingRow } from '#command/care-views.ts'
import { show as burdenShow } from '#command/burden/show.ts'
import { load } from '#command/campaign/load.ts'
import type { Command } from '#command/command.ts'
import { show as coverageShow } from '#command/coverage/show.ts'
import { unreached, waiting } from '#command/coverage/waiting.ts'
import { verify } from '#command/figure/verify.ts'
import { accept, correct, giveBack, withdraw } from '#command/record/acts.ts'
import { forewarn } from '#command/record/forewarn.ts'
import { show as recordShow } from '#command/record/look.ts'
import { submit } from '#command/record/submit.ts'
import type { Page, Receipt, RecordView, Verification } from '#command/views.ts'
import { Fault } from '#kit/fault.ts'
import { submitter } from '#store/batch.ts'
import { carryOut } from '#store/carry.ts'
import { forEachDatabase } from '../cluster.ts'
import { type Play, play, scheme } from '../figure/world.ts'

const histories = Number(process.env['HISTORIES'] ?? 25)

const care = `
coverage: { must_reach: [poor], everyone: [household], every: month, of: [visit] }
burden:
  - { of: household, at_most: 2, every: month, says: 本月已走访两次 }
  - { of: place, at_most: 3, every: month }`

const subjects = ['H1', 'H2', 'H3', 'H4', 'H5', 'H6']
const people = ['P1', 'P2', 'P3']
const homes: Readonly<Record<string, string>> = { H1: 'V1', H2: 'V2', H3: 'V3', H4: 'V4', H5: 'V1', H6: 'V2' }
const poor = ['H2', 'H4', 'H6']
/** Whom each unit answers for: U1 for a village and, through its P1, for a household; T1 for a village. */
const owed: Readonly<Record<string, readonly string[]>> = { U1: ['H1', 'H5', 'H3'], T1: ['H2', 'H6'] }

const some = <T>(...of: T[]) => fc.constantFrom(...of)
const said = fc.record({
  day: some('2012-10-31', '2012-11-01', '2012-11-30', '2012-12-01', '2012-12-31'),
  org: some('U1', 'U2', 'U3', 'T1'),
  place: some('V1', 'V2', 'C', null),
  participants: fc.uniqueArray(some('P1', 'P2', 'P3'), { maxLength: 3 }),
  subjects: fc.uniqueArray(some(...subjects), { maxLength: 4 }),
})
type Said = typeof said extends fc.Arbitrary<infer T> ? T : never
const anyStep = fc.oneof(
  {
    weight: 6,
    arbitrary: fc.record({ do: fc.constant('submit' as const), kind: some('visit', 'visit', 'forum'), other: fc.boolean(), said }),
  },
  { weight: 3, arbitrary: fc.record({ do: fc.constant('correct' as const), which: fc.nat(40), said }) },
  { weight: 5, arbitrary: fc.record({ do: some('accept' as const, 'return' as const, 'withdraw' as const), which: fc.nat(40) }) },
)
type Step = typeof anyStep extends fc.Arbitrary<infer T> ? T : never

type Game = Play & { readonly other: string; readonly held: { id: string; kind: string; version: number }[] }

const carry = async <T>(p: Play, command: Command, input: unknown): Promise<T> =>
  (await carryOut(p.store, command, command.input.parse(input), p.world)) as T

const contentOf = (p: Play, s: Said, kind: string) => ({
  day: s.day,
  org: p.id(s.org),
  place: s.place === null ? null : p.id(s.place),
  participants: s.participants.map(p.id),
  subjects: kind === 'visit' ? s.subjects.map(p.id) : [],
})

const take = async (g: Game, step: Step): Promise<void> => {
  if (step.do === 'submit') {
    const id = g.world.newId()
    const campaign = step.other ? g.other : g.campaign
    const input = { id, campaign, sort: 'activity', kind: step.kind, content: contentOf(g, step.said, step.kind) }
    await submitter(g.store).submit(submit.input.parse(input) as never, g.world)
    g.held.push({ id, kind: step.kind, version: 1 })
    return
  }
  const one = g.held[step.which % Math.max(1, g.held.length)]
  if (one === undefined) return
  const seen = { record: one.id, seen: one.version }
  const acts = {
    correct: () => carry<Receipt>(g, correct, { ...seen, why: '写错了', content: contentOf(g, (step as { said: Said }).said, one.kind) }),
    accept: () => carry<Receipt>(g, accept, seen),
    return: () => carry<Receipt>(g, giveBack, { ...seen, why: '不实' }),
    withdraw: () => carry<Receipt>(g, withdraw, { ...seen, why: '重复' }),
  }
  one.version = (await acts[step.do]()).version
}

/** Every record as its own page shows it: nothing here knows how visits are kept. */
const shown = async (g: Game): Promise<readonly RecordView[]> => {
  const views = await Promise.all(g.held.map((h) => carry<RecordView>(g, recordShow, { record: h.id })))
  return views.filter((v) => v.state === 'submitted' || v.state === 'accepted')
}

const reachOf = (g: Game, views: readonly RecordView[], of: readonly string[], from: string, to: string) => {
  const state = (code: string) => {
    const met = views.filter(
      (v) => v.kind === 'visit' && v.content.day >= from && v.content.day <= to && v.content.subjects.includes(g.id(code) as never),
    )
    return met.some((v) => v.state === 'accepted') ? 'reached' : met.length > 0 ? 'pending' : 'none'
  }
  return {
    subjects: of.length,
    reached: of.filter((h) => state(h) === 'reached').length,
    pending: of.filter((h) => state(h) === 'pending').length,
  }
}

const pick = ({ subjects: n, reached, pending }: { subjects: number; reached: number; pending: number }) => ({
  subjects: n,
  reached,
  pending,
})

const checkCoverage = async (g: Game, views: readonly RecordView[], on: string): Promise<void> => {
  const [from, to] = on.startsWith('2012-11') ? ['2012-11-01', '2012-11-30'] : ['2012-12-01', '2012-12-31']
  const expected = (of: readonly string[]) => reachOf(g, views, of, from, to)
  const view = await carry<CoverageView>(g, coverageShow, { campaign: g.campaign, on })
  assert.deepEqual([view.turn, view.every, view.asked], [{ from, to }, 'month', true])
  assert.deepEqual(pick(view.total), expected(subjects))
  assert.deepEqual(view.tags.map(pick), [expected(poor)])
  assert.deepEqual(view.kinds.map(pick), [expected(subjects)])
  for (const village of ['V1', 'V2', 'V3', 'V4']) {
    const found = view.places.find((p) => p.id === g.id(village))
    assert.deepEqual(found && pick(found), expected(subjects.filter((h) => homes[h] === village)), village)
  }
  assert.deepEqual(new Set(view.units.map((u) => u.code)), new Set(Object.keys(owed)))
  for (const unit of view.units) assert.deepEqual(pick(unit), expected(owed[unit.code] ?? []), unit.code)
  const town = await carry<CoverageView>(g, coverageShow, { campaign: g.campaign, on, org: g.id('T1') })
  assert.deepEqual(pick(town.total), expected([...new Set(Object.values(owed).flat())]), 'T1 and what is below it')
  const alone = await carry<CoverageView>(g, coverageShow, { campaign: g.campaign, on, org: g.id('U4') })
  assert.deepEqual([alone.linked, view.linked, alone.total.subjects], [true, false, 0], 'U4 answers for nobody')
  const left = await carry<Page<WaitingRow>>(g, unreached, { campaign: g.campaign, on })
  const nobody = subjects.filter((h) => expected([h]).reached + expected([h]).pending === 0)
  assert.deepEqual(
    left.rows.map((r) => r.code),
    nobody,
  )
}

const checkWaiting = async (g: Game, views: readonly RecordView[]): Promise<void> => {
  const last = (code: string) =>
    views
      .filter((v) => v.kind === 'visit' && v.content.subjects.includes(g.id(code) as never))
      .map((v) => v.content.day)
      .toSorted()
      .at(-1) ?? null
  const expected = subjects
    .map((code) => ({ code, last: last(code) }))
    .toSorted((a, b) => ((a.last ?? '0') + a.code < (b.last ?? '0') + b.code ? -1 : 1))
  const rows: WaitingRow[] = []
  for (let after: string | undefined; ; ) {
    const page = await carry<Page<WaitingRow>>(g, waiting, { campaign: g.campaign, limit: 4, after })
    rows.push(...page.rows)
    if (page.next === null) break
    after = page.next
  }
  assert.deepEqual(
    rows.map(({ code, last: at }) => ({ code, last: at })),
    expected,
  )
}

const load3 = (views: readonly RecordView[]) => {
  const months = Map.groupBy(views, (v) => v.content.day.slice(0, 7))
  return {
    times: views.length,
    pending: views.filter((v) => v.state === 'submitted').length,
    orgs: new Set(views.map((v) => v.content.org)).size,
    campaigns: new Set(views.map((v) => v.campaign)).size,
    peak: Math.max(0, ...[...months.values()].map((m) => m.length)),
    worst: [...months.values()].map((m) => m.length),
  }
}

const checkBurden = async (g: Game, views: readonly RecordView[]): Promise<void> => {
  const within: Readonly<Record<string, (code: string) => readonly RecordView[]>> = {
    subject: (code) => views.filter((v) => v.content.subjects.includes(g.id(code) as never)),
    place: (code) => views.filter((v) => v.content.place === g.id(code)),
    org: (code) => views.filter((v) => v.content.org === g.id(code)),
    // Nobody's account hands them in: a form is the first participant's.
    person: (code) => views.filter((v) => v.content.participants.includes(g.id(code) as never)),
  }
  const all = { subject: subjects, place: ['C', 'V1', 'V2', 'V3', 'V4'], org: ['T1', 'T2', 'U1', 'U2', 'U3', 'U4'], person: people }
  for (const sort of ['subject', 'place', 'org', 'person'] as const) {
    const rows: BurdenRow[] = []
    for (let after: string | undefined; ; ) {
      const page = await carry<Page<BurdenRow>>(g, burdenShow, { of: sort, limit: 3, after })
      rows.push(...page.rows)
      if (page.next === null) break
      after = page.next
    }
    const expected = new Map(all[sort].map((code) => [code, within[sort]?.(code) ?? []] as const).filter(([, v]) => v.length > 0))
    assert.deepEqual(new Set(rows.map((r) => r.code)), new Set(expected.keys()), sort)
    assert.deepEqual(
      rows.map((r) => r.times),
      rows.map((r) => r.times).toSorted((a, b) => b - a),
      'most first',
    )
    for (const row of rows) {
      const mine = expected.get(row.code) ?? []
      const { worst, peak, ...counts } = load3(mine)
      assert.deepEqual({ times: row.times, pending: row.pending, orgs: row.orgs, campaigns: row.campaigns }, counts, `${sort} ${row.code}`)
      assert.equal(row.peak?.times ?? 0, peak)
      assert.equal(row.people, sort === 'org' || sort === 'person' ? null : new Set(mine.flatMap((v) => v.content.participants)).size)
      if (sort === 'person') {
        const forms = mine.filter((v) => v.content.participants[0] === g.id(row.code))
        assert.deepEqual([row.visits, row.forms, row.minutes > 0], [mine.length, forms.length, forms.length > 0], row.code)
      } else assert.deepEqual([row.visits, row.forms], [null, null])
      const bound = sort === 'subject' ? 2 : sort === 'place' ? 3 : 1000
      const over = worst.filter((n) => n > bound)
      assert.deepEqual(
        row.over.map((o) => [o.turns, o.times]),
        over.length === 0 ? [] : [[over.length, Math.max(...over)]],
      )
    }
  }
}

const checkForewarn = async (g: Game, views: readonly RecordView[]): Promise<void> => {
  const [own] = views
  const input = { campaign: g.campaign, day: '2012-11-15', subjects: subjects.map(g.id), ...(own ? { record: own.id } : {}) }
  const told = await carry<readonly Forewarning[]>(g, forewarn, input)
  for (const code of subjects) {
    const met = views.filter((v) => v !== own && v.content.day.startsWith('2012-11') && v.content.subjects.includes(g.id(code) as never))
    const found = told.find((f) => f.id === g.id(code))
    assert.equal(found?.times ?? 0, met.length)
    assert.equal(found?.over != null, met.length >= 2, `${code}: ${met.length} visits`)
    assert.equal(found?.orgs ?? 0, new Set(met.map((v) => v.content.org)).size)
  }
}

forEachDatabase((fresh) => {
  test('after any history coverage, waiting and burden are what the records say when they are counted again by hand', async () => {
    const p = await play(await fresh())
    await p.save({
      links: [
        { by: { org: 'U1' }, to: { place: 'V1' }, role: '联系' },
        { by: { person: 'P1' }, to: { subject: 'H3' }, role: '结对' },
        { by: { org: 'T1' }, to: { place: 'V2' }, role: '联系' },
      ],
    })
    await carry(p, load, { id: p.world.newId(), source: scheme(care), revise: true })
    // One outing of the second campaign counts in the first as well; nobody is visited twice for it.
    const second = scheme()
      .replace('scheme: play', 'scheme: play-two')
      .replace(/also: .*outing.*/, 'also: [{ campaign: play, as: visit }]')
    const { id: other } = await carry<{ id: string }>(p, load, { id: p.world.newId(), source: second })
    const g: Game = { ...p, other, held: [] }
    let over = 0
    await fc.assert(
      fc.asyncProperty(fc.array(anyStep, { minLength: 3, maxLength: 14 }), async (steps) => {
        for (const step of steps) {
          await take(g, step).catch((error: unknown) => {
            if (!(error instanceof Fault) || error.status >= 500) throw error
          })
        }
        const views = await shown(g)
        await checkCoverage(g, views, '2012-11-20')
        await checkCoverage(g, views, '2012-12-01')
        await checkWaiting(g, views)
        await checkBurden(g, views)
        await checkForewarn(g, views)
        over += (await carry<Page<BurdenRow>>(g, burdenShow, {})).rows.filter((r) => r.over.length > 0).length
        assert.deepEqual((await carry<Verification>(g, verify, {})).differences, [])
      }),
      { numRuns: histories, endOnFailure: true },
    )
    assert.ok(
      g.held.length > histories && (over > 0 || histories < 10),
      'the histories hold records, and some households were visited too often',
    )
  })
})
