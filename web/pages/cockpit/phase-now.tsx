import { Link } from '@tanstack/react-router'
import type { PhaseView } from '#command/phase-views.ts'
import { sayDay } from '#web/say/format.ts'
import { usePreferences } from '#web/say/preferences.ts'
import { useSay, useWords } from '#web/say/words.ts'
import { cockpitWords } from './words.ts'

/** Which phase it is today, and until when; nothing for a campaign without phases, or outside them. */
export const PhaseNow = ({ phases }: { readonly phases: readonly PhaseView[] }) => {
  const w = useWords(cockpitWords)
  const say = useSay()
  const { language } = usePreferences()
  const now = phases.find((p) => p.state === 'now')
  if (now === undefined) return null
  const title = say(now.title)
  return (
    <>
      {' · '}
      <Link to="/scheme">
        {now.until === null ? w('phaseOpen', { phase: title }) : w('phaseNow', { phase: title, day: sayDay(now.until, language) })}
      </Link>
    </>
  )
}
