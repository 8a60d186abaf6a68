import type { OrgId } from '#kit/id.ts'
import type { Entries, LinkEntry, NodeEntry, PersonEntry, SubjectEntry } from '#register/entry.ts'
import { dice } from './dice.ts'
import { byPlace, inventHosts, inventLinks } from './hosts.ts'
import { layGround } from './layout/ground.ts'
import { layHosts, layLinks } from './layout/hosts.ts'
import { layTeams } from './layout/teams.ts'
import { layUnits } from './layout/units.ts'
import type { Host, Node, Official, Spot, Unit, WorldPlan } from './node.ts'
import { seatParticipants } from './participants.ts'
import { inventPlaces } from './places.ts'
import { inventUnits } from './units.ts'
import { vocabularyOf } from './vocabulary.ts'

export type World = {
  readonly city: string
  readonly root: Node<OrgId>
  readonly units: readonly Unit[]
  readonly spots: readonly Spot[]
  /** By the place's id. */
  readonly hosts: ReadonlyMap<string, readonly Host[]>
  /** The same world as the register takes it in, everything by code. */
  readonly entries: Entries
}

/** @throws Fault 400.2 when a scheme's `participants.where` lets in nobody that can be invented */
export const inventWorld = (plan: WorldPlan): World => {
  const d = dice(`${plan.seed}/world`)
  const words = vocabularyOf(plan.schemes)
  const root = { ...plan.root, kind: 'city', class: '', path: [{ id: plan.root.id, code: plan.root.code, kind: 'city', class: '' }] }
  const { layout } = plan
  const ground = layout ? layGround(plan, layout, d.fork('places')) : inventPlaces(plan, d.fork('places'))
  const staffed = layout ? layUnits(plan, layout, root, ground, d.fork('units')) : inventUnits(plan, words, root, ground, d.fork('units'))
  const units = seatParticipants(plan.schemes, words, staffed, d.fork('participants'))
  const hosts = layout ? layHosts(plan, layout, ground, d.fork('hosts')) : inventHosts(plan, words, ground, d.fork('hosts'))
  const links = layout ? layLinks(layout, units, hosts, d.fork('links')) : inventLinks(units, hosts, d.fork('links'))
  const entries: Entries = {
    places: ground.all.map((s) => nodeEntry(s)),
    orgs: [{ id: root.id, code: root.code, name: root.name, kind: root.kind }, ...units.map((u) => nodeEntry(u))],
    people: units.flatMap((u) => u.people.map((p) => personEntry(p, u.code))),
    subjects: hosts.map(subjectEntry),
    links,
    ...(layout ? { teams: layTeams(plan, layout, units, d.fork('teams')) } : {}),
  }
  return {
    city: plan.city,
    root,
    units: layout ? tied(units, ground.all, links) : units,
    spots: ground.all,
    hosts: byPlace(hosts),
    entries,
  }
}

/** People know the places that they answer for. */
const tied = (units: readonly Unit[], spots: readonly Spot[], links: readonly LinkEntry[]): readonly Unit[] => {
  const byCode = new Map(spots.map((s) => [s.code, s]))
  const ties = new Map<string, Spot[]>()
  for (const { by, to } of links) {
    const spot = 'place' in to ? byCode.get(to.place) : undefined
    if (spot !== undefined && 'person' in by) ties.set(by.person, [...(ties.get(by.person) ?? []), spot])
  }
  return units.map((u) => ({ ...u, people: u.people.map((p) => ({ ...p, ties: ties.get(p.code) ?? [] })) }))
}

export const nodeEntry = <T extends string>(n: Node<T>): NodeEntry => ({
  id: n.id,
  code: n.code,
  name: n.name,
  parent: n.path.at(-2)?.code ?? null,
  kind: n.kind,
  class: n.class,
})
export const personEntry = (p: Official, org: string): PersonEntry => ({
  id: p.id,
  code: p.code,
  name: p.name,
  posts: [{ org, post: p.post, rank: p.rank }],
})
export const subjectEntry = (h: Host): SubjectEntry => ({
  id: h.id,
  code: h.code,
  name: h.name,
  kind: h.kind,
  place: h.place.code,
  address: h.address,
  tags: h.tags,
})
