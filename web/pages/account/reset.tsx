import { App, Modal } from 'antd'
import { useState } from 'react'
import type { AccountRow } from '#command/views.ts'
import { useWrite } from '#web/api/hooks.ts'
import formLook from '#web/form/form.module.css'
import { FaultNotice } from '#web/parts/frame.tsx'
import { useWords } from '#web/say/words.ts'
import { PasswordRow, passwordFits } from './password-row.tsx'
import { accountWords } from './words.ts'

export const ResetDialog = ({ account, close }: { readonly account: AccountRow; readonly close: () => void }) => {
  const w = useWords(accountWords)
  const { message } = App.useApp()
  const [password, setPassword] = useState('')
  const [tried, setTried] = useState(false)
  const does = useWrite('account.reset', () => (void message.success(w('resetDone')), close()))
  const go = () => {
    setTried(true)
    if (passwordFits(password, account)) does.mutate({ account: account.id, password })
  }
  return (
    <Modal
      open
      title={w('resetTitle', { name: account.name })}
      onCancel={close}
      onOk={go}
      okText={w('reset')}
      confirmLoading={does.isPending}
    >
      <div className={formLook.form}>
        <PasswordRow label={w('newPassword')} value={password} onChange={setPassword} tried={tried} whose={account} />
        {does.error !== null && <FaultNotice fault={does.error} />}
      </div>
    </Modal>
  )
}
