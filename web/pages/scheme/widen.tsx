import { App, Checkbox, Input, Modal } from 'antd'
import { useState } from 'react'
import type { CampaignId, OrgId } from '#kit/id.ts'
import type { Compiled } from '#scheme/compiled.ts'
import type { Scheme } from '#scheme/shape.ts'
import { useWrite } from '#web/api/hooks.ts'
import { useMe, useScope } from '#web/api/scope.ts'
import formLook from '#web/form/form.module.css'
import { UnitPicker } from '#web/form/node-picker.tsx'
import { Row } from '#web/form/row.tsx'
import { formWords } from '#web/form/words.ts'
import { FaultNotice } from '#web/parts/frame.tsx'
import { useSay, useWords } from '#web/say/words.ts'
import look from './scheme.module.css'
import { schemeWords } from './words.ts'

/** The condition for these ranks and posts; a post fits when it contains the words. */
export const whereOf = (ranks: readonly string[], posts: string): string => {
  const names = posts
    .split(/[、,,;;]/)
    .map((p) => p.trim())
    .filter((p) => p !== '')
  return [
    ...(ranks.length === 0 ? [] : [`person.rank in ${JSON.stringify(ranks)}`]),
    ...names.map((p) => `person.post.contains(${JSON.stringify(p)})`),
  ].join(' || ')
}

type Circle = { readonly org: OrgId | null; readonly ranks: readonly string[]; readonly posts: string; readonly says: string }
type Part = { readonly circle: Circle; readonly put: (change: Partial<Circle>) => void; readonly tried: boolean }

const useNeeded = (tried: boolean) => {
  const w = useWords(schemeWords)
  return (missing: boolean) => (tried && missing ? w('needed') : undefined)
}

/** Who is added: by rank, by post, and the condition that makes. */
const Whom = ({ circle, put, tried, ranks }: Part & { readonly ranks: Scheme['ranks'] }) => {
  const w = useWords(schemeWords)
  const say = useSay()
  const where = whereOf(circle.ranks, circle.posts)
  const wrong = useNeeded(tried)(where === '')
  const options = ranks.map((r) => ({ value: r.key, label: say(r.title) }))
  return (
    <>
      {ranks.length > 0 && (
        <Row path="ranks" group label={w('widenByRank')} wrong={wrong}>
          {() => (
            <Checkbox.Group
              className={formLook.checks ?? ''}
              value={[...circle.ranks]}
              options={options}
              onChange={(chosen) => put({ ranks: chosen })}
            />
          )}
        </Row>
      )}
      <Row path="posts" label={w('widenByPost')} hint={w('widenPostHint')} wrong={ranks.length === 0 ? wrong : undefined}>
        {(marks) => <Input id={marks.id} value={circle.posts} onChange={(e) => put({ posts: e.target.value })} />}
      </Row>
      {where !== '' && (
        <p className="soft">
          {w('widenExpression')} <code className={look.code}>{where}</code>
        </p>
      )}
    </>
  )
}

const Says = ({ circle, put, tried }: Part) => {
  const w = useWords(schemeWords)
  const needed = useNeeded(tried)
  return (
    <Row path="says" label={w('widenSays')} required hint={w('widenSaysHint')} wrong={needed(circle.says.trim() === '')}>
      {(marks) => <Input id={marks.id} value={circle.says} maxLength={500} onChange={(e) => put({ says: e.target.value })} />}
    </Row>
  )
}

type Props = { readonly campaign: CampaignId; readonly compiled: Compiled; readonly close: () => void }

/** A unit adds people to its circle: by rank, by post, in a sentence that all can read. */
export const WidenDialog = ({ campaign, compiled, close }: Props) => {
  const w = useWords(schemeWords)
  const f = useWords(formWords)
  const { message } = App.useApp()
  const me = useMe()
  const scope = useScope()
  const [circle, setCircle] = useState<Circle>({ org: scope.org?.id ?? me?.grants[0]?.org ?? null, ranks: [], posts: '', says: '' })
  const [tried, setTried] = useState(false)
  const does = useWrite('campaign.widen', () => (void message.success(w('widened')), close()))
  const part: Part = { circle, put: (change) => setCircle((old) => ({ ...old, ...change })), tried }
  const go = () => {
    setTried(true)
    const where = whereOf(circle.ranks, circle.posts)
    if (circle.org !== null && where !== '' && circle.says.trim() !== '')
      does.mutate({ campaign, org: circle.org, where, says: circle.says.trim() })
  }
  return (
    <Modal open title={w('widen')} onCancel={close} onOk={go} okText={w('widen')} confirmLoading={does.isPending} width={560}>
      <div className={formLook.form}>
        <Row path="org" label={f('org')} required wrong={tried && circle.org === null ? w('needed') : undefined}>
          {(marks) => <UnitPicker value={circle.org} onChange={(org) => part.put({ org })} marks={marks} />}
        </Row>
        <Whom {...part} ranks={compiled.scheme.ranks} />
        <Says {...part} />
        {does.error !== null && <FaultNotice fault={does.error} />}
      </div>
    </Modal>
  )
}
