import type { Quota } from '#scheme/quota.ts'
import type { Scheme } from '#scheme/shape.ts'
import { Section } from '#web/parts/frame.tsx'
import { useSay, useWords } from '#web/say/words.ts'
import { Rules } from './forms.tsx'
import type { PartProps } from './part.ts'
import { useQuotaWords } from './quota-words.ts'
import look from './scheme.module.css'
import { Supervised } from './supervised.tsx'
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
      <Supervised scheme={scheme} />
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
