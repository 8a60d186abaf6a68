import type { PersonRow, PersonView } from '#command/views.ts'
import type { OrgId, PersonId } from '#kit/id.ts'
import { holdsOn } from '#register/term.ts'
import { useRead } from '#web/api/hooks.ts'
import { useHolds, useMe } from '#web/api/scope.ts'

/** The person with the post held on the day, in the org where there is one. */
const rowOf = (person: PersonView, org: OrgId, day: string): PersonRow | null => {
  const held = person.posts.filter((p) => holdsOn(p, day))
  const post = held.find((p) => p.org === org) ?? held.at(-1)
  if (post === undefined) return null
  const { id, code, name } = person
  return { id, code, name, rank: post.rank, post: post.post, org: post.org, orgName: person.orgNames[post.org] ?? '' }
}

/** Who enters, when they enter their own visits: they took part. Null for whoever enters for others; undefined while it is looked up. */
export const useMyself = (org: OrgId | undefined, day: string, wanted: boolean): PersonRow | null | undefined => {
  const person = useMe()?.person ?? null
  const forOthers = useHolds('office', 'liaison')
  const enabled = wanted && !forOthers && person !== null && org !== undefined
  const found = useRead('person.show', { person: person ?? ('' as PersonId) }, { enabled })
  if (!enabled) return null
  if (found.data === undefined) return found.error === null ? undefined : null
  return rowOf(found.data, org, day)
}
