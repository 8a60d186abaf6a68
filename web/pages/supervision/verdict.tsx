import { CheckOutlined, CloseOutlined, FlagOutlined } from '@ant-design/icons'
import type { FlagVerdict } from '#command/flag/views.ts'
import { sayMoment } from '#web/say/format.ts'
import { useWords } from '#web/say/words.ts'
import { flagWords } from './flag-words.ts'
import look from './supervision.module.css'

/** What was said of a flag, by a sign and a word; null: it waits. */
export const VerdictMark = ({ verdict }: { readonly verdict: FlagVerdict | null }) => {
  const w = useWords(flagWords)
  const kind = verdict?.verdict ?? 'waiting'
  const sign = { waiting: <FlagOutlined aria-hidden />, fine: <CheckOutlined aria-hidden />, not_fine: <CloseOutlined aria-hidden /> }[kind]
  return (
    <span className={look.verdict} data-verdict={kind}>
      {sign} {w(kind)}
    </span>
  )
}

/** Who said it, when and why. */
export const VerdictSaid = ({ verdict, outdated = false }: { readonly verdict: FlagVerdict; readonly outdated?: boolean }) => {
  const w = useWords(flagWords)
  return (
    <p className={look.said}>
      {verdict.why} <span className="soft">{w('said', { by: verdict.by, at: sayMoment(verdict.at) })}</span>
      {outdated && <span className="soft"> · {w('outdated')}</span>}
    </p>
  )
}
