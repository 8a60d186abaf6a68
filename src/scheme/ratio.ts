import { Decimal } from '#kit/decimal.ts'
import type { Program } from './compiled.ts'
import type { Indicator } from './indicator.ts'
import type { Scheme } from './shape.ts'
import { type Units, measured } from './units.ts'

/** Whether what is counted in the unit is a share of something: never added up. */
export const isShare = (units: Units, unit: string): boolean => units.of(unit).dimension === '%'

/**
 * part ÷ whole over figures in their printed units, in the rate's own unit: × 100 in %, × 1000 in ‰. No answer where either is
 * blank or the whole is 0.
 */
export const ratioProgram = (scheme: Scheme, units: Units, indicator: Indicator): Program<Decimal> | null => {
  const { ratio } = indicator
  if (ratio === undefined) return null
  const factorOf = (key: string): Decimal => units.of(scheme.indicators[key]?.unit ?? '').factor
  // A share is of like by like, so both are brought to base units first; any other rate is told in the units as printed.
  const scale = isShare(units, indicator.unit)
    ? factorOf(ratio.part).div(factorOf(ratio.whole)).times(100).div(units.of(indicator.unit).factor)
    : new Decimal(1)
  return {
    source: `${ratio.part} / ${ratio.whole}`,
    reads: [ratio.part, ratio.whole],
    run: (names) => {
      const [part, whole] = [names[ratio.part], names[ratio.whole]]
      if (!(part instanceof Decimal) || !(whole instanceof Decimal) || whole.isZero()) return undefined
      return part.times(scale).div(whole)
    },
  }
}

/** Part and whole of a share have to be of one kind; of another rate they may be anything but the same kind in two units. */
export const ratioFits = (units: Units, indicator: Indicator, part: string, whole: string): boolean => {
  const [p, w] = [units.of(part), units.of(whole)]
  if (p.dimension === w.dimension) return isShare(units, indicator.unit) || p.name === w.name
  return !isShare(units, indicator.unit) || (!measured.has(p.dimension) && !measured.has(w.dimension))
}
