import { Decimal as Base } from 'decimal.js'

/** Exact decimals: 60 digits, so sums and products of what people enter are never rounded. */
export const Decimal = Base.clone({ precision: 60, toExpNeg: -40, toExpPos: 60 })
export type Decimal = Base

export const zero = new Decimal(0)

/** Plain notation without exponent or trailing zeros: '671.12', '0', '-3'. The form figures travel and are compared in. */
export const plain = (value: Base): string => (value.isZero() ? '0' : value.toFixed())

/** Written as a number: sign, at most 24 digits before the point and 12 after, no exponent. */
export const decimalPattern = /^-?\d{1,24}(\.\d{1,12})?$/
