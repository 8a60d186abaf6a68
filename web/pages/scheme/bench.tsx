import { useNavigate } from '@tanstack/react-router'
import { App, Button, Checkbox, Input } from 'antd'
import { useRef, useState } from 'react'
import type { Mistake } from '#command/views.ts'
import type { CampaignId } from '#kit/id.ts'
import { newId } from '#web/api/client.ts'
import { useWrite } from '#web/api/hooks.ts'
import { useScope } from '#web/api/scope.ts'
import formLook from '#web/form/form.module.css'
import { Row } from '#web/form/row.tsx'
import { FaultNotice, Section } from '#web/parts/frame.tsx'
import { useWords } from '#web/say/words.ts'
import { type Editing, Editor } from './editor.tsx'
import { lineDifference } from './line-difference.ts'
import { Mistakes } from './mistakes.tsx'
import look from './scheme.module.css'
import { schemeWords } from './words.ts'

type Props = {
  readonly start: string
  readonly files: Readonly<Record<string, string>>
  readonly before: string | null
  readonly revise: boolean
}

/** Writing, checking and loading a scheme. What was checked is what is loaded: any keystroke asks for a new check. */
export const Bench = ({ start, files: given, before, revise }: Props) => {
  const [source, setSource] = useState(start)
  const [files, setFiles] = useState(given)
  const [checked, setChecked] = useState<{ readonly source: string; readonly mistakes: readonly Mistake[] } | null>(null)
  const w = useWords(schemeWords)
  const editing = useRef<Editing>(null)
  const check = useWrite('scheme.check')
  const fresh = checked !== null && checked.source === source
  const go = () => check.mutate({ source, files }, { onSuccess: ({ mistakes }) => setChecked({ source, mistakes }) })
  const take = (name: string, text: string) => {
    if (/\.ya?ml$/i.test(name)) setSource(text)
    else setFiles((old) => ({ ...old, [name]: text }))
    setChecked(null)
  }
  const mistakes = fresh ? checked.mistakes : []
  return (
    <>
      <Section>
        <Drop take={take} />
        {Object.keys(files).length > 0 && (
          <p className="soft" style={{ marginTop: 10 }}>
            {w('templates')} {Object.keys(files).join('、')}
          </p>
        )}
        <Editor ref={editing} source={source} onChange={setSource} mistakes={mistakes} label={w('yourText')} />
        <div className={look.checkBar}>
          <Button
            type={fresh && mistakes.length === 0 ? 'default' : 'primary'}
            disabled={source.trim() === ''}
            loading={check.isPending}
            onClick={go}
          >
            {w(check.isPending ? 'checking' : 'check')}
          </Button>
          {before !== null && <Changed before={before} source={source} />}
        </div>
        {check.error !== null && <FaultNotice fault={check.error} />}
        {fresh && <Mistakes mistakes={mistakes} go={(m) => editing.current?.go(m.line, m.column)} />}
      </Section>
      {fresh && mistakes.length === 0 && <Loading source={source} files={files} revise={revise} />}
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
  const [over, setOver] = useState(false)
  const read = async (list: FileList | null) => {
    for (const file of list ?? []) take(file.name, await file.text())
  }
  return (
    <label
      className={look.drop}
      data-over={over}
      onDragOver={(e) => (e.preventDefault(), setOver(true))}
      onDragLeave={() => setOver(false)}
      onDrop={(e) => (e.preventDefault(), setOver(false), void read(e.dataTransfer.files))}
    >
      <strong>{w('drop')}</strong>
      <span className="soft">{w('orPaste')}</span>
      <input
        className="hush"
        type="file"
        multiple
        accept=".yaml,.yml,.md,.txt"
        onChange={(e) => (void read(e.target.files), (e.target.value = ''))}
      />
    </label>
  )
}

const Loading = ({
  source,
  files,
  revise,
}: {
  readonly source: string
  readonly files: Readonly<Record<string, string>>
  readonly revise: boolean
}) => {
  const w = useWords(schemeWords)
  const { message } = App.useApp()
  const navigate = useNavigate()
  const { look: lookAt } = useScope()
  const [why, setWhy] = useState('')
  const [again, setAgain] = useState(revise)
  const [tried, setTried] = useState(false)
  const id = useRef(newId<'campaign'>() as CampaignId)
  const does = useWrite('campaign.load')
  const needs = again && why.trim() === ''
  const go = () => {
    setTried(true)
    if (needs) return
    does.mutate(
      { id: id.current, source, files, why: why.trim(), revise: again },
      {
        onSuccess: ({ key, version }) => {
          void message.success(w('loaded', { n: version }))
          lookAt({ campaign: key })
          void navigate({ to: '/scheme', search: { campaign: key } })
        },
      },
    )
  }
  const exists = does.error?.code === '409.4'
  return (
    <Section>
      <div className={formLook.form}>
        <Row
          path="why"
          label={w(again ? 'whyRevise' : 'why')}
          required={again}
          hint={w('whyHint')}
          wrong={tried && needs ? w('needed') : undefined}
        >
          {(marks) => <Input id={marks.id} value={why} maxLength={500} onChange={(e) => setWhy(e.target.value)} />}
        </Row>
        {does.error !== null && <FaultNotice fault={does.error} />}
        {(exists || (again && !revise)) && (
          <Checkbox checked={again} onChange={(e) => setAgain(e.target.checked)}>
            {w('asRevision')}
          </Checkbox>
        )}
        <Button type="primary" size="large" style={{ alignSelf: 'flex-start' }} loading={does.isPending} onClick={go}>
          {w(again ? 'doRevise' : 'doLoad')}
        </Button>
      </div>
    </Section>
  )
}
