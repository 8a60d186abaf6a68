import type { Cockpit, FigureRow } from '#command/views.ts'
import { Amount, Pending } from '#web/parts/figures.tsx'
import { Sparkline } from '#web/parts/sparkline.tsx'
import { useSay, useWords } from '#web/say/words.ts'
import look from './cockpit.module.css'
import { cockpitWords } from './words.ts'

export type Open = (figure: FigureRow, showPending?: boolean) => void

/** A figure as a door to its records, with what waits for review beside it. */
const Door = ({ figure, open, className }: { readonly figure: FigureRow; readonly open: Open; readonly className?: string | undefined }) => {
  const say = useSay()
  return (
    <>
      <button type="button" className={`bare ${look.door} ${className ?? ''}`} aria-label={say(figure.title)} onClick={() => open(figure)}>
        <Amount value={figure.confirmed} unit={figure.unit} approx={figure.approx} />
      </button>
      {figure.pendingFacts > 0 && (
        <button type="button" className="bare" onClick={() => open(figure, true)}>
          <Pending value={figure.pending} facts={figure.pendingFacts} />
        </button>
      )}
    </>
  )
}

const OfWhich = ({ parts, open }: { readonly parts: readonly FigureRow[]; readonly open: Open }) => {
  const w = useWords(cockpitWords)
  const say = useSay()
  if (parts.length === 0) return null
  return (
    <ul className={look.parts} aria-label={w('ofWhich')}>
      {parts.map((part) => (
        <li key={part.indicator}>
          <span className={look.partTitle}>{say(part.title)}</span>
          <Door figure={part} open={open} />
        </li>
      ))}
    </ul>
  )
}

/** The campaign's first figures: big, with their unit, what is pending, the months, and "of which" under their whole. */
export const Headlines = ({ figures, trend, open }: { readonly figures: readonly FigureRow[]; readonly trend: Cockpit['trend']; readonly open: Open }) => {
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
          <div className={look.bigRow}>
            <Door figure={figure} open={open} className={look.big} />
          </div>
          <OfWhich parts={figures.filter((f) => f.of === figure.indicator)} open={open} />
        </article>
      ))}
    </div>
  )
}

/** Figures that are not in the first row: whole ones, each with its parts. */
export const Others = ({ figures, open }: { readonly figures: readonly FigureRow[]; readonly open: Open }) => {
  const say = useSay()
  const shown = new Set(figures.filter((f) => f.headline).map((f) => f.indicator))
  const rest = figures.filter((f) => !f.headline && (f.of === null || !shown.has(f.of)))
  return (
    <ul className={look.others}>
      {rest.map((figure) => (
        <li key={figure.indicator}>
          <span>{say(figure.title)}</span>
          <span className={look.dots} aria-hidden />
          <Door figure={figure} open={open} />
        </li>
      ))}
    </ul>
  )
}
