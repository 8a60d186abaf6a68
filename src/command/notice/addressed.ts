import { Fault } from '#kit/fault.ts'
import type { OrgId, TeamId } from '#kit/id.ts'
import type { Read } from '../ports.ts'
import { none } from '../register/sight.ts'
import type { TeamRow } from '../team-views.ts'

type Named = { readonly org?: OrgId | undefined; readonly team?: TeamId | undefined }

/**
 * The org that is to answer and the team it answers for, if any.
 * @throws Fault 400.2 unless exactly one is named, 404.1 for a team that is not there, 409.25 for one that nobody leads
 */
export const addressed = async (
  db: Read,
  { org, team }: Named,
  today: string,
): Promise<{ readonly org: OrgId; readonly team: TeamId | null }> => {
  if ((org === undefined) === (team === undefined))
    throw new Fault('400.2', { what: 'org, team', expected: { zh: '其中之一', en: 'one of these' } })
  if (org !== undefined) return { org, team: null }
  const [known] = await db.register.teams({ team: team as TeamId, on: today })
  if (known === undefined) throw none('team')
  const lead = await leadOf(db, known, today)
  if (lead === null) throw new Fault('409.25', { team: known.name })
  return { org: lead, team: known.id }
}

/** The org that leads a team as it is on the day: a leading org, else where a leading person holds a post; null when there is neither. */
export const leadOf = async (db: Read, { members }: TeamRow, on: string): Promise<OrgId | null> => {
  const leads = members.filter((m) => m.duty === 'lead')
  const org = leads.find((m) => m.org !== null)?.org
  if (org != null) return org
  for (const { person } of leads) {
    const posts = person === null ? [] : ((await db.register.person(person))?.posts ?? [])
    const post = posts.findLast((p) => (p.from === null || p.from <= on) && (p.until === null || p.until > on))
    if (post !== undefined) return post.org
  }
  return null
}
