import type { Quota, QuotaAsk } from '#scheme/quota.ts'
import { eventOf, phaseOf } from '#scheme/moments.ts'
import type { Scheme } from '#scheme/shape.ts'
import { sayDay } from '#web/say/format.ts'
import { usePreferences } from '#web/say/preferences.ts'
import { sayUnit } from '#web/say/units.ts'
import { useSay, useWords } from '#web/say/words.ts'
import { useDictionary } from './dictionary.ts'
import { inWords } from './in-words.ts'
import { owedWords } from './owed-words.ts'
import { schemeWords } from './words.ts'

/** The scheme’s own words for what a quota speaks of. */
const useSaid = (scheme: Scheme) => {
  const w = useWords(owedWords)
  const say = useSay()
  const { language } = usePreferences()
  const dictionary = useDictionary(scheme)
  return {
    expression: (source: string | number): string =>
      typeof source === 'number' ? String(source) : (inWords(source, dictionary, language) ?? source),
    title: (key: string): string => {
      const indicator = scheme.indicators[key]
      return indicator === undefined ? key : say(indicator.title)
    },
    share: (of: number | string): string => (of === 1 ? w('all') : typeof of === 'number' ? `${Math.round(of * 1000) / 10}%` : of),
    moment: (of: string): string => {
      const named = scheme.events.find((e) => e.key === eventOf(of)) ?? scheme.phases.find((p) => p.key === phaseOf(of))
      const offset = /[+-].*$/.exec(of.startsWith('event:') ? of : '')?.[0]
      return named === undefined ? sayDay(of, language) : [say(named.title), offset ?? ''].join(' ').trim()
    },
    text: say,
  }
}

/** 每个单位 · 调研报告 不少于 2 篇 · 2012年11月30日前完成. */
export const useQuotaWords = (quota: Quota, scheme: Scheme): string => {
  const w = useWords(owedWords)
  const turn = useWords(schemeWords)
  const { expression, title, share, moment, text } = useSaid(scheme)
  const { language } = usePreferences()
  const amount = (n: string): string => `${n} ${sayUnit(scheme.indicators[quota.indicator]?.unit ?? '', language, n)}`.trim()
  const comma = language === 'en' ? ', ' : '、'
  const bounds = (ask: QuotaAsk): readonly string[] => [
    ...(['at_least', 'at_most', 'exactly'] as const).flatMap((name) =>
      ask[name] === undefined ? [] : [w(name, { n: amount(expression(ask[name])) })],
    ),
    ...(ask.share === undefined ? [] : [w('share', { share: share(ask.share), of: ask.of === undefined ? '' : expression(ask.of) })]),
    ...(ask.times === undefined ? [] : [w('times', { n: ask.times })]),
  ]
  const period = (ask: QuotaAsk): string =>
    turn(`every_${ask.every}`) + (ask.by === undefined ? '' : ` · ${w('by', { day: moment(ask.by) })}`)
  const each = quota.for_each && w('forEach', { of: title(quota.for_each), n: amount(expression(quota.at_least ?? 1)) })
  const parts = [
    ...(each === undefined ? bounds(quota) : [each]),
    ...(quota.stages === undefined ? [] : [w('stages', { places: quota.stages.places, each: amount(String(quota.stages.each)) })]),
    ...(quota.targets === undefined ? [] : [w('targets', { n: Object.keys(quota.targets).length })]),
    ...quota.strata.map((s) => w('stratum', { of: s.title ? text(s.title) : expression(s.when), share: share(s.share) })),
  ]
  return [
    quota.where === undefined ? w(quota.who) : w(`${quota.who}Where`, { where: expression(quota.where) }),
    `${title(quota.indicator)} ${parts.join(comma)}`,
    ...(quota.from === undefined ? [] : [w('from', { day: moment(quota.from) })]),
    period(quota),
    ...quota.also.map((ask) => `${bounds(ask).join(comma)} ${period(ask)}`),
    ...(quota.joint === 'each' ? [] : [w(`joint_${quota.joint}`)]),
    ...(quota.moves === 'prorate' ? [] : [w(`moves_${quota.moves}`)]),
    ...(quota.otherwise === undefined ? [] : [w(`otherwise_${quota.otherwise}`)]),
  ].join(' · ')
}
