// oxlint-disable react/no-array-index-key -- one record may stand several times behind a figure, once for each of its facts, which have no id
import { Link } from '@tanstack/react-router'
import { Button, Segmented, Skeleton } from 'antd'
import { useState } from 'react'
import type { FigureRecord } from '#command/views.ts'
import type { CampaignId } from '#kit/id.ts'
import type { Compiled } from '#scheme/compiled.ts'
import { usePages } from '#web/api/hooks.ts'
import { formOf, useScheme } from '#web/form/scheme.ts'
import { Amount } from '#web/parts/figures.tsx'
import { Empty, FaultNotice } from '#web/parts/frame.tsx'
import { commonWords } from '#web/say/everyday.ts'
import { grouped } from '#web/say/format.ts'
import { useSay, useWords } from '#web/say/words.ts'
import type { FigureAt } from './at.ts'
import look from './behind.module.css'
import { figureWords } from './words.ts'

const RecordLine = ({
  row,
  unit,
  then,
  home,
  compiled,
}: {
  readonly row: FigureRecord
  /** The campaign whose figure it is; a record of another one may count there as well. */
  readonly home: CampaignId
  readonly unit: string
  readonly then: boolean
  readonly compiled: Compiled | null
}) => {
  const w = useWords(figureWords)
  const say = useSay()
  const foreign = useScheme(row.campaign === home ? null : row.campaign).data?.compiled
  const read = row.campaign === home ? compiled : foreign
  const form = read ? formOf(read, row.sort, row.kind) : undefined
  const called = form ? say(form.form.title) : row.kind
  return (
    <li>
      <Link className={look.row} to="/records/$record" params={{ record: row.record }} search={then ? { version: row.version } : {}}>
        <span className={look.day}>{row.day}</span>
        <span className={look.gist}>{row.gist === '' || row.gist === form?.form.title.zh ? called : row.gist}</span>
        <span className={look.worth}>
          <Amount value={row.value} unit={unit} />
        </span>
        <span className={look.meta}>
          {row.orgName} · {called}
          {foreign && ` · ${w('countsFrom', { campaign: say(foreign.scheme.title) })}`}
          {then && row.version > 1 ? ` · ${w('version', { n: row.version })}` : ''}
        </span>
      </Link>
    </li>
  )
}

type HeadProps = {
  readonly at: FigureAt
  readonly pending: boolean
  readonly show: (pending: boolean) => void
  readonly shown: number
  readonly more: boolean
  readonly single: boolean
}

const ListHead = ({ at, pending, show, shown, more, single }: HeadProps) => {
  const w = useWords(figureWords)
  const c = useWords(commonWords)
  const n = grouped(String(shown))
  // where each record is one fact, the screen knew how many there are
  const whole = single ? (pending ? (at.pendingFacts ?? 0) : at.facts) : 0
  const choices = [
    { value: 'confirmed', label: c('confirmed') },
    { value: 'pending', label: c('pending') },
  ]
  return (
    <div className={look.listHead}>
      <h3>{at.asOf === undefined ? w('records') : w('recordsThen')}</h3>
      {(at.pendingFacts ?? 0) > 0 && (
        <Segmented size="small" value={pending ? 'pending' : 'confirmed'} onChange={(v) => show(v === 'pending')} options={choices} />
      )}
      {shown > 0 && (
        <span className={look.count}>
          {more ? (whole > 0 ? w('shownOf', { n, all: grouped(String(whole)) }) : w('shown', { n })) : w('shownAll', { n })}
        </span>
      )}
    </div>
  )
}

/** The records a figure is made of, page by page; confirmed and pending apart. */
export const RecordsBehind = ({ at, compiled }: { readonly at: FigureAt; readonly compiled: Compiled | null }) => {
  const w = useWords(figureWords)
  const c = useWords(commonWords)
  const [pending, setPending] = useState(at.showPending === true)
  const { campaign, indicator, org, team, orgs, place, from, to, asOf } = at
  const scope = { campaign, indicator, org, team, orgs: orgs?.join(','), place, from, to, asOf, limit: 50 }
  const asked = usePages('figure.records', pending ? { ...scope, pending } : scope)
  const made = compiled?.indicators.get(indicator)
  const none = asked.data !== undefined && asked.rows.length === 0
  return (
    <>
      <ListHead
        at={at}
        pending={pending}
        show={setPending}
        shown={asked.rows.length}
        more={asked.hasNextPage}
        single={made?.per === 'record' && made.distinct == null}
      />
      {asked.error !== null && <FaultNotice fault={asked.error} retry={() => void asked.refetch()} />}
      {asked.isPending && <Skeleton active title={false} paragraph={{ rows: 8 }} />}
      {none && <Empty title={w(pending ? 'nonePending' : 'noneConfirmed')} hint={w('noneHint')} />}
      <ol>
        {asked.rows.map((row, i) => (
          <RecordLine
            key={`${row.record} ${row.key ?? ''} ${i}`}
            row={row}
            unit={at.unit}
            then={asOf !== undefined}
            home={campaign}
            compiled={compiled}
          />
        ))}
      </ol>
      {asked.hasNextPage && (
        <Button block className={look.more ?? ''} loading={asked.isFetchingNextPage} onClick={() => void asked.fetchNextPage()}>
          {c('loadMore')}
        </Button>
      )}
    </>
  )
}
