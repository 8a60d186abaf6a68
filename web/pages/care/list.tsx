import { DownloadOutlined } from '@ant-design/icons'
import { Link } from '@tanstack/react-router'
import { Button, Select, Tabs, Tag } from 'antd'
import type { ReactNode } from 'react'
import type { WaitingRow } from '#command/care-views.ts'
import type { CampaignId, OrgId, PlaceId } from '#kit/id.ts'
import { urlOf } from '#web/api/client.ts'
import { usePages } from '#web/api/hooks.ts'
import { Find } from '#web/form/find.tsx'
import { Rows } from '#web/pages/register/rows.tsx'
import { useTitles } from '#web/pages/register/titles.ts'
import { Answer, Empty, Section } from '#web/parts/frame.tsx'
import { addressIn } from '#web/say/format.ts'
import { usePreferences } from '#web/say/preferences.ts'
import { useWords } from '#web/say/words.ts'
import look from './care.module.css'
import type { CoverageSearch } from './routes.ts'
import { careWords } from './words.ts'

type Props = {
  readonly campaign: CampaignId
  readonly org: OrgId | undefined
  readonly search: CoverageSearch
  readonly put: (change: CoverageSearch) => void
}

const useColumns = () => {
  const w = useWords(careWords)
  const titles = useTitles()
  const name = (s: WaitingRow) => (
    <Link to="/register/subjects/$subject" params={{ subject: s.id }} className={look.name}>
      {s.name}
    </Link>
  )
  const last = (s: WaitingRow) => (
    <>
      <span className="num">{s.last ?? <span className={look.never}>{w('never')}</span>}</span>
      {s.pending && <span className={look.pending}> {w('pendingN', { n: 1 })}</span>}
    </>
  )
  return [
    { key: 'name', title: w('name'), show: name },
    { key: 'kind', title: w('kind'), width: 100, show: (s: WaitingRow) => titles.kind(s.kind) },
    { key: 'place', title: w('place'), width: 150, show: (s: WaitingRow) => s.placeName },
    { key: 'address', title: w('address'), show: (s: WaitingRow) => addressIn(s.placeName, s.address) },
    { key: 'tags', title: w('tags'), show: (s: WaitingRow) => s.tags.map((t) => <Tag key={t}>{titles.tag(t)}</Tag>) },
    { key: 'last', title: w('last'), width: 130, show: last },
    { key: 'waited', title: w('waited'), width: 96, show: (s: WaitingRow) => <span className="num">{w('daysN', { n: s.waited })}</span> },
  ]
}

const Filters = ({ search, put, children }: Pick<Props, 'search' | 'put'> & { readonly children: ReactNode }) => {
  const w = useWords(careWords)
  const titles = useTitles()
  return (
    <div className={look.filters}>
      <Find className={look.find} value={search.q ?? ''} put={(q) => put({ q: q === '' ? undefined : q })} says={w('find')} />
      <Select
        className={look.pick ?? ''}
        aria-label={w('tags')}
        allowClear
        placeholder={w('anyTag')}
        value={search.tag ?? null}
        options={titles.tags}
        onChange={(tag: string | null) => put({ tag: tag ?? undefined })}
      />
      <Select
        className={look.pick ?? ''}
        aria-label={w('kind')}
        allowClear
        placeholder={w('anyKind')}
        value={search.kind ?? null}
        options={titles.kinds}
        onChange={(kind: string | null) => put({ kind: kind ?? undefined })}
      />
      {children}
    </div>
  )
}

/** Whom nobody has reached in this turn, or everybody by how long they have waited. */
export const WaitingList = ({ campaign, org, search, put }: Props) => {
  const w = useWords(careWords)
  const { on, place, tag, kind, q, duty } = search
  const list = search.list ?? 'unreached'
  const asked = { campaign, org, place: place as PlaceId | undefined, on, duty, tag, kind, q }
  const pages = usePages(`coverage.${list}`, { ...asked, limit: 60 }, { keep: true })
  const columns = useColumns()
  const { language } = usePreferences()
  const narrowed = tag !== undefined || kind !== undefined || q !== undefined || place !== undefined
  const file = urlOf('coverage.export', { ...asked, list, lang: language })
  return (
    <Section>
      <Tabs
        activeKey={list}
        items={(['unreached', 'waiting'] as const).map((key) => ({ key, label: w(key) }))}
        onChange={(key) => put({ list: key === 'waiting' ? 'waiting' : undefined })}
      />
      <Filters search={search} put={put}>
        <Button className={look.file ?? ''} icon={<DownloadOutlined />} href={file} download>
          {w('download')}
        </Button>
      </Filters>
      <Answer of={pages} rows={6}>
        {() =>
          pages.rows.length > 0 ? (
            <Rows rows={pages.rows} more={pages} columns={columns} />
          ) : (
            <Empty title={w(narrowed ? 'noneFit' : 'noneLeft')} hint={w(narrowed ? 'noneFitHint' : 'noneLeftHint')} />
          )
        }
      </Answer>
    </Section>
  )
}
