import { type ReactNode, useState } from 'react'
import type { FigureRow } from '#command/views.ts'
import type { Compiled, CompiledIndicator } from '#scheme/compiled.ts'
import { useRead } from '#web/api/hooks.ts'
import { Amount } from '#web/parts/figures.tsx'
import { Answer } from '#web/parts/frame.tsx'
import { roundedTo } from '#web/say/format.ts'
import { useSay, useWords } from '#web/say/words.ts'
import type { FigureAt } from './at.ts'
import look from './parts.module.css'
import { figureWords } from './words.ts'

/** How a part is shown as a figure of its own. */
type Show = (part: FigureAt) => ReactNode

type Props = { readonly at: FigureAt; readonly compiled: Compiled; readonly made: CompiledIndicator; readonly renderPart: Show }

/** The indicators a formula or a rate is worked out of, in the order it names them. */
const usedBy = ({ indicator, formula }: CompiledIndicator, compiled: Compiled): readonly string[] => {
  if (indicator.ratio !== undefined) return [indicator.ratio.part, indicator.ratio.whole]
  return [...new Set(formula?.source.match(/[a-z][a-z0-9_]*/g))].filter((name) => compiled.indicators.has(name))
}

/** The part as a figure of its own, in the same scope, period and moment. */
const atPart = (at: FigureAt, row: FigureRow): FigureAt => ({
  ...at,
  indicator: row.indicator,
  value: roundedTo(row.confirmed, row.decimals),
  unit: row.unit,
  facts: row.facts,
  approx: row.approx,
  pending: row.pending,
  pendingFacts: row.pendingFacts,
  showPending: undefined,
  sealed: undefined,
})

const Parts = ({ at, rows, renderPart }: Pick<Props, 'at' | 'renderPart'> & { readonly rows: readonly FigureRow[] }) => {
  const w = useWords(figureWords)
  const say = useSay()
  const [chosen, setChosen] = useState<string | null>(null)
  const part = rows.find((row) => row.indicator === chosen) ?? rows[0]
  return (
    <>
      <h3 className={look.head}>{w('made', { n: rows.length })}</h3>
      <ul className={look.list}>
        {rows.map((row) => (
          <li key={row.indicator}>
            <button type="button" className={`bare ${look.one}`} aria-pressed={row === part} onClick={() => setChosen(row.indicator)}>
              <span>{say(row.title)}</span>
              <b>
                <Amount value={roundedTo(row.confirmed, row.decimals)} unit={row.unit} approx={row.approx} />
              </b>
            </button>
          </li>
        ))}
      </ul>
      {part !== undefined && renderPart(atPart(at, part))}
    </>
  )
}

/** What a formula or a rate is worked out of, each part with its value; one of them is looked at, down to its records. */
export const MadeOf = ({ at, compiled, made, renderPart }: Props) => {
  const { campaign, org, team, orgs, place, from, to, asOf } = at
  const asked = useRead('figure.list', { campaign, org, team, orgs: orgs?.join(','), place, from, to, asOf })
  const used = usedBy(made, compiled)
  return (
    <Answer of={asked} rows={4}>
      {(all) => <Parts at={at} renderPart={renderPart} rows={used.flatMap((key) => all.find((row) => row.indicator === key) ?? [])} />}
    </Answer>
  )
}
