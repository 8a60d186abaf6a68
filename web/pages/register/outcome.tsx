import { DownloadOutlined } from '@ant-design/icons'
import { Button, Progress } from 'antd'
import type { ImportView } from '#command/import-view.ts'
import type { Sheet } from '#register/shape.ts'
import { sheets } from '#register/shape.ts'
import { Refusal, urlOf } from '#web/api/client.ts'
import { FaultNotice } from '#web/parts/frame.tsx'
import { grouped } from '#web/say/format.ts'
import { useSay, useWords } from '#web/say/words.ts'
import look from './register.module.css'
import { registerWords } from './words.ts'

const parts = ['added', 'changed', 'same', 'refused'] as const

/** 新增 400 · 更新 12 · 相同 3 · 退回 5. */
export const Tally = ({ view }: { readonly view: ImportView }) => {
  const w = useWords(registerWords)
  if (view.state === 'failed') return <span className={look.refused}>{w('failed')}</span>
  return (
    <span className={look.tally}>
      {parts.map((part) => (
        <span key={part} className={part === 'refused' && view.refused > 0 ? look.refused : ''}>
          {w(part)} <span className="num">{grouped(String(view[part]))}</span>
        </span>
      ))}
    </span>
  )
}

/** How far an import is, or what became of its rows. */
export const Outcome = ({ view }: { readonly view: ImportView }) => {
  const w = useWords(registerWords)
  const say = useSay()
  const percent = view.total === null || view.total === 0 ? 0 : Math.floor((view.read / view.total) * 100)
  const title =
    view.state === 'running'
      ? w('running')
      : view.state === 'failed'
        ? w('failed')
        : view.refused > 0
          ? w('doneRefused', { n: view.refused })
          : w('done')
  return (
    <section aria-live="polite" aria-label={w('outcome')}>
      <h2 className={look.outcomeTitle}>
        {title} <span className="soft">{view.file}</span>
      </h2>
      {view.state === 'running' && (
        <>
          <Progress percent={percent} status="active" strokeColor="#1d5b61" />
          <p className="soft num">
            {view.total === null ? w('counting') : w('progress', { read: grouped(String(view.read)), total: grouped(String(view.total)) })}
          </p>
        </>
      )}
      {view.fault !== null && <FaultNotice fault={new Refusal(view.fault.code, say(view.fault.says), {}, null)} />}
      {view.state !== 'failed' && (
        <dl className={look.numbers}>
          {parts.map((part) => (
            <div key={part} data-part={part}>
              <dt>{w(part)}</dt>
              <dd className="num">{grouped(String(view[part]))}</dd>
            </div>
          ))}
        </dl>
      )}
      {view.errors.length > 0 && <Errors view={view} />}
    </section>
  )
}

const Errors = ({ view }: { readonly view: ImportView }) => {
  const w = useWords(registerWords)
  const say = useSay()
  const titled = (sheet: string) => (sheets.some((s) => s === sheet) ? w(sheet as Sheet) : sheet)
  return (
    <div className={look.errors}>
      <div className={look.errorsHead}>
        <div>
          <h3>{w('errors')}</h3>
          <p className="soft">{w('errorsAbout')}</p>
        </div>
        {view.state !== 'running' && (
          <Button icon={<DownloadOutlined />} href={urlOf('register.import-errors', { id: view.id })} download>
            {w('errorBook')}
          </Button>
        )}
      </div>
      <ol className={look.terms}>
        {view.errors.map((e) => (
          <li key={`${e.sheet} ${e.row} ${e.says.zh}`} className={look.term}>
            <span className="num">{w('errorAt', { sheet: titled(e.sheet), row: e.row })}</span>
            <span>{say(e.says)}</span>
          </li>
        ))}
      </ol>
    </div>
  )
}
