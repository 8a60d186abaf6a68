import { Link, useParams, useSearch } from '@tanstack/react-router'
import type { RecordView } from '#command/views.ts'
import type { RecordId } from '#kit/id.ts'
import { visibleIn } from '#web/form/live.ts'
import { type Opened, formOf } from '#web/form/scheme.ts'
import { ContentShown } from '#web/form/show.tsx'
import { StateMark } from '#web/parts/figures.tsx'
import { Answer, Frame, Section } from '#web/parts/frame.tsx'
import { LinkButton } from '#web/parts/link-button.tsx'
import { sayDay, sayMoment } from '#web/say/format.ts'
import { usePreferences } from '#web/say/preferences.ts'
import { useSay, useWords } from '#web/say/words.ts'
import { useAbout } from './about.tsx'
import { Acts } from './acts.tsx'
import { CountsIn } from './counts.tsx'
import { FlagLines, FlagsJudged } from './flags.tsx'
import { History } from './history.tsx'
import look from './record.module.css'
import type { RecordSearch } from './routes.ts'
import { Flags, Progress, RecordRows } from './rows.tsx'
import { useKinds } from './kinds.ts'
import { useRecord } from './use-record.ts'
import { recordWords } from './words.ts'

export const RecordPage = () => {
  const w = useWords(recordWords)
  const { record } = useParams({ strict: false })
  const { version }: RecordSearch = useSearch({ strict: false })
  const asked = useRecord(record as RecordId, version)
  const title = useTitle(asked.data)
  const matter = asked.data?.record.sort === 'matter'
  return (
    <Frame
      title={title}
      about={asked.data && <Headline {...asked.data} />}
      back={{ to: matter ? '/matters' : '/records', says: w(matter ? 'matters' : 'records') }}
      wide
      actions={asked.data && <Acts record={asked.data.record} opened={asked.data.opened} />}
    >
      <Answer of={asked} rows={8}>
        {(both) => <Both {...both} wanted={version} />}
      </Answer>
    </Frame>
  )
}

type Props = { readonly record: RecordView; readonly opened: Opened }

const useTitle = (both: Props | undefined): string => {
  const say = useSay()
  const w = useWords(recordWords)
  if (both === undefined) return w('records')
  const { record, opened } = both
  const form = opened.compiled === null ? undefined : formOf(opened.compiled, record.sort, record.kind)
  return form === undefined ? record.kind : say(form.form.title)
}

const Headline = ({ record }: Props) => {
  const { language } = usePreferences()
  return (
    <span className={look.headline}>
      <StateMark state={record.state} />
      {record.sort === 'matter' && <Progress closed={record.content.closing !== null} />}
      <span>{sayDay(record.content.day, language)}</span>
      <span>{record.names[record.content.org]}</span>
      <Flags n={record.flags.length} />
    </span>
  )
}

/** The record as one of its versions said it; state, acts and history stay those of today. */
const asOf = (
  record: RecordView,
  wanted: number | undefined,
): { readonly shown: RecordView; readonly old: RecordView['history'][number] | undefined } => {
  const old = wanted === undefined || wanted === record.version ? undefined : record.history.find((v) => v.version === wanted)
  return { shown: old === undefined ? record : { ...record, content: old.content }, old }
}

const OldVersion = ({ record, old }: { readonly record: RecordView; readonly old: RecordView['history'][number] }) => {
  const w = useWords(recordWords)
  return (
    <div className={look.banner} role="status">
      <span>{w('oldVersion', { n: old.version, at: sayMoment(old.at), now: record.version })}</span>
      <Link to="/records/$record" params={{ record: record.id }} search={{ version: undefined }}>
        {w('toNewest')}
      </Link>
    </div>
  )
}

const Both = ({ record: newest, opened, wanted }: Props & { readonly wanted: number | undefined }) => {
  const { shown: record, old } = asOf(newest, wanted)
  const about = useAbout(record)
  const form = opened.compiled === null ? undefined : formOf(opened.compiled, record.sort, record.kind)
  const w = useWords(recordWords)
  if (opened.compiled === null || form === undefined)
    return (
      <Section>
        <p>{w('schemeUnread')}</p>
        <pre>{JSON.stringify(record.content, null, 2)}</pre>
      </Section>
    )
  return (
    <div className={look.columns}>
      <div className={look.column}>
        {old !== undefined && <OldVersion record={record} old={old} />}
        {record.flags.length > 0 && <Flagged record={record} old={old !== undefined} />}
        {record.content.closing !== null && <Ended record={record} opened={opened} />}
        <Section
          title={w('content')}
          side={<span className="soft">{w('schemeVersion', { n: (old ?? record.history[0])?.schemeVersion ?? 0 })}</span>}
        >
          <ContentShown form={form} content={record.content} visible={visibleIn(form, record.content, record.context)} about={about} />
        </Section>
        {record.sort === 'activity' && <MattersIn record={record} opened={opened} />}
      </div>
      <div className={look.column}>
        <CountsIn record={newest} compiled={opened.compiled} />
        <Section title={w('history')} about={w('historyAbout')}>
          <History record={record} form={form} />
        </Section>
      </div>
    </div>
  )
}

const Flagged = ({ record, old }: { readonly record: RecordView; readonly old: boolean }) => {
  const w = useWords(recordWords)
  return (
    <Section title={w('flagsTitle')} about={w('flagsAbout')}>
      {old ? <FlagLines flags={record.flags} /> : <FlagsJudged record={record} />}
    </Section>
  )
}

const Ended = ({ record, opened }: Props) => {
  const w = useWords(recordWords)
  const say = useSay()
  const { language } = usePreferences()
  const { closing } = record.content
  if (closing === null) return null
  const outcome = opened.compiled?.scheme.matters[record.kind]?.outcomes.find((o) => o.key === closing.outcome)
  return (
    <Section title={w('closing')}>
      <div className={look.closingBox}>
        <div className={look.closingTop}>
          <span className={look.closingOutcome}>{outcome === undefined ? closing.outcome : say(outcome.title)}</span>
          <span className="soft">{sayDay(closing.day, language)}</span>
        </div>
        <p className={look.closingNote}>{closing.note}</p>
      </div>
    </Section>
  )
}

const MattersIn = ({ record, opened }: Props) => {
  const w = useWords(recordWords)
  const kinds = useKinds('matter', opened.compiled)
  if (kinds.length === 0) return null
  const raise = record.state !== 'withdrawn' && (
    <LinkButton to="/matters/new" search={{ raisedIn: record.id }}>
      {w('raiseMatter')}
    </LinkButton>
  )
  return (
    <Section title={w('mattersIn')} side={raise} flush={record.matters.length > 0}>
      {record.matters.length === 0 ? (
        <p className="soft">{w('noMattersIn')}</p>
      ) : (
        <RecordRows inset sort="matter" rows={record.matters} kinds={kinds} />
      )}
    </Section>
  )
}
