import { App, Input, Modal } from 'antd'
import { useState } from 'react'
import type { Role } from '#access/actor.ts'
import { loginPattern, plainLogin } from '#access/login.ts'
import type { OrgId } from '#kit/id.ts'
import { newId } from '#web/api/client.ts'
import { useWrite } from '#web/api/hooks.ts'
import { useScope } from '#web/api/scope.ts'
import formLook from '#web/form/form.module.css'
import { Row } from '#web/form/row.tsx'
import { FaultNotice } from '#web/parts/frame.tsx'
import { useWords } from '#web/say/words.ts'
import { GrantFields } from './grant-fields.tsx'
import { PasswordRow, passwordFits } from './password-row.tsx'
import { accountWords } from './words.ts'

const loginFits = (login: string): boolean => loginPattern.test(plainLogin(login))

type Whose = { readonly login: string; readonly name: string }

const NameAndLogin = ({
  whose,
  put,
  tried,
}: {
  readonly whose: Whose
  readonly put: (change: Partial<Whose>) => void
  readonly tried: boolean
}) => {
  const w = useWords(accountWords)
  const { name, login } = whose
  return (
    <>
      <Row path="name" label={w('name')} required wrong={tried && name.trim() === '' ? w('needed') : undefined}>
        {(marks) => <Input id={marks.id} value={name} maxLength={60} onChange={(e) => put({ name: e.target.value })} />}
      </Row>
      <Row path="login" label={w('login')} required hint={w('loginHint')} wrong={tried && !loginFits(login) ? w('badLogin') : undefined}>
        {(marks) => (
          <Input
            id={marks.id}
            value={login}
            autoComplete="off"
            autoCapitalize="none"
            spellCheck={false}
            onChange={(e) => put({ login: e.target.value.trim() })}
          />
        )}
      </Row>
    </>
  )
}

export const CreateDialog = ({ close }: { readonly close: () => void }) => {
  const w = useWords(accountWords)
  const { message } = App.useApp()
  const { org: at } = useScope()
  const [id] = useState(() => newId<'account'>())
  const [whose, setWhose] = useState<Whose>({ login: '', name: '' })
  const [password, setPassword] = useState('')
  const [role, setRole] = useState<Role>('visitor')
  const [org, setOrg] = useState<OrgId | null>(at?.id ?? null)
  const [tried, setTried] = useState(false)
  const does = useWrite('account.create', () => (void message.success(w('created')), close()))
  const go = () => {
    setTried(true)
    const { login, name } = whose
    if (loginFits(login) && name.trim() !== '' && passwordFits(password, whose) && org !== null)
      does.mutate({ id, login, name: name.trim(), password, grants: [{ role, org }] })
  }
  return (
    <Modal open title={w('create')} onCancel={close} onOk={go} okText={w('create')} confirmLoading={does.isPending} width={560}>
      <div className={formLook.form}>
        <NameAndLogin whose={whose} put={(change) => setWhose((old) => ({ ...old, ...change }))} tried={tried} />
        <PasswordRow label={w('password')} value={password} onChange={setPassword} tried={tried} whose={whose} />
        <GrantFields role={role} org={org} onRole={setRole} onOrg={setOrg} tried={tried} />
        {does.error !== null && <FaultNotice fault={does.error} />}
      </div>
    </Modal>
  )
}
