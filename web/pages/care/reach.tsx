import type { ReactNode } from 'react'
import type { Reach } from '#figure/coverage.ts'
import { useUnit } from '#web/say/units.ts'
import { useWords } from '#web/say/words.ts'
import look from './care.module.css'
import { careWords } from './words.ts'

/** Whole percents, rounded down, so that 100 % is everybody. Null: nobody to reach. */
export const percent = ({ subjects, reached }: Reach): number | null => (subjects === 0 ? null : Math.floor((reached * 100) / subjects))

/** Confirmed in full ink, what waits for review hatched behind it. */
export const Bar = ({ of }: { readonly of: Reach }) => (
  <span className={look.bar} aria-hidden>
    <i style={{ width: `${of.subjects === 0 ? 0 : (of.reached * 100) / of.subjects}%` }} />
    <i className={look.waits} style={{ width: `${of.subjects === 0 ? 0 : (of.pending * 100) / of.subjects}%` }} />
  </span>
)

/** One category: how many there are, how many were reached, how many are left. */
export const ReachCard = ({
  title,
  unit,
  of,
  open,
}: {
  readonly title: ReactNode
  readonly unit?: string
  readonly of: Reach
  readonly open?: () => void
}) => {
  const w = useWords(careWords)
  const sayUnit = useUnit()
  const left = of.subjects - of.reached - of.pending
  const share = percent(of)
  const foot = of.subjects === 0 ? w('nobodyThere') : left === 0 ? w('done') : w('left', { n: left, unit: unit ?? '' })
  return (
    <li className={look.card} data-state={of.subjects === 0 ? 'none' : left === 0 ? 'done' : 'left'}>
      <div className={look.cardTitle}>{title}</div>
      <div className={look.cardShare}>
        <b>{share === null ? '—' : `${share}%`}</b>
        <span className="num">
          {w('reachedOf', { n: of.reached, all: of.subjects })}
          {sayUnit(unit ?? '') !== '' && ` ${sayUnit(unit ?? '')}`}
        </span>
      </div>
      <Bar of={of} />
      <div className={look.cardFoot}>
        {open !== undefined && left > 0 ? (
          <button type="button" className={`bare ${look.door}`} onClick={open}>
            {foot}
          </button>
        ) : (
          <span>{foot}</span>
        )}
        {of.pending > 0 && <span className={look.pending}>{w('pendingN', { n: of.pending })}</span>}
      </div>
    </li>
  )
}
