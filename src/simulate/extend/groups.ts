import type { LinkEntry, TeamEntry } from '#register/entry.ts'
import type { Dice } from '../dice.ts'
import { type Host, type Unit, epoch } from '../node.ts'
import type { Numbers } from './orgs.ts'
import type { AddedPairs, AddedTeams } from './shape.ts'

const known = <T extends { readonly code: string }>(all: readonly T[]): readonly T[] => [
  ...new Map(all.map((one) => [one.code, one])).values(),
]

/** The units of a class in so many groups of nearly the same size, neighbours together. */
export const teamsOf = (group: AddedTeams, units: readonly Unit[], numbers: Numbers, d: Dice): readonly TeamEntry[] => {
  const members = known(units.filter((u) => u.class === group.of))
  const liaisons = known(units.flatMap((u) => u.people)).filter((p) => p.post === group.liaison)
  const count = Math.min(group.count, members.length)
  return Array.from({ length: count }, (_, i): TeamEntry => {
    const own = members.slice(Math.floor((members.length * i) / count), Math.floor((members.length * (i + 1)) / count))
    const liaison = liaisons[i % Math.max(1, liaisons.length)]
    return {
      id: d.id(epoch),
      code: numbers.next('G', 2),
      name: group.called.replace('{n}', String(i + 1)),
      kind: group.kind,
      members: [
        ...own.map((u, at) => ({ who: { org: u.code }, duty: at === 0 ? ('lead' as const) : ('member' as const) })),
        ...(liaison === undefined ? [] : [{ who: { person: liaison.code }, duty: 'liaison' as const }]),
      ],
    }
  })
}

/** As many links as the longer side has; the shorter side's begin again, so that nobody is left without. */
export const pairsOf = ({ by, to, role }: AddedPairs, units: readonly Unit[], hosts: readonly Host[], d: Dice): readonly LinkEntry[] => {
  const orgs = known(units.filter((u) => u.class === by))
  const subjects = hosts.filter((h) => h.kind === to)
  if (orgs.length === 0 || subjects.length === 0) return []
  return Array.from(
    { length: Math.max(orgs.length, subjects.length) },
    (_, i): LinkEntry => ({
      id: d.id(epoch),
      by: { org: orgs[i % orgs.length]?.code ?? '' },
      to: { subject: subjects[i % subjects.length]?.code ?? '' },
      role,
    }),
  )
}
