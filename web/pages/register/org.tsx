import { Drawer } from 'antd'
import type { OrgRow } from '#command/views.ts'
import type { OrgId } from '#kit/id.ts'
import type { Org } from '#register/shape.ts'
import { useRead } from '#web/api/hooks.ts'
import { useNarrow } from '#web/form/narrow.ts'
import { Answer } from '#web/parts/frame.tsx'
import { commonWords } from '#web/say/everyday.ts'
import { useWords } from '#web/say/words.ts'
import { useKindTitle } from './kinds.ts'
import { LinkLines } from './links.tsx'
import { OrgActs } from './node-acts.tsx'
import look from './register.module.css'
import { Since } from './since.tsx'
import { registerWords } from './words.ts'

type Props = { readonly org: OrgId | null; readonly orgs: readonly OrgRow[]; readonly go: (org: OrgId) => void; readonly close: () => void }

/** One unit: its names over time, its people, what it answers for. */
export const OrgDrawer = ({ org, orgs, go, close }: Props) => {
  const c = useWords(commonWords)
  const w = useWords(registerWords)
  const narrow = useNarrow()
  const kindTitle = useKindTitle()
  const row = orgs.find((o) => o.id === org)
  const shown = useRead('org.show', { org: org ?? ('' as OrgId) }, { enabled: org !== null })
  return (
    <Drawer open={org !== null} onClose={close} size={narrow ? '100%' : 520} title={row?.name ?? ''}>
      {row !== undefined && (
        <div className={look.detail}>
          <OrgActs org={row} orgs={orgs} left={close} />
          <p className="soft">
            {[row.code, kindTitle(row.kind), row.class].filter((t) => t !== '').join(' · ')}
            {row.aliases.length > 0 ? ` · ${w('aliases')} ${row.aliases.join(c('listMark'))}` : ''}
          </p>
          <h2 className={look.part}>{w('terms')}</h2>
          <p className="soft">{w('termsAbout')}</p>
          <Answer of={shown} rows={2}>
            {(full) => <Terms org={full} orgs={orgs} go={go} />}
          </Answer>
          <People org={row.id} />
          <Links org={row.id} />
          <Teams org={row.id} />
        </div>
      )}
    </Drawer>
  )
}

const Terms = ({ org, orgs, go }: { readonly org: Org; readonly orgs: readonly OrgRow[]; readonly go: (org: OrgId) => void }) => {
  const w = useWords(registerWords)
  const kindTitle = useKindTitle()
  return (
    <ul className={look.terms}>
      {[...org.terms].reverse().map((term) => {
        const above = orgs.find((o) => o.id === term.parent)
        return (
          <li key={`${term.from}`} className={look.term}>
            <Since term={term} />
            <span>
              {term.name} <span className="soft">{[kindTitle(term.kind), term.class].filter((t) => t !== '').join(' · ')}</span>
              {above !== undefined && (
                <>
                  {' '}
                  · {w('partOf')}{' '}
                  <button type="button" className={`bare ${look.name}`} onClick={() => go(above.id)}>
                    {above.name}
                  </button>
                </>
              )}
            </span>
          </li>
        )
      })}
    </ul>
  )
}

const People = ({ org }: { readonly org: OrgId }) => {
  const w = useWords(registerWords)
  const people = useRead('person.list', { org, limit: 50 })
  return (
    <>
      <h2 className={look.part}>{w('peopleIn')}</h2>
      <Answer of={people} rows={2}>
        {({ rows }) =>
          rows.length === 0 ? (
            <p className="soft">{w('none')}</p>
          ) : (
            <ul className={look.terms}>
              {rows.map((p) => (
                <li key={p.id} className={look.term}>
                  <span>{p.name}</span>
                  <span className="soft">{[p.post, p.rank].filter((t) => t !== '').join(' · ')}</span>
                </li>
              ))}
            </ul>
          )
        }
      </Answer>
    </>
  )
}

const Links = ({ org }: { readonly org: OrgId }) => {
  const w = useWords(registerWords)
  const links = useRead('link.list', { org })
  return (
    <>
      <h2 className={look.part}>{w('linksOf')}</h2>
      <Answer of={links} rows={2}>
        {(rows) => (rows.length === 0 ? <p className="soft">{w('none')}</p> : <LinkLines rows={rows} />)}
      </Answer>
    </>
  )
}

const Teams = ({ org }: { readonly org: OrgId }) => {
  const w = useWords(registerWords)
  const teams = useRead('team.list', {})
  const mine = (teams.data ?? []).filter((t) => t.members.some((m) => m.org === org))
  if (mine.length === 0) return null
  return (
    <>
      <h2 className={look.part}>{w('team')}</h2>
      <ul className={look.terms}>
        {mine.map((t) => (
          <li key={t.id} className={look.term}>
            <span>{t.name}</span>
            <span className="soft">{w(`duty_${t.members.find((m) => m.org === org)?.duty ?? 'member'}`)}</span>
          </li>
        ))}
      </ul>
    </>
  )
}
