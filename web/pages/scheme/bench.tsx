import { Button, Upload } from 'antd'
import { useRef, useState } from 'react'
import type { Mistake } from '#command/views.ts'
import { useWrite } from '#web/api/hooks.ts'
import { FaultNotice, Section } from '#web/parts/frame.tsx'
import { useWords } from '#web/say/words.ts'
import { type Editing, Editor } from './editor.tsx'
import { lineDifference } from './line-difference.ts'
import { Loading } from './loading.tsx'
import { Mistakes } from './mistakes.tsx'
import look from './scheme.module.css'
import { schemeWords } from './words.ts'

type Props = {
  readonly start: string
  readonly files: Readonly<Record<string, string>>
  readonly before: string | null
  readonly revise: boolean
}

type Checked = { readonly source: string; readonly mistakes: readonly Mistake[] }

/** The text, the files beside it, and what the last check said of exactly this text. */
const useDesk = (start: string, given: Readonly<Record<string, string>>) => {
  const [source, setSource] = useState(start)
  const [files, setFiles] = useState(given)
  const [checked, setChecked] = useState<Checked | null>(null)
  const check = useWrite('scheme.check')
  const go = () => check.mutate({ source, files }, { onSuccess: ({ mistakes }) => setChecked({ source, mistakes }) })
  const take = (name: string, text: string) => {
    if (/\.ya?ml$/i.test(name)) setSource(text)
    else setFiles((old) => ({ ...old, [name]: text }))
    setChecked(null)
  }
  const fresh = checked !== null && checked.source === source ? checked.mistakes : null
  return {
    source,
    setSource,
    files,
    take,
    go,
    busy: check.isPending,
    fault: check.error,
    /** null: not checked as it stands. */ mistakes: fresh,
  }
}

/** Writing, checking and loading a scheme. What was checked is what is loaded: any keystroke asks for a new check. */
export const Bench = ({ start, files: given, before, revise }: Props) => {
  const w = useWords(schemeWords)
  const editing = useRef<Editing>(null)
  const { source, setSource, files, take, go, busy, fault, mistakes } = useDesk(start, given)
  const names = Object.keys(files)
  const clean = mistakes?.length === 0
  return (
    <>
      <Section>
        <Drop take={take} />
        {names.length > 0 && <p className={look.beside}>{`${w('templates')} ${names.join('、')}`}</p>}
        <Editor ref={editing} source={source} onChange={setSource} mistakes={mistakes ?? []} label={w('yourText')} />
        <div className={look.checkBar}>
          <Button type={clean ? 'default' : 'primary'} disabled={source.trim() === ''} loading={busy} onClick={go}>
            {w(busy ? 'checking' : 'check')}
          </Button>
          {before !== null && <Changed before={before} source={source} />}
        </div>
        {fault !== null && <FaultNotice fault={fault} />}
        {mistakes !== null && <Mistakes mistakes={mistakes} go={(m) => editing.current?.go(m.line, m.column)} />}
      </Section>
      {clean && <Loading source={source} files={files} revise={revise} />}
    </>
  )
}

const Changed = ({ before, source }: { readonly before: string; readonly source: string }) => {
  const w = useWords(schemeWords)
  const { plus, minus } = lineDifference(before, source)
  return (
    <span className="soft">
      {w('diff')} {w('diffCounts', { plus, minus })}
    </span>
  )
}

const Drop = ({ take }: { readonly take: (name: string, text: string) => void }) => {
  const w = useWords(schemeWords)
  const read = (file: File): false => {
    void file.text().then((text) => take(file.name, text))
    return false
  }
  return (
    <Upload.Dragger multiple accept=".yaml,.yml,.md,.txt" showUploadList={false} beforeUpload={read}>
      <strong>{w('drop')}</strong> <span className="soft">{w('orPaste')}</span>
    </Upload.Dragger>
  )
}
