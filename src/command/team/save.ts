import { z } from 'zod'
import { type Actor, anyOf } from '#access/actor.ts'
import { Fault } from '#kit/fault.ts'
import type { OrgId, PersonId, TeamId } from '#kit/id.ts'
import { day, id } from '#record/shape.ts'
import type { MemberEntry } from '#register/entry.ts'
import { duties } from '#register/shape.ts'
import { write } from '../command.ts'
import type { Read } from '../ports.ts'
import { assertFree, enter, holdsThere, none } from '../register/sight.ts'
import { code, lasting, line } from '../register/words.ts'

const who = z.union([z.strictObject({ org: id<OrgId>() }), z.strictObject({ person: id<PersonId>() })])

export const saveTeam = write({
  name: 'team.save',
  says: {
    zh: '新建或更正一个协作区、督导组或领导小组；给出 othersLeave 时，名单以外的成员从该日起退出。',
    en: 'Make or correct a team; with othersLeave, members that are not named leave on that day.',
  },
  input: z.strictObject({
    id: id<TeamId>(),
    code,
    name: line(200, 1),
    kind: line(40).optional(),
    about: line(500).optional(),
    members: z
      .array(z.strictObject({ who, duty: z.enum(duties).default('member'), ...lasting }))
      .min(1)
      .max(500),
    othersLeave: day.optional(),
  }),
  may: (actor) => anyOf(actor, 'office'),
  run: async (db, { members, ...input }, { actor, today }) => {
    const [known] = await db.register.teams({ team: input.id, on: null })
    const current = known?.members.filter((m) => m.until === null || m.until > today) ?? []
    for (const one of [...current.map(whoOf), ...members.map((m) => m.who)]) await assertLeads(db, actor, one, today)
    await assertFree(db, 'team', input.id, input.code, known)
    const entries: MemberEntry[] = []
    for (const m of members) entries.push({ ...m, who: await codeOf(db, m.who) })
    await enter(db, { teams: [{ ...input, members: entries }] })
    return { id: input.id }
  },
})

export const endTeam = write({
  name: 'team.end',
  says: { zh: '撤销一个小组；给出的是不再存在的第一天。', en: 'End a team; the day given is the first on which it is no more.' },
  input: z.strictObject({ team: id<TeamId>(), until: day }),
  may: (actor) => anyOf(actor, 'office'),
  run: async (db, input, { actor, today }) => {
    const [team] = await db.register.teams({ team: input.team, on: null })
    if (team === undefined) throw none('team')
    const current = team.members.filter((m) => m.until === null || m.until > today)
    for (const m of current) await assertLeads(db, actor, whoOf(m), today)
    if (!(await db.register.endTeam(input.team, input.until))) throw new Fault('409.1')
    return {}
  },
})

type Who = z.output<typeof who>

const whoOf = (m: { readonly org: OrgId | null; readonly person: PersonId | null }): Who =>
  m.org === null ? { person: m.person as PersonId } : { org: m.org }

/** A team is kept by whoever is the office of all its members; for a person that is the office of one of their orgs. */
const assertLeads = async (db: Read, actor: Actor, m: Who, today: string): Promise<void> => {
  if ('org' in m) {
    if (!(await holdsThere(db, actor, m.org, today, 'office'))) throw none('org')
    return
  }
  const posts = (await db.register.person(m.person))?.posts ?? []
  for (const { org } of posts) if (await holdsThere(db, actor, org, today, 'office')) return
  throw none('person')
}

const codeOf = async (db: Read, m: Who): Promise<MemberEntry['who']> => {
  if ('org' in m) {
    const org = await db.register.org(m.org)
    if (org === undefined) throw none('org')
    return { org: org.code }
  }
  const person = await db.register.person(m.person)
  if (person === undefined) throw none('person')
  return { person: person.code }
}
