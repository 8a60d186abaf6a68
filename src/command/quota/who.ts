import { type Stretch, spansOf } from '#figure/quota/spans.ts'
import type { Assignee, Known } from '#figure/quota/shape.ts'
import type { Day } from '#kit/day.ts'
import type { OrgId } from '#kit/id.ts'
import type { CompiledQuota, Names } from '#scheme/compiled.ts'
import { Org, Person } from '#scheme/expression.ts'
import type { Read } from '../ports.ts'
import type { LoadedScheme } from '../ports/campaign.ts'
import type { PostRow, UnitRow } from '../ports/quota.ts'
import { type Circles, circlesOf } from '../record/ready.ts'

/** Whose quotas are asked for: of a scope’s units and people, or of one. */
export type Scope = { readonly org: OrgId | null; readonly on: Day; readonly whom?: readonly string[] | undefined }

/** Who could owe anything in the scope, looked up once for all quotas. */
export type Folk = {
  readonly people: readonly PostRow[]
  readonly orgs: readonly UnitRow[]
  readonly teams: readonly UnitRow[]
  readonly circles: Circles
}

export const folkOf = async (
  db: Read,
  { campaign, compiled }: LoadedScheme,
  { org, on, whom }: Scope,
  quotas: readonly CompiledQuota[],
): Promise<Folk> => {
  const period = compiled.scheme.window
  const asks = (kind: CompiledQuota['quota']['who']) => quotas.some((q) => q.quota.who === kind)
  const within = org === null ? [] : [org]
  return {
    people: asks('person') ? await db.quota.people({ within: org === null ? 'all' : within, on, period, whom }) : [],
    orgs: asks('org') && org !== null ? await db.quota.orgs({ within, on, period, whom }) : [],
    teams: asks('team') && org !== null ? await db.quota.teams({ within, on, period, whom }) : [],
    circles: circlesOf(await db.campaign.circles(campaign)),
  }
}

type Being = { readonly assignee: Assignee; readonly stretches: readonly Stretch[] }

/** Those of them who owe the quota at some time, with when. What is linked to them is not known yet. */
export const owing = (quota: CompiledQuota, { compiled }: LoadedScheme, folk: Folk, scope: Scope): readonly Known[] => {
  const beings = { person: ofPeople, org: ofUnits, team: ofUnits }[quota.quota.who](quota, folk, compiled, scope)
  const { targets } = quota.quota
  return beings.flatMap(({ assignee, stretches }) => {
    if (targets !== undefined && !Object.hasOwn(targets, assignee.code)) return []
    const spans = spansOf(stretches, compiled.scheme.window)
    return spans.length === 0 ? [] : [{ assignee, spans, linked: [], members: [], branches: [] }]
  })
}

const ofPeople = (quota: CompiledQuota, folk: Folk, compiled: LoadedScheme['compiled'], scope: Scope): readonly Being[] =>
  [...Map.groupBy(folk.people, (p) => p.id).values()].flatMap((posts) => {
    const fitting = posts.filter((p) =>
      quota.where === null ? takesPart(p, compiled, folk.circles) : quota.where.run(namesOf(p)) === true,
    )
    const now = fitting.findLast((p) => p.from <= scope.on) ?? fitting[0]
    if (now === undefined || (scope.org !== null && !now.orgPath.includes(scope.org))) return []
    const unit = { code: now.orgCode, kind: now.orgKind, class: now.orgClass }
    const { id, code, name, org, orgName } = now
    return [
      {
        assignee: { kind: 'person' as const, id, code, name, org, orgName, class: compiled.classOf(unit) },
        stretches: fitting.map((p) => ({ from: p.from, until: p.until, org: p.org, names: namesOf(p) })),
      },
    ]
  })

const namesOf = (p: PostRow): Names => ({ person: new Person(p), org: new Org({ code: p.orgCode, kind: p.orgKind, class: p.orgClass }) })

/** Those who take part, by the scheme’s word or by their unit’s own. */
const takesPart = (p: PostRow, compiled: LoadedScheme['compiled'], circles: Circles): boolean =>
  compiled.participates(p) || p.orgPath.some((org) => circles.get(org)?.run({ person: new Person(p) }) === true)

const ofUnits = (quota: CompiledQuota, folk: Folk, compiled: LoadedScheme['compiled'], scope: Scope): readonly Being[] => {
  const kind = quota.quota.who === 'team' ? 'team' : 'org'
  return [...Map.groupBy(kind === 'team' ? folk.teams : folk.orgs, (u) => u.id).values()].flatMap((terms) => {
    const named = (u: UnitRow): Names => ({ [kind]: new Org(u) })
    const fits = (u: UnitRow) => (quota.where ? quota.where.run(named(u)) === true : kind === 'team' || byClass(compiled, u))
    const fitting = terms.filter(fits)
    const now = fitting.findLast((u) => u.from <= scope.on) ?? fitting[0]
    if (now === undefined) return []
    const { id, code, name, org, orgName } = now
    const of = kind === 'org' ? compiled.classOf(now) : null
    return [
      {
        assignee: { kind, id, code, name, org, orgName, class: of } as const,
        stretches: fitting.map((u) => ({ from: u.from, until: u.until, org: u.org, names: named(u) })),
      },
    ]
  })
}

/** Unless told, the units of the scheme’s classes owe it; where it has none, every unit. */
const byClass = (compiled: LoadedScheme['compiled'], unit: UnitRow): boolean =>
  compiled.scheme.classes.length === 0 || compiled.classOf(unit) !== null
