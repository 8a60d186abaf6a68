import type { Language } from '#kit/text.ts'
import { usePreferences } from './preferences.ts'

/** The usual units in English, one and many. A measure word that English has none for (个, 件, 张) is not said. */
const english: Readonly<Record<string, readonly [one: string, many: string]>> = {
  天: ['day', 'days'],
  日: ['day', 'days'],
  人天: ['person-day', 'person-days'],
  半天: ['half-day', 'half-days'],
  小时: ['hour', 'hours'],
  分钟: ['minute', 'minutes'],
  次: ['time', 'times'],
  场次: ['session', 'sessions'],
  批次: ['batch', 'batches'],
  人: ['person', 'people'],
  名: ['person', 'people'],
  人次: ['person-time', 'person-times'],
  户: ['household', 'households'],
  户次: ['household visit', 'household visits'],
  字: ['character', 'characters'],
  元: ['yuan', 'yuan'],
  百元: ['×100 yuan', '×100 yuan'],
  千元: ['×1,000 yuan', '×1,000 yuan'],
  万元: ['×10,000 yuan', '×10,000 yuan'],
  百万元: ['million yuan', 'million yuan'],
  千万元: ['×10 million yuan', '×10 million yuan'],
  亿元: ['×100 million yuan', '×100 million yuan'],
  亩: ['mu', 'mu'],
  万亩: ['×10,000 mu', '×10,000 mu'],
  平方米: ['m²', 'm²'],
  公顷: ['ha', 'ha'],
  平方公里: ['km²', 'km²'],
  米: ['m', 'm'],
  延长米: ['m', 'm'],
  里: ['li', 'li'],
  公里: ['km', 'km'],
  千米: ['km', 'km'],
  斤: ['jin', 'jin'],
  公斤: ['kg', 'kg'],
  千克: ['kg', 'kg'],
  吨: ['tonne', 'tonnes'],
  万吨: ['×10,000 tonnes', '×10,000 tonnes'],
  ...Object.fromEntries([...'个件张项条份篇家场处栋套册座本幅面只台辆株盏'].map((word) => [word, ['', '']] as const)),
}

/** What a unit is called beside its number: in Chinese as the scheme writes it. One that is not known stays as it is written. */
export const sayUnit = (unit: string, language: Language, value: string | null = null): string => {
  const said = language === 'en' ? english[unit] : undefined
  return said === undefined ? unit : said[value === '1' ? 0 : 1]
}

/** `const unit = useUnit()`; then `unit('人次', value)`. */
export const useUnit = () => {
  const { language } = usePreferences()
  return (unit: string, value: string | null = null): string => sayUnit(unit, language, value)
}
