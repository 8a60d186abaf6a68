import { z } from 'zod'

/*
 * What a campaign needs of the invented city that the city has not: units, people, subjects. Data of its demo.yaml; the city itself
 * stays as it is, so that campaigns share it in whatever order they come.
 */

const words = z.string().min(1).max(40)
/** A unit's own people, the first its leaders. */
const seat = z.strictObject({ post: words, rank: z.string().max(40).default(''), count: z.int().min(1).max(60).default(1) })

export const addedOrgs = z.strictObject({
  class: words,
  kind: words.default('unit'),
  /** Their names; or `each`: one for each unit of that class, called by a pattern in which {unit} stands for its name; or both. */
  names: z.array(words).default([]),
  each: words.optional(),
  called: words.default('{unit}'),
  /** They hang under the first unit of that class, rather than under the city; with `each` under the unit itself unless told. */
  under: words.optional(),
  /** So many villages of anywhere, unless they hang under a unit of the city, whose villages are theirs then. */
  goes: z.int().min(1).max(60).default(4),
  /** And to the towns of those villages themselves. */
  towns: z.boolean().default(false),
  people: z
    .array(seat)
    .min(1)
    .default([
      { post: '负责人', rank: '', count: 1 },
      { post: '工作人员', rank: '', count: 3 },
    ]),
})

/** More people in units of a class that are there already. */
export const addedPeople = z.strictObject({ class: words, ...seat.shape })

export const addedSubjects = z.strictObject({
  kind: words,
  /** Their names; or one for each place of a kind, called by a pattern in which {place} stands for its name. */
  names: z.array(words).default([]),
  each: z.enum(['township', 'street', 'village', 'community']).optional(),
  called: words.default('{place}'),
  count: z.int().min(1).max(5).default(1),
  tags: z.array(words).default([]),
})

/** Teams that the units of a class are grouped into, in their order; the first of each leads it. */
export const addedTeams = z.strictObject({
  kind: words,
  of: words,
  count: z.int().min(1).max(60),
  /** {n} stands for its number. */
  called: words,
  /** One of the people who hold this post keeps touch with each. */
  liaison: words.optional(),
})

/** Each unit of a class is linked with a named subject of a kind, until none on either side is left without. */
export const addedPairs = z.strictObject({ by: words, to: words, role: words })

export const additions = z.strictObject({
  orgs: z.array(addedOrgs).default([]),
  people: z.array(addedPeople).default([]),
  subjects: z.array(addedSubjects).default([]),
  teams: z.array(addedTeams).default([]),
  pairs: z.array(addedPairs).default([]),
})

export type Additions = z.output<typeof additions>
export type AddedOrgs = Additions['orgs'][number]
export type AddedSubjects = Additions['subjects'][number]
export type AddedTeams = Additions['teams'][number]
export type AddedPairs = Additions['pairs'][number]
export type AddedSeat = z.output<typeof seat>
