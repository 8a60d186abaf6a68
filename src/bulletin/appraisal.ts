import type { Language } from '#kit/text.ts'
import { Fig, classOf, everywhere, figureOf, indicatorOf } from './figure.ts'
import { leaders, share } from './functions.ts'
import { Unfit } from './mistake.ts'
import { type Qualifiers, spanOf, whenWords } from './when.ts'
import type { World } from './world.ts'

/* Praise by name, shortcomings without (点名表扬，不足不点名). */

/** The best of a class by name, as `leaders`, of those with the class's minimum volume: so many facts behind the figure. */
export const praise = (world: World, language: Language, name: string, key: string, top: bigint, given: Qualifiers): Fig => {
  const { campaign, indicator } = indicatorOf(world, name)
  // A formula has no facts of its own to be counted.
  if (indicator.formula !== null) throw new Unfit('leaf', name)
  const { minimum } = classOf(world, campaign, key)
  const fig = leaders(world, language, name, key, top, given)
  return fig.how.is === 'leaders' ? new Fig({ ...fig, how: { ...fig.how, minimum } }) : fig
}

/** How many units of a class have less than so much of an indicator, in its own unit. */
export const below = (world: World, name: string, key: string, than: bigint, given: Qualifiers): Fig => {
  for (const qualifier of Object.keys(given))
    if (!whenWords.some((w) => w === qualifier)) throw new Unfit('qualifier', qualifier, whenWords)
  const { campaign } = indicatorOf(world, name)
  const { units } = classOf(world, campaign, key)
  const one = figureOf(world, name, { ...everywhere(world), ...spanOf(world, given) })
  const asks = units.flatMap((u) => one.asks.map((a) => ({ ...a, org: u.id })))
  return new Fig({
    how: { is: 'below', than: String(than), from: 0, count: asks.length },
    asks,
    form: { unit: '个', scale: '', decimals: 0, fixed: false, bare: false },
    title: {
      zh: `${one.title.zh}不足 ${than}${one.form.unit}的单位`,
      en: `units with less than ${than} ${one.form.unit}: ${one.title.en ?? one.title.zh}`,
    },
    campaign,
  })
}

/** What part one is of the other, as a word: 极个别, 个别, 少部分 … */
export const part = (a: Fig, b: Fig): Fig => share(a, b, 1n).in({ word: 'part', unit: '' })
