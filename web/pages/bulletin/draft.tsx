import { type ShouldBlockFn, useBlocker } from '@tanstack/react-router'
import { Input, Modal, Segmented } from 'antd'
import { type RefObject, useRef, useState } from 'react'
import type { BulletinView, Mistake } from '#command/views.ts'
import { FaultNotice, Frame } from '#web/parts/frame.tsx'
import { commonWords } from '#web/say/everyday.ts'
import { useSay, useWords } from '#web/say/words.ts'
import look from './bulletin.module.css'
import { StateChip } from './desk.tsx'
import { Editor, type EditorHandle } from './editor.tsx'
import { FigurePanel } from './figure-panel.tsx'
import { Insert } from './insert.tsx'
import { Paper } from './paper.tsx'
import { type Saving, useSaving } from './saving.ts'
import { Discard, SealButton } from './seal.tsx'
import { Takeaway } from './sealed.tsx'
import { bulletinWords } from './words.ts'

const SavingLine = ({ saving, mistakes }: { readonly saving: Saving; readonly mistakes: number }) => {
  const w = useWords(bulletinWords)
  const said = {
    saved: w('saved'),
    waiting: w('unsaved'),
    sending: w('saving'),
    refused: mistakes > 0 ? w('wrong', { n: mistakes }) : w('unsaved'),
  }
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

type Draft = ReturnType<typeof useSaving>

/** The left side: title, what can be put in, what is wrong, and the words. */
const Writing = ({ draft }: { readonly draft: Draft }) => {
  const w = useWords(bulletinWords)
  const editor = useRef<EditorHandle>(null)
  const { kept, change, view, saving, mistakes, send } = draft
  return (
    <div className={look.left}>
      <Input
        className={look.titleInput ?? ''}
        aria-label={w('name')}
        value={kept.title}
        maxLength={200}
        onChange={(e) => change({ title: e.target.value })}
      />
      <div className={look.tools}>
        <Insert bulletin={view} insert={(words, own) => editor.current?.insert(words, own)} />
      </div>
      {saving.is === 'refused' && mistakes.length === 0 && <FaultNotice fault={saving.fault} retry={() => void send()} />}
      {saving.is !== 'refused' && view.mistakes.length > 0 && <p className={look.warn}>{w('oldScheme')}</p>}
      <Problems mistakes={mistakes} goTo={(m) => editor.current?.goTo(m.line, m.column)} />
      <Editor handle={editor} text={kept.text} change={(text) => change({ text })} mistakes={mistakes} label={w('text')} />
    </div>
  )
}

type Pane = 'editing' | 'preview'

/** On a narrow screen one of the two is seen at a time. */
const PaneSwitch = ({ pane, show }: { readonly pane: Pane; readonly show: (pane: Pane) => void }) => {
  const w = useWords(bulletinWords)
  const options = [
    { value: 'editing' as const, label: w('editing') },
    { value: 'preview' as const, label: w('preview') },
  ]
  return (
    <div className={look.paneSwitch}>
      <Segmented block value={pane} onChange={show} options={options} />
    </div>
  )
}

/** Asks before words that the house does not have yet are left behind. `free` lets a discarded draft go. */
const LeaveGuard = ({ dirty, free }: { readonly dirty: boolean; readonly free: RefObject<boolean> }) => {
  const w = useWords(bulletinWords)
  const holds = () => dirty && !free.current
  // opening a figure stays on the page
  const leaves: ShouldBlockFn = ({ current, next }) => holds() && current.pathname !== next.pathname
  const { status, proceed, reset } = useBlocker({ shouldBlockFn: leaves, enableBeforeUnload: holds, withResolver: true })
  const danger = { danger: true }
  return (
    <Modal
      open={status === 'blocked'}
      title={w('leaveAsk')}
      okText={w('leave')}
      cancelText={w('stay')}
      okButtonProps={danger}
      onOk={() => proceed?.()}
      onCancel={() => reset?.()}
    />
  )
}

/** The desk: words on the left, the paper they become on the right. */
export const DraftPage = ({ bulletin }: { readonly bulletin: BulletinView }) => {
  const w = useWords(bulletinWords)
  const draft = useSaving(bulletin)
  const { kept, view, saving, mistakes, dirty } = draft
  const [pane, setPane] = useState<Pane>('editing')
  const free = useRef(false)
  const letGo = () => {
    free.current = true
  }
  const about = (
    <span className={look.draftAbout}>
      <StateChip state="draft" /> <SavingLine saving={saving} mistakes={mistakes.length} />
    </span>
  )
  const actions = (
    <>
      <Discard view={view} gone={letGo} />
      <Takeaway bulletin={view} />
      <SealButton view={view} disabled={dirty || mistakes.length > 0} />
    </>
  )
  return (
    <Frame title={kept.title} back={{ to: '/bulletins', says: w('backToDesk') }} about={about} actions={actions} wide>
      <PaneSwitch pane={pane} show={setPane} />
      <div className={look.desk} data-pane={pane}>
        <Writing draft={draft} />
        <div className={look.right}>
          {saving.is === 'refused' && <p className={look.oldPreview}>{w('previewOld')}</p>}
          <Paper document={view.document} blank={w('oldScheme')} />
        </div>
      </div>
      <FigurePanel bulletin={view} />
      <LeaveGuard dirty={dirty} free={free} />
    </Frame>
  )
}
