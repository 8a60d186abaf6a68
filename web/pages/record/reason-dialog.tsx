import { Input, Modal } from 'antd'
import type { TextAreaRef } from 'antd/es/input/TextArea'
import { type Ref, useId, useRef, useState } from 'react'
import type { RecordId } from '#kit/id.ts'
import { useWrite } from '#web/api/hooks.ts'
import { useWords } from '#web/say/words.ts'
import { useOutcome } from './outcome.ts'
import { recordWords } from './words.ts'

type Props = {
  readonly act: 'return' | 'withdraw' | 'reopen'
  readonly record: RecordId
  readonly seen: number
  readonly close: () => void
}

type WhyProps = {
  readonly why: string
  readonly onChange: (why: string) => void
  readonly about: string
  readonly wrong: boolean
  readonly go: () => void
  readonly field: Ref<TextAreaRef>
}

const Why = ({ why, onChange, about, wrong, go, field }: WhyProps) => {
  const w = useWords(recordWords)
  return (
    <Input.TextArea
      ref={field}
      aria-label={w('whyNeeded')}
      aria-describedby={about}
      value={why}
      maxLength={500}
      autoSize={{ minRows: 3, maxRows: 8 }}
      {...(wrong ? { status: 'error' as const } : {})}
      placeholder={w('whyNeeded')}
      onChange={(e) => onChange(e.target.value)}
      onKeyDown={(e) => (e.ctrlKey || e.metaKey) && e.key === 'Enter' && go()}
    />
  )
}

/** An act that needs its reason: what is written here is read by the author and stays in the history. */
export const ReasonDialog = ({ act, record, seen, close }: Props) => {
  const w = useWords(recordWords)
  const about = useId()
  const field = useRef<TextAreaRef>(null)
  const [why, setWhy] = useState('')
  const [tried, setTried] = useState(false)
  const outcome = useOutcome()
  const does = useWrite(`record.${act}`, outcome.done(act))
  const blank = why.trim() === ''
  const go = () => {
    setTried(true)
    if (!blank) does.mutate({ record, seen, why: why.trim() }, { onError: outcome.failed, onSettled: close })
  }
  return (
    <Modal
      open
      afterOpenChange={(open) => open && field.current?.focus()}
      title={w(`${act}Title`)}
      onCancel={close}
      onOk={go}
      okText={w(act)}
      okButtonProps={{ danger: act === 'withdraw' }}
      confirmLoading={does.isPending}
    >
      <p className="soft" id={about} style={{ marginBottom: 10 }}>
        {w(`${act}Hint`)}
      </p>
      <Why why={why} onChange={setWhy} about={about} wrong={tried && blank} go={go} field={field} />
    </Modal>
  )
}
