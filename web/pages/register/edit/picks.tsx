import { RightOutlined } from '@ant-design/icons'
import type { PersonId, SubjectId } from '#kit/id.ts'
import { useRead } from '#web/api/hooks.ts'
import formLook from '#web/form/form.module.css'
import { type Choice, type PickSearch, PickSheet, usePickSearch } from '#web/form/pick-sheet.tsx'
import { joined } from '#web/form/pickers.tsx'
import { useWords } from '#web/say/words.ts'
import { editWords } from './words.ts'

type Marks = { readonly id: string; readonly about: string | undefined; readonly wrong: boolean }
export type Picked<T> = { readonly id: T; readonly name: string }
type Props<T> = { readonly value: Picked<T> | null; readonly put: (value: Picked<T> | null) => void; readonly marks: Marks }

const shown = 80
type OneProps<T> = Props<T> & {
  readonly title: string
  readonly find: string
  readonly search: PickSearch
  readonly choices: readonly Choice[] | undefined
  readonly more: boolean
}

const One = <T extends string>({ value, put, marks, title, find, search, choices, more }: OneProps<T>) => {
  const w = useWords(editWords)
  return (
    <div className={formLook.picked}>
      <button
        type="button"
        id={marks.id}
        aria-labelledby={`${marks.id}-label ${marks.id}`}
        className={`bare ${formLook.opener}`}
        aria-haspopup="dialog"
        data-wrong={marks.wrong}
        aria-describedby={marks.about}
        onClick={() => search.setOpen(true)}
      >
        {value === null ? <span className={formLook.placeholder}>{w('choose')}</span> : <span>{value.name}</span>}
        <RightOutlined aria-hidden style={{ color: 'var(--soft-ink)', fontSize: 12 }} />
      </button>
      <PickSheet
        single
        title={title}
        placeholder={find}
        search={search}
        choices={choices}
        more={more}
        chosen={value === null ? [] : [value.id]}
        onPick={(id) => put({ id: id as T, name: choices?.find((c) => c.id === id)?.name ?? '' })}
      />
    </div>
  )
}

export const PersonPick = (props: Props<PersonId>) => {
  const w = useWords(editWords)
  const search = usePickSearch()
  const found = useRead('person.list', { q: search.q === '' ? undefined : search.q, limit: shown }, { enabled: search.open, keep: true })
  const choices = found.data?.rows.map((r) => ({ id: r.id, name: r.name, about: joined([r.post, r.rank, r.orgName]) }))
  return <One {...props} title={w('byPerson')} find={w('findPerson')} search={search} choices={choices} more={found.data?.next != null} />
}

export const SubjectPick = (props: Props<SubjectId>) => {
  const w = useWords(editWords)
  const search = usePickSearch()
  const found = useRead('subject.list', { q: search.q === '' ? undefined : search.q, limit: shown }, { enabled: search.open, keep: true })
  const choices = found.data?.rows.map((r) => ({ id: r.id, name: r.name, about: joined([r.placeName, r.address, ...r.tags]) }))
  return <One {...props} title={w('toSubject')} find={w('findSubject')} search={search} choices={choices} more={found.data?.next != null} />
}
