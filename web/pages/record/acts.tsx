import { Button } from 'antd'
import { useState } from 'react'
import type { RecordView } from '#command/views.ts'
import type { Act } from '#record/shape.ts'
import { useWrite } from '#web/api/hooks.ts'
import type { Opened } from '#web/form/scheme.ts'
import { LinkButton } from '#web/parts/link-button.tsx'
import { useWords } from '#web/say/words.ts'
import { CloseDialog } from './close-dialog.tsx'
import { useOutcome } from './outcome.ts'
import { ReasonDialog } from './reason-dialog.tsx'
import look from './record.module.css'
import { recordWords } from './words.ts'

type Reasoned = 'return' | 'withdraw' | 'reopen'
/** What this person may do with this record now; the house decides, `may` only says what to offer. */
export const Acts = ({ record, opened }: { readonly record: RecordView; readonly opened: Opened }) => {
  const w = useWords(recordWords)
  const [asking, setAsking] = useState<Reasoned | 'close' | null>(null)
  const outcome = useOutcome()
  const accept = useWrite('record.accept', outcome.done('accept'))
  const may = (act: Act) => record.may.includes(act)
  const seen = { record: record.id, seen: record.version }
  if (record.may.length === 0) return null
  return (
    <div className={look.acts}>
      {may('accept') && (
        <Button type="primary" loading={accept.isPending} onClick={() => accept.mutate(seen, { onError: outcome.failed })}>
          {w('accept')}
        </Button>
      )}
      {may('close') && (
        <Button type={may('accept') ? 'default' : 'primary'} onClick={() => setAsking('close')}>
          {w('close')}
        </Button>
      )}
      {may('reopen') && <Button onClick={() => setAsking('reopen')}>{w('reopen')}</Button>}
      {may('return') && <Button onClick={() => setAsking('return')}>{w('return')}</Button>}
      {may('correct') && (
        <LinkButton to="/records/$record/correct" params={{ record: record.id }}>
          {w('correct')}
        </LinkButton>
      )}
      {may('withdraw') && (
        <Button danger type="text" onClick={() => setAsking('withdraw')}>
          {w('withdraw')}
        </Button>
      )}
      {asking === 'close' && <CloseDialog record={record} opened={opened} close={() => setAsking(null)} />}
      {asking !== null && asking !== 'close' && (
        <ReasonDialog act={asking} record={seen.record} seen={seen.seen} close={() => setAsking(null)} />
      )}
    </div>
  )
}
