import type { CampaignId, OrgId, PlaceId } from '#kit/id.ts'
import type { Text } from '#kit/text.ts'
import type { Sides } from '#figure/quota/stood.ts'
import type { Day, Period } from '#kit/day.ts'
import type { Approx } from '#record/shape.ts'

/*
 * A document is blocks of runs; a run is words or a printed figure. Each printed figure has a derivation that says
 * enough to work it out again from the facts.
 */

export type Run =
  | { readonly is: 'words'; readonly text: string; readonly strong?: boolean | undefined }
  /** `figure` is the number of its derivation. */
  | { readonly is: 'figure'; readonly figure: number; readonly text: string; readonly strong?: boolean | undefined }

export type Cell = readonly Run[]

/** `signature` stands at the right: who issues it, and when. */
const lineKinds = ['title', 'heading', 'subheading', 'minor', 'paragraph', 'signature'] as const
export type LineKind = (typeof lineKinds)[number]

export type Block =
  | { readonly is: LineKind; readonly runs: readonly Run[] }
  /** `marker` is '1.' or '•'; `depth` 0 for the outermost list. */
  | { readonly is: 'item'; readonly runs: readonly Run[]; readonly marker: string; readonly depth: number }
  | { readonly is: 'table'; readonly caption: string; readonly head: readonly Cell[]; readonly rows: readonly (readonly Cell[])[] }

export type Document = { readonly language: 'zh' | 'en'; readonly blocks: readonly Block[] }

/** An indicator of one campaign for one scope and period. `from` and `to` null: over the campaign's whole time. */
export type Ask = {
  readonly campaign: CampaignId
  readonly indicator: string
  readonly org: OrgId | null
  /** A team's figure: of these orgs, its members when the bulletin was drafted, with all below them; `org` is null then. */
  readonly orgs?: readonly OrgId[] | undefined
  readonly place: PlaceId | null
  readonly from: string | null
  readonly to: string | null
}

/** How many units of a class have started: the units and the kinds of records as they were defined when it was drafted. */
export type StartAsk = {
  readonly campaign: CampaignId
  readonly units: readonly OrgId[]
  /** Kinds of records that count as a start; any when empty. */
  readonly kinds: readonly string[]
  readonly by: string | null
}

/** Who of an org and a class stands how with a quota on a day. `part`: its own period (0), or one beside it. */
export type StandAsk = {
  readonly campaign: CampaignId
  readonly org: OrgId
  readonly quota: string
  readonly who: 'org' | 'person' | 'team'
  readonly part: number
  readonly class: string | null
  readonly on: Day
}

/** One of those who owe it. What is owed stands as it was; `days`: those on which what they do counts, up to the day. */
export type Stood = Sides & { readonly id: string; readonly days: readonly Period[] }

/** `within`: the quota's period up to the day; `kept`: what was done rests on the register, too, and is not worked out again. */
export type StoodHow = {
  readonly is: 'stood'
  /** How many stand so; or how much one unit owes and has done. */
  readonly of: 'owing' | 'met' | 'course' | 'behind' | 'owed' | 'done'
  readonly ask: StandAsk
  /** Of this unit alone. */
  readonly unit?: OrgId | undefined
  readonly within: Period | null
  readonly kept: boolean
  readonly rows: readonly Stood[]
}

/** One figure that a printed one rests on. Decimal strings in the indicator's unit. */
export type Part = Ask & {
  readonly value: string | null
  readonly pending: string | null
  readonly facts: number
  readonly pendingFacts: number
  readonly approx: readonly Approx[]
  /** A formula has no records of its own: the counted indicators behind it; empty for a counted one. */
  readonly uses: readonly string[]
}

/** How the printed value is made of its parts, which are named by their place in the list of parts. */
export type How =
  | { readonly is: Measure; readonly part: number }
  | { readonly is: 'sum' | 'difference' | 'quotient' | 'percent'; readonly of: readonly [How, How] }
  /** All parts added up. */
  | { readonly is: 'total'; readonly of: Measure }
  /** The names of the parts with the highest values; ties in the order of the parts; none that has nothing, or fewer facts than the minimum. */
  | { readonly is: 'leaders'; readonly top: number; readonly names: readonly string[]; readonly minimum?: number | undefined }
  /** How many of so many parts are worth less. */
  | { readonly is: 'below'; readonly than: string; readonly from: number; readonly count: number }
  | { readonly is: 'count'; readonly of: 'started' | 'not-started'; readonly ask: StartAsk; readonly started: readonly OrgId[] }
  | { readonly is: 'units'; readonly units: readonly OrgId[] }
  | StoodHow

/** Confirmed and pending are always two figures. */
export type Measure = 'confirmed' | 'pending'

/** How a value is put on the page. */
export type Form = {
  readonly unit: string
  /** '万': divided by ten thousand first, and the word stands before the unit. */
  readonly scale: '' | '万' | '亿'
  /** Digits after the point; null: as exact as the value is. */
  readonly decimals: number | null
  /** Exactly that many digits, or at most. */
  readonly fixed: boolean
  /** Without the unit. */
  readonly bare: boolean
  /** In round numbers, with a word for what is left: 4569 by 1000 is 4000多. */
  readonly rough?: { readonly to: string; readonly word: Approx } | undefined
  /** A percentage as the word official language has for such a part: 少部分. */
  readonly word?: 'part' | undefined
}

/** How a printed figure came about; enough to do it again. */
export type Derivation = {
  /** 1, 2, 3 … in the order they stand in the document. */
  readonly number: number
  /** The expression in the template, or the directive that made the table. */
  readonly source: string
  /** What it is, in words: the indicator's title. */
  readonly title: Text
  /** Of the first part; '' when there is none. */
  readonly indicator: string
  readonly org: OrgId | null
  readonly place: PlaceId | null
  readonly from: string | null
  readonly to: string | null
  readonly campaign: CampaignId
  readonly schemeVersion: number
  /** What is printed is the confirmed figure itself, the pending one, or computed from the parts. */
  readonly measure: Measure | 'computed'
  /** Exact decimal string in `unit`, before rounding; null: no value. For a computed one, what was computed. */
  readonly value: string | null
  readonly pending: string | null
  readonly facts: number
  /** The indicator's unit (or the computed value's), not the printed one. */
  readonly unit: string
  /** What stands on the page, e.g. 近5100万元. */
  readonly printed: string
  readonly how: How
  readonly form: Form
  readonly parts: readonly Part[]
}
