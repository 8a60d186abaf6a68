import type { Decimal } from '#kit/decimal.ts'
import type { Text } from '#kit/text.ts'
import type { Each, Indicator, Take } from './indicator.ts'
import type { ActivityKind, Field, MatterKind, Rule, Scheme } from './shape.ts'
import type { Quota, QuotaAsk } from './quota.ts'

/*
 * A scheme made ready to run: every expression type-checked and parsed once. Made by compile.ts, only from a scheme
 * without mistakes. Expressions see a record through `Names` (record/names.ts makes them).
 */

/** CEL variables by name: integers are bigint, decimals and money are Decimal (money in yuan), blanks are absent. */
export type Names = Readonly<Record<string, unknown>>

/** undefined: a blank was met, so there is no answer (blank is not zero, nor false). Never throws on blanks. */
export type Program<T> = {
  readonly source: string
  /** Names it reads, for making no more of a record than is asked for; null when it may read any field (`it`). */
  readonly reads: readonly string[] | null
  run(names: Names): T | undefined
}

export type CompiledField = {
  readonly field: Field
  readonly show: Program<boolean> | null
  readonly check: Program<boolean> | null
  /** Number entered × factor = base unit (万元 → 10000 元). */
  readonly factor: Decimal
}
export type CompiledRule = { readonly rule: Rule; readonly check: Program<boolean> }

/** What a record counts for in another campaign. */
export type CompiledAlso = {
  /** The other scheme's key. */
  readonly campaign: string
  /** A kind of the other scheme, of the same sort. */
  readonly as: string
  readonly when: Program<boolean> | null
  readonly fields: readonly {
    /** The other form's. */
    readonly key: string
    readonly value: Program<unknown>
    /** What the expression gives; null: not known before it runs. */
    readonly gives: 'number' | 'text' | 'texts' | 'yes or no' | null
    /** The field of this form that it is, when it is nothing but that: its approximate word goes along. */
    readonly field: string | null
  }[]
}

export type CompiledForm = {
  readonly kind: string
  readonly fields: readonly CompiledField[]
  readonly rules: readonly CompiledRule[]
  readonly also: readonly CompiledAlso[]
  /** The fields that facts rest on; null: any. */
  readonly counts: ReadonlySet<string> | null
} & ({ readonly sort: 'activity'; readonly form: ActivityKind } | { readonly sort: 'matter'; readonly form: MatterKind })

/** What makes an indicator's facts: an activity kind, or an event in a matter's life. */
export type Source =
  | { readonly sort: 'activity'; readonly kind: string }
  | { readonly sort: 'matter'; readonly kind: string; readonly event: 'raised' | 'closed' }

/** An indicator with everything inherited through `of` already resolved. */
export type CompiledIndicator = {
  readonly key: string
  readonly indicator: Indicator
  readonly sources: readonly Source[]
  readonly per: 'record' | 'participant' | 'subject'
  /** All must be true: the ones inherited first. */
  readonly when: readonly Program<boolean>[]
  /** The parts of `when` that speak of nothing but `subject`: a subject of which one is false is never counted, whatever the record says. */
  readonly ofSubject: readonly Program<boolean>[]
  readonly value: Program<Decimal> | null
  /** Fields whose approximate word the fact keeps. */
  readonly roughFields: readonly string[]
  readonly distinct: Indicator['distinct'] | null
  readonly take: Take
  /** latest: of each what the newest word counts; null for the others. */
  readonly each: Each | null
  /** Never added up: told only where a single one has said it. */
  readonly alone: boolean
  /** Base unit → printed unit: value ÷ factor (元 → 万元: 10000). */
  readonly factor: Decimal
  /** Formulas and rates: the expression over indicators' values by key (Decimal, in their printed units); null for counted ones. */
  readonly formula: Program<Decimal> | null
  /** A rate that is entered: what it must derive from, as a formula; null for all others. */
  readonly derives: Program<Decimal> | null
}

/** An exact fraction: a third of 126 is 42, and nothing is rounded before the end. */
export type Fraction = { readonly n: Decimal; readonly d: Decimal }

/** One period of a quota with its bounds: over the assignee, `linked`, `members`, `branches` and every indicator by key (Decimal, printed unit). */
export type CompiledAsk = {
  readonly ask: QuotaAsk
  readonly atLeast: Program<Decimal> | null
  readonly atMost: Program<Decimal> | null
  readonly exactly: Program<Decimal> | null
  /** share × of is the least. */
  readonly share: Fraction | null
  readonly of: Program<Decimal> | null
  /** Different linked subjects reached are counted, not all that the indicator counts. */
  readonly reaches: boolean
}

export type CompiledQuota = {
  readonly key: string
  readonly quota: Quota
  /** Over `org`, `team`, or `person` and `org`. */
  readonly where: Program<boolean> | null
  /** The quota’s own period, then the ones beside it. */
  readonly asks: readonly CompiledAsk[]
  /** Over `subject`. */
  readonly strata: readonly { readonly title: Text | null; readonly when: Program<boolean>; readonly share: Fraction }[]
  /** Kinds of subjects its indicator speaks of, as the scheme names them; empty: any. */
  readonly kinds: readonly string[]
  /** Whether a linked subject can be counted at all: what its indicator leaves out by the subject itself is nothing that is owed. */
  readonly counts: (subject: { readonly kind: string; readonly tags: readonly string[] }) => boolean
  /** Counted indicators whose value of the assignee is needed: its own, of `for_each`, of its bounds. */
  readonly reads: readonly string[]
  /** Digits after the point to which what is owed is rounded up. */
  readonly places: number
}

export type CompiledBulletin = {
  readonly title: Text
  /** The template's own text, also when it stands in a file beside the scheme. */
  readonly text: string
}

export type Compiled = {
  readonly scheme: Scheme
  readonly activities: ReadonlyMap<string, CompiledForm>
  readonly matters: ReadonlyMap<string, CompiledForm>
  /** In an order in which formulas come after what they use. */
  readonly indicators: ReadonlyMap<string, CompiledIndicator>
  /** `activity:visit`, `matter:problem:raised`, `matter:problem:closed` → the indicators it feeds. */
  readonly feeds: ReadonlyMap<string, readonly CompiledIndicator[]>
  /** The first class that fits, or null. */
  readonly classOf: (org: { readonly code: string; readonly kind: string; readonly class: string }) => string | null
  /** Whether a person belongs to the campaign's participants, before any unit widened its circle. */
  readonly participates: (person: { readonly rank: string; readonly post: string }) => boolean
  readonly quotas: readonly CompiledQuota[]
  /** Indicators that are credited to people (figure/credit.ts), because a quota asks for theirs. */
  readonly credited: ReadonlySet<string>
  readonly bulletins: ReadonlyMap<string, CompiledBulletin>
}
