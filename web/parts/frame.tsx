import { ArrowLeftOutlined, ExclamationCircleOutlined } from '@ant-design/icons'
import { Link } from '@tanstack/react-router'
import { Button, Skeleton } from 'antd'
import { type ReactNode, useEffect } from 'react'
import { say } from '#kit/text.ts'
import type { Refusal } from '#web/api/client.ts'
import { commonWords } from '#web/say/everyday.ts'
import { usePreferences } from '#web/say/preferences.ts'
import { useWords } from '#web/say/words.ts'
import look from './frame.module.css'
import { WholeQuotes } from './title.tsx'

type FrameProps = {
  readonly title: string
  readonly about?: ReactNode
  readonly actions?: ReactNode
  /** Where "back" leads, and what it is called. */
  readonly back?: { readonly to: string; readonly says: string }
  /** The whole width of the screen instead of a comfortable column. */
  readonly wide?: boolean
  readonly children: ReactNode
}

/** One page: its title in the document and on the screen, what one can do here, and the content. */
export const Frame = ({ title, about, actions, back, wide, children }: FrameProps) => {
  const w = useWords(commonWords)
  useEffect(() => {
    document.title = `${title} · ${w('product')}`
  }, [title, w])
  return (
    <div className={`${look.frame} ${wide ? look.wide : ''}`}>
      {back && (
        <Link to={back.to} className={look.back}>
          <ArrowLeftOutlined aria-hidden /> {back.says}
        </Link>
      )}
      <header className={look.head}>
        <div className={look.words}>
          <h1 className={look.title}>
            <WholeQuotes text={title} />
          </h1>
          {about !== undefined && <div className={look.about}>{about}</div>}
        </div>
        {actions !== undefined && <div className={look.actions}>{actions}</div>}
      </header>
      {children}
    </div>
  )
}

type SectionProps = {
  readonly title?: ReactNode
  readonly about?: ReactNode
  readonly side?: ReactNode
  /** The content touches the edges (tables). */
  readonly flush?: boolean
  readonly className?: string | undefined
  readonly children: ReactNode
}

/** A sheet of paper on the page, with a heading of its own. */
export const Section = ({ title, about, side, flush, className, children }: SectionProps) => (
  <section className={`${look.section} ${flush ? look.flush : ''} ${className ?? ''}`}>
    {(title !== undefined || side !== undefined) && (
      <div className={look.sectionHead}>
        {title !== undefined && <h2 className={look.sectionTitle}>{title}</h2>}
        {about !== undefined && <span className={look.sectionAbout}>{about}</span>}
        {side !== undefined && <div className={look.sectionSide}>{side}</div>}
      </div>
    )}
    {children}
  </section>
)

/** Why it did not work, the number to quote, what does not fit, and a way to try again. */
export const FaultNotice = ({ fault, retry }: { readonly fault: Refusal; readonly retry?: (() => void) | undefined }) => {
  const w = useWords(commonWords)
  const { language } = usePreferences()
  const misfits = fault.details.misfits ?? []
  const mistakes = fault.details.mistakes ?? []
  return (
    <div className={`${look.note} ${look.fault}`} role="alert">
      <ExclamationCircleOutlined aria-hidden style={{ color: 'var(--cinnabar)', fontSize: 18, marginTop: 3 }} />
      <div className={look.noteBody}>
        <div className={look.faultSays}>{fault.says}</div>
        {misfits.length > 0 && (
          <ul className={look.faultList}>
            {misfits.map((m) => (
              <li key={`${m.path} ${m.code}`}>{say(m.says, language)}</li>
            ))}
          </ul>
        )}
        {mistakes.length > 0 && (
          <ul className={look.faultList}>
            {mistakes.map((m) => (
              <li key={`${m.line} ${m.column} ${m.code} ${m.path}`}>
                {m.line}:{m.column} {say(m.what, language)}
                {say(m.expected, language) !== '' && <span className="soft"> · {w('expected', { what: say(m.expected, language) })}</span>}
              </li>
            ))}
          </ul>
        )}
        <div className={look.faultCode}>
          {fault.code}
          {fault.id !== null && ` · ${w('requestId', { id: fault.id })}`}
        </div>
      </div>
      {retry && (
        <Button size="small" onClick={retry}>
          {w('retry')}
        </Button>
      )}
    </div>
  )
}

type EmptyProps = { readonly title?: string; readonly hint?: ReactNode; readonly action?: ReactNode }

/** Nothing here yet, and what to do about it. Without a title where the page's own says it already. */
export const Empty = ({ title, hint, action }: EmptyProps) => (
  <div className={look.empty}>
    <svg className={look.emptyMark} viewBox="0 0 56 56" fill="none" stroke="currentColor" strokeWidth="1.5" aria-hidden>
      <path d="M14 8h20l8 8v32H14z" strokeLinejoin="round" />
      <path d="M34 8v8h8M20 24h16M20 31h16M20 38h9" strokeLinecap="round" />
    </svg>
    {title !== undefined && <div className={look.emptyTitle}>{title}</div>}
    {hint !== undefined && <div className={look.emptyHint}>{hint}</div>}
    {action !== undefined && <div className={look.emptyDo}>{action}</div>}
  </div>
)

type Asked<T> = { readonly data: T | undefined; readonly error: Refusal | null; readonly refetch: () => unknown }

/** What a read came to: a skeleton while it runs, the fault with its number, or the content. */
export const Answer = <T,>({
  of,
  rows = 4,
  children,
}: {
  readonly of: Asked<T>
  readonly rows?: number
  readonly children: (data: T) => ReactNode
}) => {
  if (of.data !== undefined) return <>{children(of.data)}</>
  if (of.error !== null) return <FaultNotice fault={of.error} retry={() => void of.refetch()} />
  return <Skeleton active title={false} paragraph={{ rows }} />
}
