import type { OrgId } from '#kit/id.ts'
import type { Dice } from '../dice.ts'
import { departments, personName } from '../names.ts'
import { type Node, type Official, type Spot, type Unit, type WorldPlan, below, epoch, numbered } from '../node.ts'
import type { Ground } from '../places.ts'
import { drawn } from './ground.ts'
import type { Layout, UnitLayout } from './shape.ts'

type Town = Ground['towns'][number]
/** A unit to be: its name, the one above, and the town whose villages are its own; of a village's unit only that village. */
type Seat = { readonly name: string; readonly under: string; readonly own: Town | null }

/** The units of a layout in its order, each with its people and the places it goes to. */
export const layUnits = (plan: WorldPlan, layout: Layout, root: Node<OrgId>, ground: Ground, d: Dice): readonly Unit[] => {
  const units: Unit[] = []
  let people = 0
  for (const sort of layout.units) {
    for (const { name, under, own: home } of seats(plan, layout, sort, ground)) {
      const above = units.find((u) => u.name === under) ?? root
      const own = {
        id: d.id<'org'>(epoch),
        code: numbered(`${plan.prefix}U`, units.length + 1, 3),
        name,
        kind: sort.kind,
        class: sort.class,
      }
      const staff = sort.people.flatMap(({ post, rank, count }) =>
        Array.from(
          { length: drawn(count, d) },
          (): Official => ({
            id: d.id(epoch),
            code: numbered(`${plan.prefix}P`, ++people, 4),
            name: personName(d),
            org: own.id,
            rank,
            post,
          }),
        ),
      )
      units.push({ ...below(above, own), people: staff, spots: goesTo(sort, home, ground, d) })
    }
  }
  return units
}

const ends = (town: Town, of: string | undefined): boolean => of === undefined || town.town.name.endsWith(of)

const seats = ({ city }: WorldPlan, { suffix }: Layout, sort: UnitLayout, { towns }: Ground): readonly Seat[] => {
  const seat = (own: Town | null, village: string, office: string): Seat => {
    const words: Readonly<Record<string, string>> = { town: own?.town.name ?? '', village, office, city: city + suffix }
    const named = (text: string): string => text.replace(/\{(\w+)\}/g, (_, slot: string) => words[slot] ?? '')
    return { name: named(sort.name), under: named(sort.under ?? ''), own }
  }
  const some = towns.filter((t) => ends(t, sort.of))
  switch (sort.each) {
    case 'one':
      return [seat(null, '', '')]
    case 'town':
      return some.slice(0, sort.count).map((town) => seat(town, '', ''))
    case 'village':
      return some.flatMap((t) => t.villages.slice(0, sort.count).map((v) => seat({ town: t.town, villages: [v] }, v.name, '')))
    case 'office':
      return offices.slice(0, sort.count ?? 20).map((office) => seat(null, '', office))
  }
}

/** Departments whose names stand as well after a county's or a district's. */
const offices = departments.filter((name) => /局$|委员会$/.test(name) && !name.startsWith('委'))

const goesTo = (sort: UnitLayout, own: Town | null, { towns }: Ground, d: Dice): readonly Spot[] => {
  const near = (): readonly Town[] => {
    if (sort.goes === 'own' && own !== null) return [own]
    if (sort.goes === 'all' || sort.goes === 'own') return towns
    const villages = d.some(
      towns.flatMap((t) => t.villages.map((village) => ({ t, village }))),
      sort.goes,
    )
    return [...new Set(villages.map((v) => v.t))].map((t) => ({
      town: t.town,
      villages: villages.filter((v) => v.t === t).map((v) => v.village),
    }))
  }
  return near().flatMap((t) => [...(sort.towns ? [t.town] : []), ...t.villages])
}
