import { useState } from 'react'
import type { Cockpit, FigureRow } from '#command/views.ts'
import { Amount, Pending } from '#web/parts/figures.tsx'
import { Sparkline } from '#web/parts/sparkline.tsx'
import { roundedTo } from '#web/say/format.ts'
import { useSay, useWords } from '#web/say/words.ts'
import look from './cockpit.module.css'
import { cockpitWords } from './words.ts'

export type Open = (figure: FigureRow, showPending?: boolean) => void

/** A figure as a door to its records, with what waits for review beside it. */
const Door = ({
  figure,
  open,
  className,
}: {
  readonly figure: FigureRow
  readonly open: Open
  readonly className?: string | undefined
}) => {
  const say = useSay()
  return (
    <>
      <button type="button" className={`bare ${look.door} ${className ?? ''}`} aria-label={say(figure.title)} onClick={() => open(figure)}>
        <Amount value={roundedTo(figure.confirmed, figure.decimals)} unit={figure.unit} approx={figure.approx} />
      </button>
      {figure.pendingFacts > 0 && (
        <button type="button" className="bare" onClick={() => open(figure, true)}>
          <Pending value={roundedTo(figure.pending, figure.decimals)} facts={figure.pendingFacts} adds={figure.adds} />
        </button>
      )}
    </>
  )
}

/** Parts shown before the rest is folded away: a row of the grid stays low. */
const few = 2

const OfWhich = ({ parts, open }: { readonly parts: readonly FigureRow[]; readonly open: Open }) => {
  const w = useWords(cockpitWords)
  const say = useSay()
  const [all, setAll] = useState(false)
  if (parts.length === 0) return null
  const shown = all || parts.length <= few ? parts : parts.slice(0, few)
  return (
    <ul className={look.parts} aria-label={w('ofWhich')}>
      {shown.map((part) => (
        <li key={part.indicator}>
          <span className={look.partTitle}>{say(part.title)}</span>
          <Door figure={part} open={open} />
        </li>
      ))}
      {parts.length > few && (
        <li>
          <button type="button" className={`bare ${look.fold}`} aria-expanded={all} onClick={() => setAll(!all)}>
            {all ? w('showFewer') : w('moreParts', { n: parts.length - few })}
          </button>
        </li>
      )}
    </ul>
  )
}

/** The campaign's first figures: big, with their unit, what is pending, the months, and "of which" under their whole. */
export const Headlines = ({
  figures,
  trend,
  open,
}: {
  readonly figures: readonly FigureRow[]
  readonly trend: Cockpit['trend']
  readonly open: Open
}) => {
  const say = useSay()
  const shown = figures.filter((f) => f.headline)
  return (
    <div className={look.headlines}>
      {shown.map((figure) => (
        <article key={figure.indicator} className={look.headline}>
          <div className={look.figureHead}>
            <h3 className={look.figureTitle}>{say(figure.title)}</h3>
            <Sparkline values={trend.values[figure.indicator] ?? []} />
          </div>
          {figure.counts !== null && <p className={look.counts}>{say(figure.counts)}</p>}
          <div className={look.bigRow}>
            <Door figure={figure} open={open} className={look.big} />
          </div>
          <OfWhich parts={figures.filter((f) => f.of === figure.indicator)} open={open} />
        </article>
      ))}
    </div>
  )
}

const Leader = ({ figure, open }: { readonly figure: FigureRow; readonly open: Open }) => {
  const say = useSay()
  return (
    <div className={look.leader}>
      <span>{say(figure.title)}</span>
      <span className={look.dots} aria-hidden />
      <Door figure={figure} open={open} />
    </div>
  )
}

/** Figures that are not in the first row: whole ones, each with its parts indented. */
export const Others = ({ figures, open }: { readonly figures: readonly FigureRow[]; readonly open: Open }) => {
  const wholes = figures.filter((f) => !f.headline && f.of === null)
  return (
    <ul className={look.others}>
      {wholes.map((whole) => (
        <li key={whole.indicator}>
          <Leader figure={whole} open={open} />
          {figures
            .filter((f) => f.of === whole.indicator)
            .map((part) => (
              <div key={part.indicator} className={look.indented}>
                <Leader figure={part} open={open} />
              </div>
            ))}
        </li>
      ))}
    </ul>
  )
}
