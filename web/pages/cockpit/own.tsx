import { PlusOutlined } from '@ant-design/icons'
import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import type { CampaignRow, Cockpit } from '#command/views.ts'
import type { Progress } from '#figure/quota/shape.ts'
import type { OrgId } from '#kit/id.ts'
import { usePages, useRead } from '#web/api/hooks.ts'
import { useScope } from '#web/api/scope.ts'
import type { FigureAt } from '#web/figure/at.ts'
import { FigureDrawer } from '#web/figure/drawer.tsx'
import { useScheme } from '#web/form/scheme.ts'
import { likelyDay } from '#web/form/today.ts'
import { Mine } from '#web/pages/quota/mine.tsx'
import { WhyDrawer } from '#web/pages/quota/why.tsx'
import { useKinds } from '#web/pages/record/kinds.ts'
import { RecordRows } from '#web/pages/record/rows.tsx'
import { Answer, Empty, Frame, Section } from '#web/parts/frame.tsx'
import { LinkButton } from '#web/parts/link-button.tsx'
import { whereabouts } from '#web/say/format.ts'
import { useSay, useWords } from '#web/say/words.ts'
import { figureAt } from './at.ts'
import look from './cockpit.module.css'
import { Headlines, Others } from './headline.tsx'
import { PhaseNow } from './phase-now.tsx'
import { cockpitWords } from './words.ts'

type Where = { readonly campaign: CampaignRow; readonly org: OrgId | undefined }

const MyRecords = ({ campaign }: { readonly campaign: CampaignRow }) => {
  const w = useWords(cockpitWords)
  const asked = usePages('record.list', { campaign: campaign.id, sort: 'activity', mine: true, limit: 6 }, { keep: true })
  const kinds = useKinds('activity', useScheme(campaign.id).data?.compiled ?? null)
  const all = (
    <Link to="/records" search={{ mine: true }}>
      {w('allMine')} →
    </Link>
  )
  return (
    <Section title={w('myRecords')} side={asked.rows.length > 0 && all} flush>
      <Answer of={asked} rows={4}>
        {() =>
          asked.rows.length === 0 ? (
            <Empty title={w('noneMine')} hint={w('noneMineHint')} />
          ) : (
            <RecordRows sort="activity" rows={asked.rows} kinds={kinds} inset />
          )
        }
      </Answer>
    </Section>
  )
}

/** Of those for whom the unit answers, whom nobody has reached yet in this turn. */
const ToVisit = ({ campaign, org }: Where) => {
  const w = useWords(cockpitWords)
  const on = likelyDay(campaign.window)
  const asked = usePages('coverage.unreached', { campaign: campaign.id, org, on, limit: 8 }, { keep: true })
  return (
    <Section title={w('toVisit')} about={w('toVisitAbout')} side={asked.rows.length > 0 && <Link to="/coverage">{w('allToVisit')} →</Link>}>
      <Answer of={asked} rows={4}>
        {() =>
          asked.rows.length === 0 ? (
            <p className="soft">{w('nobodyLeft')}</p>
          ) : (
            <ul className={look.idles}>
              {asked.rows.map((subject) => (
                <li key={subject.id} className={look.idle}>
                  <Link to="/register/subjects/$subject" params={{ subject: subject.id }} className={look.idleName}>
                    {subject.name}
                  </Link>
                  <span className={look.liaison}>{whereabouts(subject.placeName, subject.address)}</span>
                </li>
              ))}
            </ul>
          )
        }
      </Answer>
    </Section>
  )
}

const UnitFigures = ({ cockpit }: { readonly cockpit: Cockpit }) => {
  const w = useWords(cockpitWords)
  const say = useSay()
  const [shown, setShown] = useState<{ readonly at: FigureAt; readonly title: string } | null>(null)
  const { figures, trend } = cockpit
  const open = (f: (typeof figures)[number], showPending?: boolean) =>
    setShown({ title: say(f.title), at: figureAt(cockpit, f, {}, showPending) })
  return (
    <>
      <Section title={w('figuresOf', { org: cockpit.org.name })} about={w('figuresHint')} flush>
        <Headlines figures={figures} trend={trend} open={open} />
        {figures.some((f) => !f.headline && f.of === null) && <Others figures={figures} open={open} />}
      </Section>
      <FigureDrawer at={shown?.at ?? null} title={shown?.title ?? ''} close={() => setShown(null)} />
    </>
  )
}

/** The first page of whoever visits: what they owe, whom to go to, what they have handed in; then their unit's figures. */
export const OwnPage = ({ campaign }: { readonly campaign: CampaignRow }) => {
  const w = useWords(cockpitWords)
  const { org } = useScope()
  const [asked, setAsked] = useState<{ readonly quota: string; readonly who: string } | null>(null)
  const cockpit = useRead('cockpit.show', { campaign: campaign.id, org: org?.id }, { keep: true, every: 60_000 })
  const on = likelyDay(campaign.window)
  const why = (p: Progress) => setAsked({ quota: p.quota, who: p.assignee.id })
  return (
    <Frame
      title={w('title')}
      about={
        <>
          {w('own')}
          {cockpit.data !== undefined && <PhaseNow phases={cockpit.data.phases} />}
        </>
      }
      actions={
        <LinkButton tone="primary" icon={<PlusOutlined />} to="/records/new">
          {w('toRecords')}
        </LinkButton>
      }
    >
      <Mine campaign={campaign.id} on={on} open={why} alone brief />
      <ToVisit campaign={campaign} org={org?.id} />
      <MyRecords campaign={campaign} />
      <Answer of={cockpit} rows={6}>
        {(seen) => <UnitFigures cockpit={seen} />}
      </Answer>
      <WhyDrawer asked={asked === null ? null : { ...asked, campaign: campaign.id, on }} close={() => setAsked(null)} />
    </Frame>
  )
}
