import type { Call } from '#figure/call.ts'
import type { Duty, Reach, ReachRow } from '#figure/coverage.ts'
import type { Period } from '#kit/day.ts'
import type { CampaignId, OrgId, PlaceId, RecordId, SubjectId } from '#kit/id.ts'
import type { Page, SubjectRow } from '../views.ts'

/** Of whom is asked: everybody, or those for whom an org or its people answer, with the orgs below it; in a place with all below it. */
export type CareScope = { readonly org?: OrgId | undefined; readonly place?: PlaceId | undefined; readonly on: string }

export type Waiting = SubjectRow & {
  /** The last visit in this campaign, whenever. */
  readonly last: string | null
  /** The last visit waits for review. */
  readonly pending: boolean
}

export type Narrowed = CareScope & {
  readonly tag?: string | undefined
  readonly kind?: string | undefined
  readonly q?: string | undefined
  readonly after?: string | undefined
  readonly limit: number
}

export type Burdened = 'subject' | 'place' | 'org' | 'person'

/**
 * Times in a period, over all campaigns. A subject's and a place's are visits, an org's the records it handed in, a person's the records in which
 * they took part or whose form was theirs to fill in: theirs who handed it in, or where that account is nobody's in the register, the first participant's.
 */
export type Load = { readonly id: string; readonly times: number }
export type LoadDay = {
  readonly id: string
  readonly campaign: CampaignId
  readonly sort: string
  readonly kind: string
  readonly day: string
  readonly org: OrgId
  readonly times: number
  readonly pending: number
  /** Of them, for a person: took part in, and had the form to fill in. Otherwise all. */
  readonly visits: number
  readonly forms: number
}

export type LoadAsk = {
  readonly of: Burdened
  readonly period: Period
  /** Only those on whom an org of this subtree had a part; an org: within the subtree; a person: with a post in it on the day `on`. */
  readonly org?: OrgId | undefined
  readonly on: string
  readonly kinds?: readonly string[] | undefined
  readonly place?: PlaceId | undefined
  readonly after?: { readonly times: number; readonly id: string } | undefined
  readonly limit: number
}

export type CareRead = {
  /** Those who must be reached, counted by place, kind and tags. */
  reach(campaign: CampaignId, duty: Duty, scope: CareScope): Promise<readonly ReachRow[]>
  /** For each org of the scope for whom it or its people answer, by links; those who answer for nobody are left out. */
  reachByOrg(campaign: CampaignId, duty: Duty, scope: CareScope): Promise<readonly (Reach & { readonly org: OrgId })[]>
  /** Whom no visit has reached in the duty's turn, by code. */
  unreached(campaign: CampaignId, duty: Duty, ask: Narrowed): Promise<Page<Waiting>>
  /** All of them, whoever waited longest first. */
  waiting(campaign: CampaignId, duty: Duty, ask: Narrowed): Promise<Page<Waiting>>
  /** Most first. */
  loads(ask: LoadAsk): Promise<readonly Load[]>
  /** How often on which day, by which org, for what. */
  loadDays(of: Burdened, ids: readonly string[], period: Period): Promise<readonly LoadDay[]>
  /** How many different people came (to a subject, a place). */
  people(of: 'subject' | 'place', ids: readonly string[], period: Period): Promise<ReadonlyMap<string, number>>
  /** Visits to these subjects in a period, over all campaigns. */
  calls(
    subjects: readonly SubjectId[],
    period: Period,
    without: RecordId | undefined,
  ): Promise<readonly (Pick<Call, 'record' | 'subject' | 'day' | 'org'> & { readonly campaign: CampaignId })[]>
  /** Activities at a place, or records by an org, in a period, over all campaigns. */
  visitsOf(
    of: 'place' | 'org',
    id: string,
    period: Period,
    without: RecordId | undefined,
  ): Promise<readonly (Pick<Call, 'record' | 'day' | 'org'> & { readonly campaign: CampaignId })[]>
  /** What they are called. */
  faces(
    of: Burdened,
    ids: readonly string[],
  ): Promise<ReadonlyMap<string, { readonly code: string; readonly name: string; readonly kind: string; readonly placeName: string }>>
}
