import type { OrgId, PersonId, TeamId } from '#kit/id.ts'
import type { Duty, Term } from '#register/shape.ts'

/* What the commands about teams answer. */

export type TeamMemberRow = Term & {
  /** An org or a person; the other is null. */
  readonly org: OrgId | null
  readonly person: PersonId | null
  readonly code: string
  readonly name: string
  readonly duty: Duty
}
export type TeamRow = {
  readonly id: TeamId
  readonly code: string
  readonly name: string
  /** 协作区, 督导组, 领导小组 … as the register names it. */
  readonly kind: string
  readonly about: string
  /** Leads first. */
  readonly members: readonly TeamMemberRow[]
}

export type TeamRankRow = {
  readonly team: TeamId
  readonly code: string
  readonly name: string
  readonly kind: string
  readonly leads: readonly string[]
  /** How many orgs it is made of. */
  readonly orgs: number
  readonly value: string | null
  readonly pending: string | null
  /** Facts behind the value. */
  readonly records: number
  readonly rank: number | null
}
