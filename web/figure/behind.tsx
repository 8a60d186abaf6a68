import { useScheme } from '#web/form/scheme.ts'
import { Amount, Pending } from '#web/parts/figures.tsx'
import { Empty } from '#web/parts/frame.tsx'
import { useWords } from '#web/say/words.ts'
import type { FigureAt } from './at.ts'
import look from './behind.module.css'
import { RecordsBehind } from './records.tsx'
import { Story } from './story.tsx'
import { figureWords } from './words.ts'

/** What a figure is, and the records it is made of. */
export const Behind = ({ at }: { readonly at: FigureAt }) => {
  const w = useWords(figureWords)
  const scheme = useScheme(at.campaign, at.sealed?.schemeVersion)
  const compiled = scheme.data?.compiled ?? null
  const made = compiled?.indicators.get(at.indicator)
  const unit = at.unit === '' ? (made?.indicator.unit ?? '') : at.unit
  return (
    <>
      <div className={look.value}>
        {at.sealed?.alone ? at.sealed.printed : at.value !== null && <Amount value={at.value} unit={unit} approx={at.approx ?? []} />}
        {at.pending !== undefined && <Pending value={at.pending} facts={at.pendingFacts ?? 0} />}
      </div>
      <Story at={at} compiled={compiled} />
      {made?.formula ? (
        <Empty title={w('formula')} />
      ) : (
        <RecordsBehind key={`${at.indicator} ${at.org ?? ''} ${at.showPending ?? ''}`} at={{ ...at, unit }} compiled={compiled} />
      )}
    </>
  )
}
