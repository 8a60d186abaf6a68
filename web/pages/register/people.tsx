import { usePages } from '#web/api/hooks.ts'
import { useScope } from '#web/api/scope.ts'
import { Answer, Empty } from '#web/parts/frame.tsx'
import { useWords } from '#web/say/words.ts'
import { Rows } from './rows.tsx'
import { Find, type PanelProps } from './find.tsx'
import look from './register.module.css'
import { NothingYet } from './nothing-yet.tsx'
import { registerWords } from './words.ts'

export const PeoplePanel = ({ search, put }: PanelProps) => {
  const w = useWords(registerWords)
  const { org } = useScope()
  const pages = usePages('person.list', { q: search.q, org: org?.id, limit: 60 }, { keep: true })
  const narrowed = search.q !== undefined || org !== null
  return (
    <>
      <div className={look.filters}>
        <Find search={search} put={put} says={w('findPerson')} />
      </div>
      <Answer of={pages} rows={8}>
        {() =>
          pages.rows.length === 0 ? (
            narrowed ? (
              <div className={look.sheet}>
                <Empty title={w('noneFit')} hint={w('noneFitHint')} />
              </div>
            ) : (
              <NothingYet />
            )
          ) : (
            <Rows
              rows={pages.rows}
              more={pages}
              columns={[
                { key: 'name', title: w('personName'), width: 140, show: (p) => <strong>{p.name}</strong> },
                { key: 'code', title: w('code'), width: 140, show: (p) => <span className="num">{p.code}</span> },
                { key: 'unit', title: w('unit'), show: (p) => p.orgName },
                { key: 'post', title: w('post'), show: (p) => p.post },
                { key: 'rank', title: w('rank'), width: 140, show: (p) => p.rank },
              ]}
            />
          )
        }
      </Answer>
    </>
  )
}
