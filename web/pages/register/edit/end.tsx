import { Modal } from 'antd'
import { type ReactNode, useState } from 'react'
import { addDays } from '#kit/day.ts'
import type { Refusal } from '#web/api/client.ts'
import formLook from '#web/form/form.module.css'
import { todayHere } from '#web/form/today.ts'
import { FaultNotice } from '#web/parts/frame.tsx'
import { useWords } from '#web/say/words.ts'
import { DayField } from './fields.tsx'
import { editWords } from './words.ts'

type Props = {
  readonly title: string
  /** Ends it; the day is the first on which it is no more. */
  readonly end: (until: string) => void
  readonly busy: boolean
  readonly fault: Refusal | null
  readonly close: () => void
  /** Why it cannot be ended yet. */
  readonly stop?: string | undefined
  readonly children?: ReactNode
}

/** Nothing is ended without its last day and a second look. */
export const EndDialog = ({ title, end, busy, fault, close, stop, children }: Props) => {
  const w = useWords(editWords)
  const [last, setLast] = useState(todayHere())
  return (
    <Modal
      open
      title={title}
      onCancel={close}
      onOk={() => last !== '' && end(addDays(last, 1))}
      okText={w('endYes')}
      okButtonProps={{ danger: true, disabled: stop !== undefined || last === '' }}
      confirmLoading={busy}
    >
      <div className={formLook.form}>
        {children}
        {stop === undefined ? (
          <DayField path="until" label={w('endLast')} required value={last} put={setLast} hint={w('endLastHint')} tried />
        ) : (
          <p role="alert">{stop}</p>
        )}
        {fault !== null && <FaultNotice fault={fault} />}
      </div>
    </Modal>
  )
}
