import type { PlaceId } from '#kit/id.ts'
import type { Dice } from './dice.ts'
import { neighbourhoodNames, townNames, villageNames } from './names.ts'
import { type Spot, type WorldPlan, below, epoch, numbered, sized } from './node.ts'

type Town = { readonly town: Spot; readonly villages: readonly Spot[] }
export type Ground = { readonly all: readonly Spot[]; readonly towns: readonly Town[] }

/** The city, its townships, and their villages or neighbourhoods. */
export const inventPlaces = (plan: WorldPlan, d: Dice): Ground => {
  const base = `${plan.prefix}390281`
  const city = below<PlaceId>(null, { id: d.id(epoch), code: base, name: `${plan.city}市`, kind: 'county', class: '' })
  const names = townNames(d, sized(34, plan.scale, 2))
  const towns = names.map((name, i) => {
    const code = numbered(base, 100 + i, 3)
    const urban = i < Math.max(1, names.length / 12)
    const town = below<PlaceId>(city, {
      id: d.id(epoch),
      code,
      name: name + (urban ? '街道' : d.chance(0.75) ? '镇' : '乡'),
      kind: urban ? 'street' : 'township',
      class: '',
    })
    const here = urban ? neighbourhoodNames(d, d.int(6, 9)) : villageNames(d, sized(d.int(6, 9), plan.scale * 2, 3))
    return {
      town,
      villages: here.map((n, j) =>
        below<PlaceId>(town, {
          id: d.id(epoch),
          code: numbered(code, 200 + j, 3),
          name: n,
          kind: urban ? 'community' : 'village',
          class: '',
        }),
      ),
    }
  })
  return { all: [city, ...towns.flatMap((t) => [t.town, ...t.villages])], towns }
}
