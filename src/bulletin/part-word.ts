import { Decimal } from '#kit/decimal.ts'
import type { Language, Text } from '#kit/text.ts'

/*
 * Shortcomings without names: how official language says what part of a whole it is. 极个别 is at most a thirtieth, 个别 a tenth,
 * 少部分 three tenths, 部分 half; 大部分 up to four fifths, 绝大部分 all but.
 */

const bounds: readonly { readonly most: number; readonly word: Text }[] = [
  { most: 100 / 30, word: { zh: '极个别', en: 'very few' } },
  { most: 10, word: { zh: '个别', en: 'a few' } },
  { most: 30, word: { zh: '少部分', en: 'a small part' } },
  { most: 50, word: { zh: '部分', en: 'some' } },
  { most: 80, word: { zh: '大部分', en: 'most' } },
]

const none: Text = { zh: '没有', en: 'none' }
const all: Text = { zh: '全部', en: 'all' }
const nearlyAll: Text = { zh: '绝大部分', en: 'nearly all' }

/** The word for a share in percent. */
export const partWord = (percent: Decimal): Text => {
  if (percent.lte(0)) return none
  if (percent.gte(100)) return all
  return bounds.find((b) => percent.lte(b.most))?.word ?? nearlyAll
}

/** The word for so many of so many. */
export const partOf = (count: number, whole: number, language: Language): string => {
  const word = partWord(whole === 0 ? new Decimal(0) : new Decimal(count).times(100).div(whole))
  return language === 'zh' ? word.zh : (word.en ?? word.zh)
}
