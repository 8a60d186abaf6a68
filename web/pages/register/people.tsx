import { PlusOutlined } from '@ant-design/icons'
import { Button } from 'antd'
import { useState } from 'react'
import type { PersonRow } from '#command/views.ts'
import type { PersonId } from '#kit/id.ts'
import { usePages } from '#web/api/hooks.ts'
import { useHolds, useScope } from '#web/api/scope.ts'
import { Answer } from '#web/parts/frame.tsx'
import { Find } from '#web/form/find.tsx'
import { useWords } from '#web/say/words.ts'
import { PersonForm } from './edit/person.tsx'
import { editWords } from './edit/words.ts'
import { PersonDrawer } from './person.tsx'
import { Rows } from './rows.tsx'
import { type PanelProps, asked } from './panel.ts'
import look from './register.module.css'
import { NothingYet } from './nothing-yet.tsx'
import { registerWords } from './words.ts'

const Code = (p: PersonRow) => <span className="num">{p.code}</span>

const useColumns = (open: (person: PersonId) => void) => {
  const w = useWords(registerWords)
  const name = (p: PersonRow) => (
    <button type="button" className={`bare ${look.name}`} onClick={() => open(p.id)}>
      {p.name}
    </button>
  )
  return [
    { key: 'name', title: w('personName'), width: 140, show: name },
    { key: 'code', title: w('code'), width: 140, show: Code },
    { key: 'unit', title: w('unit'), show: (p: PersonRow) => p.orgName },
    { key: 'post', title: w('post'), show: (p: PersonRow) => p.post },
    { key: 'rank', title: w('rank'), width: 140, show: (p: PersonRow) => p.rank },
  ]
}

export const PeoplePanel = ({ search, put }: PanelProps) => {
  const w = useWords(registerWords)
  const { org } = useScope()
  const pages = usePages('person.list', { q: search.q, org: org?.id, limit: 60 }, { keep: true })
  const e = useWords(editWords)
  const may = useHolds('office', 'liaison')
  const [at, setAt] = useState<PersonId | null>(null)
  const [making, setMaking] = useState(false)
  const columns = useColumns(setAt)
  const narrowed = search.q !== undefined || org !== null
  const add = may && (
    <Button type="primary" icon={<PlusOutlined />} onClick={() => setMaking(true)}>
      {e('newPerson')}
    </Button>
  )
  return (
    <>
      <div className={look.filters}>
        <Find className={look.find} value={search.q ?? ''} put={(q) => put({ q: asked(q) })} says={w('findPerson')} />
        {add}
      </div>
      <Answer of={pages} rows={8}>
        {() =>
          pages.rows.length === 0 ? (
            <NothingYet narrowed={narrowed} action={add} />
          ) : (
            <Rows rows={pages.rows} more={pages} columns={columns} />
          )
        }
      </Answer>
      {at !== null && <PersonDrawer key={at} person={at} close={() => setAt(null)} />}
      {making && <PersonForm person={null} org={org?.id} close={() => setMaking(false)} />}
    </>
  )
}
