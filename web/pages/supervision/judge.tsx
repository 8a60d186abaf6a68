import { App, Button, Input, Modal, Radio } from 'antd'
import { useState } from 'react'
import { type Verdict, verdicts } from '#command/flag/views.ts'
import type { Text } from '#kit/text.ts'
import type { RecordId } from '#kit/id.ts'
import { queries, useWrite } from '#web/api/hooks.ts'
import formLook from '#web/form/form.module.css'
import { Row } from '#web/form/row.tsx'
import { useSay, useWords } from '#web/say/words.ts'
import { flagWords } from './flag-words.ts'

type Flag = { readonly record: RecordId; readonly version: number; readonly rule: string; readonly says: Text }

/** Fine or not fine, and why: both are a person's word. */
const JudgeDialog = ({ flag, close }: { readonly flag: Flag; readonly close: () => void }) => {
  const w = useWords(flagWords)
  const say = useSay()
  const { message } = App.useApp()
  const [verdict, setVerdict] = useState<Verdict | null>(null)
  const [why, setWhy] = useState('')
  const [tried, setTried] = useState(false)
  const judge = useWrite('flag.judge', () => {
    void message.success(w('judged'))
    close()
  })
  const go = () => {
    setTried(true)
    if (verdict === null || why.trim() === '') return
    const { record, version, rule } = flag
    judge.mutate(
      { record, version, rule, verdict, why: why.trim() },
      {
        onError: (fault) => {
          void message.error(fault.code === '409.2' ? w('newer') : fault.says)
          void queries.invalidateQueries()
        },
      },
    )
  }
  return (
    <Modal open title={say(flag.says)} okText={w('judge')} confirmLoading={judge.isPending} onCancel={close} onOk={go}>
      <div className={formLook.form}>
        <Row path="verdict" group label={w('judge')} required wrong={tried && verdict === null ? w('needed') : undefined}>
          {() => (
            <Radio.Group
              value={verdict}
              options={verdicts.map((v) => ({ value: v, label: w(v) }))}
              onChange={(e) => setVerdict(verdicts.find((v) => v === e.target.value) ?? null)}
            />
          )}
        </Row>
        <Row path="why" label={w('why')} required wrong={tried && why.trim() === '' ? w('needed') : undefined}>
          {(marks) => (
            <Input.TextArea
              id={marks.id}
              value={why}
              maxLength={500}
              autoSize={{ minRows: 2, maxRows: 6 }}
              placeholder={w(verdict === 'not_fine' ? 'whyNotFine' : 'whyFine')}
              onChange={(e) => setWhy(e.target.value)}
            />
          )}
        </Row>
      </div>
    </Modal>
  )
}

/** Opens the judgement of one flag. */
export const JudgeButton = ({ flag, again }: { readonly flag: Flag; readonly again: boolean }) => {
  const w = useWords(flagWords)
  const [open, setOpen] = useState(false)
  return (
    <>
      <Button size="small" onClick={() => setOpen(true)}>
        {w(again ? 'judgeAgain' : 'judge')}
      </Button>
      {open && <JudgeDialog flag={flag} close={() => setOpen(false)} />}
    </>
  )
}
