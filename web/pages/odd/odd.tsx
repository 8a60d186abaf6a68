import { Link, useNavigate, useSearch } from '@tanstack/react-router'
import { DatePicker } from 'antd'
import dayjs, { type Dayjs } from 'dayjs'
import { useState } from 'react'
import type { FigureCheck, OddRow } from '#command/figure/views.ts'
import type { CampaignRow } from '#command/views.ts'
import { type OddKind, oddKinds } from '#figure/check.ts'
import { useRead } from '#web/api/hooks.ts'
import { useScope } from '#web/api/scope.ts'
import type { FigureAt } from '#web/figure/at.ts'
import { FigureDrawer } from '#web/figure/drawer.tsx'
import { Amount } from '#web/parts/figures.tsx'
import { Answer, Empty, Frame, Section } from '#web/parts/frame.tsx'
import { NoCampaign } from '#web/parts/no-campaign.tsx'
import { useSay, useWords } from '#web/say/words.ts'
import look from './odd.module.css'
import type { OddSearch } from './routes.ts'
import { oddWords } from './words.ts'

type Shown = { readonly at: FigureAt; readonly title: string }
type Open = (shown: Shown) => void

/** Statistics that do not add up, by what is wrong with them. */
export const OddPage = () => {
  const w = useWords(oddWords)
  const { campaign } = useScope()
  if (campaign !== null) return <Loaded key={campaign.id} campaign={campaign} />
  return (
    <Frame title={w('title')}>
      <NoCampaign />
    </Frame>
  )
}

const Loaded = ({ campaign }: { readonly campaign: CampaignRow }) => {
  const w = useWords(oddWords)
  const { org } = useScope()
  const { from, to }: OddSearch = useSearch({ strict: false })
  const [shown, setShown] = useState<Shown | null>(null)
  const asked = useRead('figure.check', { campaign: campaign.id, org: org?.id, from, to }, { keep: true })
  return (
    <Frame title={w('title')} about={w('about')} back={{ to: '/', says: w('back') }} actions={<Period from={from} to={to} />}>
      <Answer of={asked} rows={8}>
        {(found) => <Found found={found} campaign={campaign} open={setShown} />}
      </Answer>
      <FigureDrawer at={shown?.at ?? null} title={shown?.title ?? ''} close={() => setShown(null)} />
    </Frame>
  )
}

const Period = ({ from, to }: OddSearch) => {
  const w = useWords(oddWords)
  const navigate = useNavigate()
  const at = (day: string | undefined): Dayjs | null => (day === undefined ? null : dayjs(day))
  const say = (day: Dayjs | null | undefined): string | undefined => day?.format('YYYY-MM-DD')
  return (
    <DatePicker.RangePicker
      aria-label={w('period')}
      value={[at(from), at(to)]}
      placeholder={[w('allTime'), w('allTime')]}
      allowEmpty={[true, true]}
      inputReadOnly
      onChange={(days) =>
        void navigate({ to: '.', search: (old: object) => ({ ...old, from: say(days?.[0]), to: say(days?.[1]) }), resetScroll: false })
      }
    />
  )
}

type FoundProps = { readonly found: FigureCheck; readonly campaign: CampaignRow; readonly open: Open }

const Found = ({ found, campaign, open }: FoundProps) => {
  const w = useWords(oddWords)
  if (found.rows.length === 0)
    return (
      <Section>
        <Empty title={w('none')} hint={w('noneHint', { units: found.units })} />
      </Section>
    )
  return (
    <>
      <p className={look.summary}>
        {w('found', { units: found.units, found: found.found })}
        {found.found > found.rows.length && ` · ${w('cut', { n: found.rows.length })}`}
      </p>
      {oddKinds.map((kind) => (
        <Kind key={kind} kind={kind} rows={found.rows.filter((r) => r.kind === kind)} campaign={campaign} open={open} />
      ))}
    </>
  )
}

type KindProps = { readonly kind: OddKind; readonly rows: readonly OddRow[]; readonly campaign: CampaignRow; readonly open: Open }

const Kind = ({ kind, rows, campaign, open }: KindProps) => {
  const w = useWords(oddWords)
  if (rows.length === 0) return null
  return (
    <Section title={w(`kind_${kind}`)} about={String(rows.length)} flush>
      <ul className={look.rows}>
        {rows.map((row) => (
          <Line key={`${row.indicator} ${row.org?.id ?? ''} ${row.says.zh}`} row={row} campaign={campaign} open={open} />
        ))}
      </ul>
    </Section>
  )
}

const Line = ({ row, campaign, open }: { readonly row: OddRow; readonly campaign: CampaignRow; readonly open: Open }) => {
  const w = useWords(oddWords)
  const say = useSay()
  return (
    <li className={look.row}>
      <div className={look.head}>
        <span className={look.says}>{say(row.says)}</span>
        <span className={look.where}>{row.org?.name ?? w('scheme')}</span>
      </div>
      {row.org !== null && row.numbers.length > 0 && (
        <ul className={look.numbers}>
          {row.numbers.map((number) => (
            <li key={number.indicator} className={look.number}>
              <span>{say(number.title)}</span>
              <Door row={row} number={number} campaign={campaign} open={open} />
            </li>
          ))}
        </ul>
      )}
      {row.records.length > 0 && (
        <ul className={look.records} aria-label={w('records')}>
          {row.records.slice(0, 5).map((record) => (
            <li key={record.record}>
              <Link to="/records/$record" params={{ record: record.record }}>
                <span className="num">{record.day}</span>
                <span>{record.gist === '' ? record.kind : record.gist}</span>
              </Link>
            </li>
          ))}
        </ul>
      )}
    </li>
  )
}

type DoorProps = { readonly row: OddRow; readonly number: OddRow['numbers'][number]; readonly campaign: CampaignRow; readonly open: Open }

/** A number, opened down to its records; a blank has none. */
const Door = ({ row, number, campaign, open }: DoorProps) => {
  const w = useWords(oddWords)
  const say = useSay()
  const title = say(number.title)
  if (number.value === null) return <span>{w('blank')}</span>
  const at: FigureAt = {
    campaign: campaign.id,
    indicator: number.indicator,
    org: row.org?.id,
    orgName: row.org?.name,
    from: row.from ?? undefined,
    to: row.to ?? undefined,
    value: number.value,
    unit: number.unit,
    facts: 0,
  }
  return (
    <button type="button" className={`bare ${look.door}`} aria-label={title} onClick={() => open({ at, title })}>
      <Amount value={number.value} unit={number.unit} approx={[]} />
    </button>
  )
}
