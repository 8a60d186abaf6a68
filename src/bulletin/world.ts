import type { CampaignId, OrgId, PlaceId } from '#kit/id.ts'
import type { Compiled } from '#scheme/compiled.ts'
import type { Announced } from '#scheme/moments.ts'

/** A campaign whose figures a bulletin prints. */
export type Known = { readonly id: CampaignId; readonly version: number; readonly compiled: Compiled }

export type Unit = { readonly id: OrgId; readonly code: string; readonly name: string; readonly kind: string; readonly class: string }

export type TeamOf = { readonly code: string; readonly name: string; readonly kind: string; readonly orgs: readonly OrgId[] }

/** What a template is read against: names in it become ids of this world. */
export type World = {
  /** The bulletin's own org: unless told otherwise a figure is of it and all below it. */
  readonly roof: {
    readonly id: OrgId
    readonly name: string /** The top of the tree: its figures are everybody's. */
    readonly top: boolean
  }
  /** The roof and everything below it. */
  readonly units: readonly Unit[]
  readonly places: readonly { readonly id: PlaceId; readonly code: string; readonly name: string }[]
  /** Teams whose members all stand under the roof: the orgs that lead or belong to them. */
  readonly teams?: readonly TeamOf[] | undefined
  readonly campaign: Known
  /** Other campaigns by the name they were given when drafting. */
  readonly others: Readonly<Record<string, Known>>
  readonly today: string
  /** The days announced for the campaign's events. */
  readonly announced?: Announced | undefined
}

/** Units of a class, in the order of their codes. */
export const unitsOf = (world: World, { compiled }: Known, key: string): readonly Unit[] =>
  world.units.filter((u) => compiled.classOf(u) === key).sort((a, b) => (a.code < b.code ? -1 : a.code > b.code ? 1 : 0))
