import type { LinkEntry } from '#register/entry.ts'
import type { Dice } from './dice.ts'
import { firmName, personName, shopName } from './names.ts'
import { type Host, type Spot, type Unit, type WorldPlan, epoch, numbered } from './node.ts'
import type { Ground } from './places.ts'
import type { Vocabulary } from './vocabulary.ts'

const commonTags = ['困难户', '老党员', '种养大户', '残疾人', '留守老人', '信访户']

/** Households, firms, shops and villages, of the kinds that the schemes pay visits to. */
export const inventHosts = (plan: WorldPlan, words: Vocabulary, ground: Ground, d: Dice): readonly Host[] => {
  const kinds = words.hosts.length > 0 ? words.hosts : [{ kind: 'household', title: '户' }]
  const tags = words.tags.length > 0 ? words.tags : commonTags
  const hosts: Host[] = []
  for (const place of ground.towns.flatMap((t) => t.villages)) {
    for (const { kind, title } of kinds) {
      const sort = kindOfHost(`${kind} ${title}`)
      const fitting = tags.filter((tag) => sort === kindOfHost(tag))
      for (let i = sort.usual(d); i > 0; i--) {
        const own = fitting.length > 0 && d.chance(0.45) ? d.some(fitting, d.int(1, 2)) : []
        hosts.push({
          id: d.id(epoch),
          code: numbered(`${plan.prefix}H`, hosts.length + 1, 6),
          name: sort.name(plan.city, place, d),
          kind,
          place,
          address: sort.address(place, d),
          tags: own,
        })
      }
    }
  }
  return hosts
}

type HostSort = {
  readonly called: RegExp
  readonly usual: (d: Dice) => number
  readonly name: (city: string, place: Spot, d: Dice) => string
  readonly address: (place: Spot, d: Dice) => string
}

/** Sorts of subjects by what their kind is called; a tag that names a sort is only given to it. Everything else is people. */
const sorts: readonly HostSort[] = [
  {
    called: /firm|enterprise|company|企业|公司/i,
    usual: (d) => d.int(0, 2),
    name: (city, _place, d) => firmName(d, city),
    address: (place, d) => `${place.name}工业集中区${d.int(1, 40)}号`,
  },
  {
    called: /shop|store|商铺|商户/i,
    usual: (d) => d.int(0, 3),
    name: (_city, _place, d) => shopName(d),
    address: (place, d) => `${place.name}中心路${d.int(1, 90)}号`,
  },
  {
    called: /^(village|村|社区)( |$)/i,
    usual: () => 1,
    name: (_city, place) => place.name,
    address: (place) => `${place.name}党群服务中心`,
  },
]
const people: HostSort = {
  called: /./,
  usual: (d) => d.int(8, 14),
  name: (_city, _place, d) => personName(d),
  address: (place, d) => `${place.name}${d.int(1, 12)}组${d.int(1, 60)}号`,
}

/** What sort of subject a kind, or a tag, speaks of. */
export const kindOfHost = (called: string): HostSort => sorts.find((s) => s.called.test(called)) ?? people

export const byPlace = (hosts: readonly Host[]): ReadonlyMap<string, readonly Host[]> => {
  const map = new Map<string, Host[]>()
  for (const h of hosts) map.set(h.place.id, [...(map.get(h.place.id) ?? []), h])
  return map
}

/** Every unit answers for its places; its leaders for one each, and for some poor households. */
export const inventLinks = (units: readonly Unit[], hosts: readonly Host[], d: Dice): readonly LinkEntry[] => {
  const poor = byPlace(hosts.filter((h) => h.tags.length > 0))
  return units.flatMap((u) => [
    ...u.spots.map((s): LinkEntry => ({ id: d.id(epoch), by: { org: u.code }, to: { place: s.code }, role: '联系点' })),
    ...u.people.slice(0, 6).flatMap((p): LinkEntry[] => {
      const spot = d.pick(u.spots)
      const pair = d.some(poor.get(spot.id) ?? [], d.int(0, 2))
      return [
        { id: d.id(epoch), by: { person: p.code }, to: { place: spot.code }, role: '挂钩联系' },
        ...pair.map((h) => ({ id: d.id(epoch), by: { person: p.code }, to: { subject: h.code }, role: '结对帮扶' })),
      ]
    }),
  ])
}
