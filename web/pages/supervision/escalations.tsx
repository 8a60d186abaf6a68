import { Button } from 'antd'
import type { NoticeView } from '#command/notice/views.ts'
import { useSay, useWords } from '#web/say/words.ts'
import type { Doing } from './act-dialog.tsx'
import { noticeWords } from './notice-words.ts'
import look from './supervision.module.css'

/** The steps that follow when the deadline passes, each with its day; taken ones are noted here. */
export const Escalations = ({ notice, open }: { readonly notice: NoticeView; readonly open: (doing: Doing) => void }) => {
  const w = useWords(noticeWords)
  const say = useSay()
  if (notice.escalations.length === 0) return <p className="soft">{w('noEscalations')}</p>
  const may = notice.may.includes('escalate')
  return (
    <ol className={look.steps}>
      {notice.escalations.map((step) => (
        <li key={step.to} data-state={step.state}>
          <span className={look.stepName}>{say(step.title)}</span>
          <span className={look.stepState}>{w(`step_${step.state}`)}</span>
          <span className={look.stepAbout}>
            {step.on !== null && step.state !== 'done' && w('stepOn', { day: step.on })}
            {step.why !== null && <em>{say(step.why)}</em>}
          </span>
          {may && step.state === 'due' && (
            <Button size="small" onClick={() => open({ act: 'escalate', step: step.to })}>
              {w('noteStep')}
            </Button>
          )}
        </li>
      ))}
    </ol>
  )
}
