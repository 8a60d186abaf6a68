import type { Decimal } from '#kit/decimal.ts'
import type { Text } from '#kit/text.ts'
import type { ActivityKind, Field, Indicator, MatterKind, Quota, Rule, Scheme } from './shape.ts'

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
  readonly check: Program<boolean> | null /** Number entered × factor = base unit (万元 → 10000 元). */
  readonly factor: Decimal
}
export type CompiledRule = { readonly rule: Rule; readonly check: Program<boolean> }

export type CompiledForm = {
  readonly kind: string
  readonly fields: readonly CompiledField[]
  readonly rules: readonly CompiledRule[]
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
  readonly value: Program<Decimal> | null
  /** Fields whose approximate word the fact keeps. */
  readonly roughFields: readonly string[]
  readonly distinct: Indicator['distinct'] | null
  /** Base unit → printed unit: value ÷ factor (元 → 万元: 10000). */
  readonly factor: Decimal
  /** Formulas: the expression over indicators' values by key (Decimal, in their printed units); null for counted ones. */
  readonly formula: Program<Decimal> | null
}

/** `where` over `org` or `person`; the bounds over the same and every indicator by key (Decimal, in its printed unit). */
export type CompiledQuota = {
  readonly key: string
  readonly quota: Quota
  readonly where: Program<boolean> | null
  readonly atLeast: Program<Decimal> | null
  readonly atMost: Program<Decimal> | null
  readonly exactly: Program<Decimal> | null
  /** share × of is the least. */
  readonly of: Program<Decimal> | null
}

export type CompiledBulletin = {
  readonly title: Text /** The template's own text, also when it stands in a file beside the scheme. */
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
  readonly bulletins: ReadonlyMap<string, CompiledBulletin>
}
