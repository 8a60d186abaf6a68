import { CheckCircleOutlined } from '@ant-design/icons'
import type { Cockpit, NotStarted } from '#command/views.ts'
import { useRead } from '#web/api/hooks.ts'
import { Answer, Section } from '#web/parts/frame.tsx'
import { useSay, useWords } from '#web/say/words.ts'
import look from './cockpit.module.css'
import { cockpitWords } from './words.ts'

const Unit = ({ unit }: { readonly unit: NotStarted }) => {
  const w = useWords(cockpitWords)
  return (
    <li className={look.idle}>
      <span className={look.idleName}>{unit.name}</span>
      <span className={unit.liaison === '' ? look.noLiaison : look.liaison}>
        {unit.liaison === '' ? w('noLiaison') : w('liaison', { name: unit.liaison })}
      </span>
    </li>
  )
}

/** How many of each class have begun, and who has not: to be called. */
export const Starts = ({ cockpit }: { readonly cockpit: Cockpit }) => {
  const w = useWords(cockpitWords)
  const say = useSay()
  const asked = useRead('cockpit.not-started', { campaign: cockpit.campaign.id, org: cockpit.org.id })
  return (
    <Section title={w('notStarted')} about={w('notStartedHint')}>
      <ul className={look.starts}>
        {cockpit.classes
          .filter((c) => c.orgs > 0)
          .map((c) => (
            <li key={c.key}>
              <span>{say(c.title)}</span>
              <span className={look.meter} aria-hidden>
                <i style={{ width: `${(c.started / c.orgs) * 100}%` }} />
              </span>
              <span className="num">{w('started', { started: c.started, orgs: c.orgs })}</span>
            </li>
          ))}
      </ul>
      <Answer of={asked} rows={3}>
        {(units) =>
          units.length === 0 ? (
            <p className={look.allStarted}>
              <CheckCircleOutlined aria-hidden /> {w('allStarted')}
            </p>
          ) : (
            <ul className={look.idles}>
              {units.map((unit) => (
                <Unit key={unit.org} unit={unit} />
              ))}
            </ul>
          )
        }
      </Answer>
    </Section>
  )
}
