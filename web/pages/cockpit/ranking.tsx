import { Button, Select, Tabs } from 'antd'
import { useState } from 'react'
import type { Cockpit, FigureRow, RankRow } from '#command/views.ts'
import { useRead } from '#web/api/hooks.ts'
import type { FigureAt } from '#web/figure/behind.tsx'
import { Amount, Pending } from '#web/parts/figures.tsx'
import { Answer, Empty, Section } from '#web/parts/frame.tsx'
import { roundedTo } from '#web/say/format.ts'
import { useSay, useWords } from '#web/say/words.ts'
import { useAsked } from './asked.tsx'
import look from './cockpit.module.css'
import { cockpitWords } from './words.ts'

type RowProps = { readonly row: RankRow; readonly most: number; readonly unit: string; readonly decimals: number | null; readonly open: (row: RankRow) => void }

const RankLine = ({ row, most, unit, decimals, open }: RowProps) => (
  <li className={look.rankRow} data-rank={row.rank ?? 'none'}>
    <span className={look.rankNo}>{row.rank ?? '—'}</span>
    <span className={look.rankName}>{row.name}</span>
    <span className={look.rankBar} aria-hidden>
      <i style={{ width: `${most === 0 ? 0 : Math.max(0, (Number(row.value) / most) * 100)}%` }} />
    </span>
    <span className={look.rankValue}>
      <button type="button" className={`bare ${look.door}`} onClick={() => open(row)}>
        <Amount value={roundedTo(row.value, decimals)} unit={unit} />
      </button>
    </span>
    <span className={look.rankPending}>
      <Pending value={row.pending} facts={Number(row.pending) === 0 ? 0 : 1} />
    </span>
  </li>
)

const RankList = ({ rows, unit, decimals, minimum, open }: { readonly rows: readonly RankRow[]; readonly unit: string; readonly decimals: number | null; readonly minimum: number; readonly open: (row: RankRow) => void }) => {
  const w = useWords(cockpitWords)
  const [all, setAll] = useState(false)
  const ranked = rows.filter((r) => r.rank !== null)
  const below = rows.filter((r) => r.rank === null)
  const most = Math.max(0, ...rows.map((r) => Number(r.value)))
  if (rows.length === 0) return <Empty title={w('noRanking')} />
  const few = ranked.slice(0, 10)
  return (
    <>
      <ol className={look.ranks}>
        {(all ? ranked : few).map((row) => (
          <RankLine key={row.org} row={row} most={most} unit={unit} decimals={decimals} open={open} />
        ))}
      </ol>
      {(all || ranked.length <= 10) && below.length > 0 && (
        <>
          <p className={look.below}>{w('belowMinimum', { n: minimum })}</p>
          <ol className={look.ranks}>
            {below.map((row) => (
              <RankLine key={row.org} row={row} most={most} unit={unit} decimals={decimals} open={open} />
            ))}
          </ol>
        </>
      )}
      {ranked.length > 10 && (
        <Button type="link" size="small" className={look.showAll ?? ''} onClick={() => setAll(!all)}>
          {all ? w('showFewer') : w('showAll', { n: rows.length })}
        </Button>
      )}
    </>
  )
}

type Props = { readonly cockpit: Cockpit; readonly figures: readonly FigureRow[]; readonly figure: FigureRow; readonly choose: (indicator: string) => void; readonly open: (at: FigureAt, title: string) => void }

/** Units of one class beside each other, by one indicator. */
export const Ranking = ({ cockpit, figures, figure, choose, open }: Props) => {
  const w = useWords(cockpitWords)
  const say = useSay()
  const { from, to, asOf } = useAsked()
  const [wanted, setWanted] = useState<string | null>(null)
  const shown = cockpit.classes.find((c) => c.key === wanted) ?? cockpit.classes.find((c) => c.orgs > 0) ?? cockpit.classes[0]
  const campaign = cockpit.campaign.id
  const asked = useRead('figure.rank', { campaign, indicator: figure.indicator, class: shown?.key ?? '', org: cockpit.org.id, from, to, asOf }, { enabled: shown !== undefined, keep: true })
  if (shown === undefined) return null
  const openRow = (row: RankRow) =>
    open({ campaign, indicator: figure.indicator, org: row.org, orgName: row.name, from, to, asOf, value: roundedTo(row.value, figure.decimals), unit: figure.unit, facts: row.records, pending: row.pending, pendingFacts: Number(row.pending) === 0 ? 0 : 1 }, `${row.name} · ${say(figure.title)}`)
  return (
    <Section
      title={w('ranking')}
      side={<Select aria-label={w('indicator')} className={look.indicator ?? ''} value={figure.indicator} onChange={choose} popupMatchSelectWidth={false} options={figures.map((f) => ({ value: f.indicator, label: say(f.title) }))} />}
    >
      <Tabs size="small" activeKey={shown.key} onChange={setWanted} items={cockpit.classes.map((c) => ({ key: c.key, label: say(c.title) }))} />
      <Answer of={asked} rows={8}>
        {(rows) => <RankList key={shown.key} rows={rows} unit={figure.unit} decimals={figure.decimals} minimum={shown.minimum} open={openRow} />}
      </Answer>
    </Section>
  )
}
