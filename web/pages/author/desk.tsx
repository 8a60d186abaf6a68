import { App, Button, Segmented, Tabs } from 'antd'
import { Suspense, lazy, useEffect, useMemo, useRef, useState } from 'react'
import type { FileMistake } from '#bulletin/sound.ts'
import type { CampaignView } from '#command/views.ts'
import { useNarrow } from '#web/form/narrow.ts'
import { sayMoment } from '#web/say/format.ts'
import { useSay, useWords } from '#web/say/words.ts'
import look from './author.module.css'
import type { Editing } from './editor.tsx'
import { Conflict } from './conflict.tsx'
import { DraftsButton } from './drafts.tsx'
import { Files, schemeName } from './files.tsx'
import type { Told } from './help.ts'
import { Mistakes } from './mistakes.tsx'
import type { Paper, usePaper } from './paper.ts'
import { Preview, previews } from './preview.tsx'
import { Publish } from './publish.tsx'
import { type Good, type Read, useGood, useReading } from './reading.ts'
import { Rehearse } from './rehearse.tsx'
import { type Saving, useSaving } from './saving.ts'
import { authorWords } from './words.ts'

// The editor is large and only needed here: it comes by itself.
const Editor = lazy(() => import('./editor.tsx').then((m) => ({ default: m.Editor })))

/** The campaign that is revised, as it is in force. */
export type Over = { readonly view: CampaignView; readonly version: number }

export type DeskProps = Omit<ReturnType<typeof usePaper>, 'paper'> & { readonly paper: Paper; readonly over: Over | null }

const tabs = ['check', ...previews, 'rehearse', 'publish'] as const
type Tab = (typeof tabs)[number]

/** The editor on one side; mistakes, previews, rehearsal and publishing on the other. A phone shows one of them. */
export const Desk = (props: DeskProps) => {
  const { paper } = props
  const saving = useSaving(props)
  const w = useWords(authorWords)
  const narrow = useNarrow()
  const [side, setSide] = useState<'write' | 'look'>('write')
  const [file, setFile] = useState(schemeName)
  const [tab, setTab] = useState<Tab>('check')
  const editing = useRef<Editing>(null)
  const { reader, read, fresh } = useReading(paper)
  const good = useGood(read)
  const go = (m: Pick<FileMistake, 'line' | 'column'> & { readonly file?: string | null }) => {
    const there = m.file ?? schemeName
    const at = () => editing.current?.go(m.line, m.column)
    if (there === file && (!narrow || side === 'write')) return at()
    setFile(there)
    setSide('write')
    // after the other file stands in the editor
    setTimeout(at, 60)
  }
  const items = tabs.map((key) => ({ key, label: key === 'check' ? <CheckLabel read={read} fresh={fresh} /> : w(key) }))
  return (
    <>
      <Notes {...props} saving={saving} />
      <Conflict desk={props} saving={saving} />
      {narrow && (
        <Segmented
          block
          className={look.sides ?? ''}
          value={side}
          onChange={setSide}
          options={[
            { value: 'write', label: w('write') },
            {
              value: 'look',
              label:
                read === null || read.mistakes.length === 0 ? w('look') : `${w('look')} · ${w('mistakes', { n: read.mistakes.length })}`,
            },
          ]}
        />
      )}
      <div className={look.desk}>
        <div className={look.left} hidden={narrow && side !== 'write'}>
          <Files paper={paper} put={props.put} file={file} open={setFile} mistakes={read?.mistakes ?? []} />
          <Suspense fallback={<div className={look.editor} aria-busy />}>
            <Written key={`${props.round} ${file}`} {...props} file={file} editing={editing} read={fresh ? read : null} />
          </Suspense>
          <p id="author-keys" className={look.keys}>
            {w('keys')}
          </p>
        </div>
        <div className={look.right} hidden={narrow && side !== 'look'}>
          <Tabs activeKey={tab} items={items} onChange={(key) => setTab(tabs.find((t) => t === key) ?? 'check')} />
          <Side tab={tab} desk={props} reading={{ reader, read, fresh }} good={good} go={go} />
        </div>
      </div>
    </>
  )
}

type SideProps = {
  readonly tab: Tab
  readonly desk: DeskProps
  readonly reading: ReturnType<typeof useReading>
  readonly good: Good | null
  readonly go: Parameters<typeof Mistakes>[0]['go']
}

const Side = ({ tab, desk, reading: { reader, read, fresh }, good, go }: SideProps) => {
  const is = current(read, good)
  switch (tab) {
    case 'check':
      return <Mistakes read={read} fresh={fresh} go={go} />
    case 'rehearse':
      return <Rehearse reader={reader} good={good} current={is} />
    case 'publish':
      return <Publish {...desk} read={fresh ? read : null} />
    case 'forms':
    case 'indicators':
    case 'duties':
    case 'overview':
      return <Preview part={tab} good={good} current={is} />
  }
}

/** Whether what is previewed is the text as it stands. */
const current = (read: Read | null, good: Good | null): boolean => read === null || good?.texts === read.texts

const CheckLabel = ({ read, fresh }: { readonly read: Read | null; readonly fresh: boolean }) => {
  const w = useWords(authorWords)
  const n = read?.mistakes.length ?? 0
  return (
    <span className={fresh ? '' : look.reading}>
      {w('check')} {n > 0 && <span className={look.count}>{n}</span>}
    </span>
  )
}

type WrittenProps = DeskProps & { readonly file: string; readonly editing: React.Ref<Editing>; readonly read: Read | null }

/** What the reader told of one file, in sentences. */
const useTold = (read: Read | null, file: string | null): readonly Told[] => {
  const w = useWords(authorWords)
  const say = useSay()
  return useMemo(() => {
    const mistakes = (read?.mistakes ?? []).filter((m) => m.file === file)
    const warnings = file === null ? (read?.warnings ?? []) : []
    return [
      ...mistakes.map((m): Told => {
        const expected = say(m.expected)
        return { ...m, severity: 'error', says: expected === '' ? say(m.what) : `${say(m.what)} – ${w('expected', { expected })}` }
      }),
      ...warnings.map((m): Told => ({ ...m, severity: 'warning', says: `${say(m.what)} ${say(m.why)}` })),
    ]
  }, [read, file, say, w])
}

const Written = ({ paper, put, file, editing, read }: WrittenProps) => {
  const w = useWords(authorWords)
  const latest = useRef(paper)
  useEffect(() => {
    latest.current = paper
  }, [paper])
  const isScheme = file === schemeName
  const told = useTold(read, isScheme ? null : file)
  const change = (text: string, undo: unknown) =>
    put((old) => ({
      ...old,
      ...(isScheme ? { source: text } : { files: { ...old.files, [file]: text } }),
      undo: { ...old.undo, [file]: undo },
    }))
  return (
    <Editor
      ref={editing}
      name={file}
      text={isScheme ? paper.source : (paper.files[file] ?? '')}
      undo={paper.undo[file]}
      onChange={change}
      told={told}
      scheme={() => latest.current.source}
      label={isScheme ? w('schemeFile') : w('templateFile', { name: file })}
      about="author-keys"
    />
  )
}

/** Whether the house has it, or only this device. */
const Kept = ({ paper, saving: { state }, kept }: { readonly paper: Paper; readonly saving: Saving; readonly kept: boolean }) => {
  const w = useWords(authorWords)
  if (state.is === 'saved') return <span className="soft">{w('savedAt', { at: sayMoment(state.at) })}</span>
  if (state.is === 'away') return <strong>{w('savedHere')}</strong>
  if (state.is === 'refused') return <strong>{w('notSaved', { why: state.says })}</strong>
  return paper.at === null || !kept ? null : <span className="soft">{w('kept')}</span>
}

/** Where the draft is, and what happened to the campaign meanwhile. */
const Notes = ({ paper, over, restored, kept, forget, saving }: DeskProps & { readonly saving: Saving }) => {
  const w = useWords(authorWords)
  const { modal } = App.useApp()
  const ask = () =>
    void modal.confirm({ title: w('startOver'), content: w('startOverSure'), okButtonProps: { danger: true }, onOk: forget })
  const newer = over !== null && paper.base !== null && over.version > paper.base.version
  return (
    <div className={look.notes} role="status">
      {newer && <strong>{w('newer', { n: over.version })}</strong>}
      {restored !== null && <span>{w('restored', { at: sayMoment(restored) })}</span>}
      {!kept && saving.state.is !== 'saved' && <strong>{w('notKept')}</strong>}
      <Kept paper={paper} saving={saving} kept={kept} />
      <DraftsButton />
      {(paper.at !== null || over === null) && (
        <Button size="small" type="link" onClick={ask}>
          {w('startOver')}
        </Button>
      )}
    </div>
  )
}
