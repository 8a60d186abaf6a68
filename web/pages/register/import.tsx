import { DownloadOutlined, FileExcelOutlined, InboxOutlined } from '@ant-design/icons'
import { Button, Upload } from 'antd'
import { useState } from 'react'
import type { ImportView } from '#command/import-view.ts'
import { sheets } from '#register/shape.ts'
import { Refusal, startImport, urlOf } from '#web/api/client.ts'
import { queries, useRead } from '#web/api/hooks.ts'
import { useHolds } from '#web/api/scope.ts'
import { Answer, Empty, FaultNotice, Frame, Section } from '#web/parts/frame.tsx'
import { sayMoment } from '#web/say/format.ts'
import { useWords } from '#web/say/words.ts'
import { Outcome, Tally } from './outcome.tsx'
import look from './register.module.css'
import { registerWords } from './words.ts'

/** Sends a file and remembers which import it became. */
const useImport = () => {
  const [id, setId] = useState<string | null>(null)
  const [sending, setSending] = useState<string | null>(null)
  const [fault, setFault] = useState<Refusal | null>(null)
  const send = async (file: File) => {
    setSending(file.name)
    setFault(null)
    try {
      const begun = await startImport(file)
      queries.setQueryData(['register.import-show', { id: begun.id }], begun)
      setId(begun.id)
    } catch (error) {
      if (!(error instanceof Refusal)) throw error
      setFault(error)
    } finally {
      setSending(null)
    }
  }
  return { id, setId, sending, fault, send }
}

export const ImportPage = () => {
  const w = useWords(registerWords)
  const may = useHolds()
  const going = useImport()
  return (
    <Frame title={w('importTitle')} about={w('importAbout')} back={{ to: '/register', says: w('register') }}>
      {!may ? (
        <Section>
          <Empty title={w('notYours')} />
        </Section>
      ) : going.id === null ? (
        <>
          <Templates />
          <Section title={w('step2')} about={w('step2About')}>
            <Drop sending={going.sending} send={(file) => void going.send(file)} />
            {going.fault !== null && (
              <div style={{ marginTop: 12 }}>
                <FaultNotice fault={going.fault} />
              </div>
            )}
          </Section>
        </>
      ) : (
        <Section side={<Button onClick={() => going.setId(null)}>{w('another')}</Button>}>
          <Watched id={going.id} />
        </Section>
      )}
      <Past open={going.setId} />
    </Frame>
  )
}

const Templates = () => {
  const w = useWords(registerWords)
  const href = (sheet: string, format: string) => urlOf('register.template', { sheet, format })
  return (
    <Section title={w('step1')} about={w('step1About')}>
      <ul className={look.templates}>
        {sheets.map((sheet) => (
          <li key={sheet} className={look.template}>
            <FileExcelOutlined aria-hidden />
            <span className={look.templateName}>{w(sheet)}</span>
            <a href={href(sheet, 'xlsx')} download>
              <DownloadOutlined aria-hidden /> Excel
            </a>
            <a href={href(sheet, 'csv')} download>
              CSV
            </a>
          </li>
        ))}
      </ul>
    </Section>
  )
}

const Drop = ({ sending, send }: { readonly sending: string | null; readonly send: (file: File) => void }) => {
  const w = useWords(registerWords)
  const take = (file: File): false => {
    send(file)
    return false // not sent by the widget: what comes back is ours to show
  }
  return (
    <Upload.Dragger accept=".xlsx,.csv" multiple={false} showUploadList={false} disabled={sending !== null} beforeUpload={take}>
      <InboxOutlined aria-hidden className={look.dropMark} />
      <p className={look.dropTitle} role="status">
        {sending === null ? w('drop') : w('sending', { file: sending })}
      </p>
      <p className="soft">{w('dropAbout')}</p>
    </Upload.Dragger>
  )
}

/** Asks again and again until it has ended. */
const Watched = ({ id }: { readonly id: string }) => {
  const [every, setEvery] = useState<number | false>(800)
  const shown = useRead('register.import-show', { id }, { every })
  const ended = shown.data !== undefined && shown.data.state !== 'running'
  if (ended && every !== false) {
    setEvery(false)
    void queries.invalidateQueries({ predicate: (q) => q.queryKey[0] !== 'register.import-show' })
  }
  return (
    <Answer of={shown} rows={2}>
      {(view) => <Outcome view={view} />}
    </Answer>
  )
}

const Past = ({ open }: { readonly open: (id: string) => void }) => {
  const w = useWords(registerWords)
  const list = useRead('register.import-list', {})
  return (
    <Section title={w('past')}>
      <Answer of={list} rows={3}>
        {(rows: readonly ImportView[]) =>
          rows.length === 0 ? (
            <p className="soft">{w('pastNone')}</p>
          ) : (
            <ul className={look.terms}>
              {rows.map((view) => (
                <li key={view.id} className={look.pastLine}>
                  <span className={look.pastFile}>
                    <button
                      type="button"
                      className={`bare ${look.name}`}
                      onClick={() => {
                        open(view.id)
                        window.scrollTo({ top: 0 })
                      }}
                    >
                      {view.file}
                    </button>
                    <span className="soft num">
                      {view.by} · {sayMoment(view.startedAt)}
                    </span>
                  </span>
                  <Tally view={view} />
                </li>
              ))}
            </ul>
          )
        }
      </Answer>
    </Section>
  )
}
