import type { LinkEntry } from '#register/entry.ts'
import type { Dice } from '../dice.ts'
import { firmName, personName, shopName } from '../names.ts'
import { type Host, type Spot, type Unit, type WorldPlan, epoch, numbered } from '../node.ts'
import type { Ground } from '../places.ts'
import { drawn } from './ground.ts'
import type { Layout } from './shape.ts'

type HostLayout = Layout['hosts'][number]

/** The subjects of a layout, place by place. */
export const layHosts = (plan: WorldPlan, { hosts: sorts }: Layout, ground: Ground, d: Dice): readonly Host[] => {
  const hosts: Host[] = []
  for (const sort of sorts) {
    for (const places of grounds(sort, ground)) {
      let turn = 0
      for (const place of places) {
        for (let i = 0, n = drawn(sort.count, d); i < n; i++) {
          const name = called(sort, plan, place, i + 1, d)
          hosts.push({
            id: d.id(epoch),
            code: numbered(`${plan.prefix}H`, hosts.length + 1, 6),
            name,
            kind: sort.kind,
            place,
            address: sort.named === 'place' ? place.name : `${place.name}${d.int(1, 12)}组${d.int(1, 60)}号`,
            tags: tagsOf(sort, turn++, d),
          })
        }
      }
    }
  }
  return hosts
}

/** The places of one sort, a list for each town. */
const grounds = ({ at, of }: HostLayout, { all, towns }: Ground): readonly (readonly Spot[])[] => {
  const some = towns.filter((t) => of === undefined || t.town.name.endsWith(of))
  switch (at) {
    case 'village':
      return some.map((t) => t.villages)
    case 'town':
      return some.map((t) => [t.town])
    case 'city':
      return [all.slice(0, 1)]
  }
}

type Naming = (plan: WorldPlan, place: Spot, d: Dice) => string
const namings: Readonly<Record<string, Naming>> = {
  person: (_plan, _place, d) => personName(d),
  firm: (plan, _place, d) => firmName(d, plan.city),
  shop: (_plan, _place, d) => shopName(d),
  place: (_plan, place) => place.name,
}

const called = ({ named }: HostLayout, plan: WorldPlan, place: Spot, n: number, d: Dice): string =>
  namings[named]?.(plan, place, d) ?? named.replaceAll('{place}', place.name).replaceAll('{n}', String(n))

const tagsOf = ({ tags, cycle }: HostLayout, turn: number, d: Dice): readonly string[] => [
  ...[cycle[turn] ?? ''].filter((tag) => tag !== ''),
  ...Object.entries(tags).flatMap(([tag, share]) => (d.next() * 100 < share ? [tag] : [])),
]

/** Who answers for what, as the layout says; units for all the places they go to when it says nothing. */
export const layLinks = ({ links }: Layout, units: readonly Unit[], hosts: readonly Host[], d: Dice): readonly LinkEntry[] => {
  const id = (): string => d.id(epoch)
  if (links.length === 0)
    return units.flatMap((u) => u.spots.map((s): LinkEntry => ({ id: id(), by: { org: u.code }, to: { place: s.code }, role: '联系点' })))
  return links.flatMap((link) =>
    units.flatMap((u) => {
      const by = [
        ...(link.class !== undefined && u.class === link.class ? [{ org: u.code }] : []),
        ...u.people.filter((p) => p.post === link.post).map((p) => ({ person: p.code })),
      ]
      // Everybody in turn, so that none is left over while another has two.
      const all = d.shuffled(targets(link.to, u, hosts))
      let at = 0
      return by.flatMap((who) =>
        Array.from({ length: Math.min(drawn(link.count, d), all.length) }, () => all[at++ % all.length]).flatMap((to) =>
          to === undefined ? [] : [{ id: id(), by: who, to, role: link.role }],
        ),
      )
    }),
  )
}

type Target = LinkEntry['to']

const targets = (to: string, unit: Unit, hosts: readonly Host[]): readonly Target[] => {
  const places = new Set(unit.spots.map((s) => s.code))
  if (to === 'village') return unit.spots.filter((s) => s.path.length > 2).map((s) => ({ place: s.code }))
  if (to === 'town') return [...new Set(unit.spots.map((s) => s.path[1]?.code ?? s.code))].map((place) => ({ place }))
  return hosts.filter((h) => h.kind === to && places.has(h.place.code)).map((h) => ({ subject: h.code }))
}
