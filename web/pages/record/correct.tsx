import { useNavigate, useParams } from '@tanstack/react-router'
import { Button, Input } from 'antd'
import { useCallback, useState } from 'react'
import type { RecordView } from '#command/views.ts'
import type { RecordId } from '#kit/id.ts'
import type { Compiled, CompiledForm } from '#scheme/compiled.ts'
import { useWrite } from '#web/api/hooks.ts'
import { useMe } from '#web/api/scope.ts'
import { ContentForm } from '#web/form/content-form.tsx'
import { Differences } from '#web/form/differences.tsx'
import { differences } from '#web/form/difference.ts'
import { useDraft } from '#web/form/draft.ts'
import { type Known, knownOf } from '#web/form/known.ts'
import { useLive } from '#web/form/live.ts'
import type { Write } from '#web/form/parts.ts'
import { Row } from '#web/form/row.tsx'
import { type Opened, formOf, useScheme } from '#web/form/scheme.ts'
import { Answer, Empty, FaultNotice, Frame, Section } from '#web/parts/frame.tsx'
import { useSay, useWords } from '#web/say/words.ts'
import { useOutcome } from './outcome.ts'
import { Forewarned } from './forewarned.tsx'
import { Visited } from './visited.tsx'
import { goTo } from './go-to.ts'
import look from './record.module.css'
import { useRecord } from './use-record.ts'
import { recordWords } from './words.ts'

/** Correcting makes a new version under the newest scheme; the one before stays in the history. */
export const CorrectPage = () => {
  const w = useWords(recordWords)
  const say = useSay()
  const me = useMe()
  const { record } = useParams({ strict: false })
  const asked = useRecord(record as RecordId)
  const newest = useScheme(asked.data?.record.campaign ?? null)
  const form =
    asked.data === undefined || newest.data?.compiled == null
      ? undefined
      : formOf(newest.data.compiled, asked.data.record.sort, asked.data.record.kind)
  const data =
    asked.data !== undefined && newest.data !== undefined && me !== undefined
      ? { record: asked.data.record, opened: newest.data }
      : undefined
  return (
    <Frame
      title={w('correctTitle', { kind: form === undefined ? '' : say(form.form.title) })}
      back={{ to: `/records/${record}`, says: w('openIt') }}
      wide
    >
      <Answer of={{ data, error: asked.error ?? newest.error, refetch: asked.refetch }} rows={8}>
        {({ record: view, opened }) =>
          form === undefined || opened.compiled === null ? (
            <Empty title={w('schemeUnread')} />
          ) : (
            <Correction
              key={view.id}
              record={view}
              opened={opened}
              compiled={opened.compiled}
              form={form}
              draftKey={`${me?.account}.${view.id}@${view.version}`}
            />
          )
        }
      </Answer>
    </Frame>
  )
}

type Props = {
  readonly record: RecordView
  readonly opened: Opened
  readonly compiled: Compiled
  readonly form: CompiledForm
  readonly draftKey: string
}

/** The paper, what does not fit yet, and sending it. */
const useCorrection = ({ record, opened, compiled, form, draftKey }: Props) => {
  const fresh = useCallback(() => ({ content: record.content, known: knownOf(record) }), [record])
  const { draft, write, finish } = useDraft(draftKey, fresh)
  const [why, setWhy] = useState('')
  const [tried, setTried] = useState(false)
  const live = useLive(opened, compiled, form, draft.content, draft.known)
  const navigate = useNavigate()
  const outcome = useOutcome()
  const does = useWrite('record.correct', outcome.done('correct'))
  const put: Write = useCallback((change) => write((old) => change(old)), [write])
  const sent = () => {
    finish()
    void navigate({ to: '/records/$record', params: { record: record.id } })
  }
  const go = () => {
    setTried(true)
    if (live.misfits.length > 0) return goTo(live.misfits)
    if (why.trim() === '') return goTo([{ path: 'why', code: 'required', says: { zh: '' } }])
    const correction = { record: record.id, seen: record.version, content: live.content, why: why.trim() }
    does.mutate(correction, { onSuccess: sent, onError: (fault) => fault.code === '409.2' && outcome.failed(fault) })
  }
  return { draft, put, live, why, setWhy, tried, go, does }
}
type Correcting = ReturnType<typeof useCorrection>

const Correction = (props: Props) => {
  const { record, form } = props
  const [uploading, setUploading] = useState(false)
  const correcting = useCorrection(props)
  const { draft, put, live, tried, does } = correcting
  return (
    <div className={look.columns}>
      <Section>
        <ContentForm
          form={form}
          content={draft.content}
          known={draft.known}
          write={put}
          visible={live.visible}
          misfits={[...live.misfits, ...(does.error?.details.misfits ?? [])]}
          showAll={tried}
          onBusy={setUploading}
          told={form.sort === 'activity' && <Visited campaign={record.campaign} content={draft.content} record={record.id} />}
        />
        <Forewarned live={live} />
      </Section>
      <div className={look.column}>
        <Changes record={record} form={form} correcting={correcting} uploading={uploading} />
      </div>
    </div>
  )
}

/** Names of everyone in the record as it was and as it is going to be. */
const namesOf = (record: RecordView, known: Known) => {
  const chosen = [...Object.entries(known.people), ...Object.entries(known.subjects)].map(([id, one]) => [id, one.name])
  return { ...record.names, ...Object.fromEntries(chosen) }
}

type ChangesProps = {
  readonly record: RecordView
  readonly form: CompiledForm
  readonly correcting: Correcting
  readonly uploading: boolean
}

const Changes = ({ record, form, correcting, uploading }: ChangesProps) => {
  const w = useWords(recordWords)
  const { draft, live, tried, go, does } = correcting
  const changed = differences(record.content, live.content).length > 0
  return (
    <Section title={w('changes')}>
      {changed && <Differences form={form} was={record.content} is={live.content} names={namesOf(record, draft.known)} />}
      {!changed && <p className="soft">{w('noChanges')}</p>}
      <Why correcting={correcting} />
      {does.error !== null && does.error.code !== '409.2' && (
        <div className={look.trouble}>
          <FaultNotice fault={does.error} />
        </div>
      )}
      <Button
        className={look.send ?? ''}
        type="primary"
        size="large"
        block
        disabled={!changed || uploading}
        loading={does.isPending}
        onClick={go}
      >
        {w('sendCorrection')}
      </Button>
      {tried && live.misfits.length > 0 && (
        <p role="status" style={{ color: 'var(--cinnabar)', marginTop: 8 }}>
          {w('misfits', { n: live.misfits.length })}
        </p>
      )}
    </Section>
  )
}

const Why = ({ correcting: { why, setWhy, tried } }: { readonly correcting: Correcting }) => {
  const w = useWords(recordWords)
  return (
    <div className={look.why}>
      <Row path="why" required label={w('correctWhy')} wrong={tried && why.trim() === '' ? w('whyNeeded') : undefined}>
        {(marks) => (
          <Input.TextArea
            id={marks.id}
            aria-invalid={marks.wrong}
            value={why}
            maxLength={500}
            autoSize={{ minRows: 2, maxRows: 6 }}
            onChange={(e) => setWhy(e.target.value)}
          />
        )}
      </Row>
    </div>
  )
}
