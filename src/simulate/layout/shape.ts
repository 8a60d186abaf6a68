import { z } from 'zod'

/*
 * A layout: what an invented world is like when the usual city will not do. Other units, posts, people, subjects and links,
 * as data beside a demo. Names of towns, villages and people are invented either way.
 */

const word = z.string().min(1).max(60)
/** A whole number, or from one to another. */
const count = z.union([z.int().min(0).max(2000), z.tuple([z.int().min(0).max(2000), z.int().min(0).max(2000)])])

export const layout = z.strictObject({
  /** What the city's name ends in: 清河县. */
  suffix: z.string().max(4).default('市'),
  towns: z
    .array(
      z.strictObject({
        /** What these towns' names end in: 镇, 乡, 街道, 工业园区. */
        ends: word,
        count: z.int().min(1).max(200),
        kind: word.default('township'),
        villages: count.default([3, 5]),
        /** What their villages' names end in: 村, 社区. */
        below: word.default('村'),
      }),
    )
    .min(1),
  units: z
    .array(
      z.strictObject({
        /** One for each town, each village, each invented department (局, 办 …), or just one. */
        each: z.enum(['town', 'village', 'office', 'one']).default('one'),
        /** `{town}` and `{village}` their names, `{office}` the department's, `{city}` the city's with its ending. */
        name: word,
        /** Towns with this ending only; so many departments. */
        of: word.optional(),
        count: z.int().min(1).max(60).optional(),
        class: z.string().max(60).default(''),
        kind: z.string().max(60).default('department'),
        /** The name of an earlier unit that it stands under, written like its own. */
        under: word.optional(),
        /** The villages it goes to: its town's or itself, all, or so many of anywhere. */
        goes: z.union([z.enum(['own', 'all']), z.int().min(1).max(200)]).default(3),
        /** And to the towns of those villages themselves. */
        towns: z.boolean().default(false),
        /** The first lead the unit. */
        people: z.array(z.strictObject({ post: word, rank: z.string().max(40).default(''), count: count.default(1) })).min(1),
      }),
    )
    .min(1),
  hosts: z
    .array(
      z.strictObject({
        kind: word,
        /** In each village, in each town, or in the city. */
        at: z.enum(['village', 'town', 'city']).default('village'),
        /** Towns with this ending only. */
        of: word.optional(),
        count: count.default(1),
        /** What they are called: like people, firms, shops, or the place itself; or a text with `{place}` and `{n}`. */
        named: word.default('person'),
        /** How many of a hundred bear each tag. */
        tags: z.record(word, z.number().min(0).max(100)).default({}),
        /** Tags one after the other, beginning anew in each town; '' is none. */
        cycle: z.array(z.string().max(60)).default([]),
      }),
    )
    .default([]),
  links: z
    .array(
      z.strictObject({
        /** People with this post, or units of this class. */
        post: word.optional(),
        class: word.optional(),
        /** Villages or towns that the unit goes to, or subjects of this kind there. */
        to: word,
        count: count.default(1),
        role: word,
      }),
    )
    .default([]),
  /** People and units across the tree; the first leads. */
  teams: z
    .array(
      z.strictObject({
        name: word,
        kind: word,
        /** Whoever holds one of these posts, in this order; only in the unit of this name. */
        posts: z.array(word).default([]),
        in: word.optional(),
        /** Units of this class. */
        class: word.optional(),
      }),
    )
    .default([]),
})

export type Layout = z.output<typeof layout>
export type Count = z.output<typeof count>
export type UnitLayout = Layout['units'][number]
