import { Button } from 'antd'
import type { ReactNode } from 'react'
import { useNarrow } from '#web/form/narrow.ts'
import { commonWords } from '#web/say/everyday.ts'
import { useWords } from '#web/say/words.ts'
import look from './register.module.css'
import { registerWords } from './words.ts'

type Column<R> = { readonly key: string; readonly title: string; readonly width?: number; readonly show: (row: R) => ReactNode }
type More = { readonly hasNextPage: boolean; readonly isFetchingNextPage: boolean; readonly fetchNextPage: () => unknown }

type Props<R> = { readonly rows: readonly R[]; readonly columns: readonly Column<R>[] }
type Row = { readonly id: string }

const Cards = <R extends Row>({ rows, columns: [head, ...rest] }: Props<R>) => (
  <ul className={look.cards}>
    {rows.map((row) => (
      <li key={row.id} className={look.card}>
        <div>{head?.show(row)}</div>
        <div className={look.cardRest}>
          {rest.map((col) => (
            <span key={col.key}>{col.show(row)}</span>
          ))}
        </div>
      </li>
    ))}
  </ul>
)

const Lines = <R extends Row>({ rows, columns }: Props<R>) => (
  <div className={look.sheet}>
    <table className={look.table}>
      <thead>
        <tr>
          {columns.map((col) => (
            <th key={col.key} scope="col" style={col.width === undefined ? undefined : { width: col.width }}>
              {col.title}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <tr key={row.id}>
            {columns.map((col) => (
              <td key={col.key}>{col.show(row)}</td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  </div>
)

/** A plain list: a table on the desk; on the phone the first column heads a card and the others follow. */
export const Rows = <R extends Row>({ rows, columns, more }: Props<R> & { readonly more: More }) => {
  const w = useWords(registerWords)
  const c = useWords(commonWords)
  const narrow = useNarrow()
  return (
    <>
      {narrow ? <Cards rows={rows} columns={columns} /> : <Lines rows={rows} columns={columns} />}
      <div className={look.more}>
        {more.hasNextPage && (
          <Button loading={more.isFetchingNextPage} onClick={() => void more.fetchNextPage()}>
            {c('loadMore')}
          </Button>
        )}
        {!more.hasNextPage && rows.length > 20 && w('shown', { n: rows.length })}
      </div>
    </>
  )
}
