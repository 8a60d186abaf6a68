import { Link } from '@tanstack/react-router'
import type { BurdenRow, Over } from '#command/care-views.ts'
import { useNarrow } from '#web/form/narrow.ts'
import { useTitles } from '#web/pages/register/titles.ts'
import { useSay, useWords } from '#web/say/words.ts'
import look from './care.module.css'
import { careWords } from './words.ts'

export type Of = 'subject' | 'place' | 'org' | 'person'

type Counted = 'orgs' | 'campaigns' | 'people' | 'minutes' | 'forms' | 'visits'

/** Which numbers are told of each, in order. */
const numbers: Readonly<Record<Of, readonly Counted[]>> = {
  subject: ['orgs', 'campaigns', 'people', 'minutes'],
  place: ['orgs', 'campaigns', 'people', 'minutes'],
  org: ['campaigns', 'minutes'],
  person: ['visits', 'forms', 'minutes', 'campaigns'],
}

/** Columns whose headings need room, in px. */
const wide: Partial<Readonly<Record<Counted, number>>> = { minutes: 100, campaigns: 90 }

/** On the phone a number stands without its heading, and says itself what it counts. */
export const useBurdenColumns = (of: Of) => {
  const w = useWords(careWords)
  const titles = useTitles()
  const narrow = useNarrow()
  const number = (key: Counted) => {
    const word = key === 'visits' ? 'visitsDone' : key
    return {
      key,
      title: w(word),
      width: wide[key] ?? 64,
      show: (row: BurdenRow) => <span className="num">{narrow ? w(`${word}N`, { n: row[key] ?? 0 }) : (row[key] ?? '—')}</span>,
    }
  }
  const whose = {
    subject: [
      { key: 'kind', title: w('kind'), width: 100, show: (row: BurdenRow) => titles.kind(row.kind) },
      { key: 'place', title: w('place'), width: 108, show: (row: BurdenRow) => row.placeName },
    ],
    place: [],
    org: [],
    person: [
      { key: 'unit', title: w('unit'), width: 150, show: (row: BurdenRow) => row.placeName },
      { key: 'post', title: w('post'), width: 120, show: (row: BurdenRow) => row.kind },
    ],
  }[of]
  return [
    { key: 'name', title: w('name'), width: 190, show: (row: BurdenRow) => <Name of={of} row={row} /> },
    ...whose,
    { key: 'times', title: w(`times_${of}`), width: 96, show: (row: BurdenRow) => <Times row={row} /> },
    ...numbers[of].map(number),
    { key: 'peak', title: w('peak'), show: (row: BurdenRow) => <Peak row={row} /> },
    {
      key: 'last',
      title: w(of === 'subject' || of === 'place' ? 'last' : 'latest'),
      width: 112,
      show: (row: BurdenRow) => <Last row={row} narrow={narrow} />,
    },
  ]
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
