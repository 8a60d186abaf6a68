import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { verify } from '#command/figure/verify.ts'
import { accept, correct, giveBack, withdraw } from '#command/record/acts.ts'
import type { Receipt, Verification } from '#command/views.ts'
import type { Progress } from '#figure/quota/shape.ts'
import { Decimal, plain } from '#kit/decimal.ts'
import { Fault } from '#kit/fault.ts'
import { forEachDatabase } from '../cluster.ts'
import { type County, county, households, register, scheme } from './county.ts'

/** Histories per database; a failing one prints its seed and path, which fast-check takes again. */
const histories = Number(process.env['HISTORIES'] ?? 12)

const people = ['MEMBER', 'OTHER', 'CHIEF']
const days = ['2014-03-05', '2014-03-20', '2014-04-10', '2014-05-02', '2014-06-01']
const some = <T>(...of: readonly T[]) => fc.constantFrom(...of)
const said = fc.record({
  day: some(...days),
  people: fc.uniqueArray(some(...people), { minLength: 1, maxLength: 3 }),
  subjects: fc.uniqueArray(some(...households('A', 0, 4), ...households('B', 0, 3)), { maxLength: 5 }),
  days: fc.integer({ min: 1, max: 3 }),
})
type Said = typeof said extends fc.Arbitrary<infer T> ? T : never

const step = fc.oneof(
  { weight: 5, arbitrary: fc.record({ do: fc.constant('hand' as const), kind: some('visit', 'stay'), said }) },
  { weight: 2, arbitrary: fc.record({ do: fc.constant('correct' as const), which: fc.nat(20), said }) },
  { weight: 4, arbitrary: fc.record({ do: some('accept' as const, 'return' as const, 'withdraw' as const), which: fc.nat(20) }) },
  {
    weight: 1,
    arbitrary: fc.record({
      do: fc.constant('link' as const),
      who: some('MEMBER', 'OTHER'),
      what: some('A001', 'B002'),
      from: some(...days),
    }),
  },
)
type Step = typeof step extends fc.Arbitrary<infer T> ? T : never

/** The test’s own book of what was said, kept without any code of the house. */
type Kept = { id: string; kind: string; version: number; state: 'submitted' | 'accepted' | 'gone'; said: Said }
type Tie = { who: string; what: (code: string) => boolean; from: string }
type Book = { records: Kept[]; ties: Tie[] }

const fresh = (): Book => ({
  records: [],
  ties: [
    { who: 'MEMBER', what: (code) => code.startsWith('A'), from: '' },
    { who: 'OTHER', what: (code) => code.startsWith('B'), from: '' },
  ],
})

const contentOf = (c: County, kind: string, s: Said) => ({
  day: s.day,
  org: c.id('ROOT'),
  participants: s.people.map(c.id),
  subjects: kind === 'visit' ? s.subjects.map(c.id) : [],
  fields: kind === 'stay' ? { days: String(s.days) } : {},
})

const take = async (c: County, book: Book, s: Step): Promise<void> => {
  if (s.do === 'link') {
    await c.save({ links: [{ by: { person: s.who }, to: { subject: s.what }, from: s.from }] })
    book.ties.push({ who: s.who, what: (code) => code === s.what, from: s.from })
    return
  }
  if (s.do === 'hand') {
    const id = await c.hands(s.kind, s.said.day, s.said.people, contentSaid(s.kind, s.said))
    book.records.push({ id, kind: s.kind, version: 1, state: s.kind === 'visit' ? 'submitted' : 'accepted', said: s.said })
    return
  }
  const one = book.records[s.which % Math.max(1, book.records.length)]
  if (one === undefined) return
  const seen = { record: one.id, seen: one.version, why: '理由' }
  const receipt =
    s.do === 'correct'
      ? await c.does<Receipt>(correct, { ...seen, content: contentOf(c, one.kind, s.said) })
      : await c.does<Receipt>(
          { accept, return: giveBack, withdraw }[s.do],
          s.do === 'accept' ? { record: one.id, seen: one.version } : seen,
        )
  one.version = receipt.version
  one.state = receipt.state === 'submitted' || receipt.state === 'accepted' ? receipt.state : 'gone'
  if (s.do === 'correct') one.said = s.said
}

const contentSaid = (kind: string, s: Said) => (kind === 'visit' ? { subjects: s.subjects } : { fields: { days: String(s.days) } })

const linked = (book: Book, who: string, on: string, code: string): boolean =>
  book.ties.some((t) => t.who === who && t.from <= on && t.what(code))

/** The other way of counting: from the book, person by person. */
const recount = (book: Book, who: string, quota: string, on: string): readonly [string, string] => {
  const mine = book.records.filter((r) => r.state !== 'gone' && r.said.day <= on && r.said.people.includes(who))
  if (quota === 'reach' || quota === 'met') {
    const of = (state: string) => new Set(mine.filter((r) => r.kind === 'visit' && r.state === state).flatMap((r) => r.said.subjects))
    const [yes, waits] = [of('accepted'), of('submitted')]
    const counts = (code: string) => quota === 'met' || linked(book, who, on, code)
    return [String([...yes].filter(counts).length), String([...waits].filter((code) => !yes.has(code) && counts(code)).length)]
  }
  const share = (r: Kept) => (quota === 'first' ? (r.said.people[0] === who ? 1 : 0) : quota === 'split' ? 1 / r.said.people.length : 1)
  // A sixth of everything is whole: at most three share a stay.
  const sixths = mine.filter((r) => r.kind === 'stay').reduce((n, r) => n + Math.round(share(r) * 6) * r.said.days, 0)
  return [plain(new Decimal(sixths).div(6).toDecimalPlaces(12, Decimal.ROUND_HALF_UP)), '0']
}

const owedOn = (book: Book, who: string, on: string): number =>
  [...households('A', 0, 126), ...households('B', 0, 45)].filter((code) => linked(book, who, on, code)).length

const where = `where: 'person.rank == "乡科级"'`
const source = scheme(`
  reach: { title: 走遍所联系的户, who: person, ${where}, indicator: households, share: 1, of: linked }
  met: { title: 走访户数, who: person, ${where}, indicator: households, at_least: 5 }
  each: { title: 各计, who: person, ${where}, indicator: stay_days, at_least: 4 }
  first: { title: 首位, who: person, ${where}, indicator: stay_days, at_least: 4, joint: first }
  split: { title: 平分, who: person, ${where}, indicator: stay_days, at_least: 4, joint: split }`)

const compare = (book: Book, on: string, rows: readonly Progress[]): void => {
  for (const who of people) {
    for (const quota of ['reach', 'met', 'each', 'first', 'split']) {
      const p = rows.find((r) => r.assignee.code === who && r.quota === quota)
      assert.deepEqual([p?.done, p?.pending], recount(book, who, quota, on), `${who} ${quota} on ${on}`)
      if (quota === 'reach') assert.equal(p?.owed, String(owedOn(book, who, on)), `${who} owes on ${on}`)
    }
  }
}

forEachDatabase((database) => {
  test('after any history everybody’s progress is what their records add up to, on every day, and the credits are what the records derive to', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(step, { minLength: 6, maxLength: 24 }), async (steps) => {
        const c = await county(await database(), source, register)
        const book = fresh()
        for (const one of steps) {
          await take(c, book, one).catch((error: unknown) => {
            if (!(error instanceof Fault) || error.status >= 500) throw error
          })
        }
        for (const on of ['2014-04-10', '2014-06-30']) compare(book, on, await c.progress(on))
        assert.deepEqual((await c.does<Verification>(verify, {})).differences, [])
      }),
      { numRuns: histories, endOnFailure: true },
    )
  })
})
