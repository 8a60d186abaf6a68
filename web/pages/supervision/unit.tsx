import { Link } from '@tanstack/react-router'
import { Button } from 'antd'
import type { Supervision, TeamStanding, UnitStanding } from '#command/supervision/views.ts'
import { commonWords } from '#web/say/everyday.ts'
import { roundedTo } from '#web/say/format.ts'
import { useUnit } from '#web/say/units.ts'
import { useSay, useWords } from '#web/say/words.ts'
import type { IssueTo } from './issue-dialog.tsx'
import { LightMark } from './light.tsx'
import look from './supervision.module.css'
import { supervisionWords } from './words.ts'

type QuotaProps = { readonly quota: UnitStanding['quotas'][number]; readonly seen: Supervision }

/** One thing it owes: 走访 9 / 20次，应有 12. */
const Quota = ({ quota, seen }: QuotaProps) => {
  const w = useWords(supervisionWords)
  const say = useSay()
  const sayUnit = useUnit()
  const head = seen.quotas.find((q) => q.key === quota.quota && q.part === quota.part)
  if (head === undefined || (quota.owed === null && quota.over === 0 && quota.blank === 0)) return null
  const n = (value: string | null) => roundedTo(value, 1) ?? '—'
  return (
    <li data-light={quota.light}>
      {quota.done === null
        ? w('quotaBlank', { title: say(head.title) })
        : w('quotaLine', { title: say(head.title), done: n(quota.done), owed: n(quota.owed), unit: sayUnit(head.unit, quota.owed) })}
      {quota.expected !== null && <span className="soft"> · {w('quotaExpected', { n: n(quota.expected) })}</span>}
      {quota.people !== null && quota.people.behind > 0 && <span> · {w('people', quota.people)}</span>}
      {quota.done !== null && quota.blank > 0 && <span> · {w('blankN', { n: quota.blank })}</span>}
      {quota.over > 0 && <span className={look.grave}> · {w('over', { n: quota.over })}</span>}
      {Number(quota.pending) > 0 && <span className={look.waits}> · {w('pendingN', { n: n(quota.pending) })}</span>}
      {quota.soft && <span className="soft"> · {w('soft')}</span>}
    </li>
  )
}

/** Who leads a team, and how its members stand. */
const Members = ({ team }: { readonly team: TeamStanding }) => {
  const w = useWords(supervisionWords)
  const c = useWords(commonWords)
  const some = (['red', 'yellow', 'green'] as const).filter((l) => team.members[l] > 0)
  return (
    <>
      <span className={team.leads.length === 0 ? look.waits : ''}>
        {team.leads.length === 0 ? w('noLead') : w('leads', { names: team.leads.join(c('listMark')) })}
      </span>
      {some.length > 0 && (
        <span>
          {w('memberUnits')} {some.map((l) => `${w(l)} ${team.members[l]}`).join(c('listMark'))}
        </span>
      )}
      {team.basis === 'members' && team.quotas.length > 0 && <span className="soft">{w('byMembers')}</span>}
    </>
  )
}

const Meta = ({ unit, minimum }: { readonly unit: UnitStanding | TeamStanding; readonly minimum: number }) => {
  const w = useWords(supervisionWords)
  const started = unit.startedOn !== null && w(unit.startedLate ? 'startedLate' : 'startedOn', { day: unit.startedOn })
  return (
    <div className={look.meta}>
      <span>{w(unit.standing)}</span>
      {unit.rank !== null ? (
        <span>{w('rank', { n: unit.rank })}</span>
      ) : (
        unit.share !== null && unit.records < minimum && <span>{w('unranked', { n: minimum })}</span>
      )}
      {'team' in unit && <Members team={unit} />}
      {started !== false && <span>{started}</span>}
      <span>{unit.lastOn === null ? w('noRecord') : w('lastOn', { day: unit.lastOn })}</span>
      <span className={unit.liaison === '' ? look.waits : ''}>
        {unit.liaison === '' ? w('noLiaison') : w('liaison', { name: unit.liaison })}
      </span>
      {unit.notices.open > 0 && (
        <Link to="/supervision/notices" search={{ state: 'open' }} className={unit.notices.overdue > 0 ? look.grave : ''}>
          {w('openNotices', { n: unit.notices.open })}
          {unit.notices.overdue > 0 && ` · ${w('overdueN', { n: unit.notices.overdue })}`}
        </Link>
      )}
      {unit.flags > 0 && (
        <Link to="/supervision/flags" search={{ state: 'waiting' }}>
          {w('flagsN', { n: unit.flags })}
        </Link>
      )}
    </div>
  )
}

const Share = ({ share, blank }: { readonly share: string | null; readonly blank: boolean }) => {
  const w = useWords(supervisionWords)
  if (share === null) return <span className={`soft ${look.shareWord}`}>{w(blank ? 'nothingToCount' : 'nothingExpected')}</span>
  const percent = Math.round(Number(share) * 100)
  return (
    <>
      <span className={look.meter} aria-hidden>
        <i style={{ width: `${Math.min(100, percent)}%` }} />
      </span>
      <span className={look.shareWord}>{w('share', { n: percent })}</span>
    </>
  )
}

type Props = {
  readonly unit: UnitStanding | TeamStanding
  readonly seen: Supervision
  readonly minimum: number
  readonly press: ((to: IssueTo) => void) | null
}

/** One unit, with what it owes and what is going on with it. */
export const UnitLine = ({ unit, seen, minimum, press }: Props) => {
  const w = useWords(supervisionWords)
  return (
    <li className={look.unit} data-light={unit.light}>
      <LightMark light={unit.light} />
      {'team' in unit ? (
        <Link to="/register" search={{ tab: 'team' }} className={look.unitName}>
          {unit.name}
        </Link>
      ) : (
        <Link to="/quotas" search={{ org: unit.code, on: seen.on }} className={look.unitName}>
          {unit.name}
        </Link>
      )}
      <span className={look.share}>
        <Share share={unit.share} blank={unit.quotas.some((q) => q.blank > 0)} />
      </span>
      {press !== null && unit.org !== null && (
        <Button
          size="small"
          aria-label={w('pressUnit', { name: unit.name })}
          onClick={() =>
            press({
              ...('team' in unit ? { org: null, team: unit.team } : { org: unit.org, team: null }),
              name: unit.name,
              standing: unit.standing,
            })
          }
        >
          {w('press')}
        </Button>
      )}
      <div className={look.unitMore}>
        {unit.quotas.length > 0 && (
          <ul className={look.quotas}>
            {unit.quotas.map((q) => (
              <Quota key={`${q.quota} ${q.part}`} quota={q} seen={seen} />
            ))}
          </ul>
        )}
        <Meta unit={unit} minimum={minimum} />
      </div>
    </li>
  )
}
