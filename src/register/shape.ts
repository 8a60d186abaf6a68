import type { Day } from '#kit/day.ts'
import type { OrgId, PersonId, PlaceId, SubjectId } from '#kit/id.ts'

/*
 * The world a campaign happens in. Codes are the keys that people know; names repeat and change. Orgs and places have
 * terms: what their name, kind and parent were from a day on.
 */

/** `from` within, `until` not; null is open. */
export type Term = { readonly from: Day | null; readonly until: Day | null }

export type TreeTerm<T> = Term & { readonly parent: T | null; readonly name: string; readonly kind: string; readonly class: string }

export type Org = {
  readonly id: OrgId
  readonly code: string
  readonly aliases: readonly string[]
  readonly terms: readonly TreeTerm<OrgId>[]
}
export type Place = {
  readonly id: PlaceId
  readonly code: string
  readonly aliases: readonly string[]
  readonly terms: readonly TreeTerm<PlaceId>[]
}

/** A post held in an org for a time. */
export type Post = Term & { readonly org: OrgId; readonly post: string; readonly rank: string }

export type Person = { readonly id: PersonId; readonly code: string; readonly name: string; readonly posts: readonly Post[] }

/** A person or an org answers for a place, an org or a subject, for a time. */
export type Link = Term & {
  readonly by: { readonly person: PersonId } | { readonly org: OrgId }
  readonly to: { readonly place: PlaceId } | { readonly org: OrgId } | { readonly subject: SubjectId }
  readonly role: string
}

/** lead: goes before and is one of them; member; liaison: keeps touch with them and is not one of them. */
export const duties = ['lead', 'member', 'liaison'] as const
export type Duty = (typeof duties)[number]

export const sheets = ['org', 'place', 'person', 'subject', 'link', 'team'] as const
/** What one import workbook or CSV file holds; a workbook may hold several sheets, named by their title in either language. */
export type Sheet = (typeof sheets)[number]
