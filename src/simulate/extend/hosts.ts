import type { Dice } from '../dice.ts'
import { personName } from '../names.ts'
import { type Host, type Spot, epoch } from '../node.ts'
import { kindOfHost } from '../hosts.ts'
import type { Vocabulary } from '../vocabulary.ts'
import type { World } from '../world.ts'
import type { Numbers } from './orgs.ts'
import type { AddedSubjects } from './shape.ts'

/** Subjects that are named, or stand one in each place of a kind. */
export const namedHosts = (world: World, groups: readonly AddedSubjects[], numbers: Numbers, d: Dice): readonly Host[] =>
  groups.flatMap((group) => {
    const villages = world.spots.filter((s) => s.path.length === 3)
    const host = (name: string, place: Spot): Host => ({
      id: d.id(epoch),
      code: numbers.next('H', 5),
      name,
      kind: group.kind,
      place,
      address: place.name,
      tags: group.tags,
    })
    const places = world.spots.filter((s) => s.kind === group.each)
    return [
      ...places.flatMap((place) =>
        Array.from({ length: group.count }, () =>
          host(
            group.called.replace('{place}', place.name).replace('{person}', () => personName(d)),
            place,
          ),
        ),
      ),
      ...group.names.map((name) => host(name, d.pick(villages))),
    ]
  })

/** In each village some subjects of the kinds, and with the tags, that a campaign speaks of and the city has none of. */
export const missingHosts = (
  world: World,
  words: Vocabulary,
  named: readonly AddedSubjects[],
  numbers: Numbers,
  d: Dice,
): readonly Host[] => {
  const there = [...world.hosts.values()].flat()
  const kinds = new Set([...there.map((h) => h.kind), ...named.map((n) => n.kind)])
  const tags = new Set([...there.flatMap((h) => h.tags), ...named.flatMap((n) => n.tags)])
  const lacking = words.hosts.filter((h) => !kinds.has(h.kind))
  const strange = words.tags.filter((tag) => !tags.has(tag))
  const asked = [...lacking.map((h) => ({ ...h, tags: [] as string[] })), ...strange.flatMap((tag) => bearer(words, tag))]
  return world.spots
    .filter((s) => s.path.length === 3)
    .flatMap((place) =>
      asked.flatMap(({ kind, title, tags: own }) => {
        const sort = kindOfHost(`${kind} ${title}`)
        return Array.from(
          { length: own.length > 0 ? d.int(0, 2) : sort.usual(d) },
          (): Host => ({
            id: d.id(epoch),
            code: numbers.next('H', 5),
            name: sort.name(world.city, place, d),
            kind,
            place,
            address: sort.address(place, d),
            tags: own,
          }),
        )
      }),
    )
}

/** The kind of subject that may bear the tag: of the sort that the tag names, else people. */
const bearer = (words: Vocabulary, tag: string): { kind: string; title: string; tags: string[] }[] => {
  const sort = kindOfHost(tag)
  const kind = words.hosts.find((h) => kindOfHost(`${h.kind} ${h.title}`) === sort)
  return kind === undefined ? [] : [{ ...kind, tags: [tag] }]
}
