// oxlint-disable react/no-array-index-key -- a line, a cell or a run of a document has no identity but its place
import { createElement } from 'react'
import type { Block, Document, Run } from '#bulletin/shape.ts'
import { WholeQuotes } from '#web/parts/title.tsx'
import { FigureLink } from './figure-link.tsx'
import look from './paper.module.css'

type RunsProps = { readonly runs: readonly Run[] }

/** Names of units may break across lines; a number and its unit may not. */
const longest = 12

const Runs = ({ runs }: RunsProps) => (
  <>
    {runs.map((run, i) => {
      const said =
        run.is === 'words' ? (
          <WholeQuotes text={run.text} />
        ) : (
          <FigureLink figure={run.figure} className={`${look.figure} ${run.text.length > longest ? '' : look.whole}`}>
            {run.text}
          </FigureLink>
        )
      return run.strong ? <strong key={i}>{said}</strong> : <span key={i}>{said}</span>
    })}
  </>
)

/** A column of figures stands right; the first column, names, left. */
const isFigures = (cell: readonly Run[]) => cell.some((run) => run.is === 'figure')

const TableBlock = ({ block }: { readonly block: Extract<Block, { is: 'table' }> }) => {
  const [first] = block.rows
  const side = (i: number) => (first?.[i] !== undefined && isFigures(first[i]) ? (look.number ?? '') : '')
  return (
    <div className={look.tableBox}>
      {block.caption !== '' && <div className={look.caption}>{block.caption}</div>}
      <table className={look.table}>
        <thead>
          <tr>
            {block.head.map((cell, i) => (
              <th key={i} scope="col" className={side(i)}>
                <Runs runs={cell} />
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {block.rows.map((row, r) => (
            <tr key={r}>
              {row.map((cell, i) => (
                <td key={i} className={side(i)}>
                  <Runs runs={cell} />
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}

const tags = { title: 'h1', heading: 'h2', subheading: 'h3', minor: 'h4', paragraph: 'p', signature: 'p' } as const

const BlockOnPaper = ({ block }: { readonly block: Block }) => {
  if (block.is === 'table') return <TableBlock block={block} />
  if (block.is === 'item') {
    return (
      <p className={look.item} style={{ paddingLeft: `${2 + block.depth * 2}em` }}>
        {block.marker !== '' && <span className={look.marker}>{block.marker}</span>}
        <Runs runs={block.runs} />
      </p>
    )
  }
  return createElement(tags[block.is], { className: look[block.is] }, <Runs runs={block.runs} />)
}

type Props = {
  readonly document: Document
  readonly stamp?: { readonly word: string; readonly moment: string } | undefined
  readonly blank?: string | undefined
}

/** The document as it will be printed; every figure in it opens its story. */
export const Paper = ({ document, stamp, blank }: Props) => (
  <article className={look.paper} lang={document.language === 'en' ? 'en' : 'zh-CN'}>
    {stamp !== undefined && (
      <div className={look.stamp} aria-hidden>
        {stamp.word}
        <small>{stamp.moment}</small>
      </div>
    )}
    {document.blocks.length === 0 && blank !== undefined && <p className={look.blank}>{blank}</p>}
    {document.blocks.map((block, i) => (
      <BlockOnPaper key={i} block={block} />
    ))}
  </article>
)
