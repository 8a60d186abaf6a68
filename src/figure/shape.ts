import type { Day, Period } from '#kit/day.ts'
import type { OrgId, PlaceId } from '#kit/id.ts'
import type { Approx } from '#record/shape.ts'

/** What one version of a record contributes to one indicator. */
export type Fact = {
  readonly indicator: string
  readonly day: Day
  /** From the root down. */
  readonly org: readonly string[]
  /** From the top down; empty without a place. */
  readonly place: readonly string[]
  /** Decimal string in the base unit of the indicator's dimension (money: 元). */
  readonly value: string
  /** What is counted once, for distinct indicators; null otherwise. */
  readonly key: string | null
  /** Whose word it is, where only the newest of each counts; such facts are never added to a tally. null otherwise. */
  readonly each: string | null
  /** The participant or subject it is of, where there is one fact for each; not kept with it. */
  readonly member?: string | undefined
  readonly approx: Approx | null
  /** Waiting for review; never added to the confirmed figure silently. */
  readonly pending: boolean
}

/** `orgs`, instead of `org`: any of these with all below it, what lies under two of them once (a team's members). */
export type Scope = { readonly org?: OrgId | undefined; readonly orgs?: readonly OrgId[] | undefined; readonly place?: PlaceId | undefined }

/** An indicator's value for a scope and a period, as of a moment. */
export type Figure = {
  readonly indicator: string
  /** Decimal string in the indicator's own unit, of a formula to 12 places; null: a formula without a value, a latest of which nobody has said a word, or several have where it is never added up. */
  readonly confirmed: string | null
  /** Always a number of its own, never added to the confirmed one; null: a formula, of which no part is pending. */
  readonly pending: string | null
  /** Facts behind each. */
  readonly facts: number
  readonly pendingFacts: number
  readonly approx: readonly Approx[]
}

export type FigureQuery = {
  readonly scope: Scope
  readonly period?: Period | undefined
  /** An instant with microseconds, ISO 8601; now unless told. */
  readonly asOf?: string | undefined
}
