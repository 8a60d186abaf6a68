import { Link, useNavigate, useSearch } from '@tanstack/react-router'
import { DatePicker, Segmented } from 'antd'
import dayjs, { type Dayjs } from 'dayjs'
import type { BurdenRow, Over } from '#command/care-views.ts'
import { usePages } from '#web/api/hooks.ts'
import { useScope } from '#web/api/scope.ts'
import { useNarrow } from '#web/form/narrow.ts'
import { Rows } from '#web/pages/register/rows.tsx'
import { useTitles } from '#web/pages/register/titles.ts'
import { Answer, Empty, Frame, Section } from '#web/parts/frame.tsx'
import { LinkButton } from '#web/parts/link-button.tsx'
import { useSay, useWords } from '#web/say/words.ts'
import look from './care.module.css'
import type { BurdenSearch } from './routes.ts'
import { careWords } from './words.ts'

type Of = 'subject' | 'place' | 'org'
const kinds: readonly Of[] = ['subject', 'place', 'org']

/** Who bears most, over all campaigns: the campaign that is looked at plays no part here. */
export const BurdenPage = () => {
  const w = useWords(careWords)
  const search: BurdenSearch = useSearch({ strict: false })
  const navigate = useNavigate()
  const put = (change: BurdenSearch) => void navigate({ to: '.', search: (old: object) => ({ ...old, ...change }), resetScroll: false })
  const of: Of = search.of ?? 'subject'
  return (
    <Frame wide title={w('burden')} about={w('burdenAbout')} actions={<Period search={search} put={put} />}>
      <Section
        about={w(`says_${of}`)}
        title={
          <Segmented<Of>
            value={of}
            options={kinds.map((value) => ({ value, label: w(`of_${value}`) }))}
            onChange={(next) => put({ of: next === 'subject' ? undefined : next })}
          />
        }
      >
        <Loads key={of} of={of} search={search} />
      </Section>
    </Frame>
  )
}

const Period = ({ search, put }: { readonly search: BurdenSearch; readonly put: (change: BurdenSearch) => void }) => {
  const w = useWords(careWords)
  const at = (day: string | undefined): Dayjs | null => (day === undefined ? null : dayjs(day))
  const say = (day: Dayjs | null | undefined): string | undefined => day?.format('YYYY-MM-DD')
  return (
    <DatePicker.RangePicker
      aria-label={w('period')}
      value={[at(search.from), at(search.to)]}
      placeholder={[w('allTime'), w('allTime')]}
      allowEmpty={[true, true]}
      inputReadOnly
      onChange={(days) => put({ from: say(days?.[0]), to: say(days?.[1]) })}
    />
  )
}

const Loads = ({ of, search: { from, to } }: { readonly of: Of; readonly search: BurdenSearch }) => {
  const w = useWords(careWords)
  const { org } = useScope()
  const pages = usePages('burden.show', { of, from, to, org: org?.id, limit: 50 }, { keep: true })
  const columns = useColumns(of)
  return (
    <Answer of={pages} rows={8}>
      {() =>
        pages.rows.length > 0 ? (
          <Rows rows={pages.rows} more={pages} columns={columns} />
        ) : (
          <Empty title={w('noBurden')} hint={w('noBurdenHint')} action={<LinkButton to="/records/new">{w('enter')}</LinkButton>} />
        )
      }
    </Answer>
  )
}

/** On the phone a number stands without its heading, and says itself what it counts. */
const useColumns = (of: Of) => {
  const w = useWords(careWords)
  const titles = useTitles()
  const narrow = useNarrow()
  const number = (key: 'orgs' | 'campaigns' | 'people' | 'minutes', width: number) => ({
    key,
    title: w(key),
    width,
    show: (row: BurdenRow) => <span className="num">{narrow ? w(`${key}N`, { n: row[key] ?? 0 }) : (row[key] ?? '—')}</span>,
  })
  const visited = of === 'org' ? [] : [number('orgs', 64)]
  const came = of === 'org' ? [] : [number('people', 64)]
  const shared = [
    { key: 'times', title: w(`times_${of}`), width: 112, show: (row: BurdenRow) => <Times row={row} /> },
    ...visited,
    number('campaigns', 64),
    ...came,
    number('minutes', 104),
    { key: 'peak', title: w('peak'), width: 140, show: (row: BurdenRow) => <Peak row={row} /> },
    { key: 'last', title: w('last'), width: 112, show: (row: BurdenRow) => <Last row={row} narrow={narrow} /> },
  ]
  const name = { key: 'name', title: w('name'), show: (row: BurdenRow) => <Name of={of} row={row} /> }
  const whose = [
    { key: 'kind', title: w('kind'), width: 80, show: (row: BurdenRow) => titles.kind(row.kind) },
    { key: 'place', title: w('place'), width: 120, show: (row: BurdenRow) => row.placeName },
  ]
  return of === 'subject' ? [name, ...whose, ...shared] : [name, ...shared]
}

const Last = ({ row, narrow }: { readonly row: BurdenRow; readonly narrow: boolean }) => {
  const w = useWords(careWords)
  return <span className="num">{narrow ? w('lastN', { day: row.last }) : row.last}</span>
}

const Name = ({ of, row }: { readonly of: Of; readonly row: BurdenRow }) =>
  of === 'subject' ? (
    <Link to="/register/subjects/$subject" params={{ subject: row.id }} className={look.name}>
      {row.name}
    </Link>
  ) : (
    <span className={look.name}>{row.name}</span>
  )

const Times = ({ row }: { readonly row: BurdenRow }) => {
  const w = useWords(careWords)
  return (
    <>
      <span className={`num ${look.times}`}>{w('timesN', { n: row.times })}</span>
      {row.pending > 0 && <span className={look.pending}> {w('pendingN', { n: row.pending })}</span>}
    </>
  )
}

const Peak = ({ row }: { readonly row: BurdenRow }) => {
  const w = useWords(careWords)
  return (
    <>
      {row.peak !== null && (
        <span className={`num ${look.month}`}>{w('peakN', { month: row.peak.month.slice(0, 7), n: row.peak.times })}</span>
      )}
      {row.over.map((over) => (
        <Broken key={`${over.every} ${over.atMost} ${over.campaign.zh}`} over={over} />
      ))}
    </>
  )
}

const Broken = ({ over }: { readonly over: Over }) => {
  const w = useWords(careWords)
  const say = useSay()
  return (
    <span className={look.over} title={say(over.campaign)}>
      {over.says === null ? w('over', { every: w(`every_${over.every}`), n: over.atMost }) : say(over.says)}
      <span className={look.overMore}>{w('overTurns', { turns: over.turns, times: over.times })}</span>
    </span>
  )
}
