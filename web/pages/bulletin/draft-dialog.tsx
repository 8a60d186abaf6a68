import { useNavigate } from '@tanstack/react-router'
import { Form, Input, Modal, Radio, Select } from 'antd'
import type { CampaignRow } from '#command/views.ts'
import type { CampaignId } from '#kit/id.ts'
import type { Compiled } from '#scheme/compiled.ts'
import { newId } from '#web/api/client.ts'
import { useWrite } from '#web/api/hooks.ts'
import { useScope } from '#web/api/scope.ts'
import { useScheme } from '#web/form/scheme.ts'
import { Answer, Empty, FaultNotice } from '#web/parts/frame.tsx'
import { commonWords } from '#web/say/everyday.ts'
import { useSay, useWords } from '#web/say/words.ts'
import { aliasesIn } from './aliases.ts'
import look from './bulletin.module.css'
import { bulletinWords } from './words.ts'

type Entry = { readonly template: string; readonly title?: string; readonly with?: Readonly<Record<string, CampaignId>> }
type Loaded = { readonly compiled: Compiled | null }

/** What the draft prints: a template, its title, the other campaigns it names, and whose figures. */
const Fields = ({ loaded: { compiled }, campaign }: { readonly loaded: Loaded; readonly campaign: CampaignRow }) => {
  const w = useWords(bulletinWords)
  const say = useSay()
  const { campaigns, org } = useScope()
  const chosen = Form.useWatch('template') as string | undefined
  const templates = [...(compiled?.bulletins ?? [])]
  const made = templates.find(([key]) => key === chosen)?.[1]
  const aliases = made === undefined ? [] : aliasesIn(made.text)
  const others = campaigns.filter((c) => c.id !== campaign.id)
  if (templates.length === 0) return <Empty title={w('noTemplate')} hint={w('noTemplateHint')} />
  return (
    <>
      <Form.Item name="template" label={w('template')} initialValue={templates[0]?.[0] ?? ''}>
        <Radio.Group options={templates.map(([key, t]) => ({ value: key, label: say(t.title) }))} />
      </Form.Item>
      <Form.Item name="title" label={w('name')} extra={w('nameHint')}>
        <Input maxLength={200} placeholder={made === undefined ? '' : say(made.title)} />
      </Form.Item>
      {org !== null && <p className={look.sideHint}>{w('draftOrg', { name: org.name })}</p>}
      {aliases.map((alias) => (
        <Form.Item
          key={alias}
          name={['with', alias]}
          label={w('alias', { name: alias })}
          extra={w('aliasHint')}
          initialValue={others.length === 1 ? others[0]?.id : undefined}
          rules={[{ required: true, message: w('aliasHint') }]}
        >
          <Select options={others.map((c) => ({ value: c.id, label: say(c.title) }))} />
        </Form.Item>
      ))}
    </>
  )
}

/** Chooses a template of the campaign's scheme; the draft opens at once. */
export const DraftDialog = ({ campaign, close }: { readonly campaign: CampaignRow; readonly close: () => void }) => {
  const w = useWords(bulletinWords)
  const c = useWords(commonWords)
  const navigate = useNavigate()
  const [form] = Form.useForm<Entry>()
  const scheme = useScheme(campaign.id)
  const { org } = useScope()
  const draft = useWrite('bulletin.draft', (made) => {
    close()
    void navigate({ to: '/bulletins/$bulletin', params: { bulletin: made.id } })
  })
  const send = ({ template, title, with: other }: Entry) =>
    draft.mutate({
      id: newId(),
      campaign: campaign.id,
      template,
      ...(title === undefined || title.trim() === '' ? {} : { title: title.trim() }),
      ...(other === undefined ? {} : { with: other }),
      ...(org === null ? {} : { org: org.id }),
    })
  return (
    <Modal
      open
      title={w('fresh')}
      onCancel={close}
      onOk={() => form.submit()}
      okText={w('makeDraft')}
      cancelText={c('cancel')}
      confirmLoading={draft.isPending}
      okButtonProps={{ disabled: (scheme.data?.compiled?.bulletins.size ?? 0) === 0 }}
    >
      <Form form={form} layout="vertical" requiredMark={false} onFinish={send}>
        <Answer of={scheme}>{(loaded) => <Fields loaded={loaded} campaign={campaign} />}</Answer>
        {draft.error !== null && <FaultNotice fault={draft.error} />}
      </Form>
    </Modal>
  )
}
