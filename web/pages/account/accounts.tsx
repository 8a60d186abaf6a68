import { PlusOutlined, SearchOutlined } from '@ant-design/icons'
import { Button, Input } from 'antd'
import { useState } from 'react'
import type { AccountRow } from '#command/views.ts'
import { useRead } from '#web/api/hooks.ts'
import { useHolds } from '#web/api/scope.ts'
import { Answer, Empty, Frame, Section } from '#web/parts/frame.tsx'
import { useWords } from '#web/say/words.ts'
import look from './account.module.css'
import { CreateDialog } from './create.tsx'
import { GrantDialog } from './grant.tsx'
import { Line } from './line.tsx'
import { ResetDialog } from './reset.tsx'
import { accountWords } from './words.ts'

/** What is being asked about an account. */
export type Asking = { readonly what: 'grant' | 'reset'; readonly account: AccountRow }

export const AccountsPage = () => {
  const w = useWords(accountWords)
  const may = useHolds()
  const [creating, setCreating] = useState(false)
  const [asking, setAsking] = useState<Asking | null>(null)
  const accounts = useRead('account.list', {}, { enabled: may })
  const close = () => setAsking(null)
  if (!may)
    return (
      <Frame title={w('accounts')}>
        <Section>
          <Empty title={w('notYours')} />
        </Section>
      </Frame>
    )
  return (
    <Frame
      title={w('accounts')}
      about={w('about')}
      actions={
        <Button type="primary" icon={<PlusOutlined />} onClick={() => setCreating(true)}>
          {w('create')}
        </Button>
      }
    >
      <Answer of={accounts} rows={6}>
        {(rows) => <List rows={rows} ask={setAsking} />}
      </Answer>
      {creating && <CreateDialog close={() => setCreating(false)} />}
      {asking?.what === 'grant' && <GrantDialog account={asking.account} close={close} />}
      {asking?.what === 'reset' && <ResetDialog account={asking.account} close={close} />}
    </Frame>
  )
}

const List = ({ rows, ask }: { readonly rows: readonly AccountRow[]; readonly ask: (asking: Asking) => void }) => {
  const w = useWords(accountWords)
  const [q, setQ] = useState('')
  const fits = rows.filter((row) =>
    `${row.name} ${row.login} ${row.grants.map((g) => g.orgName).join(' ')}`.toLowerCase().includes(q.trim().toLowerCase()),
  )
  return (
    <>
      {rows.length > 6 && (
        <Input
          className={look.find ?? ''}
          allowClear
          prefix={<SearchOutlined aria-hidden />}
          value={q}
          placeholder={w('find')}
          aria-label={w('find')}
          onChange={(e) => setQ(e.target.value)}
        />
      )}
      <div className={look.sheet}>
        {fits.length === 0 ? (
          <Empty title={w('noneFit')} />
        ) : (
          <ul>
            {fits.map((row) => (
              <Line key={row.id} row={row} ask={ask} />
            ))}
          </ul>
        )}
      </div>
    </>
  )
}
