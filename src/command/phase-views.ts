import type { PhaseDays, PhaseState } from '#scheme/moments.ts'

/** Somebody said on which day an event is, or (day null) that it is not known any more. */
export type Announcement = {
  readonly event: string
  readonly day: string | null
  readonly at: string
  readonly by: string
  readonly why: string
}

export type PhaseView = PhaseDays & { readonly state: PhaseState }
