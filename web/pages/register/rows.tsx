import { Button } from 'antd'
import type { ReactNode } from 'react'
import { useNarrow } from '#web/form/narrow.ts'
import { commonWords } from '#web/say/everyday.ts'
import { useWords } from '#web/say/words.ts'
import look from './register.module.css'
import { registerWords } from './words.ts'

type Column<R> = { readonly key: string; readonly title: string; readonly width?: number; readonly show: (row: R) => ReactNode }
type More = { readonly hasNextPage: boolean; readonly isFetchingNextPage: boolean; readonly fetchNextPage: () => unknown }

/** A plain list: a table on the desk; on the phone the first column heads a card and the others follow. */
export const Rows = <R extends { readonly id: string }>({
  rows,
  columns,
  more,
}: {
  readonly rows: readonly R[]
  readonly columns: readonly Column<R>[]
  readonly more: More
}) => {
  const w = useWords(registerWords)
  const c = useWords(commonWords)
  const narrow = useNarrow()
  const [head, ...rest] = columns
  return (
    <>
      {narrow ? (
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
      ) : (
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
      )}
      <div className={look.more}>
        {more.hasNextPage ? (
          <Button loading={more.isFetchingNextPage} onClick={() => void more.fetchNextPage()}>
            {c('loadMore')}
          </Button>
        ) : (
          rows.length > 20 && w('shown', { n: rows.length })
        )}
      </div>
    </>
  )
}
