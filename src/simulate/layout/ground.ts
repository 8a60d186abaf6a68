import type { PlaceId } from '#kit/id.ts'
import type { Dice } from '../dice.ts'
import { neighbourhoodNames, townNames, villageNames } from '../names.ts'
import { type Spot, type WorldPlan, below, epoch, numbered } from '../node.ts'
import type { Ground } from '../places.ts'
import type { Count, Layout } from './shape.ts'

export const drawn = (count: Count, d: Dice): number => (typeof count === 'number' ? count : d.int(count[0], count[1]))

/** The towns of a layout in its order, with invented names, and their villages. */
export const layGround = (plan: WorldPlan, { suffix, towns }: Layout, d: Dice): Ground => {
  const base = `${plan.prefix}390281`
  const city = below<PlaceId>(null, { id: d.id(epoch), code: base, name: plan.city + suffix, kind: 'county', class: '' })
  const sorts = towns.flatMap((t) => Array.from({ length: t.count }, () => t))
  const names = townNames(d, sorts.length)
  const laid = sorts.map((sort, i) => {
    const code = numbered(base, 100 + i, 3)
    const town = below<PlaceId>(city, { id: d.id(epoch), code, name: `${names[i] ?? ''}${sort.ends}`, kind: sort.kind, class: '' })
    const urban = sort.below === '社区'
    const here = urban ? neighbourhoodNames(d, drawn(sort.villages, d)) : villageNames(d, drawn(sort.villages, d))
    const villages = here.map(
      (name, j): Spot =>
        below<PlaceId>(town, {
          id: d.id(epoch),
          code: numbered(code, 200 + j, 3),
          name: urban ? name : name.replace(/村$/, sort.below),
          kind: urban ? 'community' : 'village',
          class: '',
        }),
    )
    return { town, villages }
  })
  return { all: [city, ...laid.flatMap((t) => [t.town, ...t.villages])], towns: laid }
}
