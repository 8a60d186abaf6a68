import { Link } from '@tanstack/react-router'
import { Checkbox } from 'antd'
import { useEffect, useState } from 'react'
import type { CampaignRow, RecordRow } from '#command/views.ts'
import type { RecordId } from '#kit/id.ts'
import { useWrite, usePages } from '#web/api/hooks.ts'
import { useScope } from '#web/api/scope.ts'
import { useNarrow } from '#web/form/narrow.ts'
import { useScheme } from '#web/form/scheme.ts'
import { Answer, Empty, Frame, Section } from '#web/parts/frame.tsx'
import { LinkButton } from '#web/parts/link-button.tsx'
import { useWords } from '#web/say/words.ts'
import { useOutcome } from './outcome.ts'
import { Bulk } from './bulk.tsx'
import { kindTitle, useKinds } from './kinds.ts'
import { Reading } from './reading.tsx'
import { ReasonDialog } from './reason-dialog.tsx'
import look from './record.module.css'
import { Flags } from './rows.tsx'
import { recordWords } from './words.ts'

export const ReviewPage = () => {
  const w = useWords(recordWords)
  const { campaign } = useScope()
  const narrow = useNarrow()
  return (
    <Frame
      title={w('reviewTitle')}
      about={w(narrow ? 'reviewAboutPhone' : 'reviewAbout')}
      back={{ to: '/records', says: w('records') }}
      wide
    >
      {campaign !== null && <Queue campaign={campaign} />}
    </Frame>
  )
}

/** Which record of the queue is open: kept by id, so that the list may shrink under it. */
const useCursor = (rows: readonly RecordRow[]) => {
  const [at, setAt] = useState(0)
  const index = Math.min(at, Math.max(0, rows.length - 1))
  return { index, row: rows[index], go: (i: number) => setAt(Math.max(0, Math.min(rows.length - 1, i))) }
}

/** The queue, where one stands in it, and what one does there. */
const useReview = (campaign: CampaignRow) => {
  const { org } = useScope()
  const pages = usePages('record.list', { campaign: campaign.id, state: 'submitted', oldest: true, org: org?.id, limit: 50 })
  const cursor = useCursor(pages.rows)
  const [chosen, setChosen] = useState<ReadonlySet<RecordId>>(new Set())
  const [returning, setReturning] = useState<RecordRow | null>(null)
  const outcome = useOutcome()
  const accept = useWrite('record.accept', outcome.done('accept'))
  const toggle = (id: RecordId) => setChosen((old) => new Set(old.has(id) ? [...old].filter((x) => x !== id) : [...old, id]))
  const take = () => {
    const { row } = cursor
    if (row !== undefined && !accept.isPending) accept.mutate({ record: row.id, seen: row.version }, { onError: outcome.failed })
  }
  return { pages, cursor, chosen, setChosen, toggle, returning, setReturning, take, busy: accept.isPending }
}
type Review = ReturnType<typeof useReview>

const Queue = ({ campaign }: { readonly campaign: CampaignRow }) => {
  const narrow = useNarrow()
  const review = useReview(campaign)
  const { pages, cursor, toggle, returning, setReturning, take } = review
  useKeys(!narrow && returning === null, {
    j: () => cursor.go(cursor.index + 1),
    k: () => cursor.go(cursor.index - 1),
    a: take,
    r: () => cursor.row !== undefined && setReturning(cursor.row),
    ' ': () => cursor.row !== undefined && toggle(cursor.row.id),
  })
  return (
    <Answer of={pages} rows={8}>
      {() => (pages.rows.length === 0 ? <AllDone /> : <Both campaign={campaign} review={review} />)}
    </Answer>
  )
}

const AllDone = () => {
  const w = useWords(recordWords)
  return (
    <Section>
      <Empty title={w('reviewNone')} hint={w('reviewNoneHint')} action={<LinkButton to="/records">{w('toList')}</LinkButton>} />
    </Section>
  )
}

/** The queue and, on the desk, the record beside it. */
const Both = ({ campaign, review }: { readonly campaign: CampaignRow; readonly review: Review }) => {
  const narrow = useNarrow()
  const { cursor, returning, setReturning, take, busy } = review
  const { row } = cursor
  return (
    <div className={look.review}>
      <List campaign={campaign} review={review} />
      {!narrow && row !== undefined && <Reading id={row.id} accept={take} giveBack={() => setReturning(row)} busy={busy} />}
      {returning !== null && <ReasonDialog act="return" record={returning.id} seen={returning.version} close={() => setReturning(null)} />}
    </div>
  )
}

const List = ({ campaign, review }: { readonly campaign: CampaignRow; readonly review: Review }) => {
  const narrow = useNarrow()
  const opened = useScheme(campaign.id)
  const kinds = useKinds(null, opened.data?.compiled ?? null)
  const { pages, cursor, chosen, setChosen, toggle } = review
  return (
    <div className={look.queue}>
      <Bulk rows={pages.rows} chosen={chosen} choose={setChosen} more={pages.hasNextPage ? () => void pages.fetchNextPage() : undefined} />
      <ul>
        {pages.rows.map((row, i) => (
          <Waiting
            key={row.id}
            row={row}
            kind={kindTitle(kinds, row.kind)}
            here={!narrow && i === cursor.index}
            chosen={chosen.has(row.id)}
            toggle={() => toggle(row.id)}
            open={() => cursor.go(i)}
          />
        ))}
      </ul>
    </div>
  )
}

/** Single keys, as long as nobody is typing and no dialog is open. */
const useKeys = (on: boolean, keys: Readonly<Record<string, () => void>>): void => {
  useEffect(() => {
    if (!on) return
    const press = (e: KeyboardEvent) => {
      const busy =
        e.target instanceof HTMLElement &&
        e.target.closest('input:not([type="checkbox"]), textarea, select, [role="dialog"], [role="combobox"]') !== null
      const act = keys[e.key.toLowerCase()]
      if (act === undefined || busy || e.ctrlKey || e.metaKey || e.altKey) return
      e.preventDefault()
      act()
    }
    window.addEventListener('keydown', press)
    return () => window.removeEventListener('keydown', press)
  })
}

type WaitingProps = {
  readonly row: RecordRow
  readonly kind: string
  readonly here: boolean
  readonly chosen: boolean
  readonly toggle: () => void
  readonly open: () => void
}

const Words = ({ row, kind }: { readonly row: RecordRow; readonly kind: string }) => (
  <>
    <span className={look.waitingTop}>
      <span>
        {kind} · {row.orgName}
      </span>
      <span className="num">{row.day}</span>
    </span>
    <span className={look.waitingGist}>{row.gist}</span>
    <Flags n={row.flags} />
  </>
)

const intoView = (li: HTMLLIElement | null) => li?.scrollIntoView({ block: 'nearest' })

/** One record of the queue: opened beside it on the desk, on a page of its own on the phone. */
const Waiting = ({ row, kind, here, chosen, toggle, open }: WaitingProps) => {
  const w = useWords(recordWords)
  const narrow = useNarrow()
  return (
    <li className={look.waiting} aria-current={here} {...(here ? { ref: intoView } : {})}>
      <Checkbox checked={chosen} onChange={toggle} aria-label={`${w('choose')} ${row.gist}`} />
      {narrow ? (
        <Link className={look.waitingWords} to="/records/$record" params={{ record: row.id }}>
          <Words row={row} kind={kind} />
        </Link>
      ) : (
        <button type="button" className={`bare ${look.waitingWords}`} onClick={open}>
          <Words row={row} kind={kind} />
        </button>
      )}
    </li>
  )
}
