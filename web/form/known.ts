import type { OrgId, PersonId, PlaceId, SubjectId } from '#kit/id.ts'
import type { Content, Context } from '#record/shape.ts'
import type { OrgRow, PersonRow, PlaceRow, RecordView, SubjectRow } from '#command/views.ts'

type Person = { readonly name: string; readonly rank: string; readonly post: string; readonly org: OrgId; readonly orgName: string }
type Subject = { readonly name: string; readonly kind: string; readonly tags: readonly string[]; readonly placeName: string }

/** What the form knows of the people and subjects chosen in it: to show their names, and for the expressions that look at them. */
export type Known = { readonly people: Readonly<Record<PersonId, Person>>; readonly subjects: Readonly<Record<SubjectId, Subject>> }

export const nothingKnown: Known = { people: {}, subjects: {} }

export const withPerson = (known: Known, row: PersonRow, org: OrgId): Known => ({
  ...known,
  people: { ...known.people, [row.id]: { name: row.name, rank: row.rank, post: row.post, org: row.org ?? org, orgName: row.orgName } },
})

export const withSubject = (known: Known, row: SubjectRow): Known => ({
  ...known,
  subjects: { ...known.subjects, [row.id]: { name: row.name, kind: row.kind, tags: row.tags, placeName: row.placeName } },
})

/** From a record as it stands: its names and what the register said when it was made. */
export const knownOf = (view: RecordView): Known => ({
  people: Object.fromEntries(
    view.context.participants.map((p) => [
      p.id,
      { name: view.names[p.id] ?? '', rank: p.rank, post: p.post, org: p.org, orgName: view.names[p.org] ?? '' },
    ]),
  ),
  subjects: Object.fromEntries(
    view.context.subjects.map((s) => [s.id, { name: view.names[s.id] ?? '', kind: s.kind, tags: s.tags, placeName: '' }]),
  ),
})

type Node<T> = { readonly id: T; readonly code: string; readonly kind: string; readonly class: string; readonly parent: T | null }

type Spot<T> = { readonly id: T; readonly code: string; readonly kind: string; readonly class: string }

/** From the top of what one may see down to the node; empty when it is not among the rows. */
export const pathOf = <T extends string>(rows: readonly Node<T>[], id: T | null): Spot<T>[] => {
  const byId = new Map(rows.map((row) => [row.id, row]))
  const path: Spot<T>[] = []
  for (
    let at = id === null ? undefined : byId.get(id);
    at !== undefined && path.length < 30;
    at = at.parent === null ? undefined : byId.get(at.parent)
  )
    path.unshift({ id: at.id, code: at.code, kind: at.kind, class: at.class })
  return path
}

/** Whether a person belongs to the campaign, for a record of an org with this path. */
export type Within = (person: { readonly rank: string; readonly post: string }, orgPath: readonly string[]) => boolean

/** The context as far as this browser can see; the house makes the binding one. */
export const contextOf = (
  content: Content,
  known: Known,
  orgs: readonly OrgRow[],
  places: readonly PlaceRow[],
  within: Within,
): Context => {
  const org = pathOf<OrgId>(orgs, content.org)
  const ids = org.map((n) => n.id)
  return {
    org,
    place: pathOf<PlaceId>(places, content.place),
    participants: content.participants.map((id) => {
      const { rank, post, org: of } = known.people[id] ?? { rank: '', post: '', org: content.org }
      return { id, rank, post, org: of, within: known.people[id] === undefined || within({ rank, post }, ids) }
    }),
    subjects: content.subjects.map((id) => ({ id, kind: known.subjects[id]?.kind ?? '', tags: known.subjects[id]?.tags ?? [] })),
  }
}
