import { CheckCircleOutlined, FlagOutlined, SyncOutlined } from '@ant-design/icons'
import { Link } from '@tanstack/react-router'
import type { RecordRow } from '#command/views.ts'
import type { Sort } from '#record/shape.ts'
import { useNarrow } from '#web/form/narrow.ts'
import { StateMark } from '#web/parts/figures.tsx'
import { useWords } from '#web/say/words.ts'
import { type Kinds, gistSaid, kindTitle } from './kinds.ts'
import look from './record.module.css'
import { recordWords } from './words.ts'

type Props = {
  readonly sort: Sort
  readonly rows: readonly RecordRow[]
  readonly kinds: Kinds
  readonly faded?: boolean
  /** Inside a section that has a frame already. */
  readonly inset?: boolean
}

/** Records as a table on the desk, as cards on the phone. */
export const RecordRows = (props: Props) => (useNarrow() ? <Cards {...props} /> : <Lines {...props} />)

/** How far a matter is, by shape and word. */
export const Progress = ({ closed }: { readonly closed: boolean }) => {
  const w = useWords(recordWords)
  return (
    <span className={closed ? look.closed : look.open}>
      {closed ? <CheckCircleOutlined aria-hidden /> : <SyncOutlined aria-hidden />} {w(closed ? 'closed' : 'open')}
    </span>
  )
}

export const Flags = ({ n }: { readonly n: number }) => {
  const w = useWords(recordWords)
  return n === 0 ? null : (
    <span className={look.flag}>
      <FlagOutlined aria-hidden /> {w('flags', { n })}
    </span>
  )
}

const columns = [
  ['day', look.colDay],
  ['kind', look.colKind],
  ['gist', ''],
  ['org', look.colOrg],
  ['place', look.colPlace],
  ['by', look.colBy],
] as const

const Head = ({ sort }: { readonly sort: Sort }) => {
  const w = useWords(recordWords)
  const last = sort === 'matter' ? (['outcome', 'state'] as const) : (['state'] as const)
  return (
    <thead>
      <tr>
        {[...columns, ...last.map((key) => [key, look.colState] as const)].map(([key, className]) => (
          <th key={key} scope="col" className={className}>
            {w(key)}
          </th>
        ))}
      </tr>
    </thead>
  )
}

const Line = ({ sort, row, kinds }: { readonly sort: Sort; readonly row: RecordRow; readonly kinds: Kinds }) => (
  <tr className={row.state === 'withdrawn' ? look.gone : ''}>
    <td className="num">{row.day}</td>
    <td>{kindTitle(kinds, row.kind)}</td>
    <td>
      <Link to="/records/$record" params={{ record: row.id }} className={look.gist}>
        {gistSaid(kinds, row)}
      </Link>{' '}
      <Flags n={row.flags} />
    </td>
    <td>{row.orgName}</td>
    <td>{row.placeName}</td>
    <td>{row.by}</td>
    {sort === 'matter' && (
      <td>
        <Progress closed={row.closed} />
      </td>
    )}
    <td>
      <StateMark state={row.state} />
    </td>
  </tr>
)

const Lines = ({ sort, rows, kinds, faded, inset }: Props) => (
  <div className={`${look.sheet} ${inset ? look.inset : ''} ${faded ? look.faded : ''}`}>
    <table className={look.table}>
      <Head sort={sort} />
      <tbody>
        {rows.map((row) => (
          <Line key={row.id} sort={sort} row={row} kinds={kinds} />
        ))}
      </tbody>
    </table>
  </div>
)

const Cards = ({ sort, rows, kinds, faded, inset }: Props) => (
  <ul className={`${look.cards} ${inset ? look.inset : ''} ${faded ? look.faded : ''}`}>
    {rows.map((row) => (
      <li key={row.id} className={look.card}>
        <div className={look.cardTop}>
          <span>
            {kindTitle(kinds, row.kind)} · <span className="num">{row.day}</span>
          </span>
          <StateMark state={row.state} />
        </div>
        <Link to="/records/$record" params={{ record: row.id }} className={look.cardGist}>
          {gistSaid(kinds, row)}
        </Link>
        <div className={look.cardFoot}>
          <span>{[row.orgName, row.placeName].filter((t) => t !== '').join(' · ')}</span>
          {sort === 'matter' && <Progress closed={row.closed} />}
          <Flags n={row.flags} />
        </div>
      </li>
    ))}
  </ul>
)
