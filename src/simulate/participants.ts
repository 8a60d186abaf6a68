import { Fault } from '#kit/fault.ts'
import type { Program } from '#scheme/compiled.ts'
import { personProgram } from '#scheme/expression.ts'
import type { Scheme } from '#scheme/shape.ts'
import type { Dice } from './dice.ts'
import type { Official, Unit } from './node.ts'
import type { Vocabulary } from './vocabulary.ts'

type Seat = Pick<Official, 'post' | 'rank'>

/** With fewer than the forms ask for, a unit could not go out at all; who is missing is then made up to this many. */
const usual = 3

/**
 * Sees to it that every unit has people whom each scheme's `participants.where` lets in. Units that have enough stay as they are;
 * in others the first few get a post or a rank that fits.
 * @throws Fault 400.2 when a scheme blocks outsiders and no post or rank is found that its condition lets in
 */
export const seatParticipants = (schemes: readonly Scheme[], words: Vocabulary, units: readonly Unit[], d: Dice): readonly Unit[] => {
  const earlier: Program<boolean>[] = []
  return schemes.reduce((all, scheme) => {
    const { where, outside } = scheme.participants
    if (where === undefined || outside === 'ignore') return all
    const circle = personProgram(where)
    const others = [...earlier]
    earlier.push(circle)
    const least = Math.max(1, ...Object.values(scheme.activities).map((a) => a.participants.min))
    if (all.every((u) => belonging(circle, u) >= least)) return all
    const seats = unharmed(seatsWithin(circle, where, words, all), others)
    if (seats.length > 0) return all.map((u) => (belonging(circle, u) >= least ? u : seated(u, circle, seats, Math.max(usual, least), d)))
    if (outside === 'flag') return all
    throw new Fault('400.2', { what: `participants.where ${where}`, expected: findable })
  }, units)
}

/** Units with the seats that must be added, rather than changed, so that every circle finds its people. @throws Fault 400.2 as above */
export const roomFor = (
  schemes: readonly Scheme[],
  words: Vocabulary,
  units: readonly Unit[],
): readonly { readonly unit: Unit; readonly seats: readonly (Seat & { readonly count: number })[] }[] =>
  units.map((unit) => ({ unit, seats: schemes.flatMap((scheme) => missingSeats(scheme, words, unit, units)) }))

const missingSeats = (
  { participants: { where, outside }, activities }: Scheme,
  words: Vocabulary,
  unit: Unit,
  units: readonly Unit[],
): readonly (Seat & { readonly count: number })[] => {
  if (where === undefined || outside === 'ignore') return []
  const circle = personProgram(where)
  const least = Math.max(1, ...Object.values(activities).map((a) => a.participants.min))
  if (belonging(circle, unit) >= least) return []
  const [seat] = seatsWithin(circle, where, words, units)
  if (seat !== undefined) return [{ ...seat, count: Math.max(usual, least) - belonging(circle, unit) }]
  if (outside === 'flag') return []
  throw new Fault('400.2', { what: `participants.where ${where}`, expected: findable })
}

/** Seats that stand in the circles of the schemes before as well; all of them when there are none. */
const unharmed = (seats: readonly Seat[], others: readonly Program<boolean>[]): readonly Seat[] => {
  const inAll = seats.filter((s) => others.every((circle) => lets(circle, s)))
  return inAll.length > 0 ? inAll : seats
}

const findable = { zh: '能由某个职务或级别满足的条件', en: 'a condition that some post or rank meets' }

const lets = (circle: Program<boolean>, { post, rank }: Seat): boolean => circle.run({ person: { post, rank } }) === true
const belonging = (circle: Program<boolean>, unit: Unit): number => unit.people.filter((p) => lets(circle, p)).length

/** What the condition lets in, by the most natural way of making posts that yields anything; nothing when none does. */
const seatsWithin = (circle: Program<boolean>, where: string, words: Vocabulary, units: readonly Unit[]): readonly Seat[] => {
  const said = literals(where)
  const known = different(units.flatMap((u) => u.people.map((p) => p.post)))
  const ranks = different([...words.ranks, ...units.flatMap((u) => u.people.map((p) => p.rank)), ...said, ''])
  const pairs = (first: readonly string[], second: readonly string[]): string[] => first.flatMap((a) => second.map((b) => a + b))
  const ways: readonly (() => readonly string[])[] = [
    () => [...words.posts, ...known],
    () => pairs(said, ['专员', '工作人员']),
    () => said,
    () => pairs(said, known),
    () => pairs(known, said),
    () => pairs(said, said),
    () => pairs(pairs(said, said), said.slice(0, 8)),
    () => [''],
  ]
  for (const posts of ways) {
    const seats = different(posts()).flatMap((post) => ranks.map((rank) => ({ post, rank })))
    const within = seats.filter((s) => lets(circle, s))
    if (within.length > 0) return within
  }
  return []
}

/** Every quoted word of an expression. */
const literals = (source: string): readonly string[] =>
  different([...source.matchAll(/"([^"]*)"|'([^']*)'/g)].map((m) => m[1] ?? m[2] ?? '')).slice(0, 24)

const different = (list: readonly string[]): string[] => [...new Set(list)]

/** The first people of the unit who do not belong yet get one of the seats, until `enough` belong. */
const seated = (unit: Unit, circle: Program<boolean>, seats: readonly Seat[], enough: number, d: Dice): Unit => {
  let missing = enough - belonging(circle, unit)
  const people = unit.people.map((p): Official => {
    if (missing <= 0 || lets(circle, p)) return p
    missing--
    return { ...p, ...seatFor(p, unit, seats, d) }
  })
  return { ...unit, people }
}

/** Changes as little as it can: the rank alone, else the post alone, else both; and gives a post that the unit has, if there is one. */
const seatFor = (p: Official, unit: Unit, seats: readonly Seat[], d: Dice): Seat => {
  const here = new Set(unit.people.map((x) => x.post))
  const worth = (s: Seat): number => (s.post === p.post ? 4 : 0) + (s.rank === p.rank ? 2 : 0) + (here.has(s.post) ? 1 : 0)
  const best = Math.max(...seats.map(worth))
  return d.pick(seats.filter((s) => worth(s) === best))
}
