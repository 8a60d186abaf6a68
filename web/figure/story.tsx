import { Skeleton } from 'antd'
import type { ReactNode } from 'react'
import type { Compiled } from '#scheme/compiled.ts'
import { formOf } from '#web/form/scheme.ts'
import { commonWords } from '#web/say/everyday.ts'
import { grouped, sayDay, sayMoment } from '#web/say/format.ts'
import { usePreferences } from '#web/say/preferences.ts'
import { useSay, useWords } from '#web/say/words.ts'
import type { FigureAt } from './at.ts'
import look from './behind.module.css'
import { Said } from './said.tsx'
import { Taken } from './taken.tsx'
import { figureWords } from './words.ts'

const Definition = ({ compiled, indicator }: { readonly compiled: Compiled; readonly indicator: string }) => {
  const w = useWords(figureWords)
  const c = useWords(commonWords)
  const say = useSay()
  const made = compiled.indicators.get(indicator)
  if (made === undefined) return <>{indicator}</>
  const forms = made.sources.map((s) => formOf(compiled, s.sort, s.kind)).filter((form) => form !== undefined)
  const kinds = [...new Set(forms.map((form) => form.form.title))].map(say)
  const { about, counts, value, when, formula, ratio } = made.indicator
  const titleOf = (key: string) => say(compiled.indicators.get(key)?.indicator.title ?? { zh: key })
  return (
    <>
      {about !== undefined && <div>{say(about)}</div>}
      {counts !== undefined && <div>{say(counts)}</div>}
      <div>
        {kinds.join(c('listMark'))}
        {made.distinct ? ` · ${w('distinct')}` : ''}
        <Taken made={made} compiled={compiled} />
        {ratio !== undefined && `${titleOf(ratio.part)} ÷ ${titleOf(ratio.whole)}`}
        {[value, when, formula]
          .filter((x) => x !== undefined)
          .map((cel, i) => (
            <span key={cel}>
              {(i > 0 || kinds.length > 0) && ' · '}
              <Said source={cel} scheme={compiled.scheme} fields={forms.flatMap((form) => form.form.fields)} />
            </span>
          ))}
      </div>
    </>
  )
}

const Row = ({ term, children }: { readonly term: string; readonly children: ReactNode }) => (
  <>
    <dt>{term}</dt>
    <dd>{children}</dd>
  </>
)

/** How the figure stands in the template it was printed from. */
const Printed = ({ at, sealed }: { readonly at: FigureAt; readonly sealed: NonNullable<FigureAt['sealed']> }) => {
  const w = useWords(figureWords)
  return (
    <>
      <Row term={w('expression')}>
        <code className={look.code}>{sealed.source}</code>
      </Row>
      <Row term={w('indicator')}>
        <code className={look.code}>{at.indicator}</code> · {w('schemeVersion', { n: sealed.schemeVersion })}
      </Row>
    </>
  )
}

/** What is counted, where, over which days, as of when. */
export const Story = ({ at, compiled }: { readonly at: FigureAt; readonly compiled: Compiled | null }) => {
  const w = useWords(figureWords)
  const { language } = usePreferences()
  const day = (d: string | undefined) => (d === undefined ? '' : sayDay(d, language))
  const whole = at.from === undefined && at.to === undefined
  return (
    <dl className={look.facts}>
      <Row term={w('definition')}>
        {compiled === null ? <Skeleton.Input active size="small" /> : <Definition compiled={compiled} indicator={at.indicator} />}
      </Row>
      <Row term={w('scope')}>{at.orgName ?? w('wholeScope')}</Row>
      <Row term={w('period')}>{whole ? w('wholeCampaign') : `${day(at.from)} – ${day(at.to)}`}</Row>
      <Row term={w('asOf')}>{at.asOf === undefined ? w('now') : sayMoment(at.asOf)}</Row>
      {at.facts > 0 && <Row term={w('facts')}>{w('facts_n', { n: grouped(String(at.facts)) })}</Row>}
      {at.sealed !== undefined && <Printed at={at} sealed={at.sealed} />}
    </dl>
  )
}
