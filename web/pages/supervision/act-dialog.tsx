import { App, Input, Modal } from 'antd'
import { useState } from 'react'
import type { NoticeAct } from '#appraise/notice.ts'
import type { NoticeView } from '#command/notice/views.ts'
import type { Attachment } from '#record/shape.ts'
import type { Refusal } from '#web/api/client.ts'
import { queries, useWrite } from '#web/api/hooks.ts'
import { DayEditor } from '#web/form/day.tsx'
import { Files } from '#web/form/files.tsx'
import formLook from '#web/form/form.module.css'
import { Row } from '#web/form/row.tsx'
import { useSay, useWords } from '#web/say/words.ts'
import { noticeWords } from './notice-words.ts'

/** What is about to be done; `step` for an escalation. */
export type Doing = { readonly act: NoticeAct; readonly step: string | null }

type Asks = { readonly note: 'needed' | 'may'; readonly day: 'needed' | 'may' | 'no'; readonly files: boolean }

/** What each act has to be told. */
const asks: Readonly<Record<NoticeAct, Asks>> = {
  receive: { note: 'may', day: 'no', files: false },
  answer: { note: 'needed', day: 'no', files: true },
  ask: { note: 'needed', day: 'needed', files: false },
  extend: { note: 'may', day: 'may', files: false },
  refuse: { note: 'needed', day: 'no', files: false },
  return: { note: 'needed', day: 'may', files: false },
  close: { note: 'may', day: 'no', files: false },
  withdraw: { note: 'needed', day: 'no', files: false },
  escalate: { note: 'needed', day: 'no', files: false },
}

type Said = { readonly note: string; readonly until: string; readonly files: readonly Attachment[] }

/** Sends the act; what it is told goes with it as far as it wants to be told. */
const useAct = (notice: NoticeView, { act, step }: Doing, close: () => void) => {
  const w = useWords(noticeWords)
  const { message } = App.useApp()
  const does = useWrite(`notice.${act}`, () => {
    void message.success(w('did'))
    close()
  })
  const failed = (fault: Refusal) => {
    if (fault.code !== '409.21') return void message.error(fault.says)
    void message.warning(w('newer'))
    void queries.invalidateQueries()
    close()
  }
  const send = ({ note, until, files }: Said) => {
    const { day, files: takesFiles } = asks[act]
    const input = {
      notice: notice.id,
      seen: notice.version,
      note: note.trim(),
      ...(day === 'no' || until === '' ? {} : { until }),
      ...(takesFiles ? { files } : {}),
      ...(step === null ? {} : { step }),
    }
    does.mutate(input as Parameters<typeof does.mutate>[0], { onError: failed })
  }
  return { send, busy: does.isPending }
}

type FieldsProps = {
  readonly doing: Doing
  readonly notice: NoticeView
  readonly said: Said
  readonly put: (change: (old: Said) => Partial<Said>) => void
  readonly tried: boolean
  readonly onBusy: (busy: boolean) => void
}

const Fields = ({ doing, notice, said, put, tried, onBusy }: FieldsProps) => {
  const w = useWords(noticeWords)
  const { note, day, files } = asks[doing.act]
  const most = doing.act === 'return' || notice.extend.most === null ? undefined : w('latest', { day: notice.extend.most })
  const lacks = (need: 'needed' | 'may' | 'no', text: string) =>
    tried && need === 'needed' && text.trim() === '' ? w('needed') : undefined
  return (
    <>
      {day !== 'no' && (
        <Row path="until" label={w('until')} required={day === 'needed'} hint={most} wrong={lacks(day, said.until)}>
          {(marks) => <DayEditor day={said.until} onChange={(until) => put(() => ({ until }))} marks={marks} />}
        </Row>
      )}
      <Row path="note" label={w('note')} required={note === 'needed'} wrong={lacks(note, said.note)}>
        {(marks) => (
          <Input.TextArea
            id={marks.id}
            value={said.note}
            maxLength={5000}
            autoSize={{ minRows: 3, maxRows: 10 }}
            onChange={(e) => put(() => ({ note: e.target.value }))}
          />
        )}
      </Row>
      {files && (
        <Row path="files" group label={w('files')}>
          {() => (
            <Files max={10} attachments={said.files} onBusy={onBusy} onChange={(change) => put((old) => ({ files: change(old.files) }))} />
          )}
        </Row>
      )}
    </>
  )
}

export const ActDialog = ({ notice, doing, close }: { readonly notice: NoticeView; readonly doing: Doing; readonly close: () => void }) => {
  const w = useWords(noticeWords)
  const say = useSay()
  const [said, setSaid] = useState<Said>({ note: '', until: '', files: [] })
  const [tried, setTried] = useState(false)
  const [uploading, setUploading] = useState(false)
  const { send, busy } = useAct(notice, doing, close)
  const step = notice.escalations.find((e) => e.to === doing.step)
  const go = () => {
    setTried(true)
    const { note, day } = asks[doing.act]
    if ((note === 'needed' && said.note.trim() === '') || (day === 'needed' && said.until === '')) return
    send(said)
  }
  return (
    <Modal
      open
      title={step === undefined ? w(`act_${doing.act}`) : say(step.title)}
      okText={w(`act_${doing.act}`)}
      okButtonProps={{ danger: doing.act === 'withdraw', disabled: uploading }}
      confirmLoading={busy}
      onCancel={close}
      onOk={go}
    >
      <div className={formLook.form}>
        <p className="soft">{w(`hint_${doing.act}`)}</p>
        <Fields
          doing={doing}
          notice={notice}
          said={said}
          put={(change) => setSaid((old) => ({ ...old, ...change(old) }))}
          tried={tried}
          onBusy={setUploading}
        />
      </div>
    </Modal>
  )
}
