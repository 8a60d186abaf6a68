import type { FileMistake } from '#bulletin/sound.ts'
import type { CampaignId } from '#kit/id.ts'
import type { Text } from '#kit/text.ts'
import type { Change } from '#scheme/change.ts'

/** An indicator under the version in force and under the one asked about; values in the printed unit of each. */
export type ImpactFigure = {
  readonly indicator: string
  readonly title: Text
  readonly unit: string
  readonly is: 'added' | 'removed' | 'kept'
  /** What it is now; null: no value, or not there. */
  readonly now: string | null
  /** What it is once the version is in force: records keep theirs, only formulas, units and take follow at once. */
  readonly after: string | null
  /** What it would be if every existing record were derived anew; null also when they were not all looked at. */
  readonly rederived: string | null
  /** The same for what waits for review. */
  readonly pending: { readonly now: string | null; readonly after: string | null; readonly rederived: string | null }
  /** Existing records whose part in it would be another. */
  readonly records: number
}

/** Existing records of a kind that would not be taken as they are under the new version: whoever corrects one has to fill in more. */
export type ImpactKind = {
  readonly sort: 'activity' | 'matter'
  readonly kind: string
  readonly title: Text
  readonly records: number
  /** The kind is no more. */
  readonly gone: boolean
  readonly unfit: number
  /** The commonest reasons, most first. */
  readonly reasons: readonly { readonly path: string; readonly says: Text; readonly records: number }[]
}

export type SchemeImpact = {
  readonly campaign: CampaignId
  readonly version: number
  /** Nothing else is told when the scheme has mistakes. */
  readonly mistakes: readonly FileMistake[]
  readonly changes: readonly Change[]
  readonly figures: readonly ImpactFigure[]
  readonly kinds: readonly ImpactKind[]
  /** Records that count, and how many of them were looked at. */
  readonly records: { readonly all: number; readonly looked: number }
  /** Sealed bulletins stay as they are; drafts are printed by the new version, and some of them no longer can be. */
  readonly bulletins: { readonly sealed: number; readonly drafts: number; readonly broken: readonly string[] }
}
