import type { Scheme } from '#scheme/shape.ts'
import { type Announced, phaseDays, phaseState } from '#scheme/moments.ts'
import { todayHere } from '#web/form/today.ts'
import { sayDay } from '#web/say/format.ts'
import { usePreferences } from '#web/say/preferences.ts'
import { useSay, useWords } from '#web/say/words.ts'
import look from './scheme.module.css'
import { schemeWords } from './words.ts'

/** The phases in a row, with the one that is now; an end that waits for an event says which. */
export const Phases = ({ scheme, announced }: { readonly scheme: Scheme; readonly announced: Announced }) => {
  const w = useWords(schemeWords)
  const say = useSay()
  const { language } = usePreferences()
  const today = todayHere()
  const titleOf = (event: string) => say(scheme.events.find((e) => e.key === event)?.title ?? { zh: event })
  const bound = (day: string | null): string => (day === null ? w('notAnnounced') : sayDay(day, language))
  return (
    <ol className={look.phases}>
      {phaseDays(scheme, announced).map((phase) => {
        const state = phaseState(phase, today)
        return (
          <li key={phase.key} className={look.phase} data-now={state === 'now'} data-past={state === 'past'}>
            <span className={look.phaseMark} aria-hidden />
            <span className={look.phaseTitle}>
              {say(phase.title)} {state === 'now' && <em className={look.now}>{w('today')}</em>}
            </span>
            <span className="soft">
              {bound(phase.from)} – {bound(phase.until)}
            </span>
            {phase.begins !== null && <span className={look.phaseBy}>{w('beginsWith', { event: titleOf(phase.begins) })}</span>}
            {phase.ends !== null && <span className={look.phaseBy}>{w('endsWith', { event: titleOf(phase.ends) })}</span>}
          </li>
        )
      })}
    </ol>
  )
}
