import type { Day, Period } from '#kit/day.ts'
import type { CampaignId, OrgId, PersonId } from '#kit/id.ts'
import type { Deeds, Headcount, Held } from '#figure/quota/shape.ts'
import type { Quota } from '#scheme/quota.ts'
import type { FigureRecord, SubjectRow } from '../views.ts'

export type Who = Quota['who']

/** A post as quotas see it; `until` is the last day. */
export type PostRow = {
  readonly id: PersonId
  readonly code: string
  readonly name: string
  readonly rank: string
  readonly post: string
  readonly org: OrgId
  readonly orgCode: string
  readonly orgName: string
  readonly orgKind: string
  readonly orgClass: string
  /** From the root down. */
  readonly orgPath: readonly OrgId[]
  readonly from: Day
  readonly until: Day
}

/** A unit or a team as it was for a time; `until` is the last day. */
export type UnitRow = {
  readonly id: string
  readonly code: string
  readonly name: string
  readonly kind: string
  readonly class: string
  readonly org: OrgId | null
  readonly orgName: string
  readonly from: Day
  readonly until: Day
}

/** Days on which what an assignee does counts. */
export type Range = Period & { readonly id: string }

/** What is asked of deeds: whose, of which indicators, in which periods (by number). */
export type DeedAsk = {
  readonly campaign: CampaignId
  readonly who: Who
  readonly ranges: readonly Range[]
  readonly periods: readonly Period[]
  readonly indicators: readonly string[]
  /** Those of them that count different things once. */
  readonly distinct: readonly string[]
  readonly joint: Quota['joint']
  /** What is reached counts from so many records on; 1 unless told. */
  readonly times?: number | undefined
  /** Joint records need not be counted: nobody reads why. */
  readonly lean?: boolean | undefined
  /** As the facts stood at this moment; now unless told. */
  readonly asOf?: string | undefined
}

/** Added up in one period: `value` of those that `parts` share; for what is counted once, how many different ones. `joint`: records of several people. */
export type DeedRow = {
  readonly id: string
  readonly period: number
  readonly indicator: string
  readonly pending: boolean
  readonly parts: number
  readonly value: string
  readonly facts: number
  readonly joint: number
}

/** What is linked to assignees: of which kinds, and from which day until which one. */
export type HeldAsk = {
  readonly who: Who
  readonly ids: readonly string[]
  /** Words of the register for the kinds; empty: every kind. */
  readonly kinds: readonly string[]
  readonly from: Day
  readonly on: Day
}

/** Who could owe something between two days; the tree is the one of the day `on`. `whom`: only these of them. */
type FolkAsk = { readonly on: Day; readonly period: Period; readonly whom?: readonly string[] | undefined }

export type QuotaRead = {
  /** All posts between the days of people who hold one of them in the subtrees. */
  people(ask: FolkAsk & { readonly within: readonly OrgId[] | 'all' }): Promise<readonly PostRow[]>
  /** Terms between the days of the orgs in the subtrees. */
  orgs(ask: FolkAsk & { readonly within: readonly OrgId[] }): Promise<readonly UnitRow[]>
  teams(ask: FolkAsk & { readonly within: readonly OrgId[] }): Promise<readonly UnitRow[]>
  held(ask: HeldAsk): Promise<ReadonlyMap<string, readonly Held[]>>
  /** Persons of the orgs with all below them, and orgs directly below, on each of the days. */
  headcounts(
    orgs: readonly OrgId[],
    days: readonly Day[],
  ): Promise<ReadonlyMap<string, { readonly members: readonly Headcount[]; readonly branches: readonly Headcount[] }>>
  deeds(ask: DeedAsk): Promise<readonly DeedRow[]>
  /** Of what is linked on the day, what was reached in the first period – by the assignee, or (`anyone`) by whomever –, and what was and is linked no more. */
  reached(
    ask: DeedAsk,
    held: HeldAsk,
    anyone: boolean,
  ): Promise<ReadonlyMap<string, Pick<Deeds, 'reached' | 'gone'> & { readonly others: number }>>
  /** What is there before a record is handed in, of one indicator and without these records: sums, and different keys of what counts once. */
  before(
    ask: DeedAsk,
    without: readonly string[],
  ): Promise<readonly { readonly id: string; readonly period: number; readonly value: string; readonly keys: readonly string[] }[]>
  /** Different subjects reached at each place of a kind (or at the records’ own places) in the first period. */
  places(ask: DeedAsk, kinds: readonly string[] | null): Promise<ReadonlyMap<string, Deeds['places']>>
  /** The records behind, newest first, at most so many. */
  records(ask: DeedAsk, indicator: string, limit: number): Promise<readonly FigureRecord[]>
  /** The same of linked subjects that were reached. */
  reachedBy(ask: DeedAsk, held: HeldAsk, anyone: boolean, limit: number): Promise<readonly FigureRecord[]>
  /** Linked on the day, of one of these kinds with just these tags, and not reached in the first period, by code. */
  waiting(ask: DeedAsk, held: HeldAsk, anyone: boolean, groups: Held['groups'], limit: number): Promise<readonly SubjectRow[]>
}
