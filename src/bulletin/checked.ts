import type { CampaignId, OrgId } from '#kit/id.ts'
import type { Language } from '#kit/text.ts'
import type { Fig } from './figure.ts'
import type { LineKind } from './shape.ts'

/* A template read against its world without a mistake: what it prints, with figures still to be looked up. */

export type CheckedRun =
  | { readonly is: 'words'; readonly text: string; readonly strong: boolean }
  | { readonly is: 'figure'; readonly fig: Fig; readonly source: string; readonly strong: boolean }
  /** The names of the units that a count counted. */
  | { readonly is: 'names'; readonly fig: Fig; readonly units: readonly { readonly org: OrgId; readonly name: string }[] }

export type CheckedCell = readonly CheckedRun[]

export type CheckedBlock =
  | { readonly is: LineKind; readonly runs: readonly CheckedRun[] }
  | { readonly is: 'item'; readonly runs: readonly CheckedRun[]; readonly marker: string; readonly depth: number }
  | {
      readonly is: 'table'
      readonly caption: string
      readonly head: readonly CheckedCell[]
      readonly rows: readonly (readonly CheckedCell[])[]
    }
  | Ranking

/** Its order depends on the figures. */
export type Ranking = {
  readonly is: 'ranking'
  readonly caption: string
  readonly head: readonly [string, string, string]
  readonly entries: readonly { readonly code: string; readonly name: string; readonly org: OrgId | null; readonly fig: Fig }[]
  readonly top: number | null
  /** Fewest records to be ranked at all. */
  readonly minimum: number
  readonly campaign: CampaignId
  readonly source: string
}

export type Checked = { readonly language: Language; readonly blocks: readonly CheckedBlock[] }
