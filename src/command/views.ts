import type { Grant, Role } from '#access/actor.ts'
import type { Derivation, Document } from '#bulletin/shape.ts'
import type { AccountId, BulletinId, CampaignId, OrgId, PersonId, PlaceId, RecordId, SessionId, SubjectId, TeamId } from '#kit/id.ts'
import type { Text } from '#kit/text.ts'
import type { Figure } from '#figure/shape.ts'
import type { Act, Content, Context, Sort, State } from '#record/shape.ts'
import type { Duty, Person, Sheet, Term } from '#register/shape.ts'
import type { FlagVerdict } from './flag/views.ts'
import type { Take } from '#scheme/indicator.ts'
import type { PhaseDays, PhaseState } from '#scheme/moments.ts'
import type { Mistake as SchemeMistake } from '#scheme/mistake.ts'

/* What the commands answer: the contract between the house and its doors. Moments are ISO 8601 with microseconds. */

export type Page<T> = {
  readonly rows: readonly T[] /** Pass it back as `after` for the next page; null at the end. */
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

/** Somebody said on which day an event is, or (day null) that it is not known any more. */
export type Announcement = {
  readonly event: string
  readonly day: string | null
  readonly at: string
  readonly by: string
  readonly why: string
}

export type PhaseView = PhaseDays & { readonly state: PhaseState }

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

/** subject, place, org: for whom somebody answers; unit, person: who answers. */
export const linkSides = ['subject', 'place', 'org', 'unit', 'person'] as const
export type LinkSide = (typeof linkSides)[number]

export type LinkPartner = {
  readonly link: string
  readonly is: 'person' | 'org' | 'place' | 'subject'
  readonly id: string
  readonly name: string
  readonly role: string
}
export type LinkSurveyRow = {
  readonly id: string
  readonly code: string
  readonly name: string
  /** For a person, the rank. */
  readonly kind: string
  readonly about: string
  /** How many links it has; the first thirty of them are told. */
  readonly n: number
  readonly partners: readonly LinkPartner[]
}
/** `all` there are on that side, of whom `linked` have at least one partner; `links` between them; `most` of one. */
export type LinkSurvey = Page<LinkSurveyRow> & {
  readonly counts: { readonly all: number; readonly linked: number; readonly links: number; readonly most: number }
}
/** How many links hold, and how many different ones stand at either end. */
export type LinkSummary = {
  readonly role: string
  readonly links: number
  readonly people: number
  readonly orgs: number
  readonly subjects: number
  readonly places: number
  readonly toOrgs: number
}

export type TeamMemberRow = Term & {
  /** An org or a person; the other is null. */
  readonly org: OrgId | null
  readonly person: PersonId | null
  readonly code: string
  readonly name: string
  readonly duty: Duty
}
export type TeamRow = {
  readonly id: TeamId
  readonly code: string
  readonly name: string
  /** 协作区, 督导组, 领导小组 … as the register names it. */
  readonly kind: string
  readonly about: string
  /** Leads first. */
  readonly members: readonly TeamMemberRow[]
}

export type ImportView = {
  readonly id: string
  readonly file: string
  readonly state: 'running' | 'done' | 'failed'
  readonly startedAt: string
  readonly by: string
  /** Rows of the file; null while it is still being counted. */
  readonly total: number | null
  readonly read: number
  readonly added: number
  readonly changed: number
  readonly same: number
  readonly refused: number
  readonly sheets: readonly Sheet[]
  /** Headings that no column is known by, with their sheet: what stands under them was not read. */
  readonly ignored: readonly { readonly sheet: string; readonly heading: string }[]
  /** The fault that ended it, when failed. */
  readonly fault: { readonly code: string; readonly says: Text } | null
  /** The first refused rows; the rest are in the workbook that comes back. */
  readonly errors: readonly { readonly sheet: string; readonly row: number; readonly says: Text }[]
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
  readonly value: string
  /** Null for a formula. */
  readonly pending: string | null
  /** Null below the class's minimum volume: listed, not ranked. */
  readonly rank: number | null
  readonly records: number
}

export type TeamRankRow = {
  readonly team: TeamId
  readonly code: string
  readonly name: string
  readonly kind: string
  readonly leads: readonly string[]
  /** How many orgs it is made of. */
  readonly orgs: number
  readonly value: string
  readonly pending: string | null
  /** Facts behind the value. */
  readonly records: number
  readonly rank: number | null
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
