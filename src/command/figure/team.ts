import { type Actor, holdsOn } from '#access/actor.ts'
import type { TeamOf } from '#bulletin/world.ts'
import type { Scope } from '#figure/shape.ts'
import { Fault } from '#kit/fault.ts'
import type { OrgId, PlaceId, TeamId } from '#kit/id.ts'
import type { Compiled } from '#scheme/compiled.ts'
import type { Read } from '../ports.ts'
import type { TeamRow } from '../team-views.ts'
import { none } from '../register/sight.ts'
import { scopeOf } from './present.ts'

/** The orgs whose figures are the team's: who leads it and who belongs; not who only keeps touch, and no people. */
export const orgsOf = (team: TeamRow): readonly OrgId[] => [
  ...new Set(team.members.flatMap((m) => (m.org === null || m.duty === 'liaison' ? [] : [m.org]))),
]

/** Every team as it is on the day. */
export const teamsWithOrgs = async (db: Read, on: string): Promise<readonly TeamOf[]> =>
  (await db.register.teams({ on })).map((t) => ({ code: t.code, name: t.name, kind: t.kind, orgs: orgsOf(t) }))

/** The day whose members count: the last of what is asked for, today at the latest, and none after the campaign. */
export const memberDay = (compiled: Compiled, today: string, to?: string): string =>
  [today, to ?? today, compiled.scheme.window.to].toSorted()[0] ?? today

type Asked = {
  readonly org?: OrgId | undefined
  readonly team?: TeamId | undefined
  readonly orgs?: readonly OrgId[] | undefined
  readonly place?: PlaceId | undefined
}

/**
 * What is asked for: an org, a team or several orgs, each of which the actor must be able to ask for.
 * @throws Fault 400.2 when more than one of these is given, 404.1
 */
export const askedScope = async (db: Read, actor: Actor, { org, team, orgs, place }: Asked, today: string, on: string): Promise<Scope> => {
  if ([org, team, orgs].filter((x) => x !== undefined).length > 1)
    throw new Fault('400.2', { what: 'org, team, orgs', expected: { zh: '其中之一', en: 'one of these' } })
  if (team !== undefined) return { orgs: await teamOrgs(db, actor, team, today, on), place }
  if (orgs === undefined) return { org: await scopeOf(db, actor, org, today), place }
  for (const one of orgs) await scopeOf(db, actor, one, today)
  return { orgs, place }
}

/** A team's orgs on the day, for whoever works for or above every one of them, or for or above one that leads it. */
const teamOrgs = async (db: Read, actor: Actor, id: TeamId, today: string, on: string): Promise<readonly OrgId[]> => {
  const [team] = await db.register.teams({ team: id, on })
  if (team === undefined) throw none('team')
  if (!(await seesTeam(db, actor, team, today))) throw none('team')
  return orgsOf(team)
}

export const seesTeam = async (db: Read, actor: Actor, team: TeamRow, today: string): Promise<boolean> => {
  const sees = async (org: OrgId) => holdsOn(actor, await db.register.orgPath(org, today), 'office', 'liaison', 'visitor')
  for (const lead of team.members.filter((m) => m.duty === 'lead')) {
    if (lead.person !== null && lead.person === actor.person) return true
    if (lead.org !== null && (await sees(lead.org))) return true
  }
  const orgs = orgsOf(team)
  for (const org of orgs) if (!(await sees(org))) return false
  return orgs.length > 0
}
