import type { Reach } from '#figure/coverage.ts'
import type { CampaignId, OrgId, PlaceId } from '#kit/id.ts'
import type { Period } from '#kit/day.ts'
import type { Text } from '#kit/text.ts'
import type { Turn } from '#scheme/atom.ts'
import type { SubjectRow } from './views.ts'

/* What the commands on coverage and burden answer. */

export type Share<K> = Reach & K

/** How many must be reached and how many were, by category alone. */
export type CoverageBrief = {
  /** False: the scheme asks for nobody; whoever visits are paid to is counted all the same. */
  readonly asked: boolean
  /** Only those are counted for whom the org or its people answer by links; false: everybody. */
  readonly linked: boolean
  /** Which of the scheme's duties this is, and all of them. */
  readonly duty: number
  readonly duties: readonly { readonly title: Text | null; readonly every: Turn }[]
  readonly every: Turn
  /** The turn that is counted, cut to the campaign's window. */
  readonly turn: Period
  readonly total: Reach
  readonly tags: readonly Share<{ readonly key: string; readonly title: Text }>[]
  readonly kinds: readonly Share<{ readonly key: string; readonly title: Text; readonly unit: string }>[]
}

export type CoverageView = CoverageBrief & {
  /** From the top place down to the one looked at; empty at the top. */
  readonly way: readonly { readonly id: PlaceId; readonly name: string }[]
  /** The places right below, each with all below it. `below`: it has places of its own. Null: subjects without a place. */
  readonly places: readonly Share<{ readonly id: PlaceId | null; readonly name: string; readonly below: boolean }>[]
  /** Units that answer for somebody by a link of their own or of their people, the least covered first. */
  readonly units: readonly Share<{ readonly id: OrgId; readonly code: string; readonly name: string }>[]
}

export type WaitingRow = SubjectRow & {
  /** The last visit in the campaign; null when there was none. */
  readonly last: string | null
  /** That visit waits for review. */
  readonly pending: boolean
  /** Days since then, or since the campaign began. */
  readonly waited: number
}

/** A bound that was broken: in how many turns, and how often in the worst of them. */
export type Over = {
  readonly atMost: number
  readonly every: Turn
  readonly says: Text | null
  readonly campaign: Text
  readonly turns: number
  readonly from: string
  readonly times: number
}

export type BurdenRow = {
  readonly id: string
  readonly code: string
  readonly name: string
  /** What a subject is of; a person’s last post; empty for places and orgs. */
  readonly kind: string
  /** Where a subject is; a person’s unit. */
  readonly placeName: string
  readonly times: number
  readonly pending: number
  readonly orgs: number
  readonly campaigns: number
  /** Of a person: how often they took part, and how many forms were theirs to fill in; null otherwise. */
  readonly visits: number | null
  readonly forms: number | null
  /** Different people who came; null for an org or a person, who are not visited but asked. */
  readonly people: number | null
  /** By the forms' stated cost; rounded to whole minutes. */
  readonly minutes: number
  readonly last: string
  readonly peak: { readonly month: string; readonly times: number } | null
  readonly over: readonly Over[]
}

/** What is known before one more visit: how often already, by whom, and the bound it would break. */
export type Forewarning = {
  readonly of: 'subject' | 'place' | 'org'
  readonly id: string
  readonly name: string
  /** In the turn, over all campaigns, without the record itself. */
  readonly times: number
  readonly orgs: number
  readonly campaigns: number
  readonly last: string | null
  readonly every: Turn
  readonly turn: Period
  /** One more would be too many. */
  readonly over: { readonly atMost: number; readonly says: Text | null; readonly campaign: CampaignId } | null
}
