import { CheckCircleFilled } from '@ant-design/icons'
import { Button } from 'antd'
import type { Receipt } from '#command/views.ts'
import type { CompiledForm } from '#scheme/compiled.ts'
import { LinkButton } from '#web/parts/link-button.tsx'
import { useWords } from '#web/say/words.ts'
import { FlagLines } from './flags.tsx'
import look from './record.module.css'
import { recordWords } from './words.ts'

/** The house has it: what it came to, what was flagged, and what next. */
export const Sent = ({ receipt, form, again }: { readonly receipt: Receipt; readonly form: CompiledForm; readonly again: () => void }) => {
  const w = useWords(recordWords)
  return (
    <div className={look.sent} role="status">
      <CheckCircleFilled className={look.sentMark} aria-hidden />
      <h2 className={look.sentTitle}>{w(receipt.state === 'submitted' ? 'sentSubmitted' : 'sentAccepted')}</h2>
      {receipt.flags.length > 0 && (
        <>
          <p className="soft" style={{ marginBottom: 8 }}>
            {w('sentFlags')}
          </p>
          <FlagLines flags={receipt.flags} />
        </>
      )}
      <div className={look.sentActs}>
        {form.sort === 'activity' && (
          <LinkButton tone="primary" to="/matters/new" search={{ raisedIn: receipt.id }}>
            {w('raiseMatter')}
          </LinkButton>
        )}
        <Button onClick={again}>{w('another')}</Button>
        <LinkButton to="/records/$record" params={{ record: receipt.id }}>
          {w('openIt')}
        </LinkButton>
      </div>
    </div>
  )
}
