import { App, Checkbox, Input, Modal } from 'antd'
import { useState } from 'react'
import type { CampaignId, OrgId } from '#kit/id.ts'
import type { Compiled } from '#scheme/compiled.ts'
import { useWrite } from '#web/api/hooks.ts'
import { useMe, useScope } from '#web/api/scope.ts'
import formLook from '#web/form/form.module.css'
import { UnitPicker } from '#web/form/pickers.tsx'
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

/** A unit adds people to its circle: by rank, by post, in a sentence that all can read. */
export const WidenDialog = ({
  campaign,
  compiled,
  close,
}: {
  readonly campaign: CampaignId
  readonly compiled: Compiled
  readonly close: () => void
}) => {
  const w = useWords(schemeWords)
  const f = useWords(formWords)
  const say = useSay()
  const { message } = App.useApp()
  const me = useMe()
  const scope = useScope()
  const [org, setOrg] = useState<OrgId | null>(scope.org?.id ?? me?.grants[0]?.org ?? null)
  const [ranks, setRanks] = useState<readonly string[]>([])
  const [posts, setPosts] = useState('')
  const [says, setSays] = useState('')
  const [tried, setTried] = useState(false)
  const does = useWrite('campaign.widen', () => (void message.success(w('widened')), close()))
  const where = whereOf(ranks, posts)
  const go = () => {
    setTried(true)
    if (org !== null && where !== '' && says.trim() !== '') does.mutate({ campaign, org, where, says: says.trim() })
  }
  const needed = (missing: boolean) => (tried && missing ? w('needed') : undefined)
  return (
    <Modal open title={w('widen')} onCancel={close} onOk={go} okText={w('widen')} confirmLoading={does.isPending} width={560}>
      <div className={formLook.form}>
        <Row path="org" label={f('org')} required wrong={needed(org === null)}>
          {(marks) => <UnitPicker value={org} onChange={setOrg} marks={marks} />}
        </Row>
        {compiled.scheme.ranks.length > 0 && (
          <Row path="ranks" group label={w('widenByRank')} wrong={needed(where === '')}>
            {() => (
              <Checkbox.Group
                className={formLook.checks ?? ''}
                value={[...ranks]}
                options={compiled.scheme.ranks.map((r) => ({ value: r.key, label: say(r.title) }))}
                onChange={setRanks}
              />
            )}
          </Row>
        )}
        <Row
          path="posts"
          label={w('widenByPost')}
          hint={w('widenPostHint')}
          wrong={compiled.scheme.ranks.length === 0 ? needed(where === '') : undefined}
        >
          {(marks) => <Input id={marks.id} value={posts} onChange={(e) => setPosts(e.target.value)} />}
        </Row>
        {where !== '' && (
          <p className="soft">
            {w('widenExpression')} <code className={look.code}>{where}</code>
          </p>
        )}
        <Row path="says" label={w('widenSays')} required hint={w('widenSaysHint')} wrong={needed(says.trim() === '')}>
          {(marks) => <Input id={marks.id} value={says} maxLength={500} onChange={(e) => setSays(e.target.value)} />}
        </Row>
        {does.error !== null && <FaultNotice fault={does.error} />}
      </div>
    </Modal>
  )
}
