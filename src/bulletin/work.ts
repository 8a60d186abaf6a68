import { Decimal, plain, zero } from '#kit/decimal.ts'
import type { Approx } from '#record/shape.ts'
import type { How, Measure, Part } from './shape.ts'
import { stoodValue } from './stood.ts'

/** What comes out: an exact decimal string (quotients: 24 digits), or names, and the rough words it rests on. */
export type Worked = { readonly value: string | null; readonly names: readonly string[] | null; readonly approx: readonly Approx[] }

/** Works a printed value out of its parts. The same when a bulletin is made and when it is made again. */
export const work = (how: How, parts: readonly Part[]): Worked => {
  if (how.is === 'leaders') return { value: null, names: leaders(how.names, how.top, parts, how.minimum ?? 0), approx: [] }
  const value = number(how, parts)
  return { value: value === null ? null : plain(value), names: null, approx: roughness(how, parts) }
}

const number = (how: Exclude<How, { is: 'leaders' }>, parts: readonly Part[]): Decimal | null => {
  switch (how.is) {
    case 'confirmed':
    case 'pending':
      return valueOf(parts[how.part], how.is)
    case 'total':
      return parts.reduce<Decimal | null>((sum, p) => combine('sum', sum, valueOf(p, how.of)), zero)
    case 'count':
      return new Decimal(how.of === 'started' ? how.started.length : how.ask.units.length - how.started.length)
    case 'below':
      return new Decimal(parts.slice(how.from, how.from + how.count).filter((p) => valueOf(p, 'confirmed')?.lt(how.than)).length)
    case 'units':
      return new Decimal(how.units.length)
    case 'stood':
      return decimalOf(stoodValue(how))
    case 'sum':
    case 'difference':
    case 'quotient':
    case 'percent': {
      const [a, b] = how.of
      return a.is === 'leaders' || b.is === 'leaders' ? null : combine(how.is, number(a, parts), number(b, parts))
    }
  }
}

const valueOf = (part: Part | undefined, measure: Measure): Decimal | null =>
  decimalOf(measure === 'confirmed' ? part?.value : part?.pending)

const decimalOf = (text: string | null | undefined): Decimal | null => (text === null || text === undefined ? null : new Decimal(text))

/** Blank is not zero: a blank makes the whole blank. */
const combine = (is: 'sum' | 'difference' | 'quotient' | 'percent', a: Decimal | null, b: Decimal | null): Decimal | null => {
  if (a === null || b === null) return null
  if (is === 'sum') return a.plus(b)
  if (is === 'difference') return a.minus(b)
  if (b.isZero()) return null
  return (is === 'percent' ? a.times(100).div(b) : a.div(b)).toDecimalPlaces(24, Decimal.ROUND_HALF_UP)
}

/** A rough part makes a sum rough in the same way; a proportion or a difference only about right. */
const roughness = (how: How, parts: readonly Part[]): readonly Approx[] => {
  const words = parts.flatMap((p) => p.approx)
  if (words.length === 0) return []
  return how.is === 'quotient' || how.is === 'percent' || how.is === 'difference' ? ['约'] : words
}

const leaders = (names: readonly string[], top: number, parts: readonly Part[], minimum: number): readonly string[] =>
  parts
    .map((p, i) => ({ name: names[i] ?? '', value: new Decimal(p.value ?? 0), facts: p.facts, i }))
    .filter((p) => p.value.gt(0) && p.facts >= minimum)
    .sort((a, b) => b.value.comparedTo(a.value) || a.i - b.i)
    .slice(0, top)
    .map((p) => p.name)
