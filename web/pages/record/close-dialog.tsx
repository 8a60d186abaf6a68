import { Input, Modal, Radio } from 'antd'
import { useMemo, useState } from 'react'
import type { RecordView } from '#command/views.ts'
import { useWrite } from '#web/api/hooks.ts'
import { editors } from '#web/form/editors.tsx'
import formLook from '#web/form/form.module.css'
import { todayHere } from '#web/form/live.ts'
import { Row } from '#web/form/row.tsx'
import type { Opened } from '#web/form/scheme.ts'
import { FaultNotice } from '#web/parts/frame.tsx'
import { useSay, useWords } from '#web/say/words.ts'
import { useOutcome } from './outcome.ts'
import { recordWords } from './words.ts'

/** How a matter ended: the day, one of the scheme's outcomes, and what was done. */
export const CloseDialog = ({
  record,
  opened,
  close,
}: {
  readonly record: RecordView
  readonly opened: Opened
  readonly close: () => void
}) => {
  const w = useWords(recordWords)
  const say = useSay()
  const outcomes = opened.compiled?.scheme.matters[record.kind]?.outcomes ?? []
  const [day, setDay] = useState(todayHere())
  const [outcome, setOutcome] = useState('')
  const [note, setNote] = useState('')
  const [tried, setTried] = useState(false)
  const said = useOutcome()
  const does = useWrite('record.close', said.done('close'))
  const Day = editors.date
  const dayField = useMemo(() => ({ key: 'day', title: { zh: '' }, type: 'date' as const, required: true, approx: false }), [])
  const missing = { day: day === '', outcome: outcome === '', note: note.trim() === '' }
  const go = () => {
    setTried(true)
    if (missing.day || missing.outcome || missing.note) return
    does.mutate(
      { record: record.id, seen: record.version, day, outcome, note: note.trim() },
      { onSuccess: close, onError: (fault) => fault.code === '409.2' && (said.failed(fault), close()) },
    )
  }
  const wrong = (is: boolean) => (tried && is ? w('whyNeeded') : undefined)
  return (
    <Modal open title={w('closeTitle')} onCancel={close} onOk={go} okText={w('close')} confirmLoading={does.isPending} width={560}>
      <div className={formLook.form}>
        <Row path="closing.outcome" group required label={w('closeOutcome')} wrong={wrong(missing.outcome)}>
          {() => (
            <Radio.Group
              value={outcome}
              onChange={(e) => setOutcome(String(e.target.value))}
              options={outcomes.map((o) => ({
                value: o.key,
                label: (
                  <>
                    {say(o.title)} {o.solved && <span className="soft">({w('solvedMark')})</span>}
                  </>
                ),
              }))}
            />
          )}
        </Row>
        <Row path="closing.day" required label={w('closeDay')} wrong={tried && missing.day ? w('whyNeeded') : undefined}>
          {(marks) => (
            <Day field={dayField} value={day === '' ? null : day} onChange={(v) => setDay(typeof v === 'string' ? v : '')} {...marks} />
          )}
        </Row>
        <Row path="closing.note" required label={w('closeNote')} hint={w('closeNoteHint')} wrong={wrong(missing.note)}>
          {(marks) => (
            <Input.TextArea
              id={marks.id}
              value={note}
              maxLength={5000}
              autoSize={{ minRows: 4, maxRows: 10 }}
              onChange={(e) => setNote(e.target.value)}
            />
          )}
        </Row>
        {does.error !== null && does.error.code !== '409.2' && <FaultNotice fault={does.error} />}
      </div>
    </Modal>
  )
}
