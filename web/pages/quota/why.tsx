// oxlint-disable react/no-array-index-key -- steps and records stand in a fixed order and have no ids of their own: one record may count several times
import { Link } from '@tanstack/react-router'
import { Drawer } from 'antd'
import type { QuotaPart, QuotaShow } from '#command/quota/view.ts'
import type { CampaignId } from '#kit/id.ts'
import { useRead } from '#web/api/hooks.ts'
import { Amount } from '#web/parts/figures.tsx'
import { Answer, Empty } from '#web/parts/frame.tsx'
import { grouped, sayDay } from '#web/say/format.ts'
import { usePreferences } from '#web/say/preferences.ts'
import { useSay, useWords } from '#web/say/words.ts'
import { Bar, StandingMark } from './line.tsx'
import look from './quota.module.css'
import { quotaWords } from './words.ts'

type Asked = { readonly campaign: CampaignId; readonly quota: string; readonly who: string; readonly on?: string | undefined }

/** What one assignee owes, how it came to be that much, and what counts. `asked` null keeps it shut. */
export const WhyDrawer = ({ asked, close }: { readonly asked: Asked | null; readonly close: () => void }) => {
  const w = useWords(quotaWords)
  return (
    <Drawer
      open={asked !== null}
      onClose={close}
      title={w('quotas')}
      size={680}
      destroyOnHidden
      styles={{ wrapper: { maxWidth: '100vw' } }}
    >
      {asked !== null && <Reasons asked={asked} />}
    </Drawer>
  )
}

const Reasons = ({ asked }: { readonly asked: Asked }) => {
  const say = useSay()
  const w = useWords(quotaWords)
  const answer = useRead('quota.show', asked)
  return (
    <Answer of={answer} rows={10}>
      {(show) => (
        <>
          <h2 className={look.drawerTitle}>{say(show.quota.title)}</h2>
          {show.parts.length === 0 && <Empty title={w('noRows')} />}
          {show.parts.map((part) => (
            <Part key={part.progress.part} show={show} part={part} />
          ))}
        </>
      )}
    </Answer>
  )
}

const Part = ({ show, part }: { readonly show: QuotaShow; readonly part: QuotaPart }) => {
  const { progress: p } = part
  return (
    <section className={look.part}>
      <p className={look.whose}>
        {p.assignee.name}
        {p.assignee.kind !== 'org' && <span className="soft"> {p.assignee.orgName}</span>}
        <StandingMark standing={p.standing} />
      </p>
      <Bar of={p} />
      <Numbers show={show} part={part} />
      <Steps part={part} />
      <Behind show={show} part={part} />
      <Waiting part={part} />
    </section>
  )
}

const Numbers = ({ show, part: { progress: p } }: { readonly show: QuotaShow; readonly part: QuotaPart }) => {
  const w = useWords(quotaWords)
  const { language } = usePreferences()
  const { unit } = show.quota
  const rows: readonly (readonly [string, string | null])[] = [
    [w('owed'), p.owed],
    [w('most'), p.most],
    [w('doneLabel'), p.done],
    [w('expected'), p.expected],
    [w('pending'), p.pending === '0' ? null : p.pending],
  ]
  const { from, to } = p.own
  return (
    <>
      <dl className={look.numbers}>
        {rows.map(([title, value]) =>
          value === null ? null : (
            <div key={title}>
              <dt>{title}</dt>
              <dd>
                <Amount value={value} unit={unit} />
              </dd>
            </div>
          ),
        )}
      </dl>
      <p className="soft">
        {to === null
          ? w('periodOpen', { from: sayDay(from, language) })
          : w('period', { from: sayDay(from, language), to: sayDay(to, language) })}
        {p.every !== 'campaign' && ` · ${w(`every_${p.every}`)}`}
        {p.past !== null && p.past.periods > 0 && ` · ${w('past', p.past)}`}
      </p>
    </>
  )
}

const Steps = ({ part: { progress } }: { readonly part: QuotaPart }) => {
  const w = useWords(quotaWords)
  const say = useSay()
  if (progress.why.length === 0) return null
  return (
    <>
      <h3 className={look.drawerHead}>{w('why')}</h3>
      <ol className={look.steps}>
        {progress.why.map((step, i) => (
          <li key={i}>{say(step.says)}</li>
        ))}
      </ol>
    </>
  )
}

const Behind = ({ show, part }: { readonly show: QuotaShow; readonly part: QuotaPart }) => {
  const w = useWords(quotaWords)
  return (
    <>
      <h3 className={look.drawerHead}>
        {w('records')} {part.records.length > 0 && <span className="soft">{w('recordsN', { n: part.records.length })}</span>}
      </h3>
      {part.records.length === 0 && <Empty title={w('noRecords')} hint={w('noRecordsHint')} />}
      <ol className={look.list}>
        {part.records.map((row, i) => (
          <li key={i}>
            <Link className={look.record} to="/records/$record" params={{ record: row.record }}>
              <span className="num soft">{row.day}</span>
              <span className={look.gist}>{row.gist === '' ? row.orgName : row.gist}</span>
              {row.pending && <span className={look.pending}>{w('pending')}</span>}
              <Amount value={row.value} unit={show.quota.unit} />
            </Link>
          </li>
        ))}
      </ol>
    </>
  )
}

const Waiting = ({ part }: { readonly part: QuotaPart }) => {
  const w = useWords(quotaWords)
  if (part.waiting.length === 0) return null
  const n = part.waiting.length
  return (
    <>
      <h3 className={look.drawerHead}>
        {w('waiting')} <span className="soft">{w(n < 100 ? 'waitingAll' : 'waitingN', { n: grouped(String(n)) })}</span>
      </h3>
      <ul className={look.list}>
        {part.waiting.map((subject) => (
          <li key={subject.id}>
            <Link className={look.record} to="/register/subjects/$subject" params={{ subject: subject.id }}>
              <span className={look.gist}>{subject.name}</span>
              <span className="soft">{[subject.placeName, subject.address, ...subject.tags].filter((x) => x !== '').join(' · ')}</span>
            </Link>
          </li>
        ))}
      </ul>
    </>
  )
}
