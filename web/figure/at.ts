import type { CampaignId, OrgId, PlaceId, TeamId } from '#kit/id.ts'
import type { Approx } from '#record/shape.ts'

/** A figure on some screen, with everything needed to list what it is made of. */
export type FigureAt = {
  readonly campaign: CampaignId
  readonly indicator: string
  readonly org?: OrgId | undefined
  readonly orgName?: string | undefined
  /** Instead of an org: a team, or several orgs together (a team's members when a bulletin was sealed). */
  readonly team?: TeamId | undefined
  readonly orgs?: readonly OrgId[] | undefined
  readonly place?: PlaceId | undefined
  readonly from?: string | undefined
  readonly to?: string | undefined
  /** The moment it is read at; now unless told. */
  readonly asOf?: string | undefined
  readonly value: string | null
  /** '' when not known: then as the scheme says. */
  readonly unit: string
  readonly facts: number
  readonly approx?: readonly Approx[] | undefined
  readonly pending?: string | null | undefined
  readonly pendingFacts?: number | undefined
  readonly showPending?: boolean | undefined
  /** A sealed figure's own words: the formula in the template, the scheme's version, what is printed. */
  readonly sealed?:
    | {
        readonly source: string
        readonly schemeVersion: number
        readonly printed: string
        /** What is printed is this very figure, not something made of several. */
        readonly alone: boolean
      }
    | undefined
}
