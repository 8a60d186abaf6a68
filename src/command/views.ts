import type { Grant, Role } from '#access/actor.ts'
import type { Derivation, Document } from '#bulletin/shape.ts'
import type { AccountId, BulletinId, CampaignId, OrgId, PersonId, PlaceId, RecordId, SessionId, SubjectId } from '#kit/id.ts'
import type { Text } from '#kit/text.ts'
import type { Figure } from '#figure/shape.ts'
import type { Act, Content, Context, Sort, State } from '#record/shape.ts'
import type { Person, Term } from '#register/shape.ts'
import type { FlagVerdict } from './flag/views.ts'
import type { Take } from '#scheme/indicator.ts'
import type { Mistake as SchemeMistake } from '#scheme/mistake.ts'
import type { Announcement, PhaseView } from './phase-views.ts'

/* What the commands answer: the contract between the house and its doors. Moments are ISO 8601 with microseconds. */

export type Page<T> = {
  readonly rows: readonly T[]
  /** Pass it back as `after` for the next page; null at the end. */
  readonly next: string | null
}

export type Me = {
  readonly account: AccountId
  readonly name: string
  readonly login: string
  readonly person: PersonId | null
  readonly grants: readonly (Grant & { readonly orgName: string; readonly orgCode: string })[]
  readonly hasPassword: boolean
}

export type AccountRow = {
  readonly id: AccountId
  readonly login: string
  readonly name: string
  readonly grants: readonly { readonly role: Role; readonly org: OrgId; readonly orgName: string }[]
  readonly disabled: boolean
  readonly lastSeen: string | null
}

export type SessionRow = {
  readonly id: SessionId
  readonly madeAt: string
  readonly lastSeen: string
  readonly until: string
  /** What the browser calls itself. */
  readonly agent: string
  readonly current: boolean
}

export type CampaignRow = {
  readonly id: CampaignId
  readonly key: string
  readonly title: Text
  readonly window: { readonly from: string; readonly to: string }
  readonly version: number
  readonly loadedAt: string
  /** The ones that count: neither returned nor withdrawn. */
  readonly records: number
}

/** A demo campaign of the campaigns folder, and how far it has been loaded: `done` of `total` steps. */
export type DemoRow = {
  readonly key: string
  readonly title: Text
  readonly about: Text | null
  /** Keys of the campaigns that are loaded with it, itself the last. */
  readonly campaigns: readonly string[]
  readonly state: 'offered' | 'wanted' | 'loading' | 'loaded' | 'failed'
  readonly done: number
  readonly total: number
  /** What is being done, or why it could not be. */
  readonly says: Text | null
}

export type CampaignView = CampaignRow & {
  /** The scheme's own text (YAML) of this version. */
  readonly source: string
  /** Files beside the scheme (bulletin templates), by name. */
  readonly files: Readonly<Record<string, string>>
  /** Every version: number, when, by whom, why. */
  readonly versions: readonly { readonly version: number; readonly at: string; readonly by: string; readonly why: string }[]
  /** Each unit's own widening of the circle of participants. */
  readonly circles: readonly { readonly org: OrgId; readonly orgName: string; readonly where: string; readonly says: string }[]
  /** Newest first; the newest of each event counts. */
  readonly announcements: readonly Announcement[]
}

export type Mistake = SchemeMistake

export type NodeRow<T> = {
  readonly id: T
  readonly code: string
  readonly name: string
  readonly kind: string
  readonly class: string
  readonly parent: T | null
  readonly aliases: readonly string[]
}
export type OrgRow = NodeRow<OrgId>
export type PlaceRow = NodeRow<PlaceId>
export type PersonRow = {
  readonly id: PersonId
  readonly code: string
  readonly name: string
  readonly rank: string
  readonly post: string
  readonly org: OrgId | null
  readonly orgName: string
}
/** Posts in the order in which they began; `orgNames` by the ids of their orgs. */
export type PersonView = Person & { readonly orgNames: Readonly<Record<string, string>> }
export type SubjectRow = {
  readonly id: SubjectId
  readonly code: string
  readonly kind: string
  readonly name: string
  readonly place: PlaceId | null
  readonly placeName: string
  readonly address: string
  readonly tags: readonly string[]
}
export type LinkRow = Term & {
  readonly id: string
  readonly fromName: string
  readonly toName: string
  readonly toKind: string
  readonly role: string
}

export type RecordRow = {
  readonly id: RecordId
  readonly campaign: CampaignId
  readonly sort: Sort
  readonly kind: string
  readonly state: State
  readonly version: number
  readonly day: string
  readonly org: OrgId
  readonly orgName: string
  readonly placeName: string
  /** The first words of its first text field, or its outcome. */
  readonly gist: string
  readonly closed: boolean
  readonly by: string
  readonly at: string
  readonly flags: number
}

export type VersionView = {
  readonly version: number
  readonly act: Act
  readonly state: State
  readonly at: string
  readonly by: string
  readonly why: string
  readonly schemeVersion: number
  readonly content: Content
}

export type FlagView = { readonly rule: string; readonly says: Text }

export type RecordView = {
  readonly id: RecordId
  readonly campaign: CampaignId
  readonly sort: Sort
  readonly kind: string
  readonly state: State
  readonly version: number
  readonly content: Content
  readonly context: Context
  readonly flags: readonly FlagView[]
  /** What people said of its flags, newest first; said of a version before the last correction it no longer holds. */
  readonly verdicts: readonly FlagVerdict[]
  /** Names for every id in the content. */
  readonly names: Readonly<Record<string, string>>
  /** Newest first. */
  readonly history: readonly VersionView[]
  /** The acts this actor may do now. */
  readonly may: readonly Act[]
  /** Matters raised in it, for an activity. */
  readonly matters: readonly RecordRow[]
}

export type Receipt = { readonly id: RecordId; readonly version: number; readonly state: State; readonly flags: readonly FlagView[] }

export type FigureRow = Figure & {
  readonly title: Text
  readonly unit: string
  readonly decimals: number | null
  readonly headline: boolean
  readonly of: string | null
  /** What is counted, beside the unit. */
  readonly counts: Text | null
  /** What fell into the period, all so far, or of each the newest word; a formula or a rate is computed. */
  readonly take: Take | 'computed'
  /** Whether what is pending adds to it: of different ones some may be counted already. */
  readonly adds: boolean
}

export type Cockpit = {
  readonly campaign: CampaignRow
  readonly org: { readonly id: OrgId; readonly name: string }
  readonly asOf: string
  /** The campaign's phases as of today. */
  readonly phases: readonly PhaseView[]
  readonly figures: readonly FigureRow[]
  /** Per month (of the campaign's window so far) the confirmed value of each headline indicator. */
  readonly trend: { readonly months: readonly string[]; readonly values: Readonly<Record<string, readonly string[]>> }
  readonly calendar: readonly { readonly day: string; readonly records: number }[]
  /** `minimum`: with fewer records than this a unit is listed, not ranked. */
  readonly classes: readonly {
    readonly key: string
    readonly title: Text
    readonly orgs: number
    readonly started: number
    readonly minimum: number
  }[]
  /** Pending review, oldest first. */
  readonly pendingReview: number
}

export type RankRow = {
  readonly org: OrgId
  readonly code: string
  readonly name: string
  /** Null where there is none: a rate of nothing, a newest word that nobody has said. */
  readonly value: string | null
  /** Null for a formula. */
  readonly pending: string | null
  /** Null below the class's minimum volume: listed, not ranked. */
  readonly rank: number | null
  readonly records: number
}

export type NotStarted = {
  readonly org: OrgId
  readonly code: string
  readonly name: string
  readonly class: string
  readonly liaison: string
}

export type FigureRecord = {
  /** The campaign it was handed in for: another one where it counts there as well. */
  readonly campaign: CampaignId
  readonly record: RecordId
  readonly version: number
  readonly sort: Sort
  readonly kind: string
  readonly day: string
  readonly orgName: string
  /** In the indicator's own unit (万元). */
  readonly value: string
  readonly key: string | null
  readonly gist: string
  readonly pending: boolean
}

export type Difference = { readonly what: string; readonly stored: string | null; readonly derived: string | null }
export type Verification = { readonly checked: number; readonly differences: readonly Difference[] }

export type BulletinRow = {
  readonly id: BulletinId
  readonly campaign: CampaignId
  readonly title: string
  readonly state: 'draft' | 'sealed'
  readonly at: string
  readonly by: string
  readonly figures: number
}

export type BulletinView = BulletinRow & {
  /** The editable template text (Markdown with {{ figures }}). */
  readonly text: string
  /** What no longer fits since a draft was written (a scheme was revised): then its document is empty. */
  readonly mistakes: readonly Mistake[]
  /** The org whose figures it prints unless told otherwise, and the other campaigns by their names in the text. */
  readonly org: OrgId
  readonly with: Readonly<Record<string, CampaignId>>
  /** Rendered: a draft as of now, a sealed one as of its moment. */
  readonly document: Document
  readonly derivations: readonly Derivation[]
  /** The moment the figures are frozen at; null for a draft. */
  readonly moment: string | null
  readonly sealedBy: string | null
  /** SHA-256 over document and derivations. */
  readonly seal: string | null
}

/** What has changed since a bulletin was sealed: its figures then and now. */
export type BulletinChange = {
  readonly number: number
  readonly printed: string
  readonly printedNow: string
  readonly then: string | null
  readonly now: string | null
  readonly records: readonly { readonly record: RecordId; readonly act: Act; readonly at: string; readonly by: string }[]
}
