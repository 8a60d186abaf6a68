import type { Day } from '#kit/day.ts'
import type { Misfit } from '#kit/fault.ts'
import type { Duty } from './shape.ts'

/*
 * What somebody says of the register: a row of a sheet, a form filled by hand, a loader's list. Entries refer to each
 * other by code. An absent field leaves what is known; `null` and '' say "none". `from` absent or null corrects what is
 * valid now; a day begins a new term on that day. `until` is the first day on which it no longer holds.
 */

export type Lasting = { readonly from?: Day | null | undefined; readonly until?: Day | null | undefined }

export type NodeEntry = Lasting & {
  /** The id a new node shall have; one is made when absent. Known codes keep theirs. */
  readonly id?: string | undefined
  readonly code: string
  readonly name: string
  /** Code of the node above; null for a root. */
  readonly parent?: string | null | undefined
  readonly kind?: string | undefined
  readonly class?: string | undefined
  readonly aliases?: readonly string[] | undefined
}

/** `org` is a code. */
export type PostEntry = Lasting & { readonly org: string; readonly post?: string | undefined; readonly rank?: string | undefined }

export type PersonEntry = {
  readonly id?: string | undefined
  readonly code: string
  readonly name: string
  readonly posts: readonly PostEntry[]
  /** True when the same source has named this person before: the posts come on top of those it named then. */
  readonly more?: boolean | undefined
}

export type SubjectEntry = {
  readonly id?: string | undefined
  readonly code: string
  readonly name: string
  readonly kind?: string | undefined
  /** Code of a place. */
  readonly place?: string | null | undefined
  readonly address?: string | undefined
  readonly tags?: readonly string[] | undefined
}

export type LinkEntry = Lasting & {
  readonly id?: string | undefined
  /** Who answers: a code. */
  readonly by: { readonly person: string } | { readonly org: string }
  /** For what: a code. */
  readonly to: { readonly place: string } | { readonly org: string } | { readonly subject: string }
  readonly role?: string | undefined
}

/** Who belongs: a code. */
export type MemberEntry = Lasting & { readonly who: { readonly org: string } | { readonly person: string }; readonly duty: Duty }

export type TeamEntry = {
  readonly id?: string | undefined
  readonly code: string
  readonly name: string
  readonly kind?: string | undefined
  readonly about?: string | undefined
  readonly members: readonly MemberEntry[]
  /** These are all: whoever else belongs leaves on this day. */
  readonly othersLeave?: Day | undefined
}

export type Entries = {
  readonly places?: readonly NodeEntry[] | undefined
  readonly orgs?: readonly NodeEntry[] | undefined
  readonly people?: readonly PersonEntry[] | undefined
  readonly subjects?: readonly SubjectEntry[] | undefined
  readonly links?: readonly LinkEntry[] | undefined
  readonly teams?: readonly TeamEntry[] | undefined
}

/** What became of one entry; misfits mean that nothing of it was entered. */
export type Outcome = 'added' | 'changed' | 'same' | readonly Misfit[]

/** One outcome per entry, in the order of the entries. */
export type Saved = { readonly [K in keyof Required<Entries>]: readonly Outcome[] }

/** Everything that was refused, of a list of outcomes. */
export const refusals = (saved: Saved): readonly Misfit[] =>
  Object.values(saved).flatMap((outcomes) => outcomes.flatMap((o) => (typeof o === 'string' ? [] : o)))
