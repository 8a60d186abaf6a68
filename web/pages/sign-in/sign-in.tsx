// oxlint-disable jsx-a11y/no-autofocus -- the page has nothing else to do or to read
import { useRouter, useSearch } from '@tanstack/react-router'
import { Button, Form, Input, Skeleton } from 'antd'
import { type ReactNode, useEffect, useState } from 'react'
import type { Me } from '#command/views.ts'
import { queries, useWrite } from '#web/api/hooks.ts'
import { NewPasswordItems } from '#web/layout/password.tsx'
import { LanguageSwitch, TypeSwitch } from '#web/layout/switches.tsx'
import { FaultNotice } from '#web/parts/frame.tsx'
import { commonWords } from '#web/say/everyday.ts'
import { useWords } from '#web/say/words.ts'
import { takeLink } from './link.ts'
import { Scene } from './scene.tsx'
import look from './sign-in.module.css'
import { signInWords } from './words.ts'

/** After a sign-in nothing of an earlier account may remain in memory. */
const remember = (me: Me) => {
  queries.clear()
  queries.setQueryData(['session.me', {}], me)
}

const PasswordForm = ({ enter }: { readonly enter: () => void }) => {
  const w = useWords(signInWords)
  const [unwell, setUnwell] = useState(false)
  const start = useWrite('session.start', (me) => {
    remember(me)
    enter()
  })
  return (
    <Form
      layout="vertical"
      requiredMark={false}
      size="large"
      onFinish={(entry: { login: string; password: string }) => start.mutate({ login: entry.login.trim(), password: entry.password })}
      onFinishFailed={() => setUnwell(true)}
      validateTrigger={unwell ? 'onChange' : 'onSubmit'}
    >
      <h1 className={look.title}>{w('welcome')}</h1>
      {start.error && (
        <div className={look.fault}>
          <FaultNotice fault={start.error} />
        </div>
      )}
      <Form.Item name="login" label={w('login')} rules={[{ required: true, message: w('needed') }]}>
        <Input autoComplete="username" autoFocus autoCapitalize="none" spellCheck={false} />
      </Form.Item>
      <Form.Item name="password" label={w('password')} rules={[{ required: true, message: w('needed') }]}>
        <Input.Password autoComplete="current-password" />
      </Form.Item>
      <Button type="primary" htmlType="submit" block loading={start.isPending}>
        {w('enter')}
      </Button>
      <p className={look.foot}>{w('forgotten')}</p>
    </Form>
  )
}

/** The first thing after a sign-in link: a password, so that one can come back. */
const FirstPassword = ({ me, enter }: { readonly me: Me; readonly enter: () => void }) => {
  const w = useWords(signInWords)
  const set = useWrite('session.password', () => {
    queries.removeQueries({ queryKey: ['session.me'] })
    enter()
  })
  return (
    <Form
      layout="vertical"
      requiredMark={false}
      size="large"
      onFinish={(entry: { password: string }) => set.mutate({ password: entry.password })}
    >
      <h1 className={look.title}>{w('setPassword')}</h1>
      <p className={look.hint}>{w('setPasswordHint', { login: me.login })}</p>
      <input type="text" name="username" autoComplete="username" value={me.login} readOnly hidden />
      <NewPasswordItems />
      {set.error && (
        <div className={look.fault}>
          <FaultNotice fault={set.error} />
        </div>
      )}
      <Button type="primary" htmlType="submit" block loading={set.isPending}>
        {w('saveAndEnter')}
      </Button>
      <Button type="text" block onClick={enter} style={{ marginTop: 8 }}>
        {w('later')}
      </Button>
    </Form>
  )
}

/** Uses the waiting link once; a used or wrong link falls back to the form, with the reason. */
const ByLink = ({
  token,
  signedIn,
  children,
}: {
  readonly token: string
  readonly signedIn: (me: Me) => void
  readonly children: ReactNode
}) => {
  const w = useWords(signInWords)
  const link = useWrite('session.link', (me) => {
    remember(me)
    signedIn(me)
  })
  const { mutate } = link
  useEffect(() => mutate({ token }), [mutate, token])
  if (link.error !== null) {
    return (
      <>
        <div className={look.fault}>
          <FaultNotice fault={link.error} />
        </div>
        {children}
      </>
    )
  }
  return (
    <div role="status">
      <h1 className={look.title}>{w('byLink')}</h1>
      <Skeleton active title={false} paragraph={{ rows: 3 }} />
    </div>
  )
}

export const SignIn = () => {
  const w = useWords(signInWords)
  const c = useWords(commonWords)
  const router = useRouter()
  const { back } = useSearch({ from: '/sign-in' })
  const [token] = useState(takeLink)
  const [fresh, setFresh] = useState<Me | null>(null)
  const enter = () => router.history.push(back ?? '/')
  const signedIn = (me: Me) => (me.hasPassword ? enter() : setFresh(me))
  useEffect(() => {
    document.title = `${w('title')} · ${c('product')}`
  }, [w, c])
  return (
    <div className={look.page}>
      <Scene />
      <main className={look.side}>
        <div className={look.switches}>
          <TypeSwitch />
          <LanguageSwitch />
        </div>
        <div className={look.form}>
          {fresh !== null ? (
            <FirstPassword me={fresh} enter={enter} />
          ) : token !== null ? (
            <ByLink token={token} signedIn={signedIn}>
              <PasswordForm enter={enter} />
            </ByLink>
          ) : (
            <PasswordForm enter={enter} />
          )}
        </div>
      </main>
    </div>
  )
}
