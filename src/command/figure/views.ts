import type { Odd } from '#figure/check.ts'
import type { OrgId, RecordId } from '#kit/id.ts'

/** Something that does not add up, in one unit and period. */
export type OddRow = Odd & {
  /** null: it lies in the scheme, whatever the figures are. */
  readonly org: { readonly id: OrgId; readonly name: string } | null
  readonly from: string | null
  readonly to: string | null
  /** Records to look at; for figures, those behind each number (figure.records). */
  readonly records: readonly { readonly record: RecordId; readonly day: string; readonly gist: string; readonly kind: string }[]
}

export type FigureCheck = {
  readonly rows: readonly OddRow[]
  /** All that was found; the rows may be fewer. */
  readonly found: number
  /** How many units were looked at. */
  readonly units: number
}
