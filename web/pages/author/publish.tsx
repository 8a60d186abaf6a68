import { useNavigate } from '@tanstack/react-router'
import { App, Button, Checkbox, Input } from 'antd'
import { Suspense, lazy, useState } from 'react'
import { newId, post } from '#web/api/client.ts'
import { useWrite } from '#web/api/hooks.ts'
import { useScope } from '#web/api/scope.ts'
import formLook from '#web/form/form.module.css'
import { Row } from '#web/form/row.tsx'
import { FaultNotice, Section } from '#web/parts/frame.tsx'
import { useSay, useWords } from '#web/say/words.ts'
import look from './author.module.css'
import type { Texts } from './texts.ts'
import type { DeskProps } from './desk.tsx'
import { Impact } from './impact.tsx'
import type { Read } from './reading.ts'
import { authorWords } from './words.ts'

const Difference = lazy(() => import('./difference.tsx').then((m) => ({ default: m.Difference })))

type Props = DeskProps & { /** null: not read as it stands. */ readonly read: Read | null }

/** The key that the text gives the campaign. */
const keyIn = (source: string): string => /^scheme:\s*["']?([\w-]+)/m.exec(source)?.[1] ?? ''

/** Sends exactly what was read, under one id however often it is sent, and shows the campaign. */
const usePublish = ({ paper, forget }: Props) => {
  const w = useWords(authorWords)
  const { message } = App.useApp()
  const navigate = useNavigate()
  const { look: lookAt } = useScope()
  const [id] = useState(() => newId<'campaign'>())
  // Told before everything shown is asked again: then the campaign is there, and this step is gone.
  const does = useWrite('campaign.load', ({ key, version }) => {
    void message.success(w('published', { n: version }))
    if (paper.draft !== null) void post('draft.drop', { draft: paper.draft.id }).catch(() => undefined)
    forget()
    lookAt({ campaign: key })
    void navigate({ to: '/scheme', search: { campaign: key } })
  })
  const publish = (why: string, revise: boolean) => does.mutate({ id, source: paper.source, files: paper.files, why, revise })
  return { publish, busy: does.isPending, fault: does.error }
}

/** The last step: as a new campaign, or as the next version of one – after seeing what that would change. */
export const Publish = (props: Props) => {
  const { paper, over, read } = props
  const w = useWords(authorWords)
  const say = useSay()
  const { campaigns } = useScope()
  const [again, setAgain] = useState(over !== null)
  const [seen, setSeen] = useState<Texts | null>(null)
  const key = keyIn(paper.source)
  const there = campaigns.find((c) => c.key === key)
  const ready = read !== null && read.mistakes.length === 0
  if (!ready)
    return (
      <Section>
        <p>{read === null ? w('checking') : w('publishFirst', { n: read.mistakes.length })}</p>
      </Section>
    )
  const revises = there !== undefined && (over?.view.key === key || again)
  const old = over?.view.key === key ? over.view : null
  return (
    <>
      {over !== null && over.view.key !== key && <p className={look.stale}>{w('keyChanged', { from: over.view.key, to: key })}</p>}
      {there !== undefined && over?.view.key !== key && (
        <Section>
          <p>
            {w('exists', { key, title: say(there.title) })} <span className="soft">{w('existsHint')}</span>
          </p>
          <Checkbox checked={again} onChange={(e) => setAgain(e.target.checked)}>
            {w('asRevision', { title: say(there.title) })}
          </Checkbox>
        </Section>
      )}
      {revises && there !== undefined && <Impact campaign={there.id} texts={read.texts} onSeen={setSeen} />}
      {old !== null && (
        <Suspense fallback={null}>
          <Difference before={old} after={paper} />
        </Suspense>
      )}
      {(there === undefined || revises) && (
        <Last
          key={String(revises)}
          {...props}
          next={revises && there !== undefined ? there.version + 1 : null}
          seen={!revises || seen === read.texts}
        />
      )}
    </>
  )
}

const Last = (
  props: Props & {
    /** The version it becomes; null: a new campaign. */ readonly next: number | null /** What it would change was on the screen. */
    readonly seen: boolean
  },
) => {
  const { next, paper, over, seen } = props
  const w = useWords(authorWords)
  const [why, setWhy] = useState('')
  const [tried, setTried] = useState(false)
  const { publish, busy, fault } = usePublish(props)
  const lacks = next !== null && why.trim() === ''
  const same =
    over !== null && next !== null && over.view.source === paper.source && JSON.stringify(over.view.files) === JSON.stringify(paper.files)
  const go = () => {
    setTried(true)
    if (!lacks) publish(why.trim(), next !== null)
  }
  return (
    <Section>
      <div className={formLook.form}>
        <Row
          path="why"
          label={w(next === null ? 'why' : 'whyRevise')}
          required={next !== null}
          hint={w('whyHint')}
          wrong={tried && lacks ? w('needed') : undefined}
        >
          {(marks) => <Input id={marks.id} value={why} maxLength={500} onChange={(e) => setWhy(e.target.value)} />}
        </Row>
        {fault !== null && <FaultNotice fault={fault} />}
        {!seen && !same && <p className="soft">{w('seenFirst')}</p>}
        {same && <p className="soft">{w('same')}</p>}
        <Button type="primary" size="large" style={{ alignSelf: 'flex-start' }} loading={busy} disabled={same || !seen} onClick={go}>
          {next === null ? w('publishNew') : w('publishRevision', { n: next })}
        </Button>
      </div>
    </Section>
  )
}
