import { SearchOutlined } from '@ant-design/icons'
import { Input } from 'antd'
import { useEffect, useState } from 'react'
import { useRested } from '#web/form/pick-sheet.tsx'
import look from './register.module.css'
import type { RegisterSearch } from './routes.ts'

export type PanelProps = { readonly search: RegisterSearch; readonly put: (change: RegisterSearch) => void }

/** The search field of a panel; what is typed comes to rest in the address. */
export const Find = ({ search, put, says }: PanelProps & { readonly says: string }) => {
  const [typed, setTyped] = useState(search.q ?? '')
  const rested = useRested(typed.trim())
  useEffect(() => {
    if (rested !== (search.q ?? '')) put({ q: rested === '' ? undefined : rested })
  }, [rested]) // only when the typing has come to rest
  return (
    <Input
      className={look.find ?? ''}
      allowClear
      prefix={<SearchOutlined aria-hidden />}
      value={typed}
      placeholder={says}
      aria-label={says}
      onChange={(e) => setTyped(e.target.value)}
    />
  )
}
