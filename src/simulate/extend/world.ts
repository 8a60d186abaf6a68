import type { Scheme } from '#scheme/shape.ts'
import { type Dice, dice } from '../dice.ts'
import { byPlace } from '../hosts.ts'
import type { Official, Unit } from '../node.ts'
import { roomFor } from '../participants.ts'
import { type Vocabulary, vocabularyOf } from '../vocabulary.ts'
import { type World, nodeEntry, personEntry, subjectEntry } from '../world.ts'
import { pairsOf, teamsOf } from './groups.ts'
import { missingHosts, namedHosts } from './hosts.ts'
import { type Numbers, moreUnits, numbersFrom, officialsOf } from './orgs.ts'
import type { Additions } from './shape.ts'

export type Extension = {
  /** Names what is added: two campaigns' additions never meet. Capital letters and digits. */
  readonly prefix: string
  readonly schemes: readonly Scheme[]
  readonly adds: Additions
  /** Classes of the units that take part; all unless told. */
  readonly units: readonly string[]
}

/**
 * The city with what a campaign needs beside it: what its demo asks for, then whatever its scheme speaks of and the city has none of –
 * kinds of subjects, tags, ranks, posts, people of its circle. Nothing that was there changes, and what comes depends on the city and
 * the campaign alone. `units` are those that take part.
 * @throws Fault 400.2 when the scheme's `participants.where` lets in nobody that can be invented
 */
export const extendWorld = (city: World, { prefix, schemes, adds, units }: Extension, seed: string): World => {
  const d = dice(`${seed}/extend/${prefix}`)
  const words = vocabularyOf(schemes)
  const numbers = numbersFrom(`${prefix}-`)
  const added = moreUnits(city, adds.orgs, numbers, d.fork('units'))
  const every = [...city.units, ...added]
  const part = units.length === 0 ? every : every.filter((u) => units.includes(u.class))
  const staffed = peopled(part, city.units, { words, schemes, adds }, numbers, d.fork('people'))
  const named = namedHosts(city, adds.subjects, numbers, d.fork('named'))
  const hosts = [...named, ...missingHosts(city, words, adds.subjects, numbers, d.fork('hosts'))]
  const people = staffed.flatMap((u) => u.people.filter((p) => p.code.startsWith(numbers.prefix)).map((p) => personEntry(p, u.code)))
  const more = added.filter((u) => !staffed.some((s) => s.id === u.id)).flatMap((u) => u.people.map((p) => personEntry(p, u.code)))
  return {
    ...city,
    units: staffed,
    hosts: byPlace([...[...city.hosts.values()].flat(), ...hosts]),
    entries: {
      ...city.entries,
      orgs: [...(city.entries.orgs ?? []), ...added.map(nodeEntry)],
      people: [...(city.entries.people ?? []), ...people, ...more],
      subjects: [...(city.entries.subjects ?? []), ...hosts.map(subjectEntry)],
      teams: [
        ...(city.entries.teams ?? []),
        ...adds.teams.flatMap((t, i) => teamsOf(t, [...every, ...staffed], numbers, d.fork(`teams/${i}`))),
      ],
      links: [...(city.entries.links ?? []), ...adds.pairs.flatMap((p, i) => pairsOf(p, every, named, d.fork(`pairs/${i}`)))],
    },
  }
}

type Wanted = { readonly words: Vocabulary; readonly schemes: readonly Scheme[]; readonly adds: Additions }

/** Units with the people who were asked for, then one for each rank and post that nobody has, then enough for each circle. */
const peopled = (
  units: readonly Unit[],
  city: readonly Unit[],
  { words, schemes, adds }: Wanted,
  numbers: Numbers,
  d: Dice,
): readonly Unit[] => {
  const asked = units.map((u) =>
    joined(
      u,
      adds.people.filter((p) => p.class === u.class),
      numbers,
      d,
    ),
  )
  const all = [...city, ...asked].flatMap((u) => u.people)
  const lacks = (of: (p: Official) => string, wanted: readonly string[]): readonly string[] =>
    wanted.filter((w) => !all.some((p) => of(p) === w))
  const usual = words.ranks.at(-1) ?? ''
  const seats = [
    ...lacks((p) => p.rank, words.ranks).map((rank) => ({ post: '干部', rank, count: 1 })),
    ...lacks((p) => p.post, words.posts).map((post) => ({ post, rank: usual, count: 1 })),
  ]
  return roomFor(
    schemes,
    words,
    asked.map((u) => joined(u, seats, numbers, d)),
  ).map(({ unit, seats: missing }) => joined(unit, missing, numbers, d))
}

const joined = (unit: Unit, seats: Parameters<typeof officialsOf>[1], numbers: Numbers, d: Dice): Unit =>
  seats.length === 0 ? unit : { ...unit, people: [...unit.people, ...officialsOf(unit.id, seats, numbers, d)] }
