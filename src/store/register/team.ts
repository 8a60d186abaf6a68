import { uuidv7 } from 'uuidv7'
import type { RegisterRead, RegisterWrite } from '#command/ports/register.ts'
import type { TeamMemberRow, TeamRow } from '#command/team-views.ts'
import type { Misfit } from '#kit/fault.ts'
import type { OrgId, PersonId, TeamId } from '#kit/id.ts'
import type { MemberEntry, Outcome, TeamEntry } from '#register/entry.ts'
import { misfit } from '#register/misfits.ts'
import type { Duty } from '#register/shape.ts'
import { type PlannedMember, sameMembers, sayMembers } from '#register/team-plan.ts'
import type { Sql } from '../sql.ts'
import { idsOf, outcomes, refusedOf } from './code.ts'
import { dayOf, since, until } from './day.ts'

type Ids = { readonly org: ReadonlyMap<string, string>; readonly person: ReadonlyMap<string, string> }
type Known = {
  readonly id: string
  readonly name: string
  readonly kind: string
  readonly about: string
  members: readonly PlannedMember[]
}
type Plan = Known & { readonly code: string; readonly outcome: Outcome; readonly orgs: ReadonlySet<string> }

export const saveTeams = async (sql: Sql, entries: readonly TeamEntry[]): Promise<readonly Outcome[]> => {
  if (entries.length === 0) return []
  const codes = (key: 'org' | 'person') => entries.flatMap((e) => e.members.flatMap((m) => codeOf(m, key) ?? []))
  const ids: Ids = { org: await idsOf(sql, 'org', codes('org')), person: await idsOf(sql, 'person', codes('person')) }
  const known = await lookUp(
    sql,
    entries.map((e) => e.code),
  )
  const refused = check(entries, ids)
  const orgs = new Set([...ids.org.values(), ...(await orgsAmong(sql, known))])
  const plans = entries.map((e, i) => (refused.has(i) ? undefined : plan(e, known.get(e.code), ids, orgs)))
  await enter(
    sql,
    plans.flatMap((p) => (p === undefined || p.outcome === 'same' ? [] : [p])),
  )
  return outcomes(entries.length, (i) => plans[i]?.outcome ?? refused.get(i) ?? [])
}

const codeOf = ({ who }: MemberEntry, key: 'org' | 'person'): string | undefined => Object.entries(who).find(([k]) => k === key)?.[1]

const plan = (e: TeamEntry, before: Known | undefined, ids: Ids, orgs: ReadonlySet<string>): Plan => {
  const said = e.members.map(({ who, ...m }) => ({ ...m, who: ('org' in who ? ids.org.get(who.org) : ids.person.get(who.person)) ?? '' }))
  const members = sayMembers(before?.members ?? [], said, e.othersLeave)
  const head = { name: e.name, kind: e.kind ?? before?.kind ?? '', about: e.about ?? before?.about ?? '' }
  const same =
    before !== undefined &&
    head.name === before.name &&
    head.kind === before.kind &&
    head.about === before.about &&
    sameMembers(before.members, members)
  return {
    id: before?.id ?? e.id ?? uuidv7(),
    code: e.code,
    ...head,
    members,
    orgs,
    outcome: before === undefined ? 'added' : same ? 'same' : 'changed',
  }
}

const check = (entries: readonly TeamEntry[], ids: Ids): ReadonlyMap<number, readonly Misfit[]> =>
  refusedOf(entries, (e) =>
    e.members.flatMap((m, at) => [
      ...('org' in m.who && !ids.org.has(m.who.org) ? [misfit(`members.${at}`, 'unknown-org', { value: m.who.org })] : []),
      ...('person' in m.who && !ids.person.has(m.who.person) ? [misfit(`members.${at}`, 'unknown-person', { value: m.who.person })] : []),
      ...(m.from != null && m.until != null && m.until <= m.from ? [misfit('until', 'day-order')] : []),
    ]),
  )

type Row = Omit<Known, 'members'> & {
  readonly code: string
  readonly who: string | null
  readonly duty: Duty
  readonly from: string
  readonly until: string
}

const lookUp = async (sql: Sql, codes: readonly string[]): Promise<ReadonlyMap<string, Known>> => {
  const rows = await sql.rows<Row>(
    `select t.team_id as id, t.code, t.name, t.kind, t.about, m.member_id as who, m.duty, m.valid_from as "from", m.valid_until as until
     from team t left join team_member m on m.tenant_id = $1 and m.team_id = t.team_id
     where t.tenant_id = $1 and t.code = any($2::text[]) order by t.code, m.valid_from, m.member_id`,
    [[...new Set(codes)]],
  )
  const found = new Map<string, Known>()
  for (const { code, who, duty, from, until: end, ...head } of rows) {
    const team = found.get(code) ?? { ...head, members: [] }
    if (who !== null) team.members = [...team.members, { who, duty, from: dayOf(from), until: dayOf(end) }]
    found.set(code, team)
  }
  return found
}

/** Which of the known members are orgs; the rest are people. */
const orgsAmong = async (sql: Sql, known: ReadonlyMap<string, Known>): Promise<readonly string[]> =>
  (
    await sql.rows<{ id: string }>('select org_id as id from org where tenant_id = $1 and org_id = any($2::uuid[])', [
      [...known.values()].flatMap((t) => t.members.map((m) => m.who)),
    ])
  ).map((r) => r.id)

const enter = async (sql: Sql, plans: readonly Plan[]): Promise<void> => {
  if (plans.length === 0) return
  await sql.rows(
    `insert into team (tenant_id, team_id, code, name, kind, about)
     select $1, x.id, x.code, x.name, x.kind, x.about from jsonb_to_recordset($2::jsonb) as x(id uuid, code text, name text, kind text, about text)
     on conflict (tenant_id, team_id) do update set name = excluded.name, kind = excluded.kind, about = excluded.about`,
    [JSON.stringify(plans.map(({ id, code, name, kind, about }) => ({ id, code, name, kind, about })))],
  )
  await sql.rows('delete from team_member where tenant_id = $1 and team_id = any($2::uuid[])', [plans.map((p) => p.id)])
  await sql.rows(
    `insert into team_member (tenant_id, team_id, org_id, person_id, duty, valid_from, valid_until)
     select $1, x.id, x.org, x.person, x.duty, x."from", x.until
     from jsonb_to_recordset($2::jsonb) as x(id uuid, org uuid, person uuid, duty text, "from" date, until date)`,
    [JSON.stringify(plans.flatMap((p) => p.members.map((m) => ({ ...memberRow(p, m), from: since(m.from), until: until(m.until) }))))],
  )
}

const memberRow = ({ id, orgs }: Plan, { who, duty }: PlannedMember) => ({
  id,
  duty,
  org: orgs.has(who) ? who : null,
  person: orgs.has(who) ? null : who,
})

type Line = Omit<TeamRow, 'members'> & {
  readonly org: OrgId | null
  readonly person: PersonId | null
  readonly memberCode: string
  readonly memberName: string
  readonly duty: Duty
  readonly from: string
  readonly until: string
}

/** With the members of the day, or (`on` null) of all time; leads first. */
export const listTeams =
  (sql: Sql): RegisterRead['teams'] =>
  async ({ on, team, code }) => {
    const rows = await sql.rows<Line>(
      `select t.team_id as id, t.code, t.name, t.kind, t.about, m.org_id as org, m.person_id as person, coalesce(o.code, p.code, '') as "memberCode",
         coalesce(n.name, p.name, '') as "memberName", m.duty, m.valid_from as "from", m.valid_until as until
       from team t
       left join team_member m on m.tenant_id = $1 and m.team_id = t.team_id and ($2::date is null or (m.valid_from <= $2 and m.valid_until > $2))
       left join org o on o.tenant_id = $1 and o.org_id = m.org_id
       left join person p on p.tenant_id = $1 and p.person_id = m.person_id
       left join lateral (select x.name from org_term x where x.tenant_id = $1 and x.org_id = m.org_id
         order by (x.valid_from <= coalesce($2::date, 'infinity') and x.valid_until > coalesce($2::date, '9999-12-31')) desc, x.valid_from desc limit 1) n on true
       where t.tenant_id = $1 and ($3::uuid is null or t.team_id = $3) and ($4::text is null or t.code = $4)
       order by t.code, array_position(array['lead', 'member', 'liaison'], m.duty), o.code, p.code, m.valid_from`,
      [on ?? null, team ?? null, code ?? null],
    )
    return [...Map.groupBy(rows, (r) => r.id).values()].flatMap((lines) => rowOf(lines))
  }

const rowOf = (lines: readonly Line[]): readonly TeamRow[] =>
  lines.slice(0, 1).map(({ id, code, name, kind, about }) => ({ id, code, name, kind, about, members: lines.flatMap(memberOf) }))

const memberOf = ({ org, person, memberCode, memberName, duty, from, until: end }: Line): readonly TeamMemberRow[] =>
  org === null && person === null ? [] : [{ org, person, code: memberCode, name: memberName, duty, from: dayOf(from), until: dayOf(end) }]

/** Everybody leaves on the day; those who were to come later never do. False when there is no such team, or nobody was left. */
export const endTeam =
  (sql: Sql): RegisterWrite['endTeam'] =>
  async (team: TeamId, day) => {
    await sql.rows('delete from team_member where tenant_id = $1 and team_id = $2 and valid_from >= $3::date', [team, day])
    const left = await sql.rows(
      'update team_member set valid_until = $3 where tenant_id = $1 and team_id = $2 and valid_until > $3::date returning team_id',
      [team, day],
    )
    return left.length > 0
  }
