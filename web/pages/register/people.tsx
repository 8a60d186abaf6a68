import type { PersonRow } from '#command/views.ts'
import { usePages } from '#web/api/hooks.ts'
import { useScope } from '#web/api/scope.ts'
import { Answer } from '#web/parts/frame.tsx'
import { Find } from '#web/form/find.tsx'
import { useWords } from '#web/say/words.ts'
import { Rows } from './rows.tsx'
import { type PanelProps, asked } from './panel.ts'
import look from './register.module.css'
import { NothingYet } from './nothing-yet.tsx'
import { registerWords } from './words.ts'

const Name = (p: PersonRow) => <strong>{p.name}</strong>
const Code = (p: PersonRow) => <span className="num">{p.code}</span>

const useColumns = () => {
  const w = useWords(registerWords)
  return [
    { key: 'name', title: w('personName'), width: 140, show: Name },
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
  const columns = useColumns()
  const narrowed = search.q !== undefined || org !== null
  return (
    <>
      <div className={look.filters}>
        <Find className={look.find} value={search.q ?? ''} put={(q) => put({ q: asked(q) })} says={w('findPerson')} />
      </div>
      <Answer of={pages} rows={8}>
        {() => (pages.rows.length === 0 ? <NothingYet narrowed={narrowed} /> : <Rows rows={pages.rows} more={pages} columns={columns} />)}
      </Answer>
    </>
  )
}
