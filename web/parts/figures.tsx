import type { Approx, State } from '#record/shape.ts'
import { commonWords, stateWords } from '#web/say/everyday.ts'
import { approxAround, grouped } from '#web/say/format.ts'
import { usePreferences } from '#web/say/preferences.ts'
import { sayUnit } from '#web/say/units.ts'
import { useWords } from '#web/say/words.ts'
import look from './figures.module.css'

/** A figure as people read it: 近5,100 万元. */
export const Amount = ({
  value,
  unit,
  approx = [],
}: {
  readonly value: string | null
  readonly unit?: string
  readonly approx?: readonly Approx[]
}) => {
  const { language } = usePreferences()
  const around = approxAround(approx, language)
  const said = sayUnit(unit ?? '', language, value)
  return (
    <span className={look.num}>
      {around.lead !== '' && <span className={look.approx}>{around.lead}</span>}
      {grouped(value)}
      {around.tail !== '' && <span className={look.approx}>{around.tail}</span>}
      {said !== '' && <span className={look.unit}>{said}</span>}
    </span>
  )
}

type PendingProps = {
  readonly value: string | null
  readonly facts: number
  /** Whether it adds to the figure once confirmed; of different ones some may be counted already. */
  readonly adds: boolean
}

/** What waits for review, never added to the figure beside it: 待审 +12, 另有待审 8. Nothing when nothing waits. */
export const Pending = ({ value, facts, adds }: PendingProps) => {
  const w = useWords(commonWords)
  if (facts === 0 || value === null) return null
  return (
    <span className={look.pending}>
      {w(adds ? 'pendingMore' : 'pendingBeside', { n: `${adds && !value.startsWith('-') ? '+' : ''}${grouped(value)}` })}
    </span>
  )
}

/** The state of a record by colour, shape and word. */
export const StateMark = ({ state }: { readonly state: State }) => {
  const w = useWords(stateWords)
  return (
    <span className={`${look.state} ${look[state]}`}>
      <span className={look.dot} aria-hidden />
      {w(state)}
    </span>
  )
}
