import { useNavigate } from '@tanstack/react-router'
import { App, Button, Checkbox, Input } from 'antd'
import { useState } from 'react'
import { newId } from '#web/api/client.ts'
import { useWrite } from '#web/api/hooks.ts'
import { useScope } from '#web/api/scope.ts'
import formLook from '#web/form/form.module.css'
import { Row } from '#web/form/row.tsx'
import { FaultNotice, Section } from '#web/parts/frame.tsx'
import { useWords } from '#web/say/words.ts'
import { schemeWords } from './words.ts'

type Props = { readonly source: string; readonly files: Readonly<Record<string, string>>; readonly revise: boolean }

/** Loads the checked text once, under one id however often it is sent, and shows the campaign. */
const useLoad = ({ source, files }: Props) => {
  const w = useWords(schemeWords)
  const { message } = App.useApp()
  const navigate = useNavigate()
  const { look: lookAt } = useScope()
  const [id] = useState(() => newId<'campaign'>())
  const does = useWrite('campaign.load')
  const load = (why: string, revise: boolean) =>
    does.mutate(
      { id, source, files, why, revise },
      {
        onSuccess: ({ key, version }) => {
          void message.success(w('loaded', { n: version }))
          lookAt({ campaign: key })
          void navigate({ to: '/scheme', search: { campaign: key } })
        },
      },
    )
  return { load, busy: does.isPending, fault: does.error }
}

/** The last step: why, and whether it is a new campaign or the next version of one. */
export const Loading = (props: Props) => {
  const w = useWords(schemeWords)
  const [why, setWhy] = useState('')
  const [again, setAgain] = useState(props.revise)
  const [tried, setTried] = useState(false)
  const { load, busy, fault } = useLoad(props)
  const needs = again && why.trim() === ''
  const go = () => {
    setTried(true)
    if (!needs) load(why.trim(), again)
  }
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
        {fault !== null && <FaultNotice fault={fault} />}
        {!props.revise && (again || fault?.code === '409.4') && (
          <Checkbox checked={again} onChange={(e) => setAgain(e.target.checked)}>
            {w('asRevision')}
          </Checkbox>
        )}
        <Button type="primary" size="large" style={{ alignSelf: 'flex-start' }} loading={busy} onClick={go}>
          {w(again ? 'doRevise' : 'doLoad')}
        </Button>
      </div>
    </Section>
  )
}
