import { DeleteOutlined, PlusOutlined } from '@ant-design/icons'
import { Button, Input, Popover } from 'antd'
import { useState } from 'react'
import type { FileMistake } from '#bulletin/sound.ts'
import { useWords } from '#web/say/words.ts'
import look from './author.module.css'
import type { DeskProps } from './desk.tsx'
import { authorWords } from './words.ts'

/** What the scheme's own file is called on the desk. */
export const schemeName = 'scheme.yaml'

type Props = Pick<DeskProps, 'paper' | 'put'> & {
  readonly file: string
  readonly open: (file: string) => void
  readonly mistakes: readonly FileMistake[]
}

/** The scheme and the templates beside it, each a tab; templates come and go. */
export const Files = ({ paper, put, file, open, mistakes }: Props) => {
  const w = useWords(authorWords)
  const names = [schemeName, ...Object.keys(paper.files)]
  const remove = (name: string) => {
    open(schemeName)
    put((old) => ({ ...old, files: Object.fromEntries(Object.entries(old.files).filter(([n]) => n !== name)) }))
  }
  return (
    <div className={look.files} role="group" aria-label={w('files')}>
      {names.map((name) => {
        const wrong = mistakes.filter((m) => (m.file ?? schemeName) === name).length
        return (
          <span key={name} className={look.file} data-on={name === file}>
            <button type="button" className="bare" aria-pressed={name === file} onClick={() => open(name)}>
              {name} {wrong > 0 && <span className={look.count}>{wrong}</span>}
            </button>
            {name !== schemeName && name === file && (
              <button type="button" className="bare" aria-label={w('removeFile', { name })} onClick={() => remove(name)}>
                <DeleteOutlined aria-hidden />
              </button>
            )}
          </span>
        )
      })}
      <Add
        taken={names}
        add={(name) => {
          put((old) => ({ ...old, files: { ...old.files, [name]: '' } }))
          open(name)
        }}
      />
    </div>
  )
}

const Add = ({ taken, add }: { readonly taken: readonly string[]; readonly add: (name: string) => void }) => {
  const w = useWords(authorWords)
  const [asking, setAsking] = useState(false)
  const [name, setName] = useState('bulletin.md')
  const wrong = taken.includes(name) ? w('templateTaken') : /^[\w-][\w.-]{0,80}\.md$/.test(name) ? null : w('templateOdd')
  const go = () => {
    if (wrong !== null) return
    add(name)
    setAsking(false)
  }
  const form = (
    <div className={look.add}>
      <Input aria-label={w('templateName')} value={name} onChange={(e) => setName(e.target.value)} onPressEnter={go} />
      <span className="soft">{wrong ?? w('templateNameHint')}</span>
      <Button type="primary" disabled={wrong !== null} onClick={go}>
        {w('addTemplate')}
      </Button>
    </div>
  )
  return (
    <Popover content={form} trigger="click" open={asking} onOpenChange={setAsking}>
      <Button size="small" type="text" icon={<PlusOutlined />}>
        {w('addTemplate')}
      </Button>
    </Popover>
  )
}
