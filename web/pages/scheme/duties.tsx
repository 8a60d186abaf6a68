import type { Quota } from '#scheme/quota.ts'
import type { Scheme } from '#scheme/shape.ts'
import { Section } from '#web/parts/frame.tsx'
import { sayDay } from '#web/say/format.ts'
import { usePreferences } from '#web/say/preferences.ts'
import { useSay, useWords } from '#web/say/words.ts'
import { useDictionary } from './dictionary.ts'
import { Rules } from './forms.tsx'
import { inWords } from './in-words.ts'
import type { PartProps } from './part.ts'
import look from './scheme.module.css'
import { schemeWords } from './words.ts'

/** What is owed by whom until when, and what is forbidden or flagged. */
export const Duties = ({ compiled }: PartProps) => {
  const w = useWords(schemeWords)
  const say = useSay()
  const { scheme } = compiled
  const ruled = [...compiled.activities.values(), ...compiled.matters.values()].filter((form) => form.rules.length > 0)
  return (
    <>
      <Section title={w('quotas')}>
        {compiled.quotas.length === 0 ? (
          <p className="soft">{w('quotasNone')}</p>
        ) : (
          <ul className={look.lines}>
            {compiled.quotas.map(({ key, quota }) => (
              <QuotaLine key={key} quota={quota} scheme={scheme} />
            ))}
          </ul>
        )}
      </Section>
      {ruled.map((form) => (
        <div key={`${form.sort}.${form.kind}`}>
          <h2 className={look.group}>{say(form.form.title)}</h2>
          <Rules compiled={compiled} form={form} />
        </div>
      ))}
    </>
  )
}

const QuotaLine = ({ quota, scheme }: { readonly quota: Quota; readonly scheme: Scheme }) => {
  const w = useWords(schemeWords)
  const say = useSay()
  const words = useQuotaWords(quota, scheme)
  return (
    <li className={look.quota}>
      <span className={look.quotaTitle}>
        {say(quota.title)} {quota.soft && <span className={look.soft}>{w('soft')}</span>}
      </span>
      <span className="soft">{words}</span>
    </li>
  )
}

/** 每个单位 · 调研报告 不少于 2 篇 · 2012年11月30日前完成. */
const useQuotaWords = (quota: Quota, scheme: Scheme): string => {
  const w = useWords(schemeWords)
  const say = useSay()
  const { language } = usePreferences()
  const dictionary = useDictionary(scheme)
  const expression = (source: string | number): string =>
    typeof source === 'number' ? String(source) : (inWords(source, dictionary, language) ?? source)
  const where = quota.where === undefined ? null : expression(quota.where)
  const who =
    where === null ? w(quota.who === 'org' ? 'eachOrg' : 'eachPerson') : w(quota.who === 'org' ? 'whereOrg' : 'wherePerson', { where })
  const indicator = scheme.indicators[quota.indicator]
  const unit = indicator?.unit ?? ''
  const bounds = [
    ...(quota.at_least === undefined ? [] : [w('atLeast', { n: `${expression(quota.at_least)} ${unit}` })]),
    ...(quota.at_most === undefined ? [] : [w('atMost', { n: `${expression(quota.at_most)} ${unit}` })]),
    ...(quota.exactly === undefined ? [] : [w('exactly', { n: `${expression(quota.exactly)} ${unit}` })]),
    ...(quota.share === undefined
      ? []
      : [
          w('share', {
            share: typeof quota.share === 'number' ? `${Math.round(quota.share * 1000) / 10}%` : quota.share,
            of: quota.of === undefined ? '' : expression(quota.of),
          }),
        ]),
  ]
  return [
    who,
    `${indicator === undefined ? quota.indicator : say(indicator.title)} ${bounds.join('、')}`,
    w(`every_${quota.every}`),
    ...(quota.by === undefined ? [] : [w('by', { day: sayDay(quota.by, language) })]),
  ].join(' · ')
}
