import { type Actor, holdsOn } from '#access/actor.ts'
import { type Light, lights, unitLight } from '#appraise/light.ts'
import { isOpen, overdue } from '#appraise/notice.ts'
import { type UnitQuota, unitQuotas } from '#appraise/unit.ts'
import type { Progress } from '#figure/quota/shape.ts'
import type { OrgId, TeamId } from '#kit/id.ts'
import { byStart } from '../figure/start.ts'
import { orgsOf, seesTeam } from '../figure/team.ts'
import { leadOf } from '../notice/addressed.ts'
import type { Read } from '../ports.ts'
import type { LoadedScheme } from '../ports/campaign.ts'
import type { StoredNotice } from '../ports/notice.ts'
import type { TeamRow } from '../team-views.ts'
import type { OrgRow } from '../views.ts'
import { type UnitOf, unitBehind } from './owes.ts'
import { classOf } from './units.ts'
import type { ClassStanding, TeamStanding, UnitStanding } from './views.ts'

type Asked = {
  readonly loaded: LoadedScheme
  readonly actor: Actor
  readonly on: string
  readonly today: string
  /** The scope asked for: the org and all below it. */
  readonly orgs: readonly OrgRow[]
  readonly progress: readonly Progress[]
  readonly unitOf: UnitOf
  /** The units of the classes, as they stand. */
  readonly stand: ReadonlyMap<OrgId, UnitStanding>
  readonly notices: readonly StoredNotice[]
}

/** The teams one may see, by their kind: those that owe something, have a unit of a class among their members, or were sent a notice. */
export const teamBands = async (db: Read, asked: Asked): Promise<readonly ClassStanding<TeamStanding>[]> => {
  const leads = new Map<TeamId, OrgId | null>()
  const teams = await concerned(db, asked, leads)
  if (teams.length === 0) return []
  const owes = owed(asked, teams)
  const work = await workOf(db, asked, teams, leads)
  return [...Map.groupBy(teams, (t) => t.kind)].map(([kind, of]) =>
    classOf(
      { key: kind, title: kind === '' ? { zh: '小组', en: 'Teams' } : { zh: kind }, minimum: 0 },
      of.map((team) => standOf(asked, team, owes, work)),
    ),
  )
}

/** Fills in who leads them. */
const concerned = async (
  db: Read,
  { actor, on, today, orgs, progress, stand, notices }: Asked,
  leads: Map<TeamId, OrgId | null>,
): Promise<readonly TeamRow[]> => {
  const named = new Set([...progress.flatMap((p) => (p.assignee.kind === 'team' ? [p.assignee.id] : [])), ...notices.map((n) => n.team)])
  const within = new Set(orgs.map((o) => o.id))
  const found: TeamRow[] = []
  for (const team of await db.register.teams({ on })) {
    const units = orgsOf(team).filter((org) => within.has(org) && stand.has(org))
    if (!named.has(team.id) && units.length === 0) continue
    const lead = await leadOf(db, team, on)
    const oversees = lead !== null && holdsOn(actor, await db.register.orgPath(lead, today), 'office', 'liaison')
    if (!oversees && !(await seesTeam(db, actor, team, today))) continue
    leads.set(team.id, lead)
    found.push(team)
  }
  return found
}

type Owes = {
  readonly own: ReadonlyMap<TeamId, readonly UnitQuota[]>
  readonly members: ReadonlyMap<TeamId, readonly UnitQuota[]>
}

/** A team that reaches beyond the scope is not judged by the part of its members that is seen. */
const owed = ({ loaded, orgs, progress, unitOf }: Asked, teams: readonly TeamRow[]): Owes => {
  const rules = loaded.compiled.scheme.lights
  const of = new Map<OrgId, TeamId[]>()
  const within = new Set(orgs.map((o) => o.id))
  for (const team of teams)
    if (orgsOf(team).every((org) => within.has(org))) for (const org of orgsOf(team)) of.set(org, [...(of.get(org) ?? []), team.id])
  return {
    own: unitQuotas(progress, (a) => (a.kind === 'team' ? [a.id as TeamId] : []), rules),
    members: unitQuotas(
      progress,
      (a) => {
        const unit = unitBehind(a, unitOf)
        return unit === null ? [] : (of.get(unit) ?? [])
      },
      rules,
    ),
  }
}

type Work = {
  readonly started: ReadonlyMap<OrgId, { readonly first: string }>
  readonly busy: ReadonlyMap<OrgId, { readonly last: string }>
  readonly volumes: ReadonlyMap<OrgId, { readonly records: number; readonly pending: number }>
  readonly parents: ReadonlyMap<OrgId, OrgId | null>
  readonly leads: ReadonlyMap<TeamId, OrgId | null>
  readonly liaisons: ReadonlyMap<OrgId, string>
}

/** What the member orgs of all the teams did, wherever in the tree they are. */
const workOf = async (
  db: Read,
  { loaded: { campaign, compiled }, on }: Asked,
  teams: readonly TeamRow[],
  leads: Work['leads'],
): Promise<Work> => {
  const ids = [...new Set(teams.flatMap(orgsOf))]
  const all = await db.register.orgs({ on, within: 'all' })
  const wanted = new Set(ids)
  const members = all.filter((o) => wanted.has(o.id))
  return {
    started: await byStart(compiled, members, (orgs, kinds) => db.supervision.days(campaign, orgs, kinds, on)),
    busy: await db.supervision.days(campaign, ids, [], on),
    volumes: await db.figure.volumes(campaign, ids, []),
    parents: new Map(all.map((o) => [o.id, o.parent])),
    leads,
    liaisons: await db.account.liaisons([...new Set([...leads.values()].flatMap((org) => org ?? []))]),
  }
}

const standOf = (asked: Asked, team: TeamRow, owes: Owes, work: Work): TeamStanding => {
  const { loaded, on, today, stand } = asked
  const { start, lights: rules } = loaded.compiled.scheme
  const own = owes.own.get(team.id)
  const quotas = own ?? owes.members.get(team.id) ?? []
  const orgs = topmost(orgsOf(team), work.parents)
  const startedOn = orgs.flatMap((o) => work.started.get(o)?.first ?? []).toSorted()[0] ?? null
  // What its people do under other orgs is no record of its own, yet it has begun.
  const began = startedOn ?? (quotas.some((q) => Number(q.done ?? 0) > 0) ? on : null)
  const startBy = start.by ?? null
  const mine = asked.notices.filter((n) => n.team === team.id)
  const sum = (of: 'records' | 'pending') => orgs.reduce((n, o) => n + (work.volumes.get(o)?.[of] ?? 0), 0)
  const lead = work.leads.get(team.id) ?? null
  return {
    team: team.id,
    org: lead,
    code: team.code,
    name: team.name,
    leads: team.members.filter((m) => m.duty === 'lead').map((m) => m.name),
    basis: own === undefined ? 'members' : 'own',
    members: lightsOf(orgsOf(team).flatMap((o) => stand.get(o) ?? [])),
    liaison: (lead === null ? undefined : work.liaisons.get(lead)) ?? '',
    quotas,
    records: sum('records') - sum('pending'),
    pending: sum('pending'),
    startedOn,
    ...unitLight({ startedOn: began, startBy, owes: quotas.filter((q) => !q.soft) }, rules, on),
    startedLate: startedOn !== null && startBy !== null && startedOn > startBy,
    lastOn:
      orgs
        .flatMap((o) => work.busy.get(o)?.last ?? [])
        .toSorted()
        .at(-1) ?? null,
    rank: null,
    notices: { open: mine.filter(isOpen).length, overdue: mine.filter((n) => overdue(n, today) !== null).length },
    flags: 0,
  }
}

/** Without those that lie under another of them: their records are counted there. */
const topmost = (orgs: readonly OrgId[], parents: Work['parents']): readonly OrgId[] => {
  const all = new Set(orgs)
  const under = (org: OrgId): boolean => {
    for (let at = parents.get(org) ?? null; at !== null; at = parents.get(at) ?? null) if (all.has(at)) return true
    return false
  }
  return orgs.filter((org) => !under(org))
}

const lightsOf = (units: readonly UnitStanding[]): Readonly<Record<Light, number>> => {
  const counts = Object.fromEntries(lights.map((l) => [l, 0])) as Record<Light, number>
  for (const unit of units) counts[unit.light]++
  return counts
}
