import type { Role } from '#access/actor.ts'
import type { DraftRow, DraftView, Saved as DraftSaved } from '#command/draft/views.ts'
import type { DemoRemains } from '#command/demo/views.ts'
import type { BurdenRow, CoverageBrief, CoverageView, Forewarning, WaitingRow } from '#command/care-views.ts'
import type { SchemeImpact } from '#command/scheme/views.ts'
import type { ImportView } from '#command/import-view.ts'
import type { LinkSide, LinkSummary, LinkSurvey } from '#command/link-views.ts'
import type { RecordFilter } from '#command/ports/record.ts'
import type { TeamRankRow, TeamRow } from '#command/team-views.ts'
import type * as V from '#command/views.ts'
import type { AccountId, BulletinId, CampaignId, DraftId, OrgId, PersonId, PlaceId, RecordId, SubjectId, TeamId } from '#kit/id.ts'
import type { ContentInput, Sort } from '#record/shape.ts'
import type { Duty, Org } from '#register/shape.ts'
import type { FigureReads } from './figure-calls.ts'
import type { QuotaReads } from './quota-calls.ts'
import type { SupervisionReads, SupervisionWrites } from './supervision-calls.ts'

/* The commands as this door calls them: what goes in, what comes out. Names are those of the command list. */

type Call<I, O> = { readonly in: I; readonly out: O }
type Nothing = Readonly<Record<string, never>>
type More = { readonly after?: string | undefined; readonly limit?: number | undefined }
type Seen = { readonly record: RecordId; readonly seen: number }
type Span = { readonly from?: string | undefined; readonly to?: string | undefined; readonly asOf?: string | undefined }
type Lasting = { readonly from?: string | null | undefined; readonly until?: string | null | undefined }
type Coded<T> = Lasting & {
  readonly id: T
  readonly code: string
  readonly name: string
  readonly kind?: string | undefined
  readonly aliases?: readonly string[] | undefined
}
type Covered = {
  readonly campaign: CampaignId
  /** A day of the turn that is meant. */
  readonly on?: string | undefined
  /** Which of the scheme's duties; the first unless told. */
  readonly duty?: number | undefined
} & Where
type Narrowed = Covered & { readonly tag?: string | undefined; readonly kind?: string | undefined; readonly q?: string | undefined } & More
type Where = { readonly org?: OrgId | undefined; readonly place?: PlaceId | undefined }

export type Reads = QuotaReads &
  FigureReads &
  SupervisionReads & {
    'session.me': Call<Nothing, V.Me>
    'account.list': Call<Nothing, readonly V.AccountRow[]>
    'scheme.language': Call<Nothing, unknown>
    'campaign.list': Call<Nothing, readonly V.CampaignRow[]>
    'draft.list': Call<{ readonly dropped?: boolean | undefined }, readonly DraftRow[]>
    'draft.show': Call<{ readonly draft: DraftId }, DraftView>
    'demo.list': Call<Nothing, readonly V.DemoRow[]>
    'demo.weigh': Call<{ readonly key: string }, DemoRemains>
    'campaign.show': Call<{ readonly campaign: CampaignId; readonly version?: number | undefined }, V.CampaignView>
    'org.list': Call<{ readonly q?: string | undefined; readonly on?: string | undefined }, readonly V.OrgRow[]>
    'org.show': Call<{ readonly org: OrgId }, Org>
    'person.list': Call<{ readonly q?: string | undefined; readonly org?: OrgId | undefined } & More, V.Page<V.PersonRow>>
    'person.show': Call<{ readonly person: PersonId }, V.PersonView>
    'place.list': Call<{ readonly q?: string | undefined }, readonly V.PlaceRow[]>
    'subject.list': Call<
      {
        readonly q?: string | undefined
        readonly place?: PlaceId | undefined
        readonly kind?: string | undefined
        readonly tag?: string | undefined
      } & More,
      V.Page<V.SubjectRow>
    >
    'subject.show': Call<
      { readonly subject: SubjectId },
      V.SubjectRow & { readonly links: readonly V.LinkRow[]; readonly records: readonly V.RecordRow[] }
    >
    'link.list': Call<
      {
        readonly org?: OrgId | undefined
        readonly person?: PersonId | undefined
        readonly subject?: SubjectId | undefined
        readonly place?: PlaceId | undefined
      },
      readonly V.LinkRow[]
    >
    'link.summary': Call<{ readonly on?: string | undefined }, readonly LinkSummary[]>
    'link.survey': Call<
      {
        readonly side: LinkSide
        readonly role?: string | undefined
        readonly kind?: string | undefined
        readonly tag?: string | undefined
        readonly org?: OrgId | undefined
        readonly linked?: boolean | undefined
        readonly q?: string | undefined
      } & More,
      LinkSurvey
    >
    'team.list': Call<
      { readonly kind?: string | undefined; readonly on?: string | undefined; readonly all?: boolean | undefined },
      readonly TeamRow[]
    >
    'team.rank': Call<
      { readonly campaign: CampaignId; readonly indicator: string; readonly kind?: string | undefined } & Span,
      readonly TeamRankRow[]
    >
    'register.import-list': Call<Nothing, readonly ImportView[]>
    'register.import-show': Call<{ readonly id: string }, ImportView>
    'record.list': Call<Omit<RecordFilter, keyof More> & More, V.Page<V.RecordRow>>
    'record.forewarn': Call<
      {
        readonly campaign: CampaignId
        readonly day: string
        /** Ids, parted by commas. */
        readonly subjects?: string | undefined
        readonly record?: RecordId | undefined
      } & Where,
      readonly Forewarning[]
    >
    'coverage.show': Call<Covered, CoverageView>
    'coverage.brief': Call<Covered, CoverageBrief>
    'coverage.unreached': Call<Narrowed, V.Page<WaitingRow>>
    'coverage.waiting': Call<Narrowed, V.Page<WaitingRow>>
    'burden.show': Call<
      {
        readonly of: 'subject' | 'place' | 'org' | 'person'
        readonly from?: string | undefined
        readonly to?: string | undefined
        readonly kind?: string | undefined
      } & Where &
        More,
      V.Page<BurdenRow>
    >
    'record.show': Call<{ readonly record: RecordId }, V.RecordView>
    'cockpit.show': Call<{ readonly campaign: CampaignId; readonly org?: OrgId | undefined }, V.Cockpit>
    'cockpit.not-started': Call<
      { readonly campaign: CampaignId; readonly org?: OrgId | undefined; readonly class?: string | undefined },
      readonly V.NotStarted[]
    >
    'bulletin.list': Call<{ readonly campaign?: CampaignId | undefined }, readonly V.BulletinRow[]>
    'bulletin.show': Call<{ readonly bulletin: BulletinId }, V.BulletinView>
    'bulletin.changes': Call<{ readonly bulletin: BulletinId }, readonly V.BulletinChange[]>
    'bulletin.verify': Call<{ readonly bulletin: BulletinId }, V.Verification>
  }

export type Writes = SupervisionWrites & {
  'session.start': Call<{ readonly login: string; readonly password: string }, V.Me>
  'session.link': Call<{ readonly token: string }, V.Me>
  'session.end': Call<Nothing, unknown>
  'session.password': Call<{ readonly current?: string | undefined; readonly password: string }, unknown>
  'account.create': Call<
    {
      readonly id: AccountId
      readonly login: string
      readonly name: string
      readonly person?: PersonId | undefined
      readonly password?: string | undefined
      readonly grants: readonly { readonly role: Role; readonly org: OrgId }[]
    },
    { readonly id: AccountId }
  >
  'account.grant': Call<{ readonly account: AccountId; readonly role: Role; readonly org: OrgId }, unknown>
  'account.revoke': Call<{ readonly account: AccountId; readonly role: Role; readonly org: OrgId }, unknown>
  'account.disable': Call<{ readonly account: AccountId; readonly disabled: boolean }, unknown>
  'account.reset': Call<{ readonly account: AccountId; readonly password: string }, unknown>
  'org.save': Call<
    Coded<OrgId> & { readonly parent?: OrgId | null | undefined; readonly class?: string | undefined },
    { readonly id: OrgId }
  >
  'place.save': Call<Coded<PlaceId> & { readonly parent?: PlaceId | null | undefined }, { readonly id: PlaceId }>
  'person.save': Call<
    {
      readonly id: PersonId
      readonly code: string
      readonly name: string
      readonly posts: readonly (Lasting & { readonly org: OrgId; readonly post?: string; readonly rank?: string })[]
    },
    { readonly id: PersonId }
  >
  'subject.save': Call<
    {
      readonly id: SubjectId
      readonly code: string
      readonly name: string
      readonly kind: string
      readonly place?: PlaceId | null | undefined
      readonly address?: string | undefined
      readonly tags?: readonly string[] | undefined
    },
    { readonly id: SubjectId }
  >
  'link.save': Call<
    Lasting & {
      readonly id: string
      readonly by: { readonly person: PersonId } | { readonly org: OrgId }
      readonly to: { readonly place: PlaceId } | { readonly org: OrgId } | { readonly subject: SubjectId }
      readonly role?: string | undefined
    },
    { readonly id: string }
  >
  'link.end': Call<{ readonly link: string; readonly until: string }, unknown>
  'team.save': Call<
    {
      readonly id: TeamId
      readonly code: string
      readonly name: string
      readonly kind?: string | undefined
      readonly about?: string | undefined
      readonly members: readonly (Lasting & {
        readonly who: { readonly org: OrgId } | { readonly person: PersonId }
        readonly duty?: Duty | undefined
      })[]
      readonly othersLeave?: string | undefined
    },
    { readonly id: TeamId }
  >
  'team.end': Call<{ readonly team: TeamId; readonly until: string }, unknown>
  'scheme.check': Call<
    { readonly source: string; readonly files?: Readonly<Record<string, string>> | undefined },
    { readonly mistakes: readonly V.Mistake[] }
  >
  'draft.save': Call<
    {
      readonly id: DraftId
      readonly seen: number
      readonly name: string
      readonly source: string
      readonly files: Readonly<Record<string, string>>
      readonly campaign?: CampaignId | undefined
      readonly base?: number | undefined
    },
    DraftSaved
  >
  'draft.rename': Call<{ readonly draft: DraftId; readonly name: string }, Nothing>
  'draft.drop': Call<{ readonly draft: DraftId }, Nothing>
  'draft.restore': Call<{ readonly draft: DraftId }, Nothing>
  'demo.load': Call<{ readonly key: string }, V.DemoRow>
  'demo.remove': Call<{ readonly key: string; readonly confirm: string }, DemoRemains>
  'scheme.impact': Call<
    { readonly campaign: CampaignId; readonly source: string; readonly files?: Readonly<Record<string, string>> | undefined },
    SchemeImpact
  >
  'campaign.load': Call<
    {
      readonly id: CampaignId
      readonly source: string
      readonly files?: Readonly<Record<string, string>> | undefined
      readonly why?: string | undefined
      readonly revise?: boolean | undefined
    },
    { readonly id: CampaignId; readonly key: string; readonly version: number }
  >
  'campaign.announce': Call<
    { readonly campaign: CampaignId; readonly event: string; readonly day: string | null; readonly why?: string | undefined },
    unknown
  >
  'campaign.widen': Call<{ readonly campaign: CampaignId; readonly org: OrgId; readonly where: string; readonly says: string }, unknown>
  'record.submit': Call<
    {
      readonly id: RecordId
      readonly campaign: CampaignId
      readonly sort: Sort
      readonly kind: string
      readonly content: ContentInput
      readonly why?: string | undefined
    },
    V.Receipt
  >
  'record.correct': Call<Seen & { readonly content: ContentInput; readonly why: string }, V.Receipt>
  'record.accept': Call<Seen, V.Receipt>
  'record.return': Call<Seen & { readonly why: string }, V.Receipt>
  'record.withdraw': Call<Seen & { readonly why: string }, V.Receipt>
  'record.close': Call<Seen & { readonly day: string; readonly outcome: string; readonly note: string }, V.Receipt>
  'record.reopen': Call<Seen & { readonly why: string }, V.Receipt>
  'bulletin.draft': Call<
    {
      readonly id: BulletinId
      readonly campaign: CampaignId
      readonly template: string
      readonly title?: string | undefined
      readonly org?: OrgId | undefined
      readonly with?: Readonly<Record<string, CampaignId>> | undefined
    },
    V.BulletinView
  >
  'bulletin.edit': Call<{ readonly bulletin: BulletinId; readonly title?: string | undefined; readonly text: string }, V.BulletinView>
  'bulletin.seal': Call<{ readonly bulletin: BulletinId }, V.BulletinView>
  'bulletin.discard': Call<{ readonly bulletin: BulletinId }, unknown>
}

export type ReadName = keyof Reads
export type WriteName = keyof Writes
export type ReadIn<N extends ReadName> = Reads[N]['in']
export type ReadOut<N extends ReadName> = Reads[N]['out']
export type WriteIn<N extends WriteName> = Writes[N]['in']
export type WriteOut<N extends WriteName> = Writes[N]['out']
/** The reads that answer one page at a time. */
export type PagedName = { [N in ReadName]: ReadOut<N> extends V.Page<unknown> ? N : never }[ReadName]
export type RowOf<N extends PagedName> = ReadOut<N> extends V.Page<infer R> ? R : never
