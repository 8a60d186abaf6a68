import { SearchOutlined } from '@ant-design/icons'
import { Input } from 'antd'
import { useRef, useState } from 'react'

type Props = {
  /** What the list is narrowed to now; '' for nothing. */
  readonly value: string
  readonly put: (value: string) => void
  readonly says: string
  readonly className?: string | undefined
  readonly large?: boolean
}

/** A search field whose words count when the typing rests. */
export const Find = ({ value, put, says, className, large = false }: Props) => {
  const [typed, setTyped] = useState(value)
  const [was, setWas] = useState(value)
  const [sent, setSent] = useState(value)
  const wait = useRef<ReturnType<typeof setTimeout>>(undefined)
  if (value !== was) {
    setWas(value)
    if (value !== sent) setTyped(value) // narrowed or cleared from elsewhere
  }
  const type = (text: string) => {
    setTyped(text)
    clearTimeout(wait.current)
    wait.current = setTimeout(() => (setSent(text.trim()), put(text.trim())), 250)
  }
  return (
    <Input
      className={className ?? ''}
      size={large ? 'large' : 'middle'}
      allowClear
      prefix={<SearchOutlined aria-hidden />}
      value={typed}
      placeholder={says}
      aria-label={says}
      onChange={(e) => type(e.target.value)}
    />
  )
}
