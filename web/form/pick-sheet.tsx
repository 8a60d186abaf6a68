import { CheckOutlined, SearchOutlined } from '@ant-design/icons'
import { Button, Drawer, Input, type InputRef, Skeleton } from 'antd'
import { type Ref, useEffect, useRef, useState } from 'react'
import { useWords } from '#web/say/words.ts'
import look from './form.module.css'
import { useNarrow } from './narrow.ts'
import { formWords } from './words.ts'

export type Choice = { readonly id: string; readonly name: string; readonly about: string }

/** What was typed, once the typing rests. */
const useRested = (typed: string): string => {
  const [rested, setRested] = useState(typed)
  useEffect(() => {
    const wait = setTimeout(() => setRested(typed), 200)
    return () => clearTimeout(wait)
  }, [typed])
  return rested
}

/** A sheet to choose from, open or not, and what is searched for in it: `q` once the typing rests. */
export const usePickSearch = () => {
  const [open, setOpen] = useState(false)
  const [typed, setTyped] = useState('')
  return { open, setOpen, typed, setTyped, q: useRested(typed.trim()) }
}
export type PickSearch = Omit<ReturnType<typeof usePickSearch>, 'q'>

type SheetProps = {
  readonly title: string
  readonly placeholder: string
  readonly search: PickSearch
  /** undefined while the answer is coming. */
  readonly choices: readonly Choice[] | undefined
  readonly more?: boolean
  readonly chosen: readonly string[]
  readonly onPick: (id: string) => void
  /** One is enough: picking closes the sheet. */
  readonly single?: boolean
}

/** How many are chosen, and that it is enough. */
const Foot = ({ n, close }: { readonly n: number; readonly close: () => void }) => {
  const w = useWords(formWords)
  return (
    <div className={look.sheetFoot}>
      <span className="soft">{w('chosen', { n })}</span>
      <Button type="primary" size="large" style={{ marginLeft: 'auto' }} onClick={close}>
        {w('done')}
      </Button>
    </div>
  )
}

const Found = ({ p, pick, list }: { readonly p: SheetProps; readonly pick: (id: string) => void; readonly list: Ref<HTMLDivElement> }) => {
  const w = useWords(formWords)
  return (
    <div ref={list} className={look.found} role={p.single ? 'listbox' : 'group'} aria-label={p.title}>
      {p.choices === undefined && <Skeleton active title={false} paragraph={{ rows: 5 }} />}
      {p.choices?.map((c) => (
        <Line key={c.id} choice={c} on={p.chosen.includes(c.id)} single={p.single === true} pick={pick} />
      ))}
      {p.choices?.length === 0 && <p className={look.hint}>{w('nothingFound')}</p>}
      {p.more && <p className={look.hint}>{w('keepTyping')}</p>}
    </div>
  )
}

/** Choosing from the register: a sheet from below on the phone, from the side on the desk; search and large rows. */
export const PickSheet = (p: SheetProps) => {
  const narrow = useNarrow()
  const list = useRef<HTMLDivElement>(null)
  const field = useRef<InputRef>(null)
  const { open: shown, setOpen, typed, setTyped } = p.search
  const close = () => setOpen(false)
  const pick = (id: string) => {
    p.onPick(id)
    if (p.single) close()
  }
  const down = (e: React.KeyboardEvent) => {
    if (e.key !== 'ArrowDown') return
    e.preventDefault()
    list.current?.querySelector('button')?.focus()
  }
  const shape = narrow ? ({ placement: 'bottom', size: '88%' } as const) : ({ placement: 'right', size: 460 } as const)
  return (
    <Drawer
      open={shown}
      onClose={close}
      title={p.title}
      {...shape}
      destroyOnHidden
      // on the phone the keyboard would cover the list
      afterOpenChange={(open) => open && !narrow && field.current?.focus()}
      footer={p.single ? null : <Foot n={p.chosen.length} close={close} />}
    >
      <div className={look.search}>
        <Input
          ref={field}
          size="large"
          allowClear
          prefix={<SearchOutlined aria-hidden />}
          value={typed}
          placeholder={p.placeholder}
          aria-label={p.placeholder}
          onChange={(e) => setTyped(e.target.value)}
          onKeyDown={down}
        />
      </div>
      <Found p={p} pick={pick} list={list} />
    </Drawer>
  )
}

const step = (e: React.KeyboardEvent<HTMLButtonElement>) => {
  const to =
    e.key === 'ArrowDown' ? e.currentTarget.nextElementSibling : e.key === 'ArrowUp' ? e.currentTarget.previousElementSibling : null
  if (!(to instanceof HTMLButtonElement)) return
  e.preventDefault()
  to.focus()
}

const Line = ({
  choice,
  on,
  single,
  pick,
}: {
  readonly choice: Choice
  readonly on: boolean
  readonly single: boolean
  readonly pick: (id: string) => void
}) => (
  <button
    type="button"
    className={`bare ${look.choice}`}
    {...(single ? { role: 'option', 'aria-selected': on } : { role: 'checkbox', 'aria-checked': on })}
    onClick={() => pick(choice.id)}
    onKeyDown={step}
  >
    <span className={look.tick}>{on && <CheckOutlined aria-hidden />}</span>
    <span className={look.choiceWords}>
      <span>{choice.name}</span>
      {choice.about !== '' && <span className={look.choiceAbout}>{choice.about}</span>}
    </span>
  </button>
)
