import { App, Form, Input, Modal } from 'antd'
import { useWrite } from '#web/api/hooks.ts'
import { FaultNotice } from '#web/parts/frame.tsx'
import { commonWords } from '#web/say/everyday.ts'
import { type Words, useWords } from '#web/say/words.ts'

export const passwordWords = {
  title: { zh: '设置密码', en: 'Set a password' },
  current: { zh: '现在的密码', en: 'Current password' },
  fresh: { zh: '新密码', en: 'New password' },
  again: { zh: '再输一次', en: 'Once more' },
  hint: {
    zh: '至少 8 个字符；一句自己记得住的话比复杂符号更好。',
    en: 'At least 8 characters; a sentence you remember beats odd symbols.',
  },
  short: { zh: '至少 8 个字符', en: 'At least 8 characters' },
  differ: { zh: '两次输入不一致', en: 'The two do not agree' },
  needed: { zh: '请填写', en: 'Please fill in' },
  done: { zh: '密码已设置', en: 'The password is set' },
} as const satisfies Words

type Entry = { readonly current?: string; readonly password: string; readonly again: string }

/** The two entries of a new password, for any form. */
export const NewPasswordItems = () => {
  const w = useWords(passwordWords)
  return (
    <>
      <Form.Item
        name="password"
        label={w('fresh')}
        extra={w('hint')}
        rules={[
          { required: true, message: w('needed') },
          { min: 8, message: w('short') },
        ]}
      >
        <Input.Password autoComplete="new-password" />
      </Form.Item>
      <Form.Item
        name="again"
        label={w('again')}
        dependencies={['password']}
        rules={[
          { required: true, message: w('needed') },
          ({ getFieldValue }) => ({
            validator: (_, value: string) =>
              value === undefined || value === getFieldValue('password') ? Promise.resolve() : Promise.reject(new Error(w('differ'))),
          }),
        ]}
      >
        <Input.Password autoComplete="new-password" />
      </Form.Item>
    </>
  )
}

export const PasswordDialog = ({ hasPassword, close }: { readonly hasPassword: boolean; readonly close: () => void }) => {
  const w = useWords(passwordWords)
  const c = useWords(commonWords)
  const { message } = App.useApp()
  const [form] = Form.useForm<Entry>()
  const set = useWrite('session.password', () => {
    void message.success(w('done'))
    close()
  })
  const send = (entry: Entry) => set.mutate({ password: entry.password, ...(hasPassword ? { current: entry.current } : {}) })
  return (
    <Modal
      open
      title={w('title')}
      onCancel={close}
      onOk={() => form.submit()}
      okText={c('save')}
      cancelText={c('cancel')}
      confirmLoading={set.isPending}
    >
      <Form form={form} layout="vertical" onFinish={send} requiredMark={false}>
        {hasPassword && (
          <Form.Item name="current" label={w('current')} rules={[{ required: true, message: w('needed') }]}>
            <Input.Password autoComplete="current-password" />
          </Form.Item>
        )}
        <NewPasswordItems />
        {set.error && <FaultNotice fault={set.error} />}
      </Form>
    </Modal>
  )
}
