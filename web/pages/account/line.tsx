import { CloseOutlined, PlusOutlined } from '@ant-design/icons'
import { App, Button } from 'antd'
import type { AccountRow } from '#command/views.ts'
import { useWrite } from '#web/api/hooks.ts'
import { useMe } from '#web/api/scope.ts'
import { roleWords } from '#web/say/everyday.ts'
import { sayMoment } from '#web/say/format.ts'
import { useWords } from '#web/say/words.ts'
import look from './account.module.css'
import { accountWords } from './words.ts'

type Props = {
  readonly row: AccountRow
  readonly ask: (asking: { readonly what: 'grant' | 'reset'; readonly account: AccountRow }) => void
}

/** One account: who, what they may do where, and what the administrator can do about it. */
export const Line = ({ row, ask }: Props) => {
  const w = useWords(accountWords)
  const me = useMe()
  return (
    <li className={look.line} data-disabled={row.disabled}>
      <div className={look.who}>
        <strong>{row.name}</strong> <span className="soft">{row.login}</span>
        {row.id === me?.account && <span className={look.you}>{w('you')}</span>}
        {row.disabled && <span className={look.off}>{w('disabled')}</span>}
        <div className={`soft ${look.seen}`}>
          {w('lastSeen')} <span className="num">{row.lastSeen === null ? w('never') : sayMoment(row.lastSeen)}</span>
        </div>
      </div>
      <Grants row={row} ask={ask} />
      <Acts row={row} ask={ask} own={row.id === me?.account} />
    </li>
  )
}

const Grants = ({ row, ask }: Props) => {
  const w = useWords(accountWords)
  const r = useWords(roleWords)
  const { modal, message } = App.useApp()
  const revoke = useWrite('account.revoke', () => void message.success(w('revoked')))
  const sure = (grant: AccountRow['grants'][number]) =>
    void modal.confirm({
      title: w('revokeSure', { name: row.name, org: grant.orgName, role: r(grant.role) }),
      content: w('revokeHint'),
      okText: w('revoke'),
      okButtonProps: { danger: true },
      onOk: () =>
        revoke
          .mutateAsync({ account: row.id, role: grant.role, org: grant.org })
          .catch((fault: { says: string }) => void message.error(fault.says)),
    })
  return (
    <div className={look.grants}>
      {row.grants.map((g) => (
        <span key={`${g.role} ${g.org}`} className={look.grant}>
          {r(g.role)} <span className="soft">{g.orgName}</span>
          <button type="button" className="bare" aria-label={`${w('revoke')} ${r(g.role)} ${g.orgName}`} onClick={() => sure(g)}>
            <CloseOutlined aria-hidden />
          </button>
        </span>
      ))}
      {row.grants.length === 0 && <span className={look.off}>{w('noGrants')}</span>}
      <Button size="small" type="dashed" icon={<PlusOutlined />} onClick={() => ask({ what: 'grant', account: row })}>
        {w('addGrant')}
      </Button>
    </div>
  )
}

const Acts = ({ row, ask, own }: Props & { readonly own: boolean }) => {
  const w = useWords(accountWords)
  const { modal, message } = App.useApp()
  const disable = useWrite('account.disable', () => void message.success(w('changed')))
  const set = (disabled: boolean) =>
    disable.mutateAsync({ account: row.id, disabled }).catch((fault: { says: string }) => void message.error(fault.says))
  const sure = () =>
    void modal.confirm({
      title: w('disableSure', { name: row.name }),
      content: w('disableHint'),
      okText: w('disable'),
      okButtonProps: { danger: true },
      onOk: () => set(true),
    })
  return (
    <div className={look.acts}>
      <Button size="small" type="text" onClick={() => ask({ what: 'reset', account: row })}>
        {w('reset')}
      </Button>
      {!own &&
        (row.disabled ? (
          <Button size="small" type="text" onClick={() => void set(false)}>
            {w('enable')}
          </Button>
        ) : (
          <Button size="small" type="text" danger onClick={sure}>
            {w('disable')}
          </Button>
        ))}
    </div>
  )
}
