import { App, Button } from 'antd'
import { useCallback, useState } from 'react'
import type { Receipt } from '#command/views.ts'
import type { Content } from '#record/shape.ts'
import type { Compiled, CompiledForm } from '#scheme/compiled.ts'
import { Refusal, post } from '#web/api/client.ts'
import { queries } from '#web/api/hooks.ts'
import { ContentForm } from '#web/form/content-form.tsx'
import type { useDraft } from '#web/form/draft.ts'
import { useLive } from '#web/form/live.ts'
import type { Write } from '#web/form/parts.ts'
import type { Opened } from '#web/form/scheme.ts'
import { FaultNotice, Section } from '#web/parts/frame.tsx'
import { LinkButton } from '#web/parts/link-button.tsx'
import { sayMoment } from '#web/say/format.ts'
import { useWords } from '#web/say/words.ts'
import { Forewarned } from './forewarned.tsx'
import { goTo } from './go-to.ts'
import look from './record.module.css'
import { Visited } from './visited.tsx'
import { recordWords } from './words.ts'

type Paper = ReturnType<typeof useDraft>
type Props = {
  readonly form: CompiledForm
  readonly opened: Opened
  readonly compiled: Compiled
  readonly paper: Paper
  readonly onSent: (receipt: Receipt) => void
}

/** Sends the draft under its own id: again and again if need be, stored once. */
const useSubmit = ({ form, opened, paper, onSent }: Props) => {
  const [busy, setBusy] = useState(false)
  const [fault, setFault] = useState<Refusal | null>(null)
  const send = async (content: Content) => {
    setBusy(true)
    setFault(null)
    try {
      const { id } = paper.draft
      const receipt = await post('record.submit', { id, campaign: opened.view.id, sort: form.sort, kind: form.kind, content }, id)
      paper.finish()
      onSent(receipt)
      void queries.invalidateQueries()
    } catch (error) {
      if (!(error instanceof Refusal)) throw error
      setFault(error)
    } finally {
      setBusy(false)
    }
  }
  return { busy, fault, send, forget: () => setFault(null) }
}

/** Where it stands: on its way, kept on this device, still incomplete. */
const SubmitBar = ({
  go,
  busy,
  uploading,
  misfits,
  paper,
}: {
  readonly go: () => void
  readonly busy: boolean
  readonly uploading: boolean
  readonly misfits: number
  readonly paper: Paper
}) => {
  const w = useWords(recordWords)
  const about = uploading ? w('waitUploads') : !paper.kept ? w('draftNotKept') : paper.draft.at !== null ? w('draftKept') : ''
  return (
    <div className={look.submitBar}>
      <Button type="primary" size="large" loading={busy} disabled={uploading} onClick={go}>
        {w(busy ? 'submitting' : 'submit')}
      </Button>
      {misfits > 0 && (
        <span role="status" style={{ color: 'var(--cinnabar)' }}>
          {w('misfits', { n: misfits })}
        </span>
      )}
      <span className={look.submitAbout} role="status">
        {about}
      </span>
    </div>
  )
}

/** Writing a record: the form, what is still missing, the draft's safety, and the way to the house. */
export const Composer = (props: Props) => {
  const { form, opened, compiled, paper } = props
  const [tried, setTried] = useState(false)
  const [uploading, setUploading] = useState(false)
  const { content, known, id } = paper.draft
  const live = useLive(opened, compiled, form, content, known)
  const submit = useSubmit(props)
  const { write } = paper
  const put: Write = useCallback((change) => write((old) => change(old)), [write])
  const misfits = [...live.misfits, ...(submit.fault?.details.misfits ?? [])]
  const go = () => {
    setTried(true)
    if (live.misfits.length > 0) return goTo(live.misfits)
    void submit.send(live.content)
  }
  return (
    <Section className={look.entry}>
      {paper.restored !== null && <Restored at={paper.restored} discard={paper.discard} />}
      <ContentForm
        form={form}
        content={content}
        known={known}
        write={put}
        visible={live.visible}
        misfits={misfits}
        showAll={tried}
        onBusy={setUploading}
        told={form.sort === 'activity' && <Visited campaign={opened.view.id} content={content} />}
      />
      <Forewarned live={live} />
      {submit.fault !== null && <Trouble fault={submit.fault} again={go} id={id} />}
      <SubmitBar go={go} busy={submit.busy} uploading={uploading} misfits={tried ? live.misfits.length : 0} paper={paper} />
    </Section>
  )
}

const Restored = ({ at, discard }: { readonly at: string; readonly discard: () => void }) => {
  const w = useWords(recordWords)
  const { modal } = App.useApp()
  const ask = () => void modal.confirm({ title: w('discard'), content: w('discardSure'), okButtonProps: { danger: true }, onOk: discard })
  return (
    <div className={look.banner} role="status">
      <span>{w('restored', { at: sayMoment(at) })}</span>
      <Button size="small" type="link" onClick={ask}>
        {w('discard')}
      </Button>
    </div>
  )
}

/** Why it was not stored. 409.1 means that an earlier try did arrive: open that. */
const Trouble = ({ fault, again, id }: { readonly fault: Refusal; readonly again: () => void; readonly id: Paper['draft']['id'] }) => {
  const w = useWords(recordWords)
  return (
    <div className={look.trouble}>
      <FaultNotice fault={fault.code === '0.1' ? new Refusal('0.1', w('offlineKept'), {}, null) : fault} retry={again} />
      {fault.code === '409.1' && (
        <LinkButton tone="link" to="/records/$record" params={{ record: id }}>
          {w('openIt')}
        </LinkButton>
      )}
    </div>
  )
}
