import { Link } from '@tanstack/react-router'
import { Button, Segmented, Skeleton } from 'antd'
import { type ReactNode, useState } from 'react'
import type { FigureRecord } from '#command/views.ts'
import type { CampaignId, OrgId, PlaceId } from '#kit/id.ts'
import type { Approx } from '#record/shape.ts'
import type { Compiled } from '#scheme/compiled.ts'
import { usePages } from '#web/api/hooks.ts'
import { formOf, useScheme } from '#web/form/scheme.ts'
import { Amount, Pending } from '#web/parts/figures.tsx'
import { Empty, FaultNotice } from '#web/parts/frame.tsx'
import { commonWords } from '#web/say/common.ts'
import { grouped, sayDay, sayMoment } from '#web/say/format.ts'
import { usePreferences } from '#web/say/preferences.ts'
import { useSay, useWords } from '#web/say/words.ts'
import look from './behind.module.css'
import { figureWords } from './words.ts'

/** A figure on some screen, with everything needed to list what it is made of. */
export type FigureAt = {
  readonly campaign: CampaignId
  readonly indicator: string
  readonly org?: OrgId | undefined
  readonly orgName?: string | undefined
  readonly place?: PlaceId | undefined
  readonly from?: string | undefined
  readonly to?: string | undefined
  /** The moment it is read at; now unless told. */
  readonly asOf?: string | undefined
  readonly value: string | null
  /** '' when not known: then as the scheme says. */
  readonly unit: string
  readonly facts: number
  readonly approx?: readonly Approx[] | undefined
  readonly pending?: string | null | undefined
  readonly pendingFacts?: number | undefined
  readonly showPending?: boolean | undefined
  /** A sealed figure's own words: the formula in the template, the scheme's version, what is printed. */
  readonly sealed?: { readonly source: string; readonly schemeVersion: number; readonly printed: string; /** What is printed is this very figure, not something made of several. */ readonly alone: boolean } | undefined
}

const Definition = ({ compiled, indicator }: { readonly compiled: Compiled; readonly indicator: string }) => {
  const w = useWords(figureWords)
  const say = useSay()
  const made = compiled.indicators.get(indicator)
  if (made === undefined) return <>{indicator}</>
  const kinds = [...new Set(made.sources.map((s) => formOf(compiled, s.sort, s.kind)?.form.title).filter((t) => t !== undefined))].map(say)
  const { about, value, when, formula } = made.indicator
  return (
    <>
      {about !== undefined && <div>{say(about)}</div>}
      <div>
        {kinds.join('、')}
        {made.distinct ? ` · ${w('distinct')}` : ''}
        {[value, when, formula].filter((x) => x !== undefined).map((cel) => (
          <span key={cel}>
            {' · '}
            <code className={look.code}>{cel}</code>
          </span>
        ))}
      </div>
    </>
  )
}

const Facts = ({ rows }: { readonly rows: readonly (readonly [string, ReactNode])[] }) => (
  <dl className={look.facts}>
    {rows.map(([term, said]) => (
      <div key={term} style={{ display: 'contents' }}>
        <dt>{term}</dt>
        <dd>{said}</dd>
      </div>
    ))}
  </dl>
)

const RecordLine = ({ row, unit, then, compiled }: { readonly row: FigureRecord; readonly unit: string; readonly then: boolean; readonly compiled: Compiled | null }) => {
  const w = useWords(figureWords)
  const say = useSay()
  const form = compiled === null ? undefined : formOf(compiled, row.sort, row.kind)
  return (
    <li>
      <Link className={look.row} to="/records/$record" params={{ record: row.record }} search={then ? { version: row.version } : {}}>
        <span className={look.day}>{row.day}</span>
        <span className={look.gist}>{row.gist === '' ? (form ? say(form.form.title) : row.kind) : row.gist}</span>
        <span className={look.worth}>
          <Amount value={row.value} unit={unit} />
        </span>
        <span className={look.meta}>
          {row.orgName} · {form ? say(form.form.title) : row.kind}
          {then && row.version > 1 ? ` · ${w('version', { n: row.version })}` : ''}
        </span>
      </Link>
    </li>
  )
}

const RecordsBehind = ({ at, compiled }: { readonly at: FigureAt; readonly compiled: Compiled | null }) => {
  const w = useWords(figureWords)
  const c = useWords(commonWords)
  const [pending, setPending] = useState(at.showPending === true)
  const hasPending = (at.pendingFacts ?? 0) > 0
  const all = pending ? (at.pendingFacts ?? 0) : at.facts
  const { campaign, indicator, org, place, from, to, asOf } = at
  const asked = usePages('figure.records', { campaign, indicator, org, place, from, to, asOf, limit: 50, ...(pending ? { pending: true } : {}) })
  return (
    <>
      <div className={look.listHead}>
        <h3>{asOf === undefined ? w('records') : w('recordsThen')}</h3>
        {hasPending && (
          <Segmented size="small" value={pending ? 'pending' : 'confirmed'} onChange={(v) => setPending(v === 'pending')} options={[{ value: 'confirmed', label: c('confirmed') }, { value: 'pending', label: c('pending') }]} />
        )}
        {asked.rows.length > 0 && <span className={look.count}>{asked.hasNextPage ? w('shownOf', { n: grouped(String(asked.rows.length)), all: grouped(String(all)) }) : w('shownAll', { n: grouped(String(asked.rows.length)) })}</span>}
      </div>
      {asked.error !== null && <FaultNotice fault={asked.error} retry={() => void asked.refetch()} />}
      {asked.isPending && <Skeleton active title={false} paragraph={{ rows: 8 }} />}
      {asked.data !== undefined && asked.rows.length === 0 && <Empty title={w(pending ? 'nonePending' : 'noneConfirmed')} hint={w('noneHint')} />}
      <ol>
        {asked.rows.map((row, i) => (
          <RecordLine key={`${row.record} ${row.key ?? ''} ${i}`} row={row} unit={at.unit} then={asOf !== undefined} compiled={compiled} />
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

/** What a figure is, and the records it is made of. */
export const Behind = ({ at }: { readonly at: FigureAt }) => {
  const w = useWords(figureWords)
  const { language } = usePreferences()
  const scheme = useScheme(at.campaign, at.sealed?.schemeVersion)
  const compiled = scheme.data?.compiled ?? null
  const unit = at.unit === '' ? (compiled?.indicators.get(at.indicator)?.indicator.unit ?? '') : at.unit
  const formula = compiled?.indicators.get(at.indicator)?.formula != null
  const period = at.from === undefined && at.to === undefined ? w('wholeCampaign') : `${at.from === undefined ? '' : sayDay(at.from, language)} – ${at.to === undefined ? '' : sayDay(at.to, language)}`
  const rows: (readonly [string, ReactNode])[] = [
    [w('definition'), compiled === null ? <Skeleton.Input active size="small" key="wait" /> : <Definition key="says" compiled={compiled} indicator={at.indicator} />],
    [w('scope'), at.orgName ?? '—'],
    [w('period'), period],
    [w('asOf'), at.asOf === undefined ? w('now') : sayMoment(at.asOf)],
  ]
  if (at.facts > 0) rows.push([w('facts'), w('facts_n', { n: grouped(String(at.facts)) })])
  if (at.sealed !== undefined) rows.push([w('expression'), <code key="cel" className={look.code}>{`${at.sealed.source}`}</code>], [w('indicator'), <span key="key"><code className={look.code}>{at.indicator}</code> · {w('schemeVersion', { n: at.sealed.schemeVersion })}</span>])
  return (
    <>
      <div className={look.value}>
        {at.sealed?.alone ? at.sealed.printed : at.value === null ? null : <Amount value={at.value} unit={unit} approx={at.approx ?? []} />}
        {at.pending !== undefined && <Pending value={at.pending} facts={at.pendingFacts ?? 0} />}
      </div>
      <Facts rows={rows} />
      {formula ? <Empty title={w('formula')} /> : <RecordsBehind key={`${at.indicator} ${at.org ?? ''} ${at.showPending ?? ''}`} at={{ ...at, unit }} compiled={compiled} />}
    </>
  )
}
