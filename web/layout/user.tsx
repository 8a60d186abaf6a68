import { Dropdown } from 'antd'
import { useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import type { Me } from '#command/views.ts'
import { queries, useWrite } from '#web/api/hooks.ts'
import { useMe } from '#web/api/scope.ts'
import { roleWords } from '#web/say/everyday.ts'
import { useWords } from '#web/say/words.ts'
import { PasswordDialog } from './password.tsx'
import look from './shell.module.css'
import { shellWords } from './words.ts'

const Who = ({ me }: { readonly me: Me }) => {
  const r = useWords(roleWords)
  const first = me.grants[0]
  return (
    <>
      <span className={look.face} aria-hidden>
        {[...me.name][0]}
      </span>
      <span className={look.whoWords}>
        <span className={look.whoName}>{me.name}</span>
        {first !== undefined && (
          <span className={look.whoRole}>
            {r(first.role)} · {first.orgName}
          </span>
        )}
      </span>
    </>
  )
}

/** Who is signed in, and what one does with one's own account. */
export const UserMenu = () => {
  const w = useWords(shellWords)
  const me = useMe()
  const navigate = useNavigate()
  const [asking, setAsking] = useState(false)
  const leave = useWrite('session.end', () => {
    queries.clear()
    void navigate({ to: '/sign-in' })
  })
  if (me === undefined) return null
  const items = [
    { key: 'password', label: me.hasPassword ? w('password') : w('setPassword') },
    ...(me.grants.some(({ role }) => role === 'administrator')
      ? [
          {
            key: 'api',
            label: (
              <a href="/api/docs" target="_blank" rel="noreferrer">
                {w('api')}
              </a>
            ),
          },
        ]
      : []),
    { key: 'out', label: w('signOut'), danger: true },
  ]
  const act: Readonly<Record<string, () => void>> = { password: () => setAsking(true), out: () => leave.mutate({}) }
  return (
    <>
      <Dropdown trigger={['click']} placement="topLeft" autoAdjustOverflow={false} menu={{ items, onClick: ({ key }) => act[key]?.() }}>
        <button type="button" className={`bare ${look.who}`} aria-label={`${w('me')}: ${me.name}`}>
          <Who me={me} />
        </button>
      </Dropdown>
      {asking && <PasswordDialog hasPassword={me.hasPassword} close={() => setAsking(false)} />}
    </>
  )
}
