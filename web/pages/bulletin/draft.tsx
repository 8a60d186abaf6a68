import { useBlocker, useNavigate } from '@tanstack/react-router'
import { App, Button, Input, Modal, Segmented } from 'antd'
import { useRef, useState } from 'react'
import type { BulletinView, Mistake } from '#command/views.ts'
import { useRead, useWrite } from '#web/api/hooks.ts'
import { FaultNotice, Frame } from '#web/parts/frame.tsx'
import { commonWords } from '#web/say/common.ts'
import { useSay, useWords } from '#web/say/words.ts'
import look from './bulletin.module.css'
import { StateChip } from './desk.tsx'
import { Editor, type EditorHandle } from './editor.tsx'
import { FigurePanel } from './figure-panel.tsx'
import { Insert } from './insert.tsx'
import { Paper } from './paper.tsx'
import { type Saving, useSaving } from './saving.ts'
import { Takeaway } from './sealed.tsx'
import { bulletinWords } from './words.ts'

const SavingLine = ({ saving, mistakes }: { readonly saving: Saving; readonly mistakes: number }) => {
  const w = useWords(bulletinWords)
  const said = { saved: w('saved'), waiting: w('unsaved'), sending: w('saving'), refused: mistakes > 0 ? w('wrong', { n: mistakes }) : w('unsaved') }
  return (
    <span className={look.saving} data-is={saving.is} role="status">
      {said[saving.is]}
    </span>
  )
}

const Problems = ({ mistakes, goTo }: { readonly mistakes: readonly Mistake[]; readonly goTo: (m: Mistake) => void }) => {
  const w = useWords(bulletinWords)
  const c = useWords(commonWords)
  const say = useSay()
  if (mistakes.length === 0) return null
  return (
    <ul className={look.problems} aria-live="polite">
      {mistakes.map((m) => (
        <li key={`${m.line} ${m.column} ${m.code} ${m.path}`}>
          <button type="button" className={`bare ${look.problem}`} onClick={() => goTo(m)}>
            <span className={look.place}>{w('lineColumn', { line: m.line, column: m.column })}</span>
            <span>
              {say(m.what)}
              {say(m.expected) !== '' && <span className="soft"> · {c('expected', { what: say(m.expected) })}</span>}
            </span>
            <code>{m.code}</code>
          </button>
        </li>
      ))}
    </ul>
  )
}

/** Asks once more, saying what sealing means. */
const SealButton = ({ view, disabled }: { readonly view: BulletinView; readonly disabled: boolean }) => {
  const w = useWords(bulletinWords)
  const c = useWords(commonWords)
  const { message } = App.useApp()
  const [asking, setAsking] = useState(false)
  const cockpit = useRead('cockpit.show', { campaign: view.campaign }, { enabled: asking })
  const seal = useWrite('bulletin.seal', () => {
    setAsking(false)
    void message.success(w('sealDone'))
  })
  const waiting = (cockpit.data?.pendingReview ?? 0) > 0
  return (
    <>
      <Button type="primary" danger disabled={disabled} onClick={() => setAsking(true)}>
        {w('seal')}
      </Button>
      <Modal open={asking} title={w('sealTitle')} onCancel={() => setAsking(false)} onOk={() => seal.mutate({ bulletin: view.id })} okText={w('sealNow')} okButtonProps={{ danger: true }} cancelText={c('cancel')} confirmLoading={seal.isPending}>
        <ul className={look.consequences}>
          <li>{w('seal1', { n: view.figures })}</li>
          <li>{w('seal2')}</li>
          <li>{w('seal3')}</li>
          {waiting && <li className={look.warn}>{w('sealPending')}</li>}
        </ul>
        {seal.error !== null && <FaultNotice fault={seal.error} />}
      </Modal>
    </>
  )
}

const Discard = ({ view, gone }: { readonly view: BulletinView; readonly gone: () => void }) => {
  const w = useWords(bulletinWords)
  const c = useWords(commonWords)
  const { modal } = App.useApp()
  const navigate = useNavigate()
  const discard = useWrite('bulletin.discard', () => {
    gone()
    void navigate({ to: '/bulletins' })
  })
  const ask = () => modal.confirm({ title: w('discardAsk'), okText: w('discard'), okButtonProps: { danger: true }, cancelText: c('cancel'), onOk: () => discard.mutateAsync({ bulletin: view.id }) })
  return (
    <Button type="text" onClick={ask}>
      {w('discard')}
    </Button>
  )
}

/** The desk: words on the left, the paper they become on the right. */
export const Draft = ({ bulletin }: { readonly bulletin: BulletinView }) => {
  const w = useWords(bulletinWords)
  const { kept, change, view, saving, mistakes, send, dirty } = useSaving(bulletin)
  const [pane, setPane] = useState<'editing' | 'preview'>('editing')
  const [open, setOpen] = useState<number | null>(null)
  const free = useRef(false)
  const editor = useRef<EditorHandle>(null)
  const leaving = useBlocker({ shouldBlockFn: () => dirty && !free.current, enableBeforeUnload: () => dirty && !free.current, withResolver: true })
  const refused = saving.is === 'refused' && mistakes.length === 0
  return (
    <Frame
      title={kept.title}
      back={{ to: '/bulletins', says: w('backToDesk') }}
      about={<span className={look.draftAbout}><StateChip state="draft" /> <SavingLine saving={saving} mistakes={mistakes.length} /></span>}
      actions={<><Discard view={view} gone={() => { free.current = true }} /><Takeaway bulletin={view} /><SealButton view={view} disabled={dirty || mistakes.length > 0} /></>}
      wide
    >
      <div className={look.paneSwitch}>
        <Segmented block value={pane} onChange={setPane} options={[{ value: 'editing', label: w('editing') }, { value: 'preview', label: w('preview') }]} />
      </div>
      <div className={look.desk} data-pane={pane} onKeyDown={(e) => { if ((e.ctrlKey || e.metaKey) && e.key === 's') { e.preventDefault(); void send() } }}>
        <div className={look.left}>
          <Input className={look.titleInput ?? ''} aria-label={w('name')} value={kept.title} maxLength={200} onChange={(e) => change({ title: e.target.value })} />
          <div className={look.tools}>
            <Insert bulletin={view} insert={(words, own) => editor.current?.insert(words, own)} />
          </div>
          {refused && <FaultNotice fault={saving.fault} retry={() => void send()} />}
          {saving.is !== 'refused' && view.mistakes.length > 0 && <p className={look.warn}>{w('oldScheme')}</p>}
          <Problems mistakes={mistakes} goTo={(m) => editor.current?.goTo(m.line, m.column)} />
          <Editor handle={editor} text={kept.text} change={(text) => change({ text })} mistakes={mistakes} label={w('text')} />
        </div>
        <div className={look.right}>
          {saving.is === 'refused' && <p className={look.oldPreview}>{w('previewOld')}</p>}
          <Paper document={view.document} press={setOpen} open={open} blank={w('oldScheme')} />
        </div>
      </div>
      <FigurePanel bulletin={view} figure={open} close={() => setOpen(null)} />
      <Modal open={leaving.status === 'blocked'} title={w('leaveAsk')} okText={w('leave')} cancelText={w('stay')} okButtonProps={{ danger: true }} onOk={() => leaving.proceed?.()} onCancel={() => leaving.reset?.()} />
    </Frame>
  )
}
