import { Tag } from 'antd'
import type { TeamMemberRow, TeamRow } from '#command/views.ts'
import { useRead } from '#web/api/hooks.ts'
import { Find } from '#web/form/find.tsx'
import { Answer, Empty } from '#web/parts/frame.tsx'
import { useWords } from '#web/say/words.ts'
import { NothingYet } from './nothing-yet.tsx'
import { type PanelProps, asked } from './panel.ts'
import look from './register.module.css'
import { registerWords } from './words.ts'

const holds = (team: TeamRow, q: string): boolean =>
  `${team.code} ${team.name} ${team.kind} ${team.members.map((m) => `${m.name} ${m.code}`).join(' ')}`.includes(q)

/** Teams as cards: who leads, who belongs, who keeps touch. */
export const TeamsPanel = ({ search, put }: PanelProps) => {
  const w = useWords(registerWords)
  const teams = useRead('team.list', {})
  const q = search.q ?? ''
  return (
    <>
      <div className={look.filters}>
        <Find className={look.find} value={q} put={(text) => put({ q: asked(text) })} says={w('findTeam')} />
      </div>
      <Answer of={teams} rows={6}>
        {(all) => {
          const rows = all.filter((t) => holds(t, q))
          if (all.length === 0) return <NothingYet />
          if (rows.length === 0) return <Empty title={w('noneFit')} hint={w('noneFitHint')} />
          return (
            <ul className={look.teams}>
              {rows.map((team) => (
                <Team key={team.id} team={team} />
              ))}
            </ul>
          )
        }}
      </Answer>
    </>
  )
}

const Team = ({ team }: { readonly team: TeamRow }) => {
  const w = useWords(registerWords)
  return (
    <li className={look.team}>
      <div className={look.teamHead}>
        <h3>{team.name}</h3>
        {team.kind !== '' && <Tag>{team.kind}</Tag>}
        <span className="num soft">{team.code}</span>
      </div>
      {team.about !== '' && <p className="soft">{team.about}</p>}
      <Members says={w('duty_lead')} of={team.members.filter((m) => m.duty === 'lead')} />
      <Members says={w('duty_member')} of={team.members.filter((m) => m.duty === 'member')} />
      <Members says={w('duty_liaison')} of={team.members.filter((m) => m.duty === 'liaison')} />
    </li>
  )
}

const Members = ({ says, of }: { readonly says: string; readonly of: readonly TeamMemberRow[] }) =>
  of.length === 0 ? null : (
    <p className={look.teamMembers}>
      <span className="soft">{says}</span> {of.map((m) => m.name).join('、')}
      {of.length > 1 && <span className="num soft"> {of.length}</span>}
    </p>
  )
