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

/** A unit or a team in its place. */
type Line = Pick<RankRow, 'name' | 'value' | 'pending' | 'rank'> & { readonly key: string; readonly whose: Pick<FigureAt, 'org' | 'team'> }

type RowProps = { readonly row: Line; readonly most: number; readonly figure: FigureRow; readonly open: (row: Line) => void }

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
      <Pending value={row.pending} facts={Number(row.pending) === 0 ? 0 : 1} adds={figure.adds} />
    </span>
  </li>
)

const few = 10

type ListProps = {
  readonly rows: readonly Line[]
  readonly figure: FigureRow
  readonly minimum: number
  readonly open: (row: Line) => void
}

/** The ranked first; below the class's minimum volume listed without a rank. */
const RankList = ({ rows, figure, minimum, open }: ListProps) => {
  const w = useWords(cockpitWords)
  const [all, setAll] = useState(false)
  const ranked = rows.filter((r) => r.rank !== null)
  const below = rows.filter((r) => r.rank === null)
  const whole = all || ranked.length <= few
  const most = Math.max(0, ...rows.map((r) => Number(r.value)))
  const lines = (some: readonly Line[]) => some.map((row) => <RankLine key={row.key} row={row} most={most} figure={figure} open={open} />)
  if (rows.length === 0) return <Empty title={w('noRanking')} />
  return (
    <>
      <ol className={look.ranks}>{lines(whole ? ranked : ranked.slice(0, few))}</ol>
      {whole && below.length > 0 && (
        <>
          <p className={look.below}>{below.every((r) => r.value === null) ? w('noValue') : w('belowMinimum', { n: minimum })}</p>
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

/** What is ranked: the units of a class, or the teams of a kind. */
type Tab = { readonly key: string; readonly title: string; readonly minimum: number } & (
  | { readonly class: string }
  | { readonly kind: string }
)

const useTabs = ({ classes }: Cockpit): { readonly tabs: readonly Tab[]; readonly first: Tab | undefined } => {
  const say = useSay()
  const teams = useRead('team.list', {})
  const kinds = [...new Set((teams.data ?? []).map((t) => t.kind))].filter((kind) => kind !== '')
  const ofClass = classes.map((c): Tab => ({ key: c.key, title: say(c.title), minimum: c.minimum, class: c.key }))
  const tabs = [...ofClass, ...kinds.map((kind): Tab => ({ key: `team ${kind}`, title: kind, minimum: 0, kind }))]
  return { tabs, first: ofClass[classes.findIndex((c) => c.orgs > 0)] ?? tabs[0] }
}

type Where = ReturnType<typeof useAsked>['span'] & { readonly campaign: Cockpit['campaign']['id']; readonly indicator: string }

const useRanked = (cockpit: Cockpit, where: Where, tab: Tab | undefined) => {
  const ofClass = tab !== undefined && 'class' in tab
  const units = useRead('figure.rank', { ...where, class: ofClass ? tab.class : '', org: cockpit.org.id }, { enabled: ofClass, keep: true })
  const ofKind = tab !== undefined && 'kind' in tab
  const teams = useRead('team.rank', { ...where, kind: ofKind ? tab.kind : '' }, { enabled: ofKind, keep: true })
  if (ofKind) return { ...teams, data: teams.data?.map((row): Line => ({ ...row, key: row.team, whose: { team: row.team } })) }
  return { ...units, data: units.data?.map((row): Line => ({ ...row, key: row.org, whose: { org: row.org } })) }
}

/** Units of one class, or teams of one kind, beside each other, by one indicator. */
export const Ranking = ({ cockpit, figures, figure, choose, open }: Props) => {
  const w = useWords(cockpitWords)
  const say = useSay()
  const { span } = useAsked()
  const [wanted, setWanted] = useState<string | null>(null)
  const { tabs, first } = useTabs(cockpit)
  const shown = tabs.find((t) => t.key === wanted) ?? first
  const where = { campaign: cockpit.campaign.id, indicator: figure.indicator, ...span }
  const asked = useRanked(cockpit, where, shown)
  if (shown === undefined) return null
  const openRow = (row: Line) => {
    const value = roundedTo(row.value, figure.decimals)
    const pending = { pending: row.pending, pendingFacts: Number(row.pending) === 0 ? 0 : 1 }
    open(
      { ...where, ...row.whose, orgName: row.name, value, unit: figure.unit, facts: 0, ...pending },
      `${row.name} · ${say(figure.title)}`,
    )
  }
  return (
    <Section title={w('ranking')} side={<IndicatorSelect figures={figures} value={figure.indicator} choose={choose} />}>
      <Tabs size="small" activeKey={shown.key} onChange={setWanted} items={tabs.map((t) => ({ key: t.key, label: t.title }))} />
      <Answer of={asked} rows={8}>
        {(rows) => <RankList key={shown.key} rows={rows} figure={figure} minimum={shown.minimum} open={openRow} />}
      </Answer>
    </Section>
  )
}
