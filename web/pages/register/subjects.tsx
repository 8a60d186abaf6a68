import { Link } from '@tanstack/react-router'
import { PlusOutlined } from '@ant-design/icons'
import { Button, Select, Tag } from 'antd'
import { type ReactNode, useState } from 'react'
import type { SubjectRow } from '#command/views.ts'
import type { PlaceId } from '#kit/id.ts'
import { usePages } from '#web/api/hooks.ts'
import { useHolds } from '#web/api/scope.ts'
import { Answer } from '#web/parts/frame.tsx'
import { Find } from '#web/form/find.tsx'
import { PlacePick } from '#web/form/place-pick.tsx'
import { addressIn } from '#web/say/format.ts'
import { useWords } from '#web/say/words.ts'
import { SubjectForm } from './edit/subject.tsx'
import { editWords } from './edit/words.ts'
import { Rows } from './rows.tsx'
import { type PanelProps, asked } from './panel.ts'
import look from './register.module.css'
import { NothingYet } from './nothing-yet.tsx'
import { useTitles } from './titles.ts'
import { registerWords } from './words.ts'

type PickProps = {
  readonly label: string
  readonly any: string
  readonly value: string | undefined
  readonly options: { readonly value: string; readonly label: string }[]
  readonly put: (value: string | undefined) => void
}

const Pick = ({ label, any, value, options, put }: PickProps) => (
  <Select
    className={look.pick ?? ''}
    aria-label={label}
    allowClear
    placeholder={any}
    value={value ?? null}
    options={options}
    onChange={(chosen: string | undefined) => put(chosen)}
  />
)

const SubjectFilters = ({ search, put, add }: PanelProps & { readonly add: ReactNode }) => {
  const w = useWords(registerWords)
  const titles = useTitles()
  return (
    <div className={look.filters}>
      <Find className={look.find} value={search.q ?? ''} put={(q) => put({ q: asked(q) })} says={w('findSubject')} />
      <Pick label={w('kind')} any={w('anyKind')} value={search.kind} options={titles.kinds} put={(kind) => put({ kind })} />
      <Pick label={w('tags')} any={w('anyTag')} value={search.tag} options={titles.tags} put={(tag) => put({ tag })} />
      <PlacePick className={look.pick} label={w('place')} any={w('anyPlace')} value={search.place} put={(place) => put({ place })} />
      {add}
    </div>
  )
}

const useColumns = () => {
  const w = useWords(registerWords)
  const titles = useTitles()
  const name = (s: SubjectRow) => (
    <Link to="/register/subjects/$subject" params={{ subject: s.id }} className={look.name}>
      {s.name}
    </Link>
  )
  return [
    { key: 'name', title: w('name'), show: name },
    { key: 'kind', title: w('kind'), width: 110, show: (s: SubjectRow) => titles.kind(s.kind) },
    { key: 'place', title: w('place'), width: 150, show: (s: SubjectRow) => s.placeName },
    { key: 'address', title: w('address'), show: (s: SubjectRow) => addressIn(s.placeName, s.address) },
    { key: 'tags', title: w('tags'), show: (s: SubjectRow) => s.tags.map((t) => <Tag key={t}>{titles.tag(t)}</Tag>) },
    { key: 'code', title: w('code'), width: 140, show: (s: SubjectRow) => <span className="num soft">{s.code}</span> },
  ]
}

export const SubjectsPanel = (props: PanelProps) => {
  const { q, kind, tag, place } = props.search
  const pages = usePages('subject.list', { q, kind, tag, place: place as PlaceId | undefined, limit: 60 }, { keep: true })
  const columns = useColumns()
  const narrowed = [q, kind, tag, place].some((x) => x !== undefined)
  const w = useWords(editWords)
  const may = useHolds('office', 'liaison')
  const [making, setMaking] = useState(false)
  const add = may && (
    <Button type="primary" icon={<PlusOutlined />} onClick={() => setMaking(true)}>
      {w('newSubject')}
    </Button>
  )
  return (
    <>
      <SubjectFilters {...props} add={add} />
      <Answer of={pages} rows={8}>
        {() =>
          pages.rows.length === 0 ? (
            <NothingYet narrowed={narrowed} action={add} />
          ) : (
            <Rows rows={pages.rows} more={pages} columns={columns} />
          )
        }
      </Answer>
      {making && <SubjectForm subject={null} place={(place as PlaceId | undefined) ?? null} close={() => setMaking(false)} />}
    </>
  )
}
