import { Link, useNavigate, useSearch } from '@tanstack/react-router'
import { Button, DatePicker } from 'antd'
import dayjs from 'dayjs'
import { useState } from 'react'
import type { Supervision } from '#command/supervision/views.ts'
import type { CampaignRow } from '#command/views.ts'
import { useRead } from '#web/api/hooks.ts'
import { useHolds, useScope } from '#web/api/scope.ts'
import { Answer, Empty, Frame } from '#web/parts/frame.tsx'
import { NoCampaign } from '#web/parts/no-campaign.tsx'
import { commonWords } from '#web/say/everyday.ts'
import { sayDay } from '#web/say/format.ts'
import { usePreferences } from '#web/say/preferences.ts'
import { useWords } from '#web/say/words.ts'
import { ClassBand } from './band.tsx'
import { IssueDialog, type IssueTo } from './issue-dialog.tsx'
import type { SupervisionSearch } from './routes.ts'
import look from './supervision.module.css'
import { SupervisionTabs } from './tabs.tsx'
import { supervisionWords } from './words.ts'

const OnPicker = ({ campaign }: { readonly campaign: CampaignRow }) => {
  const c = useWords(commonWords)
  const w = useWords(supervisionWords)
  const navigate = useNavigate()
  const { on }: SupervisionSearch = useSearch({ strict: false })
  return (
    <DatePicker
      aria-label={w('on')}
      value={on === undefined ? null : dayjs(on)}
      placeholder={`${w('on')}${c('colon')}${w('onHint')}`}
      minDate={dayjs(campaign.window.from)}
      maxDate={dayjs(campaign.window.to).isBefore(dayjs()) ? dayjs(campaign.window.to) : dayjs()}
      inputReadOnly
      onChange={(day) =>
        void navigate({ to: '/supervision', search: (old) => ({ ...old, on: day === null ? undefined : day.format('YYYY-MM-DD') }) })
      }
    />
  )
}

type TileProps = {
  readonly n: number
  readonly word: string
  readonly about: string
  readonly grave: boolean
  readonly to?: '/supervision/notices' | '/supervision/flags'
}

const Tile = ({ n, word, about, grave, to }: TileProps) => {
  const body = (
    <>
      <span className={look.tileWord}>{word}</span>
      <span className={look.tileNumber} data-grave={grave && n > 0}>
        {n}
      </span>
      <span className={look.tileAbout}>{about}</span>
    </>
  )
  if (to === undefined) return <div className={look.tile}>{body}</div>
  return (
    <Link to={to} search={{ state: to === '/supervision/notices' ? 'overdue' : 'waiting' }} className={look.tile}>
      {body}
    </Link>
  )
}

/** What a leader asks first. */
const Tiles = ({ seen }: { readonly seen: Supervision }) => {
  const w = useWords(supervisionWords)
  const units = seen.classes.reduce((n, c) => n + c.units.length, 0)
  const sum = (of: (c: Supervision['classes'][number]) => number) => seen.classes.reduce((n, c) => n + of(c), 0)
  return (
    <div className={look.tiles}>
      <Tile grave n={sum((c) => c.lights.red)} word={w('reds')} about={w('ofUnits', { n: units })} />
      <Tile grave n={sum((c) => c.standings.not_started)} word={w('idle')} about={w('ofUnits', { n: units })} />
      <Tile
        grave
        to="/supervision/notices"
        n={seen.notices.overdue}
        word={w('overdueNotices')}
        about={w('ofOpen', { n: seen.notices.open })}
      />
      <Tile grave={false} to="/supervision/flags" n={seen.flags} word={w('waitingFlags')} about={w('toLook')} />
    </div>
  )
}

const Rule = ({ seen }: { readonly seen: Supervision }) => {
  const w = useWords(supervisionWords)
  const { language } = usePreferences()
  const percent = (share: number) => Math.round(share * 100)
  return (
    <p className={look.rule}>
      {w('lightRule', { green: percent(seen.lights.green), yellow: percent(seen.lights.yellow) })}
      {seen.startBy !== null && `${language === 'en' ? ' ' : ''}${w('startRule', { day: sayDay(seen.startBy, language) })}`}
    </p>
  )
}

/** A class of which one sees no unit is not told of, unless there is none at all. */
const bandsOf = ({ classes }: Supervision): Supervision['classes'] => {
  const some = classes.filter((band) => band.units.length > 0)
  return some.length > 0 ? some : classes
}

const Body = ({ seen, press }: { readonly seen: Supervision; readonly press: ((to: IssueTo) => void) | null }) => {
  const w = useWords(supervisionWords)
  const c = useWords(commonWords)
  if (seen.classes.length === 0 && seen.teams.length === 0)
    return (
      <Empty
        title={w('noClasses')}
        hint={w('noClassesHint')}
        action={
          <Link to="/scheme">
            <Button>{c('toScheme')}</Button>
          </Link>
        }
      />
    )
  return (
    <>
      <Tiles seen={seen} />
      <Rule seen={seen} />
      {bandsOf(seen).map((band) => (
        <ClassBand key={band.key} band={band} seen={seen} press={press} />
      ))}
      {seen.teams.map((band) => (
        <ClassBand key={`team ${band.key}`} band={band} seen={seen} press={press} />
      ))}
    </>
  )
}

const Loaded = ({ campaign }: { readonly campaign: CampaignRow }) => {
  const w = useWords(supervisionWords)
  const { language } = usePreferences()
  const { org } = useScope()
  const office = useHolds('office')
  const { on }: SupervisionSearch = useSearch({ strict: false })
  const [issue, setIssue] = useState<IssueTo | null>(null)
  const asked = useRead('supervision.show', { campaign: campaign.id, org: org?.id, on }, { keep: true, every: 60_000 })
  const seen = asked.data
  return (
    <Frame
      title={w('title')}
      about={seen === undefined ? '…' : w('about', { org: seen.org.name, day: sayDay(seen.on, language) })}
      actions={<OnPicker campaign={campaign} />}
      wide
    >
      <SupervisionTabs />
      <Answer of={asked} rows={10}>
        {(data) => <Body seen={data} press={office ? setIssue : null} />}
      </Answer>
      {issue !== null && <IssueDialog campaign={campaign} to={issue} close={() => setIssue(null)} />}
    </Frame>
  )
}

/** A leader's first screen: each class with its lights, who has not started, who is behind, and how evenly it goes. */
export const SupervisionPage = () => {
  const w = useWords(supervisionWords)
  const { campaign, ready } = useScope()
  const oversees = useHolds('office', 'liaison')
  if (campaign !== null && oversees) return <Loaded key={campaign.id} campaign={campaign} />
  return (
    <Frame title={w('title')}>
      {ready && oversees && <NoCampaign />}
      {!oversees && <Empty title={w('forNobody')} hint={w('forNobodyHint')} />}
    </Frame>
  )
}
