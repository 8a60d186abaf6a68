import type { Spread } from '#appraise/imbalance.ts'
import type { Light, Standing, UnitLight } from '#appraise/light.ts'
import type { NoticeAct } from '#appraise/notice.ts'
import type { UnitQuota } from '#appraise/unit.ts'
import type { Week } from '#kit/period.ts'
import type { CampaignId, OrgId, TeamId } from '#kit/id.ts'
import type { Text } from '#kit/text.ts'
import type { Verdict } from '../flag/views.ts'
import type { NoticeRow } from '../notice/views.ts'

/** How a unit or a team stands on the day. */
export type Stand = UnitLight & {
  readonly code: string
  readonly name: string
  readonly liaison: string
  readonly quotas: readonly UnitQuota[]
  /** Confirmed, and waiting for review. */
  readonly records: number
  readonly pending: number
  /** Days with a first record that counts as a start, and with the last record of any kind. */
  readonly startedOn: string | null
  /** It began after the day by which it had to. */
  readonly startedLate: boolean
  readonly lastOn: string | null
  /** Among its class, by what is done of what is expected; null below the minimum volume, or where nothing is expected. */
  readonly rank: number | null
  readonly notices: { readonly open: number; readonly overdue: number }
  /** Flags that wait for judgement. */
  readonly flags: number
}

export type UnitStanding = Stand & { readonly org: OrgId }

/** Its records are those of its member orgs, each once. */
export type TeamStanding = Stand & {
  readonly team: TeamId
  /** The org that leads it and answers its notices; null: nobody leads it. */
  readonly org: OrgId | null
  /** Names of who leads it. */
  readonly leads: readonly string[]
  /** Whether the quotas are the team's own, or, as it has none, what its member units owe together. */
  readonly basis: 'own' | 'members'
  /** Of its members: units of a class, by their lights. */
  readonly members: Readonly<Record<Light, number>>
}

export type ClassStanding<U extends Stand = UnitStanding> = {
  readonly key: string
  readonly title: Text
  readonly minimum: number
  readonly standings: Readonly<Record<Standing, number>>
  readonly lights: Readonly<Record<Light, number>>
  /** Red first, then yellow; within a light the least first. */
  readonly units: readonly U[]
  /** How unevenly what is done lies over the class: of the shares, or of the records where nothing is owed. */
  readonly spread: (Spread & { readonly of: 'share' | 'records' }) | null
}

export type Supervision = {
  readonly campaign: { readonly id: CampaignId; readonly title: Text; readonly window: { readonly from: string; readonly to: string } }
  readonly org: { readonly id: OrgId; readonly name: string }
  /** The day everything is said of: the one asked for, or today; never outside the campaign. */
  readonly on: string
  readonly lights: { readonly green: number; readonly yellow: number }
  readonly startBy: string | null
  readonly quotas: readonly {
    readonly key: string
    readonly part: number
    readonly title: Text
    readonly unit: string
    /** The indicator's digits after the point; null: it has no word on it. */
    readonly decimals: number | null
    readonly soft: boolean
  }[]
  readonly classes: readonly ClassStanding[]
  /** Teams that have to do with the campaign, by their kind (协作区, 督导组 …); none when one class is asked for. */
  readonly teams: readonly ClassStanding<TeamStanding>[]
  readonly notices: { readonly open: number; readonly overdue: number; readonly asked: number }
  readonly flags: number
}

/** A unit whose light is another than a week before. */
export type Moved = {
  readonly org: OrgId
  readonly name: string
  readonly from: Light
  readonly to: Light
  /** Better or worse than before. */
  readonly better: boolean
}

export type DigestClass = {
  readonly key: string
  readonly title: Text
  readonly units: number
  readonly started: number
  readonly lights: Readonly<Record<Light, number>>
  /** Began within the week. */
  readonly began: readonly string[]
  /** Most records in the week first, at most five, none without a record. */
  readonly busiest: readonly { readonly name: string; readonly records: number; readonly before: number }[]
  readonly moved: readonly Moved[]
  /** Have begun, and are red or yellow at the end of the week; worst first. */
  readonly behind: readonly { readonly org: OrgId; readonly name: string; readonly light: Light; readonly share: string | null }[]
  /** Have begun, and handed nothing in this week. */
  readonly quiet: readonly string[]
  readonly notStarted: readonly string[]
}

export type Digest = {
  readonly campaign: { readonly id: CampaignId; readonly title: Text; readonly issuer: Text | null }
  readonly org: { readonly id: OrgId; readonly name: string }
  readonly week: Week
  /** Notices and flags are told as they stand now: the moment. */
  readonly asOf: string
  readonly records: { readonly week: number; readonly before: number }
  readonly figures: readonly {
    readonly indicator: string
    readonly title: Text
    readonly unit: string
    readonly decimals: number | null
    readonly week: string | null
    readonly before: string | null
    readonly total: string | null
  }[]
  readonly classes: readonly DigestClass[]
  readonly notices: {
    readonly acts: Readonly<Partial<Record<NoticeAct | 'issue', number>>>
    readonly overdue: readonly NoticeRow[]
    /** Waited for within seven days. */
    readonly dueSoon: readonly NoticeRow[]
    readonly open: number
  }
  readonly flags: { readonly waiting: number } & Readonly<Record<Verdict, number>>
}
