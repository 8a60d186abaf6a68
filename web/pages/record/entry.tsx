import { Link, useParams, useSearch } from '@tanstack/react-router'
import { useState } from 'react'
import type { OrgId, RecordId } from '#kit/id.ts'
import type { PersonRow, Receipt, RecordView } from '#command/views.ts'
import type { Content, Sort } from '#record/shape.ts'
import type { CompiledForm } from '#scheme/compiled.ts'
import { useRead } from '#web/api/hooks.ts'
import { useMe, useScope } from '#web/api/scope.ts'
import { useCost } from '#web/form/cost.ts'
import { useDraft } from '#web/form/draft.ts'
import { type Known, knownOf, nothingKnown, withPerson } from '#web/form/known.ts'
import { type Opened, formOf, useScheme } from '#web/form/scheme.ts'
import { likelyDay } from '#web/form/today.ts'
import { emptyContent } from '#web/form/value.ts'
import { Answer, Empty, Frame, Section } from '#web/parts/frame.tsx'
import { NoCampaign } from '#web/parts/no-campaign.tsx'
import { LinkButton } from '#web/parts/link-button.tsx'
import { commonWords } from '#web/say/everyday.ts'
import { sayDay } from '#web/say/format.ts'
import { usePreferences } from '#web/say/preferences.ts'
import { useSay, useWords } from '#web/say/words.ts'
import { Composer } from './composer.tsx'
import look from './record.module.css'
import { useLikelyOrg } from './likely-org.ts'
import { useMyself } from './myself.ts'
import { Sent } from './sent.tsx'
import type { EntrySearch } from './routes.ts'
import { recordWords } from './words.ts'

export const EnterActivityPage = () => <EnterPage sort="activity" />
export const EnterMatterPage = () => <EnterPage sort="matter" />

const listOf = { activity: '/records', matter: '/matters' } as const

/** What is entered here: the form of this kind, under the newest scheme, and the activity it was raised in. */
const useAsked = (sort: Sort) => {
  const { kind = '' } = useParams({ strict: false })
  const { raisedIn }: EntrySearch = useSearch({ strict: false })
  const { campaign } = useScope()
  const opened = useScheme(campaign?.id ?? null)
  const source = useRead('record.show', { record: raisedIn as RecordId }, { enabled: raisedIn !== undefined })
  const compiled = opened.data?.compiled ?? null
  const form = compiled === null ? undefined : formOf(compiled, sort, kind)
  const wait = raisedIn !== undefined && source.data === undefined && source.error === null
  return {
    form,
    asked: { ...opened, data: wait ? undefined : opened.data },
    source: source.data,
    key: `${campaign?.id} ${kind} ${raisedIn ?? ''}`,
  }
}

const EnterPage = ({ sort }: { readonly sort: Sort }) => {
  const w = useWords(recordWords)
  const say = useSay()
  const { campaign, ready } = useScope()
  const { form, asked, source, key } = useAsked(sort)
  const title = form === undefined ? w(sort === 'activity' ? 'newActivity' : 'newMatter') : w('enter', { kind: say(form.form.title) })
  const cost = useCost()
  const words = form === undefined ? [] : [...(form.form.about === undefined ? [] : [say(form.form.about)]), cost(form)]
  const about = source === undefined ? words.join(' · ') : <RaisedFrom record={source} opened={asked.data} />
  if (ready && campaign === null)
    return (
      <Frame title={title}>
        <NoCampaign />
      </Frame>
    )
  return (
    <Frame title={title} back={{ to: listOf[sort], says: w(sort === 'activity' ? 'records' : 'matters') }} about={about}>
      <Answer of={asked}>
        {(opened) => (form === undefined ? <NoForm sort={sort} /> : <Entry key={key} form={form} opened={opened} source={source} />)}
      </Answer>
    </Frame>
  )
}

const NoForm = ({ sort }: { readonly sort: Sort }) => {
  const w = useWords(recordWords)
  const c = useWords(commonWords)
  return <Empty title={c('notFound')} hint={w('schemeUnread')} action={<LinkButton to={listOf[sort]}>{w('toList')}</LinkButton>} />
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

/** A blank paper, with whoever enters their own visit on it; a matter begins with where it was raised. */
const blank = (
  form: CompiledForm,
  opened: Opened,
  org: OrgId,
  source: RecordView | undefined,
  myself: PersonRow | null,
): { readonly content: Content; readonly known: Known } => {
  if (source === undefined) {
    const content = emptyContent(likelyDay(opened.view.window), org)
    if (myself === null) return { known: nothingKnown, content }
    return { known: withPerson(nothingKnown, myself, org), content: { ...content, participants: [myself.id] } }
  }
  const { day, org: same, participants, place, subjects } = source.content
  const start = { ...emptyContent(day, same), raisedIn: source.id, participants, place: form.form.place === 'none' ? null : place }
  // Who was there is known; who of several raised it is not.
  return { known: knownOf(source), content: { ...start, subjects: subjects.length === 1 ? subjects : [] } }
}

type EntryProps = { readonly form: CompiledForm; readonly opened: Opened; readonly source: RecordView | undefined }

const Entry = ({ form, opened, source }: EntryProps) => {
  const me = useMe()
  const org = useLikelyOrg()
  const myself = useMyself(org, likelyDay(opened.view.window), form.sort === 'activity' && source === undefined)
  const [sent, setSent] = useState<Receipt | null>(null)
  const [round, setRound] = useState(0)
  if (org === undefined || me === undefined || myself === undefined) return null
  const again = () => {
    setSent(null)
    setRound(round + 1)
  }
  if (sent !== null)
    return (
      <Section className={look.entry}>
        <Sent receipt={sent} form={form} again={again} />
      </Section>
    )
  const draftKey = [me.account, opened.view.id, form.sort, form.kind, ...(source === undefined ? [] : [source.id])].join('.')
  return (
    <Written
      key={round}
      form={form}
      opened={opened}
      fresh={() => blank(form, opened, org, source, myself)}
      onSent={setSent}
      draftKey={draftKey}
    />
  )
}

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
