import { sourceOf } from './resolve.ts'
import type { Indicator } from './indicator.ts'
import type { Scheme } from './shape.ts'
import type { Broken } from './shapes.ts'

/**
 * A scheme without what rests on its broken parts: an indicator of an activity that could not be read is not reported as
 * well, nor a quota of that indicator.
 */
export const withoutBroken = (scheme: Scheme, broken: Broken): Scheme => {
  const gone = new Set(broken.items)
  if (gone.size === 0) return scheme
  let indicators = Object.entries(scheme.indicators)
  for (let before = -1; before !== indicators.length; ) {
    before = indicators.length
    const left = indicators.filter(([, i]) => !rests(scheme, i, gone))
    for (const [key] of indicators) if (!left.some(([k]) => k === key)) gone.add(`indicators.${key}`)
    indicators = left
  }
  const kept = (key: string): boolean => !gone.has(`indicators.${key}`)
  return {
    ...scheme,
    indicators: Object.fromEntries(indicators),
    quotas: Object.fromEntries(
      Object.entries(scheme.quotas).filter(
        ([, q]) =>
          kept(q.indicator) &&
          (q.for_each === undefined || kept(q.for_each)) &&
          [q, ...q.also].flatMap((a) => [a.at_least, a.at_most, a.exactly, a.of]).every((b) => !mentions(b, gone)),
      ),
    ),
    partitions: scheme.partitions.filter((p) => [p.of, ...p.into].every(kept)),
  }
}

const rests = (scheme: Scheme, indicator: Indicator, gone: ReadonlySet<string>): boolean => {
  const words = indicator.from === undefined ? [] : typeof indicator.from === 'string' ? [indicator.from] : indicator.from
  const kinds = words.map((w) => w.replace(/\.(raised|closed)$/, ''))
  const lost = kinds.some(
    (k, i) =>
      sourceOf(scheme, words[i] ?? '') === null &&
      (gone.has(`activities.${k}`) || gone.has(`matters.${k}`) || gone.has('activities') || gone.has('matters')),
  )
  const others = [indicator.of, indicator.beside, indicator.ratio?.part, indicator.ratio?.whole]
  return lost || others.some((key) => key !== undefined && gone.has(`indicators.${key}`)) || mentions(indicator.formula, gone)
}

const mentions = (expression: string | number | undefined, gone: ReadonlySet<string>): boolean =>
  typeof expression === 'string' && (expression.match(/[a-z][a-z0-9_]*/g) ?? []).some((name) => gone.has(`indicators.${name}`))
