import { Decimal } from '#kit/decimal.ts'
import type { Scheme } from '#scheme/shape.ts'

/** none: nothing is expected yet, or nothing is owed. */
export const lights = ['green', 'yellow', 'red', 'none'] as const
export type Light = (typeof lights)[number]

/**
 * not_started: no record that counts as a start. behind: less than is expected by today. on_course: no less. done: all that is owed.
 * under_way: started, and owes nothing that could be measured.
 */
export const standings = ['not_started', 'behind', 'on_course', 'done', 'under_way'] as const
export type Standing = (typeof standings)[number]

/** One thing a unit owes: decimal strings in the indicator's unit; null: there is no such number. */
export type Owed = {
  readonly owed: string | null
  readonly expected: string | null
  /** null: there is no value to judge by. */
  readonly done: string | null
  /** What of it counts toward what is expected: of several people, nobody’s surplus makes up for another’s want. All unless told. */
  readonly met?: string | null | undefined
}

/** What is done of what is expected by today; null when nothing is, or where there is no value. */
export const shareOf = ({ expected, done, met = done }: Owed): Decimal | null => {
  if (expected === null || met === null) return null
  const wanted = new Decimal(expected)
  return wanted.gt(0) ? new Decimal(met).div(wanted) : null
}

export const lightOf = (share: Decimal | null, { green, yellow }: Scheme['lights']): Light =>
  share === null ? 'none' : share.gte(green) ? 'green' : share.gte(yellow) ? 'yellow' : 'red'

/** A unit by all that it owes: the share its light goes by, the light, and where it stands. */
export type UnitLight = { readonly share: string | null; readonly light: Light; readonly standing: Standing }

type Unit = {
  /** The first day with a record that counts as a start; null: not started. */
  readonly startedOn: string | null
  /** The day by which it had to start. */
  readonly startBy: string | null
  readonly owes: readonly Owed[]
}

export const unitLight = ({ startedOn, startBy, owes }: Unit, rules: Scheme['lights'], today: string): UnitLight => {
  const shares = owes.map(shareOf).filter((s) => s !== null)
  const share = rules.of === 'mean' ? meanOf(shares) : leastOf(shares)
  const told = share === null ? null : share.toDecimalPlaces(6, Decimal.ROUND_HALF_UP).toFixed()
  if (startedOn === null) {
    const late = startBy !== null && today > startBy
    return { share: told, light: late ? 'red' : lightOf(share, rules), standing: 'not_started' }
  }
  const measured = owes.flatMap(({ owed, done }) => (owed === null || done === null ? [] : [{ owed, done }]))
  if (measured.length === 0) return { share: told, light: 'none', standing: 'under_way' }
  const light = lightOf(share, rules)
  if (measured.every((o) => new Decimal(o.done).gte(o.owed))) return { share: told, light: 'green', standing: 'done' }
  return { share: told, light, standing: light === 'yellow' || light === 'red' ? 'behind' : 'on_course' }
}

/** One's own surplus does not make up for another's want: each counts as at most the whole. */
const meanOf = (shares: readonly Decimal[]): Decimal | null =>
  shares.length === 0 ? null : shares.reduce((sum, s) => sum.plus(Decimal.min(s, 1)), new Decimal(0)).div(shares.length)

const leastOf = (shares: readonly Decimal[]): Decimal | null => (shares.length === 0 ? null : Decimal.min(...shares))
