import { Button, Tabs } from 'antd'
import { useState } from 'react'
import type { Cockpit, FigureRow, RankRow } from '#command/views.ts'
import { useRead } from '#web/api/hooks.ts'
import type { FigureAt } from '#web/figure/at.ts'
import { Amount, Pending } from '#web/parts/figures.tsx'
import { Answer, Empty, Section } from '#web/parts/frame.tsx'
import { roundedTo } from '#web/say/format.ts'
import { useSay, useWords } from '#web/say/words.ts'
import { useAsked } from './asked.tsx'
import look from './cockpit.module.css'
import { IndicatorSelect } from './indicator-select.tsx'
import { cockpitWords } from './words.ts'

type RowProps = { readonly row: RankRow; readonly most: number; readonly figure: FigureRow; readonly open: (row: RankRow) => void }

const RankLine = ({ row, most, figure, open }: RowProps) => (
  <li className={look.rankRow} data-rank={row.rank ?? 'none'}>
    <span className={look.rankNo}>{row.rank ?? '—'}</span>
    <span className={look.rankName}>{row.name}</span>
    <span className={look.rankBar} aria-hidden>
      <i style={{ width: `${most === 0 ? 0 : Math.max(0, (Number(row.value) / most) * 100)}%` }} />
    </span>
    <span className={look.rankValue}>
      <button type="button" className={`bare ${look.door}`} onClick={() => open(row)}>
        <Amount value={roundedTo(row.value, figure.decimals)} unit={figure.unit} />
      </button>
    </span>
    <span className={look.rankPending}>
      <Pending value={row.pending} facts={Number(row.pending) === 0 ? 0 : 1} />
    </span>
  </li>
)

const few = 10

type ListProps = {
  readonly rows: readonly RankRow[]
  readonly figure: FigureRow
  readonly minimum: number
  readonly open: (row: RankRow) => void
}

/** The ranked first; below the class's minimum volume listed without a rank. */
const RankList = ({ rows, figure, minimum, open }: ListProps) => {
  const w = useWords(cockpitWords)
  const [all, setAll] = useState(false)
  const ranked = rows.filter((r) => r.rank !== null)
  const below = rows.filter((r) => r.rank === null)
  const whole = all || ranked.length <= few
  const most = Math.max(0, ...rows.map((r) => Number(r.value)))
  const lines = (some: readonly RankRow[]) =>
    some.map((row) => <RankLine key={row.org} row={row} most={most} figure={figure} open={open} />)
  if (rows.length === 0) return <Empty title={w('noRanking')} />
  return (
    <>
      <ol className={look.ranks}>{lines(whole ? ranked : ranked.slice(0, few))}</ol>
      {whole && below.length > 0 && (
        <>
          <p className={look.below}>{w('belowMinimum', { n: minimum })}</p>
          <ol className={look.ranks}>{lines(below)}</ol>
        </>
      )}
      {ranked.length > few && (
        <Button type="link" size="small" className={look.showAll ?? ''} onClick={() => setAll(!all)}>
          {all ? w('showFewer') : w('showAll', { n: rows.length })}
        </Button>
      )}
    </>
  )
}

type Props = {
  readonly cockpit: Cockpit
  readonly figures: readonly FigureRow[]
  readonly figure: FigureRow
  readonly choose: (indicator: string) => void
  readonly open: (at: FigureAt, title: string) => void
}

/** Units of one class beside each other, by one indicator. */
export const Ranking = ({ cockpit, figures, figure, choose, open }: Props) => {
  const w = useWords(cockpitWords)
  const say = useSay()
  const { span } = useAsked()
  const [wanted, setWanted] = useState<string | null>(null)
  const { classes } = cockpit
  const shown = classes.find((c) => c.key === wanted) ?? classes.find((c) => c.orgs > 0) ?? classes[0]
  const where = { campaign: cockpit.campaign.id, indicator: figure.indicator, ...span }
  const asked = useRead(
    'figure.rank',
    { ...where, class: shown?.key ?? '', org: cockpit.org.id },
    { enabled: shown !== undefined, keep: true },
  )
  if (shown === undefined) return null
  const openRow = (row: RankRow) => {
    const value = roundedTo(row.value, figure.decimals)
    const pending = { pending: row.pending, pendingFacts: Number(row.pending) === 0 ? 0 : 1 }
    open(
      { ...where, org: row.org, orgName: row.name, value, unit: figure.unit, facts: 0, ...pending },
      `${row.name} · ${say(figure.title)}`,
    )
  }
  return (
    <Section title={w('ranking')} side={<IndicatorSelect figures={figures} value={figure.indicator} choose={choose} />}>
      <Tabs size="small" activeKey={shown.key} onChange={setWanted} items={classes.map((c) => ({ key: c.key, label: say(c.title) }))} />
      <Answer of={asked} rows={8}>
        {(rows) => <RankList key={shown.key} rows={rows} figure={figure} minimum={shown.minimum} open={openRow} />}
      </Answer>
    </Section>
  )
}
