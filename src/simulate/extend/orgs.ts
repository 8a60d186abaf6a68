import type { OrgId } from '#kit/id.ts'
import type { Dice } from '../dice.ts'
import { personName } from '../names.ts'
import { type Node, type Official, type Unit, below, epoch, numbered } from '../node.ts'
import type { World } from '../world.ts'
import type { AddedOrgs, AddedSeat } from './shape.ts'

/** Gives codes that no other campaign's additions have. */
export type Numbers = { readonly prefix: string; next(sort: string, width: number): string }

export const numbersFrom = (prefix: string): Numbers => {
  const last = new Map<string, number>()
  return {
    prefix,
    next: (sort, width) => {
      const n = (last.get(sort) ?? 0) + 1
      last.set(sort, n)
      return numbered(`${prefix}${sort}`, n, width)
    },
  }
}

export const officialsOf = (org: OrgId, seats: readonly AddedSeat[], numbers: Numbers, d: Dice): Official[] =>
  seats.flatMap(({ post, rank, count }) =>
    Array.from({ length: count }, () => ({ id: d.id<'person'>(epoch), code: numbers.next('P', 4), name: personName(d), org, rank, post })),
  )

/** The units a campaign brings along. They go where the unit they hang under goes, or to some villages of their own. */
export const moreUnits = (world: World, groups: readonly AddedOrgs[], numbers: Numbers, d: Dice): readonly Unit[] =>
  groups.reduce<readonly Unit[]>((made, group) => [...made, ...groupOf(world, [...world.units, ...made], group, numbers, d)], [])

const groupOf = (world: World, there: readonly Unit[], group: AddedOrgs, numbers: Numbers, d: Dice): readonly Unit[] => {
  const parent = group.under === undefined ? undefined : there.find((u) => u.class === group.under)
  const villages = world.spots.filter((s) => s.path.length === 3)
  const unit = (name: string, above: Unit | undefined): Unit => {
    const own = { id: d.id<'org'>(epoch), code: numbers.next('U', 2), name, kind: group.kind, class: group.class }
    const node: Node<OrgId> = below(above ?? world.root, own)
    const spots = above !== undefined && world.units.includes(above) ? above.spots : d.some(villages, group.goes)
    const towns = group.towns ? world.spots.filter((s) => spots.some((v) => v.path[1]?.id === s.id)) : []
    return { ...node, people: officialsOf(own.id, group.people, numbers, d), spots: [...spots, ...towns] }
  }
  const ones = group.each === undefined ? [] : there.filter((u) => u.class === group.each)
  return [
    ...ones.map((one) => unit(group.called.replace('{unit}', one.name), parent ?? one)),
    ...group.names.map((name) => unit(name, parent)),
  ]
}
