import { Button, Segmented, Select } from 'antd'
import { useState } from 'react'
import { type LinkPartner, type LinkSide, type LinkSummary, type LinkSurveyRow, linkSides } from '#command/link-views.ts'
import type { OrgId, PersonId, PlaceId, SubjectId } from '#kit/id.ts'
import { type ReadIn, type ReadOut } from '#web/api/calls.ts'
import { usePages, useRead } from '#web/api/hooks.ts'
import { useScope } from '#web/api/scope.ts'
import { Find } from '#web/form/find.tsx'
import { Answer, Empty } from '#web/parts/frame.tsx'
import { useWords } from '#web/say/words.ts'
import type { LinkEnds } from './edit/link.tsx'
import { useKindTitle } from './kinds.ts'
import { EndLink, NewLink } from './links.tsx'
import { type PanelProps, asked } from './panel.ts'
import look from './register.module.css'
import { Rows } from './rows.tsx'
import { registerWords } from './words.ts'

const show = ['all', 'none', 'some'] as const
type Shown = (typeof show)[number]

const useAsked = ({ search }: PanelProps) => {
  const { org } = useScope()
  const side = linkSides.find((s) => s === search.side) ?? 'subject'
  const shown: Shown = show.find((s) => s === search.linked) ?? 'all'
  const input: Omit<ReadIn<'link.survey'>, 'after'> = {
    side,
    role: search.role,
    kind: search.kind,
    q: search.q,
    org: org?.id,
    linked: shown === 'all' ? undefined : shown === 'some',
    limit: 60,
  }
  return { side, shown, input }
}

/** Who is linked with whom, seen from one side; who has nobody; and what kinds of links there are. */
export const PairingsPanel = (props: PanelProps) => {
  const w = useWords(registerWords)
  const { search, put } = props
  const { side, shown, input } = useAsked(props)
  const pages = usePages('link.survey', input, { keep: true })
  const first = (pages.data?.pages[0] ?? undefined) as ReadOut<'link.survey'> | undefined
  const [ending, setEnding] = useState<{ row: LinkSurveyRow; partner: LinkPartner } | null>(null)
  const columns = useColumns(side, (row, partner) => setEnding({ row, partner }))
  return (
    <>
      <Summary role={search.role} put={(role) => put({ role })} />
      <div className={look.filters}>
        <Segmented
          className={look.side ?? ''}
          aria-label={w('side')}
          value={side}
          options={linkSides.map((s) => ({ value: s, label: w(`side_${s}`) }))}
          onChange={(value: LinkSide) => put({ side: value, kind: undefined })}
        />
        <Select
          className={look.pick ?? ''}
          aria-label={w('linked')}
          value={shown}
          options={show.map((s) => ({ value: s, label: w(`linked_${s}`) }))}
          onChange={(value: Shown) => put({ linked: value === 'all' ? undefined : value })}
        />
        <Find className={look.find} value={search.q ?? ''} put={(q) => put({ q: asked(q) })} says={w('findSubject')} />
        <NewLink primary />
      </div>
      {first !== undefined && first.counts.all > 0 && (
        <p className={look.counts} role="status">
          {w('counted', { ...first.counts, nobody: first.counts.all - first.counts.linked })}
        </p>
      )}
      <Answer of={pages} rows={8}>
        {() =>
          pages.rows.length === 0 ? (
            <div className={look.sheet}>
              <Nobody shown={shown} narrowed={search.q !== undefined || search.role !== undefined || shown === 'some'} />
            </div>
          ) : (
            <Rows rows={pages.rows} more={pages} columns={columns} />
          )
        }
      </Answer>
      {ending !== null && (
        <EndLink id={ending.partner.link} from={ending.row.name} to={ending.partner.name} close={() => setEnding(null)} />
      )}
    </>
  )
}

/** Nobody to show: nothing fits, nobody is without a partner, or there is nobody in the register yet. */
const Nobody = ({ shown, narrowed }: { readonly shown: Shown; readonly narrowed: boolean }) => {
  const w = useWords(registerWords)
  if (shown === 'none') return <Empty title={w('nobodyLeft')} hint={w('nobodyLeftHint')} />
  return narrowed ? <Empty title={w('noneFit')} hint={w('noneFitHint')} /> : <Empty title={w('empty')} hint={w('emptyHint')} />
}

/** What kinds of links there are, with the different ones at either end: 联系点 96 : 91. */
const Summary = ({ role, put }: { readonly role: string | undefined; readonly put: (role: string | undefined) => void }) => {
  const w = useWords(registerWords)
  const summary = useRead('link.summary', {})
  const ends = (s: LinkSummary) => {
    const by = [s.people > 0 && w('nPeople', { n: s.people }), s.orgs > 0 && w('nOrgs', { n: s.orgs })].filter((t) => t !== false)
    const to = [
      s.subjects > 0 && w('nSubjects', { n: s.subjects }),
      s.places > 0 && w('nPlaces', { n: s.places }),
      s.toOrgs > 0 && w('nOrgs', { n: s.toOrgs }),
    ]
    return `${by.join(w('and'))} : ${to.filter((t) => t !== false).join(w('and'))}`
  }
  if (summary.data === undefined || summary.data.length === 0) return null
  return (
    <ul className={look.roles}>
      {summary.data.map((s) => (
        <li key={s.role}>
          <button
            type="button"
            className={`bare ${look.roleCard}`}
            aria-pressed={role === s.role}
            onClick={() => put(role === s.role ? undefined : s.role)}
          >
            <span className={look.roleName}>{s.role === '' ? w('noRole') : s.role}</span>
            <span className="num">{w('nLinks', { n: s.links })}</span>
            <span className="soft">{ends(s)}</span>
          </button>
        </li>
      ))}
    </ul>
  )
}

/** 兴圩村 兴圩村1组29号 → 兴圩村1组29号. */
const onceOnly = (about: string): string => about.replace(/^(\S+) (?=\1)/, '')

const endsOf = (side: LinkSide, row: LinkSurveyRow): LinkEnds => {
  switch (side) {
    case 'subject':
      return { subject: { id: row.id as SubjectId, name: row.name } }
    case 'place':
      return { place: row.id as PlaceId }
    case 'org':
      return { toOrg: row.id as OrgId }
    case 'unit':
      return { byOrg: row.id as OrgId }
    case 'person':
      return { person: { id: row.id as PersonId, name: row.name } }
  }
}

const useColumns = (side: LinkSide, end: (row: LinkSurveyRow, partner: LinkPartner) => void) => {
  const w = useWords(registerWords)
  const kindTitle = useKindTitle()
  const partners = (row: LinkSurveyRow) => (
    <span className={look.partners}>
      {row.partners.map((p) => (
        <Button key={p.link} size="small" title={w('endThis')} onClick={() => end(row, p)}>
          {p.name} <span className="soft">{p.role}</span>
        </Button>
      ))}
      {row.n > row.partners.length && <span className="soft">{w('moreOf', { n: row.n - row.partners.length })}</span>}
      {row.n === 0 && <span className={look.nobody}>{w('nobody')}</span>}
    </span>
  )
  return [
    { key: 'name', title: w(`side_${side}`), width: 220, show: (row: LinkSurveyRow) => <strong>{row.name}</strong> },
    {
      key: 'about',
      title: w('kind'),
      width: 260,
      show: (row: LinkSurveyRow) => (
        <span className="soft">{[kindTitle(row.kind), onceOnly(row.about)].filter((t) => t !== '').join(' · ')}</span>
      ),
    },
    { key: 'n', title: w('pairs'), width: 70, show: (row: LinkSurveyRow) => <span className="num">{row.n}</span> },
    { key: 'partners', title: w(side === 'unit' || side === 'person' ? 'to' : 'from'), show: partners },
    { key: 'add', title: '', width: 130, show: (row: LinkSurveyRow) => <NewLink ends={endsOf(side, row)} of={row.name} /> },
  ]
}
