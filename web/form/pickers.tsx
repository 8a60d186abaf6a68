import { CloseOutlined, PlusOutlined } from '@ant-design/icons'
import { Button } from 'antd'
import type { OrgId, PersonId, PlaceId, SubjectId } from '#kit/id.ts'
import type { PersonRow, SubjectRow } from '#command/views.ts'
import { kindOf, subjectKinds } from '#scheme/kind.ts'
import { useRead } from '#web/api/hooks.ts'
import { useWords } from '#web/say/words.ts'
import look from './form.module.css'
import type { Known } from './known.ts'
import { type Choice, type PickSearch, PickSheet, usePickSearch } from './pick-sheet.tsx'
import { whereabouts } from '#web/say/format.ts'
import { useWhom } from './whom.ts'
import { formWords } from './words.ts'

type Marks = { readonly id: string; readonly about: string | undefined; readonly wrong: boolean }
const shown = 80

/** What was chosen, each with a way to take it out again. */
const Chips = ({ of, drop }: { readonly of: readonly Choice[]; readonly drop: (id: string) => void }) => {
  const w = useWords(formWords)
  return of.map((one) => (
    <span key={one.id} className={look.chip}>
      <span>
        {one.name} {one.about !== '' && <span className={look.chipAbout}>{one.about}</span>}
      </span>
      <button type="button" className="bare" aria-label={w('remove', { what: one.name })} onClick={() => drop(one.id)}>
        <CloseOutlined aria-hidden />
      </button>
    </span>
  ))
}

type SeveralProps = {
  readonly chosen: readonly Choice[]
  readonly drop: (id: string) => void
  readonly marks: Marks
  readonly words: { readonly title: string; readonly find: string; readonly add: string }
  readonly search: PickSearch
  readonly choices: readonly Choice[] | undefined
  readonly more: boolean
  readonly pick: (id: string) => void
}

const Several = ({ chosen, drop, marks, words, search, choices, more, pick }: SeveralProps) => (
  <div className={look.picked}>
    <Chips of={chosen} drop={drop} />
    <Button id={marks.id} icon={<PlusOutlined />} danger={marks.wrong} onClick={() => search.setOpen(true)}>
      {words.add}
    </Button>
    <PickSheet
      title={words.title}
      placeholder={words.find}
      search={search}
      choices={choices}
      more={more}
      chosen={chosen.map((one) => one.id)}
      onPick={pick}
    />
  </div>
)

/** In or out. */
const turned = <T extends string>(ids: readonly T[], id: T): readonly T[] => (ids.includes(id) ? ids.filter((v) => v !== id) : [...ids, id])
export const joined = (words: readonly string[]): string => words.filter((word) => word !== '').join(' · ')

type PeopleProps = {
  readonly value: readonly PersonId[]
  readonly known: Known
  readonly org: OrgId
  readonly onChange: (ids: readonly PersonId[], row: PersonRow | null) => void
  readonly marks: Marks
}

/** Who took part: the unit's own people first, anyone by search. */
export const PeoplePicker = ({ value, known, org, onChange, marks }: PeopleProps) => {
  const w = useWords(formWords)
  const search = usePickSearch()
  const found = useRead(
    'person.list',
    { ...(search.q === '' ? { org } : { q: search.q }), limit: shown },
    { enabled: search.open, keep: true },
  )
  const rows = found.data?.rows
  const pick = (id: string) => {
    const row = rows?.find((r) => r.id === id)
    if (row !== undefined) onChange(turned(value, row.id), row)
  }
  return (
    <Several
      chosen={value.map((id) => ({ id, name: known.people[id]?.name ?? id, about: known.people[id]?.post ?? '' }))}
      drop={(id) => onChange(turned(value, id as PersonId), null)}
      marks={marks}
      words={{ title: w('participants'), find: w('findPeople'), add: w('addPeople') }}
      search={search}
      choices={rows?.map((r) => ({ id: r.id, name: r.name, about: joined([r.post, r.rank, r.orgName]) }))}
      more={found.data?.next != null}
      pick={pick}
    />
  )
}

type SubjectsProps = {
  readonly value: readonly SubjectId[]
  readonly known: Known
  readonly place: PlaceId | null
  /** None: of any kind. */
  readonly kinds: readonly string[]
  readonly onChange: (ids: readonly SubjectId[], row: SubjectRow | null) => void
  readonly marks: Marks
}

/** Whom the visit was paid to: those of the chosen place first, else those whom the unit has still to reach. */
export const SubjectPicker = ({ value, known, place, kinds, onChange, marks }: SubjectsProps) => {
  const w = useWords(formWords)
  const search = usePickSearch()
  const kind = kinds.length === 1 ? kinds[0] : undefined
  const found = useWhom({ q: search.q, place, kind, limit: shown, enabled: search.open })
  const wanted = kinds.map((k) => kindOf(subjectKinds, k))
  const rows = found?.rows.filter((r) => wanted.length === 0 || wanted.includes(kindOf(subjectKinds, r.kind)))
  const pick = (id: string) => {
    const row = rows?.find((r) => r.id === id)
    if (row !== undefined) onChange(turned(value, row.id), row)
  }
  return (
    <Several
      chosen={value.map((id) => ({ id, name: known.subjects[id]?.name ?? id, about: known.subjects[id]?.tags.join(' ') ?? '' }))}
      drop={(id) => onChange(turned(value, id as SubjectId), null)}
      marks={marks}
      words={{ title: w('subjects'), find: w('findSubjects'), add: w('addSubjects') }}
      search={search}
      choices={rows?.map((r) => ({ id: r.id, name: r.name, about: joined([whereabouts(r.placeName, r.address), ...r.tags]) }))}
      more={found?.next != null}
      pick={pick}
    />
  )
}
