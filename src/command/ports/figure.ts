import type { Period } from '#kit/day.ts'
import type { CampaignId, OrgId, RecordId } from '#kit/id.ts'
import type { FigureQuery, Scope } from '#figure/shape.ts'
import type { Sum } from '#figure/present.ts'
import type { Compiled } from '#scheme/compiled.ts'
import type { Difference, FigureRecord, Page } from '../views.ts'

/** One figure wanted, for deriving many in one pass over the facts. */
export type Ask = { readonly indicator: string; readonly scope: Scope; readonly period?: Period | undefined }

/** Records that count but hold no value for an indicator. */
export type Blank = {
  readonly indicator: string
  readonly records: number
  /** Of so many. */
  readonly of: number
  /** The newest of them, at most twenty. */
  readonly newest: readonly { readonly record: RecordId; readonly day: string; readonly gist: string; readonly kind: string }[]
}

export type FigureRead = {
  /** Sums of every counted indicator of the scheme for one scope; from tallies where they suffice, from facts otherwise. */
  sums(campaign: CampaignId, compiled: Compiled, query: FigureQuery): Promise<readonly Sum[]>
  /** The same for many orgs at once, each with all below it; of these indicators, or all. */
  sumsByOrg(
    campaign: CampaignId,
    compiled: Compiled,
    orgs: readonly OrgId[],
    query: Omit<FigureQuery, 'scope'> & { readonly indicators?: readonly string[] | undefined },
  ): Promise<ReadonlyMap<OrgId, readonly Sum[]>>
  /** Sums per month (first days) of these indicators; of stocks and newest words as of each month's end. */
  months(
    campaign: CampaignId,
    compiled: Compiled,
    indicators: readonly string[],
    org: OrgId | undefined,
    months: readonly string[],
  ): Promise<Readonly<Record<string, readonly Sum[]>>>
  /** Straight from the facts as of a moment, never from tallies; the answers stand in the order of the asks. */
  derive(campaign: CampaignId, compiled: Compiled, asks: readonly Ask[], asOf: string): Promise<readonly Sum[]>
  /** The records behind a figure, as they stood at the moment. */
  records(
    campaign: CampaignId,
    compiled: Compiled,
    indicator: string,
    query: FigureQuery & { readonly pending: boolean; readonly after?: string | undefined; readonly limit: number },
  ): Promise<Page<FigureRecord>>
  /** Records per day. */
  calendar(campaign: CampaignId, scope: Scope): Promise<readonly { readonly day: string; readonly records: number }[]>
  /** Records per org (each with all below it) of these kinds (all when empty), confirmed and pending. */
  volumes(
    campaign: CampaignId,
    orgs: readonly OrgId[],
    kinds: readonly string[],
  ): Promise<ReadonlyMap<OrgId, { readonly records: number; readonly pending: number }>>
  /** Indicators for which records hold no value, though they were asked for one. */
  blanks(campaign: CampaignId, compiled: Compiled, query: Omit<FigureQuery, 'asOf'>): Promise<readonly Blank[]>
  /** Now, by the database's clock. */
  now(): Promise<string>
  /** Derives every fact again from the record versions and every tally from the facts, and says what differs. */
  verify(
    campaign: CampaignId,
    schemeOf: (version: number, of?: CampaignId) => Promise<Compiled>,
  ): Promise<{ readonly checked: number; readonly differences: readonly Difference[] }>
}
