import { App, Modal } from 'antd'
import { useState } from 'react'
import type { Role } from '#access/actor.ts'
import type { AccountRow } from '#command/views.ts'
import type { OrgId } from '#kit/id.ts'
import { useWrite } from '#web/api/hooks.ts'
import { useScope } from '#web/api/scope.ts'
import formLook from '#web/form/form.module.css'
import { FaultNotice } from '#web/parts/frame.tsx'
import { useWords } from '#web/say/words.ts'
import { GrantFields } from './grant-fields.tsx'
import { accountWords } from './words.ts'

export const GrantDialog = ({ account, close }: { readonly account: AccountRow; readonly close: () => void }) => {
  const w = useWords(accountWords)
  const { message } = App.useApp()
  const { org: at } = useScope()
  const [role, setRole] = useState<Role>('visitor')
  const [org, setOrg] = useState<OrgId | null>(at?.id ?? null)
  const [tried, setTried] = useState(false)
  const does = useWrite('account.grant', () => (void message.success(w('granted')), close()))
  const go = () => {
    setTried(true)
    if (org !== null) does.mutate({ account: account.id, role, org })
  }
  return (
    <Modal
      open
      title={`${w('addGrant')} · ${account.name}`}
      onCancel={close}
      onOk={go}
      okText={w('addGrant')}
      confirmLoading={does.isPending}
    >
      <div className={formLook.form}>
        <GrantFields role={role} org={org} onRole={setRole} onOrg={setOrg} tried={tried} />
        {does.error !== null && <FaultNotice fault={does.error} />}
      </div>
    </Modal>
  )
}
