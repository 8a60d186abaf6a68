import { Radio, Select } from 'antd'
import { useState } from 'react'
import type { OrgId, TeamId } from '#kit/id.ts'
import { useRead } from '#web/api/hooks.ts'
import { UnitPicker } from '#web/form/node-picker.tsx'
import { Row } from '#web/form/row.tsx'
import { useWords } from '#web/say/words.ts'
import { noticeWords } from './notice-words.ts'

type Chosen = { readonly org: OrgId | null; readonly team: TeamId | null }
type Props = Chosen & { readonly put: (whom: Chosen) => void; readonly tried: boolean }

/** Whom a notice goes to: a unit, or a team that somebody leads. */
export const Whom = ({ org, team, put, tried }: Props) => {
  const w = useWords(noticeWords)
  const [kind, setKind] = useState<'unit' | 'team'>('unit')
  const teams = (useRead('team.list', {}).data ?? []).filter((t) => t.members.some((m) => m.duty === 'lead'))
  const wrong = tried && org === null && team === null ? w('needed') : undefined
  const turn = (next: 'unit' | 'team') => {
    setKind(next)
    put({ org: null, team: null })
  }
  const kinds = [
    { value: 'unit', label: w('toUnit') },
    { value: 'team', label: w('toTeam') },
  ]
  return (
    <>
      {teams.length > 0 && (
        <Row path="to" group label={w('to')}>
          {() => <Radio.Group value={kind} options={kinds} onChange={(e) => turn(e.target.value === 'team' ? 'team' : 'unit')} />}
        </Row>
      )}
      {kind === 'unit' ? (
        <Row path="org" label={w('toUnit')} required wrong={wrong}>
          {(marks) => <UnitPicker value={org} onChange={(next) => put({ org: next, team: null })} marks={marks} />}
        </Row>
      ) : (
        <Row path="team" label={w('toTeam')} required wrong={wrong}>
          {(marks) => (
            <Select
              id={marks.id}
              value={team}
              showSearch={{ optionFilterProp: 'label' }}
              placeholder={w('chooseTeam')}
              options={teams.map((t) => ({ value: t.id, label: t.name }))}
              onChange={(next: TeamId | null) => put({ org: null, team: next })}
            />
          )}
        </Row>
      )}
    </>
  )
}
