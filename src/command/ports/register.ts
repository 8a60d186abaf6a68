import type { Actor } from '#access/actor.ts'
import type { OrgId, PersonId, PlaceId, SubjectId } from '#kit/id.ts'
import type { Context } from '#record/shape.ts'
import type { LinkRow, OrgRow, Page, PersonRow, PlaceRow, SubjectRow } from '../views.ts'

/** What must be known of the world to make a record's context; asked for many records at once. */
export type ContextNeed = {
  readonly day: string
  readonly org: OrgId
  readonly place: PlaceId | null
  readonly participants: readonly PersonId[]
  readonly subjects: readonly SubjectId[]
}

/** `missing` names ids that are not in the register (or not valid on the day). `within` of participants is set by the caller. */
export type ContextFound = { readonly context: Context; readonly missing: readonly { readonly path: string; readonly id: string }[] }

export type RegisterRead = {
  orgs(filter: { q?: string | undefined; on: string; within: readonly OrgId[] }): Promise<readonly OrgRow[]>
  /** Ids from the root down to the org on the day; empty if there is no such org. */
  orgPath(org: OrgId, on: string): Promise<readonly OrgId[]>
  people(filter: { q?: string | undefined; org?: OrgId | undefined; within: readonly OrgId[]; on: string; after?: string | undefined; limit: number }): Promise<Page<PersonRow>>
  places(filter: { q?: string | undefined; on: string }): Promise<readonly PlaceRow[]>
  subjects(filter: { q?: string | undefined; place?: PlaceId | undefined; kind?: string | undefined; tag?: string | undefined; after?: string | undefined; limit: number }): Promise<Page<SubjectRow>>
  links(filter: { org?: OrgId | undefined; person?: PersonId | undefined; subject?: SubjectId | undefined; place?: PlaceId | undefined }): Promise<readonly LinkRow[]>
  contexts(needs: readonly ContextNeed[]): Promise<readonly ContextFound[]>
  /** Names for any ids of orgs, places, people, subjects. */
  names(ids: readonly string[]): Promise<Readonly<Record<string, string>>>
}

export type RegisterWrite = RegisterRead & { readonly by: Actor }
