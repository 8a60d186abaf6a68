import type { Actor } from '#access/actor.ts'
import type { OrgId, PersonId, PlaceId, SubjectId, TeamId } from '#kit/id.ts'
import type { Context } from '#record/shape.ts'
import type { Entries, Saved } from '#register/entry.ts'
import type { Link, Org, Person, Place, Sheet } from '#register/shape.ts'
import type { ImportView } from '../import-view.ts'
import type { LinkSide, LinkSummary, LinkSurvey } from '../link-views.ts'
import type { TeamRow } from '../team-views.ts'
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

/** `linked`: only those with partners, or only those with nobody. */
export type LinkSurveyFilter = {
  readonly side: LinkSide
  readonly role?: string | undefined
  readonly kind?: string | undefined
  readonly tag?: string | undefined
  readonly within: readonly OrgId[] | 'all'
  readonly linked?: boolean | undefined
  readonly on: string
  readonly q?: string | undefined
  readonly after?: string | undefined
  readonly limit: number
}

export type RegisterRead = {
  /** The subtrees of `within`, or every org there is. */
  orgs(filter: { q?: string | undefined; on: string; within: readonly OrgId[] | 'all' }): Promise<readonly OrgRow[]>
  /** Ids from the root down to the org on the day; empty if there is no such org. */
  orgPath(org: OrgId, on: string): Promise<readonly OrgId[]>
  people(filter: {
    q?: string | undefined
    org?: OrgId | undefined
    within: readonly OrgId[] | 'all'
    on: string
    after?: string | undefined
    limit: number
  }): Promise<Page<PersonRow>>
  places(filter: { q?: string | undefined; on: string }): Promise<readonly PlaceRow[]>
  subjects(filter: {
    q?: string | undefined
    place?: PlaceId | undefined
    kind?: string | undefined
    tag?: string | undefined
    after?: string | undefined
    limit: number
  }): Promise<Page<SubjectRow>>
  subject(subject: SubjectId): Promise<SubjectRow | undefined>
  /** With all its terms, in order. */
  org(org: OrgId): Promise<Org | undefined>
  person(person: PersonId): Promise<Person | undefined>
  place(place: PlaceId): Promise<Place | undefined>
  /** The link's two ends; undefined when there is none. */
  link(link: string): Promise<Pick<Link, 'by' | 'to'> | undefined>
  /** Who has this code. */
  coded(kind: 'org' | 'place' | 'person' | 'subject' | 'team', code: string): Promise<string | undefined>
  /** Newest first, at most 1,000. */
  links(filter: {
    org?: OrgId | undefined
    person?: PersonId | undefined
    subject?: SubjectId | undefined
    place?: PlaceId | undefined
  }): Promise<readonly LinkRow[]>
  /** With the members of the day, or with everybody who ever belonged (`on` null); by their codes. */
  teams(filter: { on: string | null; team?: TeamId | undefined; code?: string | undefined }): Promise<readonly TeamRow[]>
  linkSummary(on: string): Promise<readonly LinkSummary[]>
  linkSurvey(filter: LinkSurveyFilter): Promise<LinkSurvey>
  contexts(needs: readonly ContextNeed[]): Promise<readonly ContextFound[]>
  /** Newest first, at most 100. */
  imports(): Promise<readonly ImportView[]>
  import(id: string): Promise<ImportView | undefined>
  /** The file that comes back with an error column; undefined when nothing was refused. */
  importErrors(id: string): Promise<{ readonly name: string; readonly bytes: Uint8Array } | undefined>
  /** Rows of a register sheet by the keys of its columns, as they are said last; what ended before the day is left out. `after` is the last page's `next`. */
  sheet(sheet: Sheet, on: string, after: string | null, limit: number): Promise<Page<Readonly<Record<string, string>>>>
  /** Names for any ids of orgs, places, people, subjects. */
  names(ids: readonly string[]): Promise<Readonly<Record<string, string>>>
}

export type ImportProgress = Omit<ImportView, 'id' | 'file' | 'state' | 'startedAt' | 'by'>

export type RegisterWrite = RegisterRead & {
  readonly by: Actor
  /**
   * Enters what is said of the register, by code: places, orgs, people, subjects, links, teams, in this order, so that later ones may
   * name earlier ones; parents may come after their children. An entry that does not fit enters nothing and says why.
   */
  saveAll(entries: Entries): Promise<Saved>
  /** False when there is no such link. `until` is the first day on which it no longer holds. */
  endLink(link: string, until: string): Promise<boolean>
  /** Everybody leaves on the day. False when there is no such team, or nobody to leave. */
  endTeam(team: TeamId, until: string): Promise<boolean>
  beginImport(id: string, file: string): Promise<void>
  noteImport(id: string, progress: ImportProgress): Promise<void>
  endImport(
    id: string,
    state: 'done' | 'failed',
    progress: ImportProgress,
    errors: { readonly name: string; readonly bytes: Uint8Array } | null,
  ): Promise<void>
}
