import { RightOutlined } from '@ant-design/icons'
import { Link, useParams, useSearch } from '@tanstack/react-router'
import { useCallback, useState } from 'react'
import type { RecordId } from '#kit/id.ts'
import type { Receipt, RecordView } from '#command/views.ts'
import type { Sort } from '#record/shape.ts'
import type { CompiledForm } from '#scheme/compiled.ts'
import { useRead } from '#web/api/hooks.ts'
import { useMe, useScope } from '#web/api/scope.ts'
import { useDraft } from '#web/form/draft.ts'
import { knownOf, nothingKnown } from '#web/form/known.ts'
import { todayHere } from '#web/form/live.ts'
import { type Opened, formOf, useScheme } from '#web/form/scheme.ts'
import { emptyContent } from '#web/form/value.ts'
import { Answer, Empty, Frame, Section } from '#web/parts/frame.tsx'
import { LinkButton } from '#web/parts/link-button.tsx'
import { commonWords } from '#web/say/everyday.ts'
import { sayDay } from '#web/say/format.ts'
import { usePreferences } from '#web/say/preferences.ts'
import { useSay, useWords } from '#web/say/words.ts'
import { Composer } from './composer.tsx'
import look from './record.module.css'
import { Sent } from './sent.tsx'
import type { EntrySearch } from './routes.ts'
import { recordWords } from './words.ts'

export const ChooseActivityPage = () => <ChoosePage sort="activity" />
export const ChooseMatterPage = () => <ChoosePage sort="matter" />
export const EnterActivityPage = () => <EnterPage sort="activity" />
export const EnterMatterPage = () => <EnterPage sort="matter" />

const listOf = { activity: '/records', matter: '/matters' } as const

const ChoosePage = ({ sort }: { readonly sort: Sort }) => {
  const w = useWords(recordWords)
  const { campaign } = useScope()
  const opened = useScheme(campaign?.id ?? null)
  return (
    <Frame title={w('chooseKind')} back={{ to: listOf[sort], says: w(sort === 'activity' ? 'records' : 'matters') }}>
      <Answer of={opened}>
        {({ compiled }) =>
          compiled === null ? (
            <Empty title={w('schemeUnread')} />
          ) : (
            <KindCards sort={sort} forms={[...(sort === 'activity' ? compiled.activities : compiled.matters).values()]} />
          )
        }
      </Answer>
    </Frame>
  )
}

const KindCards = ({ sort, forms }: { readonly sort: Sort; readonly forms: readonly CompiledForm[] }) => {
  const w = useWords(recordWords)
  const say = useSay()
  const { raisedIn }: EntrySearch = useSearch({ strict: false })
  return (
    <div className={look.kinds}>
      {forms.map((form) => (
        <Link
          key={form.kind}
          className={look.kindCard}
          {...(sort === 'activity'
            ? { to: '/records/new/$kind', params: { kind: form.kind } }
            : { to: '/matters/new/$kind', params: { kind: form.kind }, search: { raisedIn } })}
        >
          <div className={look.kindName}>
            {say(form.form.title)} <RightOutlined aria-hidden style={{ fontSize: 13, color: 'var(--soft-ink)' }} />
          </div>
          {form.form.about !== undefined && <div className={look.kindAbout}>{say(form.form.about)}</div>}
          <div className={look.kindFoot}>{w(form.form.review ? 'reviewed' : 'direct')}</div>
        </Link>
      ))}
    </div>
  )
}

const EnterPage = ({ sort }: { readonly sort: Sort }) => {
  const w = useWords(recordWords)
  const c = useWords(commonWords)
  const say = useSay()
  const { kind = '' } = useParams({ strict: false })
  const { raisedIn }: EntrySearch = useSearch({ strict: false })
  const { campaign, ready } = useScope()
  const opened = useScheme(campaign?.id ?? null)
  const source = useRead('record.show', { record: raisedIn as RecordId }, { enabled: raisedIn !== undefined })
  const form = opened.data?.compiled == null ? undefined : formOf(opened.data.compiled, sort, kind)
  const title = form === undefined ? w(sort === 'activity' ? 'newActivity' : 'newMatter') : w('enter', { kind: say(form.form.title) })
  const wait = raisedIn !== undefined && source.data === undefined && source.error === null
  return (
    <Frame
      title={title}
      back={{ to: listOf[sort], says: w(sort === 'activity' ? 'records' : 'matters') }}
      about={
        source.data === undefined ? form?.form.about && say(form.form.about) : <RaisedFrom record={source.data} opened={opened.data} />
      }
    >
      {ready && campaign === null && <Empty title={c('noCampaign')} hint={c('noCampaignHint')} />}
      <Answer of={{ ...opened, data: wait ? undefined : opened.data }}>
        {(data) =>
          form === undefined || data.compiled === null ? (
            <Empty title={c('notFound')} hint={w('schemeUnread')} action={<LinkButton to={listOf[sort]}>{w('toList')}</LinkButton>} />
          ) : (
            <Entry key={`${data.view.id} ${kind} ${raisedIn ?? ''}`} form={form} opened={data} source={source.data} />
          )
        }
      </Answer>
    </Frame>
  )
}

const RaisedFrom = ({ record, opened }: { readonly record: RecordView; readonly opened: Opened | undefined }) => {
  const w = useWords(recordWords)
  const say = useSay()
  const { language } = usePreferences()
  const title = opened?.compiled?.activities.get(record.kind)?.form.title
  return (
    <Link to="/records/$record" params={{ record: record.id }}>
      {w('raisedFrom', { day: sayDay(record.content.day, language), kind: title === undefined ? record.kind : say(title) })}
    </Link>
  )
}

/** Today, or the nearest day of the campaign. */
const likelyDay = ({ window }: Opened['view']): string => {
  const today = todayHere()
  return today < window.from ? window.from : today > window.to ? window.to : today
}

/** Where this person enters records: the org looked at, their own, or the top. */
const useLikelyOrg = () => {
  const { org, orgs } = useScope()
  const me = useMe()
  const own = me?.grants.find((g) => orgs.some((o) => o.id === g.org))?.org
  return org?.id ?? own ?? orgs[0]?.id
}

const Entry = ({
  form,
  opened,
  source,
}: {
  readonly form: CompiledForm
  readonly opened: Opened
  readonly source: RecordView | undefined
}) => {
  const me = useMe()
  const org = useLikelyOrg()
  const [sent, setSent] = useState<Receipt | null>(null)
  const [round, setRound] = useState(0)
  const fresh = useCallback(() => {
    const empty = emptyContent(source?.content.day ?? likelyDay(opened.view), source?.content.org ?? org ?? emptyOrg)
    if (source === undefined) return { known: nothingKnown, content: empty }
    // Who was there is known; who of several raised it is not.
    const subjects = source.content.subjects.length === 1 ? source.content.subjects : []
    return {
      known: knownOf(source),
      content: {
        ...empty,
        raisedIn: source.id,
        participants: source.content.participants,
        subjects,
        place: form.form.place === 'none' ? null : source.content.place,
      },
    }
  }, [opened.view, org, source, form])
  if (org === undefined || me === undefined) return null
  if (sent !== null)
    return (
      <Section className={look.entry}>
        <Sent
          receipt={sent}
          form={form}
          again={() => {
            setSent(null)
            setRound(round + 1)
          }}
        />
      </Section>
    )
  return (
    <Written
      key={round}
      form={form}
      opened={opened}
      fresh={fresh}
      onSent={setSent}
      draftKey={`${me.account}.${opened.view.id}.${form.sort}.${form.kind}${source === undefined ? '' : `.${source.id}`}`}
    />
  )
}

const emptyOrg = '' as ReturnType<typeof emptyContent>['org']

type WrittenProps = {
  readonly form: CompiledForm
  readonly opened: Opened
  readonly fresh: Parameters<typeof useDraft>[1]
  readonly draftKey: string
  readonly onSent: (receipt: Receipt) => void
}

const Written = ({ form, opened, fresh, draftKey, onSent }: WrittenProps) => {
  const paper = useDraft(draftKey, fresh)
  if (opened.compiled === null) return null
  return <Composer form={form} opened={opened} compiled={opened.compiled} paper={paper} onSent={onSent} />
}
