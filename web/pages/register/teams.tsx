import { EditOutlined, PlusOutlined, StopOutlined } from '@ant-design/icons'
import { Button, Tag } from 'antd'
import { useState } from 'react'
import type { TeamMemberRow, TeamRow } from '#command/team-views.ts'
import { useRead, useWrite } from '#web/api/hooks.ts'
import { useHolds } from '#web/api/scope.ts'
import { Find } from '#web/form/find.tsx'
import { Answer, Empty } from '#web/parts/frame.tsx'
import { commonWords } from '#web/say/everyday.ts'
import { useWords } from '#web/say/words.ts'
import { useSaid } from './edit/drawer.tsx'
import { EndDialog } from './edit/end.tsx'
import { TeamForm } from './edit/team.tsx'
import { editWords } from './edit/words.ts'
import { type PanelProps, asked } from './panel.ts'
import look from './register.module.css'
import { registerWords } from './words.ts'

const holds = (team: TeamRow, q: string): boolean =>
  `${team.code} ${team.name} ${team.kind} ${team.members.map((m) => `${m.name} ${m.code}`).join(' ')}`.includes(q)

type At = { readonly does: 'edit' | 'end'; readonly team: TeamRow } | { readonly does: 'new' } | null

/** Teams as cards: who leads, who belongs, who keeps touch. */
export const TeamsPanel = ({ search, put }: PanelProps) => {
  const w = useWords(registerWords)
  const e = useWords(editWords)
  const may = useHolds('office')
  const teams = useRead('team.list', {})
  const [at, setAt] = useState<At>(null)
  const q = search.q ?? ''
  const kinds = [...new Set((teams.data ?? []).map((t) => t.kind))].filter((k) => k !== '')
  const close = () => setAt(null)
  const add = may && (
    <Button type="primary" icon={<PlusOutlined />} onClick={() => setAt({ does: 'new' })}>
      {e('newTeam')}
    </Button>
  )
  return (
    <>
      <div className={look.filters}>
        <Find className={look.find} value={q} put={(text) => put({ q: asked(text) })} says={w('findTeam')} />
        {add}
      </div>
      <Answer of={teams} rows={6}>
        {(all) => {
          const rows = all.filter((t) => holds(t, q))
          if (all.length === 0) return <Empty title={w('noTeams')} hint={w('noTeamsHint')} action={add} />
          if (rows.length === 0) return <Empty title={w('noneFit')} hint={w('noneFitHint')} />
          return (
            <ul className={look.teams}>
              {rows.map((team) => (
                <Team key={team.id} team={team} open={may ? (does) => setAt({ does, team }) : undefined} />
              ))}
            </ul>
          )
        }}
      </Answer>
      {at?.does === 'new' && <TeamForm team={null} kinds={kinds} close={close} />}
      {at?.does === 'edit' && <TeamForm team={at.team} kinds={kinds} close={close} />}
      {at?.does === 'end' && <EndTeam team={at.team} close={close} />}
    </>
  )
}

type TeamProps = { readonly team: TeamRow; readonly open: ((does: 'edit' | 'end') => void) | undefined }

const Team = ({ team, open }: TeamProps) => {
  const w = useWords(registerWords)
  const e = useWords(editWords)
  return (
    <li className={look.team}>
      <div className={look.teamHead}>
        <h2>{team.name}</h2>
        {team.kind !== '' && <Tag>{team.kind}</Tag>}
        <span className="num soft">{team.code}</span>
        {open !== undefined && (
          <span className={look.teamActs}>
            <Button
              type="text"
              size="small"
              icon={<EditOutlined />}
              aria-label={`${e('edit')} ${team.name}`}
              onClick={() => open('edit')}
            />
            <Button
              type="text"
              size="small"
              danger
              icon={<StopOutlined />}
              aria-label={`${e('end')} ${team.name}`}
              onClick={() => open('end')}
            />
          </span>
        )}
      </div>
      {team.about !== '' && <p className="soft">{team.about}</p>}
      <Members says={w('duty_lead')} of={team.members.filter((m) => m.duty === 'lead')} />
      <Members says={w('duty_member')} of={team.members.filter((m) => m.duty === 'member')} />
      <Members says={w('duty_liaison')} of={team.members.filter((m) => m.duty === 'liaison')} />
    </li>
  )
}

const Members = ({ says, of }: { readonly says: string; readonly of: readonly TeamMemberRow[] }) => {
  const c = useWords(commonWords)
  const w = useWords(registerWords)
  return of.length === 0 ? null : (
    <p className={look.teamMembers}>
      <span className="soft">{says}</span> {of.map((m) => m.name).join(c('listMark'))}
      {of.length > 1 && <span className="num soft"> · {w('membersN', { n: of.length })}</span>}
    </p>
  )
}

const EndTeam = ({ team, close }: { readonly team: TeamRow; readonly close: () => void }) => {
  const w = useWords(editWords)
  const does = useWrite('team.end', useSaid('ended', close))
  return (
    <EndDialog
      title={w('endTitle', { what: team.name })}
      busy={does.isPending}
      fault={does.error}
      close={close}
      end={(until) => does.mutate({ team: team.id, until })}
    />
  )
}
