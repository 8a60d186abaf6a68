import type { NoticeState } from '#appraise/notice.ts'
import { useWords } from '#web/say/words.ts'
import { noticeWords } from './notice-words.ts'
import look from './supervision.module.css'

/** A notice's state by word and shape. */
export const NoticeMark = ({ state }: { readonly state: NoticeState }) => {
  const w = useWords(noticeWords)
  return (
    <span className={look.state} data-state={state}>
      <i aria-hidden />
      {w(`state_${state}`)}
    </span>
  )
}

/** Whom it is addressed to; of a team also who answers for it. */
export const Addressee = ({
  of: { orgName, teamName },
}: {
  readonly of: { readonly orgName: string; readonly teamName: string | null }
}) => {
  const w = useWords(noticeWords)
  if (teamName === null) return <span>{orgName}</span>
  return (
    <>
      <span>{teamName}</span>
      <span className="soft">{w('ledBy', { name: orgName })}</span>
    </>
  )
}

type Timed = { readonly overdue: 'receipt' | 'answer' | null; readonly left: number | null; readonly late: boolean; readonly due: string }

/** How it stands with its deadline, in words. */
export const Deadline = ({ of: { overdue, left, late, due } }: { readonly of: Timed }) => {
  const w = useWords(noticeWords)
  if (overdue === 'receipt') return <span className={look.grave}>{w('lateReceipt')}</span>
  if (overdue === 'answer') return <span className={look.grave}>{w('lateAnswer', { n: Math.max(1, -(left ?? -1)) })}</span>
  if (left === null) return late ? <span className={look.waits}>{w('wasLate')}</span> : null
  return (
    <span>
      {w('dueOn', { day: due })} · {left === 0 ? w('leftToday') : w('leftDays', { n: left })}
    </span>
  )
}
