import { PlusOutlined } from '@ant-design/icons'
import { useSearch } from '@tanstack/react-router'
import { Button } from 'antd'
import { useEffect, useRef } from 'react'
import type { CampaignRow } from '#command/views.ts'
import type { PlaceId } from '#kit/id.ts'
import type { Sort } from '#record/shape.ts'
import { usePages, useRead } from '#web/api/hooks.ts'
import { useHolds, useScope } from '#web/api/scope.ts'
import { useScheme } from '#web/form/scheme.ts'
import { Answer, Empty, Frame } from '#web/parts/frame.tsx'
import { NoCampaign } from '#web/parts/no-campaign.tsx'
import { LinkButton } from '#web/parts/link-button.tsx'
import { commonWords } from '#web/say/everyday.ts'
import { useWords } from '#web/say/words.ts'
import { Download } from './download.tsx'
import { Filters, isNarrowed } from './filters.tsx'
import { useKinds } from './kinds.ts'
import look from './record.module.css'
import type { ListSearch } from './routes.ts'
import { RecordRows } from './rows.tsx'
import { recordWords } from './words.ts'

const limit = 40

export const ActivitiesPage = () => <ListPage sort="activity" />
export const MattersPage = () => <ListPage sort="matter" />

const ListPage = ({ sort }: { readonly sort: Sort }) => {
  const w = useWords(recordWords)
  const { campaign, ready } = useScope()
  const title = w(sort === 'activity' ? 'records' : 'matters')
  return (
    <Frame
      title={title}
      about={w(sort === 'activity' ? 'recordsAbout' : 'mattersAbout')}
      actions={campaign !== null && <Actions sort={sort} campaign={campaign} />}
      wide
    >
      {ready && campaign === null && <NoCampaign />}
      {campaign !== null && <List sort={sort} campaign={campaign} />}
    </Frame>
  )
}

const Actions = ({ sort, campaign }: { readonly sort: Sort; readonly campaign: CampaignRow }) => {
  const w = useWords(recordWords)
  const reviews = useHolds('office', 'liaison')
  const waiting = useRead('record.list', { campaign: campaign.id, state: 'submitted', limit: 100 }, { enabled: reviews })
  const n = waiting.data?.rows.length ?? 0
  return (
    <>
      {reviews && (
        <LinkButton to="/review">
          {w('review')}
          {n > 0 && <span className={look.waitingCount}>{n > 99 ? '99+' : n}</span>}
        </LinkButton>
      )}
      <LinkButton tone="primary" icon={<PlusOutlined />} to={sort === 'activity' ? '/records/new' : '/matters/new'}>
        {w(sort === 'activity' ? 'newActivity' : 'newMatter')}
      </LinkButton>
    </>
  )
}

/** What the address narrows the list to. */
const useAsked = (sort: Sort, campaign: CampaignRow, search: ListSearch) => {
  const { org } = useScope()
  const { place, closed, ...narrowed } = search
  const { kind, state, from, to, q, mine, flagged } = narrowed
  const asked = { kind, state, from, to, q, mine, flagged, ...(sort === 'matter' ? { closed } : {}) }
  return { ...asked, campaign: campaign.id, sort, org: org?.id, place: place as PlaceId | undefined }
}

const List = ({ sort, campaign }: { readonly sort: Sort; readonly campaign: CampaignRow }) => {
  const w = useWords(recordWords)
  const search: ListSearch = useSearch({ strict: false })
  const opened = useScheme(campaign.id)
  const kinds = useKinds(sort, opened.data?.compiled ?? null)
  const asked = useAsked(sort, campaign, search)
  const pages = usePages('record.list', { ...asked, limit }, { keep: true })
  const { rows } = pages
  return (
    <>
      <Filters sort={sort} kinds={kinds} search={search} />
      <Answer of={pages} rows={8}>
        {() =>
          rows.length === 0 ? (
            <Nothing sort={sort} narrowed={isNarrowed(search)} />
          ) : (
            <RecordRows sort={sort} rows={rows} kinds={kinds} faded={pages.isPlaceholderData} />
          )
        }
      </Answer>
      {pages.hasNextPage && <More ask={pages.fetchNextPage} busy={pages.isFetchingNextPage} />}
      {!pages.hasNextPage && rows.length > 12 && <p className={look.end}>{w('shown', { n: rows.length })}</p>}
      {rows.length > 0 && <Download asked={asked} />}
    </>
  )
}

const Nothing = ({ sort, narrowed }: { readonly sort: Sort; readonly narrowed: boolean }) => {
  const w = useWords(recordWords)
  const [title, hint] = narrowed
    ? (['noneFit', 'noneFitHint'] as const)
    : sort === 'activity'
      ? (['noRecords', 'noRecordsHint'] as const)
      : (['noMatters', 'noMattersHint'] as const)
  return (
    <div className={look.sheet}>
      <Empty title={w(title)} hint={w(hint)} />
    </div>
  )
}

/** Asks for the next page as its end comes near; also a button, for those who tab. */
const More = ({ ask, busy }: { readonly ask: () => unknown; readonly busy: boolean }) => {
  const c = useWords(commonWords)
  const mark = useRef<HTMLDivElement>(null)
  useEffect(() => {
    const seen = new IntersectionObserver((entries) => entries.some((e) => e.isIntersecting) && ask(), { rootMargin: '400px' })
    if (mark.current !== null) seen.observe(mark.current)
    return () => seen.disconnect()
  }, [ask])
  return (
    <div ref={mark} className={look.more}>
      <Button loading={busy} onClick={() => ask()}>
        {c('loadMore')}
      </Button>
    </div>
  )
}
