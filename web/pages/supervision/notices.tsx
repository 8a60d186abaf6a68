import { PlusOutlined } from '@ant-design/icons'
import { Link, useNavigate, useSearch } from '@tanstack/react-router'
import { Button, Segmented } from 'antd'
import { useState } from 'react'
import type { NoticeRow } from '#command/notice/views.ts'
import type { CampaignRow } from '#command/views.ts'
import { useRead } from '#web/api/hooks.ts'
import { useHolds, useScope } from '#web/api/scope.ts'
import { Answer, Empty, Frame, Section } from '#web/parts/frame.tsx'
import { NoCampaign } from '#web/parts/no-campaign.tsx'
import { useSay, useWords } from '#web/say/words.ts'
import { IssueDialog } from './issue-dialog.tsx'
import { noticeWords } from './notice-words.ts'
import type { NoticesSearch } from './routes.ts'
import { Addressee, Deadline, NoticeMark } from './standing.tsx'
import look from './supervision.module.css'
import { SupervisionTabs } from './tabs.tsx'

const Line = ({ row }: { readonly row: NoticeRow }) => {
  const w = useWords(noticeWords)
  const say = useSay()
  return (
    <li>
      <Link to="/supervision/notices/$notice" params={{ notice: row.id }} className={look.noticeRow}>
        <span className={look.noticeNo}>{w('number', { n: row.number })}</span>
        <span className={look.noticeWords}>
          <span className={look.noticeTitle}>
            {row.grade !== null && <b className={look.grade}>{say(row.grade)}</b>}
            {row.title}
          </span>
          <span className={look.meta}>
            <Addressee of={row} />
            <Deadline of={row} />
            {row.asked !== null && <span className={look.waits}>{w('askedUntil', { day: row.asked })}</span>}
            {row.escalation !== null && <span className={look.grave}>{w('stepDue', { what: say(row.escalation) })}</span>}
          </span>
        </span>
        <NoticeMark state={row.state} />
      </Link>
    </li>
  )
}

const filters = ['all', 'open', 'overdue', 'asked', 'answered', 'closed'] as const
type Filter = (typeof filters)[number]
const isFilter = (word: unknown): word is Filter => filters.some((f) => f === word)

const Loaded = ({ campaign }: { readonly campaign: CampaignRow }) => {
  const w = useWords(noticeWords)
  const navigate = useNavigate()
  const { org } = useScope()
  const office = useHolds('office')
  const { state }: NoticesSearch = useSearch({ strict: false })
  const [issuing, setIssuing] = useState(false)
  const [limit, setLimit] = useState(50)
  const asked = useRead('notice.list', { campaign: campaign.id, org: org?.id, state, limit }, { keep: true, every: 60_000 })
  const counts = asked.data?.counts
  const label = (f: Filter) => {
    const word = f === 'answered' || f === 'closed' ? w(`state_${f}`) : w(f)
    const n = counts === undefined || f === 'all' || f === 'open' ? 0 : counts[f]
    return n > 0 ? `${word} ${n}` : word
  }
  const go = (f: Filter) => void navigate({ to: '/supervision/notices', search: (old) => ({ ...old, state: f === 'all' ? undefined : f }) })
  const begin = office && (
    <Button type="primary" icon={<PlusOutlined aria-hidden />} onClick={() => setIssuing(true)}>
      {w('issue')}
    </Button>
  )
  return (
    <Frame title={w('title')} about={w('about')} actions={begin} wide>
      <SupervisionTabs />
      <div className={look.filters}>
        <Segmented
          value={state ?? 'all'}
          options={filters.map((f) => ({ value: f, label: label(f) }))}
          onChange={(f) => isFilter(f) && go(f)}
        />
      </div>
      <Section flush>
        <Answer of={asked} rows={6}>
          {({ rows, next }) =>
            rows.length === 0 ? (
              <Empty title={w(state === undefined ? 'noneYet' : 'noneHere')} hint={w(office ? 'noneHint' : 'noneLiaison')} />
            ) : (
              <>
                <ul className={look.noticeRows}>
                  {rows.map((row) => (
                    <Line key={row.id} row={row} />
                  ))}
                </ul>
                {next !== null && limit < 200 && (
                  <Button type="link" onClick={() => setLimit(200)}>
                    {w('more')}
                  </Button>
                )}
              </>
            )
          }
        </Answer>
      </Section>
      {issuing && (
        <IssueDialog campaign={campaign} to={{ org: null, team: null, name: '', standing: null }} close={() => setIssuing(false)} />
      )}
    </Frame>
  )
}

/** Every notice one may see, the newest first. */
export const NoticesPage = () => {
  const w = useWords(noticeWords)
  const { campaign, ready } = useScope()
  if (campaign !== null) return <Loaded key={campaign.id} campaign={campaign} />
  return <Frame title={w('title')}>{ready && <NoCampaign />}</Frame>
}
