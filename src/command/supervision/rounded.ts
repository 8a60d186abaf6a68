import { Decimal, plain } from '#kit/decimal.ts'

/** A decimal string with at most so many digits after the point; as exact as it is when nothing is asked. */
export const roundedText = (value: string, decimals: number | null): string =>
  decimals === null ? value : plain(new Decimal(value).toDecimalPlaces(decimals, Decimal.ROUND_HALF_UP))
