import { Decimal } from '#kit/decimal.ts'
import type { Standing } from './shape.ts'

/** What somebody's standing follows from; `early`: their time has not begun. Decimal strings, null for what is not asked or has no value. */
export type Sides = {
  readonly owed: string | null
  readonly most: string | null
  readonly done: string | null
  readonly expected: string | null
  readonly early?: boolean | undefined
}

const number = (text: string | null): Decimal | null => (text === null ? null : new Decimal(text))

export const stood = (sides: Sides): Standing => {
  const [owed, most, done, expected] = [sides.owed, sides.most, sides.done, sides.expected].map(number) as [
    Decimal | null,
    Decimal | null,
    Decimal | null,
    Decimal | null,
  ]
  const early = sides.early === true
  if (done === null) return early ? 'early' : owed === null && most === null ? 'open' : 'blank'
  if (most !== null && done.gt(most)) return 'over'
  if (owed === null || (owed.isZero() && done.isZero())) return 'open'
  if (done.gte(owed)) return 'done'
  if (early) return 'early'
  return expected !== null && done.lt(expected) ? 'behind' : 'course'
}
