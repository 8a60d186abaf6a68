import { pendingAdds } from '#figure/present.ts'
import { useScheme } from '#web/form/scheme.ts'
import { Amount, Pending } from '#web/parts/figures.tsx'
import { Answer } from '#web/parts/frame.tsx'
import type { FigureAt } from './at.ts'
import look from './behind.module.css'
import { MadeOf } from './parts.tsx'
import { RecordsBehind } from './records.tsx'
import { Story } from './story.tsx'

/** What a figure is, and the records it is made of. */
export const Behind = ({ at }: { readonly at: FigureAt }) => {
  const scheme = useScheme(at.campaign, at.sealed?.schemeVersion)
  const compiled = scheme.data?.compiled ?? null
  const made = compiled?.indicators.get(at.indicator)
  const unit = at.unit === '' ? (made?.indicator.unit ?? '') : at.unit
  return (
    <>
      <div className={look.value}>
        {at.sealed?.alone ? at.sealed.printed : at.value !== null && <Amount value={at.value} unit={unit} approx={at.approx ?? []} />}
        {at.pending !== undefined && (
          <Pending value={at.pending} facts={at.pendingFacts ?? 0} adds={made === undefined || pendingAdds(made)} />
        )}
      </div>
      <Story at={at} compiled={compiled} />
      {compiled === null && <Answer of={scheme}>{() => null}</Answer>}
      {compiled !== null && made?.formula && (
        <MadeOf at={{ ...at, unit }} compiled={compiled} made={made} renderPart={(part) => <Behind key={part.indicator} at={part} />} />
      )}
      {compiled !== null && !made?.formula && (
        <RecordsBehind key={`${at.indicator} ${at.org ?? ''} ${at.showPending ?? ''}`} at={{ ...at, unit }} compiled={compiled} />
      )}
    </>
  )
}
