import { PaperClipOutlined } from '@ant-design/icons'
import { useParams } from '@tanstack/react-router'
import { Button } from 'antd'
import { useState } from 'react'
import type { NoticeAct } from '#appraise/notice.ts'
import type { NoticeView } from '#command/notice/views.ts'
import type { NoticeId } from '#kit/id.ts'
import type { Attachment } from '#record/shape.ts'
import { blobUrl } from '#web/api/client.ts'
import { useRead } from '#web/api/hooks.ts'
import { Answer, Frame, Section } from '#web/parts/frame.tsx'
import { sayMoment } from '#web/say/format.ts'
import { useSay, useWords } from '#web/say/words.ts'
import { ActDialog, type Doing } from './act-dialog.tsx'
import { Escalations } from './escalations.tsx'
import { noticeWords } from './notice-words.ts'
import { Addressee, Deadline, NoticeMark } from './standing.tsx'
import look from './supervision.module.css'

const FileLinks = ({ files }: { readonly files: readonly Attachment[] }) =>
  files.length === 0 ? null : (
    <ul className={look.fileLinks}>
      {files.map((f) => (
        <li key={f.sha256}>
          <PaperClipOutlined aria-hidden /> <a href={blobUrl(f.sha256)}>{f.name}</a>
        </li>
      ))}
    </ul>
  )

const Headline = ({ notice }: { readonly notice: NoticeView }) => {
  const w = useWords(noticeWords)
  const say = useSay()
  return (
    <span className={look.meta}>
      <NoticeMark state={notice.state} />
      {notice.gradeTitle !== null && <b className={look.grade}>{say(notice.gradeTitle)}</b>}
      <Addressee of={notice} />
      <Deadline of={notice} />
      {notice.asked !== null && <span className={look.waits}>{w('askedUntil', { day: notice.asked })}</span>}
    </span>
  )
}

/** Every step, the first one first. */
const Timeline = ({ notice }: { readonly notice: NoticeView }) => {
  const w = useWords(noticeWords)
  const say = useSay()
  const nameOf = (step: string | null) => notice.escalations.find((e) => e.to === step)?.title
  return (
    <ol className={look.timeline}>
      {notice.history.map((step) => {
        const escalated = nameOf(step.step)
        return (
          <li key={step.version} data-act={step.act}>
            <div className={look.stepTop}>
              <b>{w(`act_${step.act}`)}</b>
              {escalated !== undefined && <span>{say(escalated)}</span>}
              {step.until !== null && <span className="soft">{w('untilSaid', { day: step.until })}</span>}
            </div>
            <div className="soft">
              {step.by} · <time dateTime={step.at}>{sayMoment(step.at)}</time>
            </div>
            {step.note !== '' && <p className={look.stepNote}>{step.note}</p>}
            <FileLinks files={step.files} />
          </li>
        )
      })}
    </ol>
  )
}

/** First what leads on, then the rest; escalation is done beside its step. */
const order: readonly NoticeAct[] = ['receive', 'answer', 'close', 'extend', 'refuse', 'return', 'ask', 'withdraw']

const ActButtons = ({ notice, open }: { readonly notice: NoticeView; readonly open: (doing: Doing) => void }) => {
  const w = useWords(noticeWords)
  // Putting the deadline off is offered when time was asked for; otherwise it is a rare thing and stands last.
  const offered = order.filter((act) => notice.may.includes(act))
  const first = offered.find((act) => act !== 'withdraw' && (act !== 'extend' || notice.asked !== null))
  return offered.map((act) => (
    <Button
      key={act}
      {...(act === first ? { type: 'primary' as const } : {})}
      danger={act === 'withdraw'}
      onClick={() => open({ act, step: null })}
    >
      {w(`act_${act}`)}
    </Button>
  ))
}

const Facts = ({ notice }: { readonly notice: NoticeView }) => {
  const w = useWords(noticeWords)
  return (
    <div className={look.meta}>
      <span>{w('number', { n: notice.number })}</span>
      <span>{w('receiveBy', { day: notice.receiveBy })}</span>
      {notice.extensions > 0 && <span>{w('extended', { n: notice.extensions })}</span>}
      <span>{w('before', notice.before)}</span>
      <span className={notice.liaison === '' ? look.waits : ''}>
        {notice.liaison === '' ? w('noLiaison') : w('liaison', { name: notice.liaison })}
      </span>
    </div>
  )
}

export const NoticePage = () => {
  const w = useWords(noticeWords)
  const { notice: id } = useParams({ strict: false })
  const [doing, setDoing] = useState<Doing | null>(null)
  const asked = useRead('notice.show', { notice: id as NoticeId })
  const notice = asked.data
  return (
    <Frame
      title={notice?.title ?? w('title')}
      about={notice && <Headline notice={notice} />}
      back={{ to: '/supervision/notices', says: w('back') }}
      actions={notice && <ActButtons notice={notice} open={setDoing} />}
      wide
    >
      <Answer of={asked} rows={8}>
        {(seen) => (
          <div className={look.columns}>
            <div>
              <Section title={w('asks')}>
                <p className={look.asks}>{seen.asks}</p>
                <FileLinks files={seen.files} />
                <Facts notice={seen} />
              </Section>
              <Section title={w('history')}>
                <Timeline notice={seen} />
              </Section>
            </div>
            <Section title={w('escalations')} about={w('escalationsAbout')}>
              <Escalations notice={seen} open={setDoing} />
            </Section>
          </div>
        )}
      </Answer>
      {notice !== undefined && doing !== null && <ActDialog notice={notice} doing={doing} close={() => setDoing(null)} />}
    </Frame>
  )
}
