import { Link } from '@tanstack/react-router'
import { Skeleton } from 'antd'
import { useMemo, useState } from 'react'
import type { CampaignRow, Cockpit, FigureRow } from '#command/views.ts'
import { useRead } from '#web/api/hooks.ts'
import { useHolds, useScope } from '#web/api/scope.ts'
import type { FigureAt } from '#web/figure/at.ts'
import { FigureDrawer } from '#web/figure/drawer.tsx'
import { NoticesWaiting } from '#web/pages/supervision/waiting.tsx'
import banner from '#web/parts/banner.module.css'
import { Answer, Frame, Section } from '#web/parts/frame.tsx'
import { NoCampaign } from '#web/parts/no-campaign.tsx'
import { grouped, sayMoment } from '#web/say/format.ts'
import { useSay, useWords } from '#web/say/words.ts'
import { AskedNote, AskedPickers, useAsked } from './asked.tsx'
import { figureAt } from './at.ts'
import { ActivityCalendar } from './calendar.tsx'
import look from './cockpit.module.css'
import { IndicatorSelect } from './indicator-select.tsx'
import { Headlines, type Open, Others } from './headline.tsx'
import { CoverageCard } from './coverage-card.tsx'
import { Starts } from './not-started.tsx'
import { OddCard } from './odd-card.tsx'
import { OwnPage } from './own.tsx'
import { PhaseNow } from './phase-now.tsx'
import { Ranking } from './ranking.tsx'
import { SealedThen } from './sealed.tsx'
import { Trend } from './trend.tsx'
import { cockpitWords } from './words.ts'

const Review = ({ pending }: { readonly pending: number }) => {
  const w = useWords(cockpitWords)
  if (pending === 0) return null
  return (
    <Link to="/records" search={{ state: 'submitted' }} className={banner.ochre}>
      <span>{w('review', { n: grouped(String(pending)) })}</span>
      <b>{w('toReview')} →</b>
    </Link>
  )
}

type Shown = { readonly at: FigureAt; readonly title: string }

/** Months up to the last in which anything was counted, three at least: the campaign may have ended long ago. */
const upToLast = ({ trend: { months, values }, figures }: Cockpit): Cockpit['trend'] => {
  const flows = new Set(figures.flatMap((f) => (f.take === 'flow' ? [f.indicator] : [])))
  // What stands at a month's end stands on after it: there it is a change that tells.
  const told = ([key, row]: readonly [string, readonly string[]], i: number): boolean =>
    flows.has(key) ? Number(row[i] ?? 0) !== 0 : row[i] !== (row[i - 1] ?? '0')
  const rows = Object.entries(values)
  const last = months.findLastIndex((_, i) => rows.some((row) => told(row, i)))
  const shown = Math.max(3, last + 1)
  return {
    months: months.slice(0, shown),
    values: Object.fromEntries(Object.entries(values).map(([key, row]) => [key, row.slice(0, shown)])),
  }
}

type RhythmProps = {
  readonly cockpit: Cockpit
  readonly trend: Cockpit['trend']
  readonly heads: readonly FigureRow[]
  readonly chosen: string | undefined
  readonly choose: (indicator: string) => void
}

/** Month by month and day by day. */
const Rhythm = ({ cockpit, trend, heads, chosen, choose }: RhythmProps) => {
  const w = useWords(cockpitWords)
  const figure = heads.find((f) => f.indicator === chosen) ?? heads[0]
  return (
    <div className={`${look.columns} ${look.even}`}>
      {figure !== undefined && (
        <Section
          title={w('trend')}
          about={w(figure.take === 'flow' ? 'trendHint' : 'trendStands')}
          side={<IndicatorSelect figures={heads} value={figure.indicator} choose={choose} />}
        >
          <Trend trend={trend} figure={figure} />
        </Section>
      )}
      <Section title={w('calendar')} about={w('calendarHint')}>
        <ActivityCalendar days={cockpit.calendar} window={cockpit.campaign.window} />
      </Section>
    </div>
  )
}

const Body = ({ cockpit, figures }: { readonly cockpit: Cockpit; readonly figures: readonly FigureRow[] }) => {
  const w = useWords(cockpitWords)
  const say = useSay()
  const { span, past } = useAsked()
  const [chosen, setChosen] = useState<string | null>(null)
  const [shown, setShown] = useState<Shown | null>(null)
  const trend = useMemo(() => upToLast(cockpit), [cockpit])
  const heads = figures.filter((f) => f.headline)
  const figure = figures.find((f) => f.indicator === chosen) ?? heads[0] ?? figures[0]
  const open: Open = (f, showPending) => setShown({ title: say(f.title), at: figureAt(cockpit, f, span, showPending) })
  return (
    <>
      <Section title={w('figures')} about={w('figuresHint')} flush>
        <Headlines figures={figures} trend={trend} open={open} />
        {figures.some((f) => !f.headline && f.of === null) && <Others figures={figures} open={open} />}
      </Section>
      {!past && <CoverageCard cockpit={cockpit} />}
      <Rhythm cockpit={cockpit} trend={trend} heads={heads} chosen={figure?.indicator} choose={setChosen} />
      <div className={`${look.columns} ${look.uneven}`}>
        {figure !== undefined && (
          <Ranking cockpit={cockpit} figures={figures} figure={figure} choose={setChosen} open={(at, title) => setShown({ at, title })} />
        )}
        <Starts cockpit={cockpit} />
      </div>
      <FigureDrawer at={shown?.at ?? null} title={shown?.title ?? ''} close={() => setShown(null)} />
    </>
  )
}

const Waiting = () => (
  <div aria-busy>
    <Section>
      <div className={look.headlines}>
        {Array.from({ length: 8 }, (_, i) => (
          <div key={i} className={look.headline}>
            <Skeleton active title={{ width: '50%' }} paragraph={{ rows: 1, width: '80%' }} />
          </div>
        ))}
      </div>
    </Section>
    <div className={look.columns}>
      <Section>
        <Skeleton active paragraph={{ rows: 6 }} />
      </Section>
      <Section>
        <Skeleton active paragraph={{ rows: 6 }} />
      </Section>
    </div>
  </div>
)

const Loaded = ({ campaign }: { readonly campaign: CampaignRow }) => {
  const w = useWords(cockpitWords)
  const { org } = useScope()
  const { from, to, asOf, past, narrowed } = useAsked()
  const cockpit = useRead('cockpit.show', { campaign: campaign.id, org: org?.id }, { keep: true, every: 60_000 })
  const then = useRead('figure.list', { campaign: campaign.id, org: org?.id, from, to, asOf }, { enabled: past || narrowed, keep: true })
  const asked =
    past || narrowed
      ? { ...then, data: then.data === undefined || cockpit.data === undefined ? undefined : { cockpit: cockpit.data, figures: then.data } }
      : { ...cockpit, data: cockpit.data && { cockpit: cockpit.data, figures: cockpit.data.figures } }
  const seen = cockpit.data
  return (
    <Frame
      title={w('title')}
      about={
        seen === undefined ? (
          '…'
        ) : (
          <>
            {w('asOfNow', { org: seen.org.name, moment: sayMoment(asOf ?? seen.asOf) })}
            <PhaseNow phases={seen.phases} />
            {!past && <SealedThen campaign={campaign.id} />}
          </>
        )
      }
      actions={<AskedPickers campaign={campaign} />}
    >
      <AskedNote />
      {!past && <NoticesWaiting campaign={campaign.id} org={org?.id} />}
      {seen !== undefined && !past && <Review pending={seen.pendingReview} />}
      {!past && <OddCard campaign={campaign} org={org?.id} />}
      {asked.data === undefined && asked.error === null ? <Waiting /> : <Answer of={asked}>{(data) => <Body {...data} />}</Answer>}
    </Frame>
  )
}

/** One screen: how far, what hurts, who is late; for whoever only visits, what is theirs. */
export const CockpitPage = () => {
  const w = useWords(cockpitWords)
  const { campaign, ready } = useScope()
  const oversees = useHolds('office', 'liaison')
  if (campaign !== null)
    return oversees ? <Loaded key={campaign.id} campaign={campaign} /> : <OwnPage key={campaign.id} campaign={campaign} />
  return <Frame title={w('title')}>{ready ? <NoCampaign /> : <Waiting />}</Frame>
}
