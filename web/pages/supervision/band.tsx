import { CheckCircleOutlined } from '@ant-design/icons'
import { Button } from 'antd'
import { useState } from 'react'
import { type Standing, lights, standings } from '#appraise/light.ts'
import type { ClassStanding, Supervision, TeamStanding, UnitStanding } from '#command/supervision/views.ts'
import { Empty, Section } from '#web/parts/frame.tsx'
import { LinkButton } from '#web/parts/link-button.tsx'
import { useSay, useWords } from '#web/say/words.ts'
import type { IssueTo } from './issue-dialog.tsx'
import { LightShape } from './light.tsx'
import { Balance } from './balance.tsx'
import look from './supervision.module.css'
import { UnitLine } from './unit.tsx'
import { supervisionWords } from './words.ts'

/** A class of units, or the teams of a kind. */
export type Band = ClassStanding<UnitStanding | TeamStanding>

const whatOf = (band: Band) => (band.units.some((u) => 'team' in u) ? 'whatTeams' : 'whatUnits')

/** How many have each light: never by colour alone. */
const Lights = ({ band }: { readonly band: Pick<Band, 'lights'> }) => {
  const w = useWords(supervisionWords)
  return (
    <ul className={look.counts}>
      {lights
        .filter((l) => l !== 'none' || band.lights.none > 0)
        .map((l) => (
          <li key={l} data-light={l} data-zero={band.lights[l] === 0}>
            <LightShape light={l} />
            <span>{w(l)}</span>
            <b>{band.lights[l]}</b>
          </li>
        ))}
    </ul>
  )
}

/** The class as one bar: what part has not started, is behind, on course, done. */
const Bar = ({ band }: { readonly band: Band }) => {
  const w = useWords(supervisionWords)
  const some = standings.filter((s: Standing) => band.standings[s] > 0)
  return (
    <ul className={look.bar}>
      {some.map((s) => (
        <li key={s} data-standing={s} style={{ flexGrow: band.standings[s] }}>
          <span>{w(s)}</span> <b>{band.standings[s]}</b>
        </li>
      ))}
    </ul>
  )
}

type Props = { readonly band: Band; readonly seen: Supervision; readonly press: ((to: IssueTo) => void) | null }

const Units = ({ band, seen, press }: Props) => {
  const w = useWords(supervisionWords)
  const what = w(whatOf(band))
  const [all, setAll] = useState(false)
  const late = band.units.filter((u) => u.light === 'red' || u.light === 'yellow' || u.standing === 'not_started' || u.notices.overdue > 0)
  const shown = all ? band.units : late
  return (
    <>
      <div className={look.unitsHead}>
        <h3>{all ? w('allUnits', { n: band.units.length, what }) : w('unitsBehind', { what })}</h3>
        {band.units.length > late.length && (
          <Button type="link" size="small" onClick={() => setAll(!all)}>
            {all ? w('onlyBehind') : w('allUnits', { n: band.units.length, what })}
          </Button>
        )}
      </div>
      {shown.length === 0 ? (
        <p className={look.fine}>
          <CheckCircleOutlined aria-hidden /> {w('nobodyBehind', { what })}
        </p>
      ) : (
        <ul className={look.units}>
          {shown.map((unit) => (
            <UnitLine key={unit.code} unit={unit} seen={seen} minimum={band.minimum} press={press} />
          ))}
        </ul>
      )}
    </>
  )
}

/** One class: its lights, its bar, how evenly it goes, and who is to be looked after. */
export const ClassBand = ({ band, seen, press }: Props) => {
  const w = useWords(supervisionWords)
  const say = useSay()
  return (
    <Section title={say(band.title)} about={w('units_n', { n: band.units.length, what: w(whatOf(band)) })} side={<Lights band={band} />}>
      {band.units.length === 0 ? (
        <Empty title={w('emptyClass')} action={<LinkButton to="/register">{w('toRegister')}</LinkButton>} />
      ) : (
        <>
          <Bar band={band} />
          <Balance band={band} />
          <Units band={band} seen={seen} press={press} />
        </>
      )}
    </Section>
  )
}
