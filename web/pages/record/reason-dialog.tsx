import { Input, Modal } from 'antd'
import { useId, useState } from 'react'
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
  readonly then?: () => void
}

/** An act that needs its reason: what is written here is read by the author and stays in the history. */
export const ReasonDialog = ({ act, record, seen, close, then }: Props) => {
  const w = useWords(recordWords)
  const id = useId()
  const [why, setWhy] = useState('')
  const [tried, setTried] = useState(false)
  const outcome = useOutcome()
  const does = useWrite(`record.${act}`, outcome.done(act))
  const blank = why.trim() === ''
  const go = () => {
    setTried(true)
    if (blank) return
    does.mutate({ record, seen, why: why.trim() }, { onError: outcome.failed, onSuccess: () => then?.(), onSettled: close })
  }
  return (
    <Modal
      open
      title={w(`${act}Title`)}
      onCancel={close}
      onOk={go}
      okText={w(act)}
      okButtonProps={{ danger: act === 'withdraw' }}
      confirmLoading={does.isPending}
    >
      <p className="soft" id={`${id}-hint`} style={{ marginBottom: 10 }}>
        {w(`${act}Hint`)}
      </p>
      <Input.TextArea
        autoFocus
        aria-label={w('whyNeeded')}
        aria-describedby={`${id}-hint`}
        value={why}
        maxLength={500}
        showCount
        autoSize={{ minRows: 3, maxRows: 8 }}
        {...(tried && blank ? { status: 'error' as const } : {})}
        placeholder={w('whyNeeded')}
        onChange={(e) => setWhy(e.target.value)}
        onKeyDown={(e) => (e.ctrlKey || e.metaKey) && e.key === 'Enter' && go()}
      />
    </Modal>
  )
}
