import { Input, Modal, Radio } from 'antd'
import { useState } from 'react'
import type { RecordView } from '#command/views.ts'
import type { MatterKind } from '#scheme/shape.ts'
import { useWrite } from '#web/api/hooks.ts'
import { DayEditor } from '#web/form/day.tsx'
import formLook from '#web/form/form.module.css'
import { likelyDay } from '#web/form/today.ts'
import { Row } from '#web/form/row.tsx'
import type { Opened } from '#web/form/scheme.ts'
import { FaultNotice } from '#web/parts/frame.tsx'
import { useSay, useWords } from '#web/say/words.ts'
import { useOutcome } from './outcome.ts'
import { recordWords } from './words.ts'

type Closing = { readonly day: string; readonly outcome: string; readonly note: string }
type Part = { readonly closing: Closing; readonly put: (change: Partial<Closing>) => void; readonly tried: boolean }

const useNeeded = (tried: boolean) => {
  const w = useWords(recordWords)
  return (missing: boolean) => (tried && missing ? w('needed') : undefined)
}

const Outcome = ({ closing, put, tried, outcomes }: Part & { readonly outcomes: MatterKind['outcomes'] }) => {
  const w = useWords(recordWords)
  const say = useSay()
  const needed = useNeeded(tried)
  const label = (o: MatterKind['outcomes'][number]) => `${say(o.title)}${o.solved ? w('solvedMark') : ''}`
  return (
    <Row path="closing.outcome" group required label={w('closeOutcome')} wrong={needed(closing.outcome === '')}>
      {() => (
        <Radio.Group
          value={closing.outcome}
          onChange={(e) => put({ outcome: String(e.target.value) })}
          options={outcomes.map((o) => ({ value: o.key, label: label(o) }))}
        />
      )}
    </Row>
  )
}

const DayAndNote = ({ closing, put, tried }: Part) => {
  const w = useWords(recordWords)
  const needed = useNeeded(tried)
  return (
    <>
      <Row path="closing.day" required label={w('closeDay')} wrong={needed(closing.day === '')}>
        {(marks) => <DayEditor day={closing.day} onChange={(day) => put({ day })} marks={marks} />}
      </Row>
      <Row path="closing.note" required label={w('closeNote')} hint={w('closeNoteHint')} wrong={needed(closing.note.trim() === '')}>
        {(marks) => (
          <Input.TextArea
            id={marks.id}
            value={closing.note}
            maxLength={5000}
            autoSize={{ minRows: 4, maxRows: 10 }}
            onChange={(e) => put({ note: e.target.value })}
          />
        )}
      </Row>
    </>
  )
}

type Props = { readonly record: RecordView; readonly opened: Opened; readonly close: () => void }

/** How a matter ended: one of the scheme's outcomes, the day, and what was done. */
export const CloseDialog = ({ record, opened, close }: Props) => {
  const w = useWords(recordWords)
  const [closing, setClosing] = useState<Closing>({ day: likelyDay(opened.view.window), outcome: '', note: '' })
  const [tried, setTried] = useState(false)
  const said = useOutcome()
  const does = useWrite('record.close', said.done('close'))
  const put = (change: Partial<Closing>) => setClosing((old) => ({ ...old, ...change }))
  const part = { closing, put, tried }
  const go = () => {
    setTried(true)
    if (closing.day === '' || closing.outcome === '' || closing.note.trim() === '') return
    does.mutate(
      { record: record.id, seen: record.version, ...closing, note: closing.note.trim() },
      { onSuccess: close, onError: (fault) => fault.code === '409.2' && (said.failed(fault), close()) },
    )
  }
  return (
    <Modal open title={w('closeTitle')} onCancel={close} onOk={go} okText={w('close')} confirmLoading={does.isPending} width={560}>
      <div className={formLook.form}>
        <Outcome {...part} outcomes={opened.compiled?.scheme.matters[record.kind]?.outcomes ?? []} />
        <DayAndNote {...part} />
        {does.error !== null && does.error.code !== '409.2' && <FaultNotice fault={does.error} />}
      </div>
    </Modal>
  )
}
