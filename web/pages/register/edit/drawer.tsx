import { App, Button, Drawer } from 'antd'
import { type ReactNode, useEffect, useRef, useState } from 'react'
import { say } from '#kit/text.ts'
import type { Refusal } from '#web/api/client.ts'
import formLook from '#web/form/form.module.css'
import { useNarrow } from '#web/form/narrow.ts'
import { FaultNotice } from '#web/parts/frame.tsx'
import { usePreferences } from '#web/say/preferences.ts'
import { useWords } from '#web/say/words.ts'
import look from '../register.module.css'
import { editWords } from './words.ts'

/** What is being written, whether saving was tried, and whether anything would be lost by closing. */
export const usePaper = <V extends object>(first: V) => {
  const [value, setValue] = useState(first)
  const [changed, setChanged] = useState(false)
  const [tried, setTried] = useState(false)
  const put = (change: Partial<V>) => {
    setValue((old) => ({ ...old, ...change }))
    setChanged(true)
  }
  return { value, put, changed, tried, setTried }
}

/** What is wrong with a field; with `needed`, which is what it holds, also that it may not be left blank. */
export type Wrong = (path: string, needed?: string | null) => string | undefined

/** What the house says of a field: the misfit at its path, or that its code is taken; and once saving was tried, what is needed. */
export const useWrong = (fault: Refusal | null, tried: boolean): Wrong => {
  const { language } = usePreferences()
  const w = useWords(editWords)
  return (path, needed) => {
    if (path === 'code' && fault?.code === '409.4') return fault.says
    const found = fault?.details.misfits?.find((m) => m.path === path)
    if (found !== undefined) return say(found.says, language)
    return tried && needed !== undefined && isBlank(needed) ? w('needed') : undefined
  }
}

export const isBlank = (text: string | null): boolean => text === null || text.trim() === ''

/** Says so, and closes. */
export const useSaid = (word: 'saved' | 'ended', close: () => void) => {
  const w = useWords(editWords)
  const { message } = App.useApp()
  return () => (void message.success(w(word)), close())
}

type Props = {
  readonly title: string
  readonly about?: ReactNode
  readonly does: { readonly isPending: boolean; readonly error: Refusal | null }
  readonly changed: boolean
  readonly save: () => void
  readonly close: () => void
  readonly children: ReactNode
}

/** A form in a drawer: the first field has the focus, Ctrl+Enter saves, and what was written is not thrown away unasked. */
export const EditDrawer = ({ title, about, does, changed, save, close, children }: Props) => {
  const w = useWords(editWords)
  const fault = does.error
  const narrow = useNarrow()
  const { modal } = App.useApp()
  const form = useRef<HTMLFormElement>(null)
  useEffect(() => {
    if (fault !== null) form.current?.querySelector('[role="alert"]')?.scrollIntoView({ block: 'center' })
  }, [fault])
  const saving = useRef(save)
  useEffect(() => {
    saving.current = save
  })
  useEffect(() => {
    // Enter alone chooses in lists; Ctrl or ⌘ with it saves, wherever in the form one is.
    const key = (e: KeyboardEvent) =>
      (e.ctrlKey || e.metaKey) && e.key === 'Enter' && form.current?.contains(document.activeElement) && saving.current()
    document.addEventListener('keydown', key)
    return () => document.removeEventListener('keydown', key)
  }, [])
  const leave = () =>
    changed ? void modal.confirm({ title: w('discard'), okText: w('discardYes'), okButtonProps: { danger: true }, onOk: close }) : close()
  return (
    <Drawer
      open
      onClose={leave}
      size={narrow ? '100%' : 560}
      title={title}
      afterOpenChange={(open) => open && form.current?.querySelector<HTMLElement>('input:not([disabled]), button')?.focus()}
      footer={
        <div className={look.editFoot}>
          <Button type="primary" size="large" loading={does.isPending} onClick={save}>
            {w('save')}
          </Button>
          <Button size="large" onClick={leave}>
            {w('cancel')}
          </Button>
        </div>
      }
    >
      <form ref={form} className={formLook.form} onSubmit={(e) => e.preventDefault()}>
        {about !== undefined && <p className="soft">{about}</p>}
        {children}
        {fault !== null && <FaultNotice fault={fault} />}
      </form>
    </Drawer>
  )
}
