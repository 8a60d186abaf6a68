import { Decimal, plain } from '#kit/decimal.ts'
import { type Text, say } from '#kit/text.ts'
import type { Compiled, CompiledIndicator } from '#scheme/compiled.ts'
import type { Figure } from './shape.ts'

/*
 * What does not add up. Said with its numbers and left as it is: nothing here mends a figure, and nothing is held against anybody.
 */

export const oddKinds = ['over', 'parts', 'hundred', 'stated', 'underived', 'blank', 'units', 'unsaid'] as const
export type OddKind = (typeof oddKinds)[number]

export type Odd = {
  /**
   * over: an of-which figure beyond its whole · parts: a partition that misses · hundred: a rate over 100 % · stated: an entered percentage that
   * does not derive · underived: one that nothing it could derive from is known of · blank: one of two that belong together is blank ·
   * units: figures side by side in different units · unsaid: whether a total includes a study is not said
   */
  readonly kind: OddKind
  readonly indicator: string
  readonly says: Text
  /** The figures that do not go together, the one complained of first. */
  readonly numbers: readonly { readonly indicator: string; readonly title: Text; readonly value: string | null; readonly unit: string }[]
}

type Values = ReadonlyMap<string, Decimal>
type Tell = (kind: OddKind, indicators: readonly string[], says: Text) => void

const teller =
  (compiled: Compiled, values: Values, found: Odd[]): Tell =>
  (kind, [indicator = '', ...others], says) =>
    void found.push({ kind, indicator, says, numbers: [indicator, ...others].map((key) => numberOf(compiled, values, key)) })

/** What does not add up among the figures of one scope and period. */
export const oddAmong = (compiled: Compiled, figures: readonly Figure[]): readonly Odd[] => {
  const values: Values = new Map(figures.flatMap((f) => (f.confirmed === null ? [] : [[f.indicator, new Decimal(f.confirmed)] as const])))
  const found: Odd[] = []
  const tell = teller(compiled, values, found)
  for (const i of compiled.indicators.values()) {
    overWhole(compiled, i, values, tell)
    overHundred(i, values, tell)
    halfBlank(compiled, i, values, tell)
    stated(compiled, i, figures, values, tell)
  }
  partsThatMiss(compiled, values, tell)
  // Two rates may rest on one and the same blank.
  return [...new Map(found.map((odd) => [`${odd.kind} ${odd.numbers.map((n) => n.indicator).join(' ')}`, odd])).values()]
}

/** What a scheme leaves open, whatever its figures are. */
export const oddInScheme = (compiled: Compiled): readonly Odd[] => {
  const found: Odd[] = []
  const tell = teller(compiled, new Map(), found)
  for (const i of compiled.indicators.values()) {
    const { beside, included } = i.indicator
    if (i.each && i.alone && i.indicator.unit === '%' && i.derives === null)
      tell('underived', [i.key], {
        zh: `“${i.indicator.title.zh}”是直接填报的百分比，没有分子和分母，无法推算`,
        en: `“${title(i)}” is entered as a percentage; without a part and a whole it cannot be derived`,
      })
    const total = beside === undefined ? undefined : compiled.indicators.get(beside)
    if (total === undefined) continue
    if (included !== 'yes' && included !== 'no')
      tell('unsaid', [i.key, total.key], {
        zh: `“${total.indicator.title.zh}”是否包含“${i.indicator.title.zh}”，未言明`,
        en: `It is not said whether “${title(total)}” includes “${title(i)}”`,
      })
    if (total.indicator.unit !== i.indicator.unit)
      tell('units', [i.key, total.key], {
        zh: `“${i.indicator.title.zh}”以${i.indicator.unit}计，“${total.indicator.title.zh}”以${total.indicator.unit}计，不可直接比较`,
        en: `“${title(i)}” is in ${i.indicator.unit}, “${title(total)}” in ${total.indicator.unit}: they do not compare`,
      })
  }
  return found
}

const title = (i: CompiledIndicator): string => say(i.indicator.title, 'en')

const numberOf = (compiled: Compiled, values: Values, indicator: string): Odd['numbers'][number] => {
  const found = compiled.indicators.get(indicator)
  const value = values.get(indicator)
  return {
    indicator,
    title: found?.indicator.title ?? { zh: indicator },
    value: value === undefined ? null : shown(value),
    unit: found?.indicator.unit ?? '',
  }
}

const shown = (value: Decimal): string => plain(value.toDecimalPlaces(6))

/** The whole of which it is a part: declared by `of`, or standing beside a total that includes it. */
export const wholeOf = (compiled: Compiled, { indicator }: CompiledIndicator): CompiledIndicator | undefined =>
  compiled.indicators.get(indicator.of ?? (indicator.included === 'yes' ? (indicator.beside ?? '') : ''))

const overWhole = (compiled: Compiled, i: CompiledIndicator, values: Values, tell: Tell): void => {
  const whole = wholeOf(compiled, i)
  const [part, all] = [values.get(i.key), whole && values.get(whole.key)]
  if (whole === undefined || part === undefined || all === undefined || i.alone) return
  // In base units, for a part may be printed in another unit of the same kind.
  if (sameKind(i, whole) && part.times(i.factor).gt(all.times(whole.factor)))
    tell('over', [i.key, whole.key], {
      zh: `“${i.indicator.title.zh}”${shown(part)}${i.indicator.unit}，多于它所属的“${whole.indicator.title.zh}”${shown(all)}${whole.indicator.unit}`,
      en: `“${title(i)}”, ${shown(part)} ${i.indicator.unit}, is more than “${title(whole)}” that holds it, ${shown(all)} ${whole.indicator.unit}`,
    })
}

/** A part by `of` was checked to be of one kind with its whole; a study beside a total may be in any unit. */
const sameKind = (i: CompiledIndicator, whole: CompiledIndicator): boolean =>
  i.indicator.of !== undefined || i.indicator.unit === whole.indicator.unit

const overHundred = (i: CompiledIndicator, values: Values, tell: Tell): void => {
  const value = values.get(i.key)
  const { ratio } = i.indicator
  if (ratio === undefined || value === undefined || i.indicator.unit !== '%' || value.lte(100)) return
  tell('hundred', [i.key, ratio.part, ratio.whole], {
    zh: `“${i.indicator.title.zh}”为 ${plain(value.toDecimalPlaces(2))}%，超过 100%`,
    en: `“${title(i)}” is ${plain(value.toDecimalPlaces(2))}%, over 100%`,
  })
}

const halfBlank = (compiled: Compiled, i: CompiledIndicator, values: Values, tell: Tell): void => {
  const { ratio } = i.indicator
  if (ratio === undefined) return
  const [part, whole] = [values.get(ratio.part), values.get(ratio.whole)]
  const blank = part === undefined ? ratio.part : whole === undefined ? ratio.whole : null
  const there = part === undefined ? whole : part
  if (there === undefined || blank === null) return
  const other = compiled.indicators.get(blank)
  tell('blank', [blank, blank === ratio.part ? ratio.whole : ratio.part], {
    zh: `“${other?.indicator.title.zh ?? blank}”没有填，“${i.indicator.title.zh}”无从算起`,
    en: `“${other ? title(other) : blank}” is blank, so “${title(i)}” cannot be worked out`,
  })
}

/** An entered percentage against what it must derive from, to the digits it was entered with. */
const stated = (compiled: Compiled, i: CompiledIndicator, figures: readonly Figure[], values: Values, tell: Tell): void => {
  const says = values.get(i.key)
  const { ratio } = i.indicator
  if (i.derives === null || ratio === undefined || says === undefined) return
  const derived = i.derives.run(Object.fromEntries(values))
  const words = figures.find((f) => f.indicator === i.key)?.approx ?? []
  if (derived === undefined && !values.has(ratio.part) && !values.has(ratio.whole))
    tell('underived', [i.key, ratio.part, ratio.whole], {
      zh: `“${i.indicator.title.zh}”填报为 ${shown(says)}%，分子和分母都没有填，无法推算`,
      en: `“${title(i)}” is entered as ${shown(says)}%; part and whole are blank, so it cannot be derived`,
    })
  if (derived === undefined || agree(says, derived, words.length > 0)) return
  const [part = '', whole = ''] = [ratio.part, ratio.whole].map((key) => compiled.indicators.get(key)?.indicator.title.zh ?? key)
  tell('stated', [i.key, ratio.part, ratio.whole], {
    zh: `“${i.indicator.title.zh}”填报为 ${shown(says)}%，按“${part}”与“${whole}”推算为 ${plain(derived.toDecimalPlaces(4))}%`,
    en: `“${title(i)}” is entered as ${shown(says)}%, but derives to ${plain(derived.toDecimalPlaces(4))}%`,
  })
}

/** Rounded half up or cut off, both are met with in reports; a rough one may be off by a tenth of itself. */
const agree = (says: Decimal, derived: Decimal, rough: boolean): boolean =>
  derived
    .minus(says)
    .abs()
    .lte(rough ? says.abs().times(0.1) : new Decimal(10).pow(-says.decimalPlaces()).times(says.lt(derived) ? 1 : 0.5))

const partsThatMiss = (compiled: Compiled, values: Values, tell: Tell): void => {
  for (const { of, into } of compiled.scheme.partitions) {
    const whole = compiled.indicators.get(of)
    const all = values.get(of)
    const parts = into.flatMap((key) => {
      const [i, value] = [compiled.indicators.get(key), values.get(key)]
      return i === undefined || value === undefined ? [] : [value.times(i.factor)]
    })
    if (whole === undefined || all === undefined || parts.length < into.length) continue
    const sum = parts.reduce((a, b) => a.plus(b), new Decimal(0)).div(whole.factor)
    if (sum.eq(all)) continue
    tell('parts', [of, ...into], {
      zh: `“${whole.indicator.title.zh}”为 ${shown(all)}${whole.indicator.unit}，各部分合计 ${shown(sum)}${whole.indicator.unit}，相差 ${shown(all.minus(sum).abs())}`,
      en: `“${title(whole)}” is ${shown(all)} ${whole.indicator.unit}, its parts add up to ${shown(sum)}: ${shown(all.minus(sum).abs())} apart`,
    })
  }
}
