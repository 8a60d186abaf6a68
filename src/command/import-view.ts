import type { Text } from '#kit/text.ts'
import type { Sheet } from '#register/shape.ts'

export type ImportView = {
  readonly id: string
  readonly file: string
  readonly state: 'running' | 'done' | 'failed'
  readonly startedAt: string
  readonly by: string
  /** Rows of the file; null while it is still being counted. */
  readonly total: number | null
  readonly read: number
  readonly added: number
  readonly changed: number
  readonly same: number
  readonly refused: number
  readonly sheets: readonly Sheet[]
  /** Headings that no column is known by, with their sheet: what stands under them was not read. */
  readonly ignored: readonly { readonly sheet: string; readonly heading: string }[]
  /** The fault that ended it, when failed. */
  readonly fault: { readonly code: string; readonly says: Text } | null
  /** The first refused rows; the rest are in the workbook that comes back. */
  readonly errors: readonly { readonly sheet: string; readonly row: number; readonly says: Text }[]
}
