import { Button } from 'antd'
import { useState } from 'react'
import type { CoverageView } from '#command/care-views.ts'
import { Empty, Section } from '#web/parts/frame.tsx'
import { LinkButton } from '#web/parts/link-button.tsx'
import { useWords } from '#web/say/words.ts'
import look from './care.module.css'
import { Bar, percent } from './reach.tsx'
import { careWords } from './words.ts'

const few = 12

/** Nobody answers for anybody: who does is said by links. */
export const NoUnits = () => {
  const w = useWords(careWords)
  return (
    <Empty
      title={w('noUnits')}
      hint={w('noUnitsHint')}
      action={
        <LinkButton to="/register" search={{ tab: 'link' }}>
          {w('toLinks')}
        </LinkButton>
      }
    />
  )
}

/** Units by those they answer for, the least covered first. */
export const Units = ({ view }: { readonly view: CoverageView }) => {
  const w = useWords(careWords)
  const [all, setAll] = useState(false)
  const { units } = view
  return (
    <Section title={w('byUnit')} about={w('byUnitAbout')}>
      {units.length === 0 ? (
        <NoUnits />
      ) : (
        <ul className={look.units}>
          {(all ? units : units.slice(0, few)).map((unit) => (
            <li key={unit.id} className={look.unit}>
              <span className={look.unitName}>{unit.name}</span>
              <Bar of={unit} />
              <span className={`num ${look.unitShare}`}>{percent(unit) ?? 0}%</span>
              <span className={`num soft ${look.unitCount}`}>{w('reachedOf', { n: unit.reached, all: unit.subjects })}</span>
            </li>
          ))}
        </ul>
      )}
      {units.length > few && (
        <Button type="link" size="small" onClick={() => setAll(!all)}>
          {all ? w('fewerUnits') : w('allUnits', { n: units.length })}
        </Button>
      )}
    </Section>
  )
}
