import type { TeamEntry } from '#register/entry.ts'
import type { Dice } from '../dice.ts'
import { type Unit, type WorldPlan, epoch, numbered } from '../node.ts'
import type { Layout } from './shape.ts'

/** The teams of a layout: whoever holds one of their posts, and the units of a class; the first leads. */
export const layTeams = (plan: WorldPlan, { teams }: Layout, units: readonly Unit[], d: Dice): readonly TeamEntry[] =>
  teams.map((team, i): TeamEntry => {
    const people = team.posts.flatMap((post) =>
      units.flatMap((u) => u.people.filter((p) => p.post === post && (team.in ?? u.name) === u.name)),
    )
    const who = [
      ...people.map((p) => ({ person: p.code })),
      ...units.filter((u) => u.class !== '' && u.class === team.class).map((u) => ({ org: u.code })),
    ]
    return {
      id: d.id(epoch),
      code: numbered(`${plan.prefix}G`, i + 1, 2),
      name: team.name,
      kind: team.kind,
      members: who.map((one, at) => ({ who: one, duty: at === 0 ? ('lead' as const) : ('member' as const) })),
    }
  })
