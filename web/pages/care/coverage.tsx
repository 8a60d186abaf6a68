import { useNavigate, useSearch } from '@tanstack/react-router'
import { DatePicker, Select } from 'antd'
import dayjs from 'dayjs'
import type { CoverageView } from '#command/care-views.ts'
import type { CampaignRow } from '#command/views.ts'
import type { PlaceId } from '#kit/id.ts'
import { useRead } from '#web/api/hooks.ts'
import { useScope } from '#web/api/scope.ts'
import { likelyDay } from '#web/form/today.ts'
import { Answer, Empty, Frame, Section } from '#web/parts/frame.tsx'
import { NoCampaign } from '#web/parts/no-campaign.tsx'
import { LinkButton } from '#web/parts/link-button.tsx'
import { sayDay } from '#web/say/format.ts'
import { usePreferences } from '#web/say/preferences.ts'
import { useSay, useWords } from '#web/say/words.ts'
import look from './care.module.css'
import { WaitingList } from './list.tsx'
import { Places } from './places.tsx'
import { ReachCard } from './reach.tsx'
import type { CoverageSearch } from './routes.ts'
import { NoUnits, Units } from './units.tsx'
import { careWords } from './words.ts'

type Put = (change: CoverageSearch) => void

export const CoveragePage = () => {
  const w = useWords(careWords)
  const { campaign, ready } = useScope()
  if (campaign !== null) return <Covered campaign={campaign} />
  return <Frame title={w('coverage')}>{ready && <NoCampaign />}</Frame>
}

const Covered = ({ campaign }: { readonly campaign: CampaignRow }) => {
  const w = useWords(careWords)
  const search: CoverageSearch = useSearch({ strict: false })
  const navigate = useNavigate()
  const { org } = useScope()
  const put: Put = (change) => void navigate({ to: '.', search: (old: object) => ({ ...old, ...change }), resetScroll: false })
  const on = search.on ?? likelyDay(campaign.window)
  const asked = useRead(
    'coverage.show',
    { campaign: campaign.id, org: org?.id, place: search.place as PlaceId | undefined, on, duty: search.duty },
    { keep: true },
  )
  const view = asked.data
  return (
    <Frame
      wide
      title={w('coverage')}
      about={view === undefined ? w('coverageAbout') : <Turn view={view} />}
      actions={
        view !== undefined && (
          <>
            {view.duties.length > 1 && <DutyPicker view={view} put={put} />}
            {view.every !== 'campaign' && <TurnPicker campaign={campaign} on={on} put={put} />}
          </>
        )
      }
    >
      <Answer of={asked} rows={8}>
        {(found) => (
          <>
            <Categories view={found} put={put} />
            {found.total.subjects > 0 && (
              <>
                <Places view={found} go={(place) => put({ place })} />
                <WaitingList campaign={campaign.id} org={org?.id} search={{ ...search, on }} put={put} />
                <Units view={found} />
              </>
            )}
          </>
        )}
      </Answer>
    </Frame>
  )
}

const Turn = ({ view }: { readonly view: CoverageView }) => {
  const w = useWords(careWords)
  const { language } = usePreferences()
  return `${sayDay(view.turn.from, language)} – ${sayDay(view.turn.to, language)} · ${w(`inTurn_${view.every}`)}`
}

/** A scheme may want some reached each month and others each quarter: one of its duties is looked at. */
const DutyPicker = ({ view, put }: { readonly view: CoverageView; readonly put: Put }) => {
  const w = useWords(careWords)
  const say = useSay()
  return (
    <Select
      aria-label={w('whichDuty')}
      value={view.duty}
      popupMatchSelectWidth={false}
      options={view.duties.map(({ title, every }, i) => ({
        value: i,
        label: title === null ? `${w('mainDuty')} · ${w(`inTurn_${every}`)}` : say(title),
      }))}
      onChange={(duty: number) => put({ duty: duty === 0 ? undefined : duty, tag: undefined, kind: undefined })}
    />
  )
}

const TurnPicker = ({ campaign, on, put }: { readonly campaign: CampaignRow; readonly on: string; readonly put: Put }) => {
  const w = useWords(careWords)
  return (
    <DatePicker
      aria-label={w('whichTurn')}
      value={dayjs(on)}
      minDate={dayjs(campaign.window.from)}
      maxDate={dayjs(campaign.window.to)}
      allowClear={false}
      inputReadOnly
      onChange={(day) => put({ on: day?.format('YYYY-MM-DD') })}
    />
  )
}

/** Must-visit categories first, then whole kinds, then all together. */
const Categories = ({ view, put }: { readonly view: CoverageView; readonly put: Put }) => {
  const w = useWords(careWords)
  const say = useSay()
  if (view.total.subjects === 0 && view.tags.every((t) => t.subjects === 0))
    return (
      <Section>
        {view.linked ? (
          <NoUnits />
        ) : (
          <Empty title={w('empty')} hint={w('emptyHint')} action={<LinkButton to="/register/import">{w('toImport')}</LinkButton>} />
        )}
      </Section>
    )
  return (
    <Section title={w('asked')}>
      {!view.asked && <p className={look.unasked}>{w('unasked')}</p>}
      <ul className={look.cards}>
        {view.tags.map((tag) => (
          <ReachCard key={`tag ${tag.key}`} title={say(tag.title)} of={tag} open={() => put({ tag: tag.key, list: undefined })} />
        ))}
        {view.kinds.map((kind) => (
          <ReachCard
            key={`kind ${kind.key}`}
            title={say(kind.title)}
            unit={kind.unit}
            of={kind}
            open={() => put({ kind: kind.key, list: undefined })}
          />
        ))}
        {view.tags.length + view.kinds.length > 1 && <ReachCard title={w('all')} of={view.total} />}
      </ul>
    </Section>
  )
}
