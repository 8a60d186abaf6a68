import { CloseOutlined, PlusOutlined, RightOutlined } from '@ant-design/icons'
import { Button } from 'antd'
import { useMemo, useState } from 'react'
import type { OrgId, PersonId, PlaceId, SubjectId } from '#kit/id.ts'
import type { PersonRow, SubjectRow } from '#command/views.ts'
import { useRead } from '#web/api/hooks.ts'
import { useScope } from '#web/api/scope.ts'
import { useWords } from '#web/say/words.ts'
import look from './form.module.css'
import type { Known } from './known.ts'
import { PickSheet, useRested } from './pick-sheet.tsx'
import { branchOf, narrowed } from './tree.ts'
import { formWords } from './words.ts'

type Marks = { readonly id: string; readonly about: string | undefined; readonly wrong: boolean }
const shown = 80

const Chips = ({
  of,
  drop,
}: {
  readonly of: readonly { readonly id: string; readonly name: string; readonly about: string }[]
  readonly drop: (id: string) => void
}) => {
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
  const [open, setOpen] = useState(false)
  const [typed, setTyped] = useState('')
  const q = useRested(typed.trim())
  const found = useRead('person.list', { ...(q === '' ? { org } : { q }), limit: shown }, { enabled: open, keep: true })
  const rows = found.data?.rows
  const pick = (id: string) => {
    const row = rows?.find((r) => r.id === id)
    if (row !== undefined) onChange(value.includes(row.id) ? value.filter((v) => v !== row.id) : [...value, row.id], row)
  }
  return (
    <div className={look.picked}>
      <Chips
        of={value.map((id) => ({ id, name: known.people[id]?.name ?? id, about: known.people[id]?.post ?? '' }))}
        drop={(id) =>
          onChange(
            value.filter((v) => v !== id),
            null,
          )
        }
      />
      <Button id={marks.id} icon={<PlusOutlined />} danger={marks.wrong} onClick={() => setOpen(true)}>
        {w('addPeople')}
      </Button>
      <PickSheet
        title={w('participants')}
        placeholder={w('findPeople')}
        open={open}
        close={() => setOpen(false)}
        typed={typed}
        onType={setTyped}
        choices={rows?.map((r) => ({ id: r.id, name: r.name, about: [r.post, r.rank, r.orgName].filter((t) => t !== '').join(' · ') }))}
        more={found.data?.next != null}
        chosen={value}
        onPick={pick}
      />
    </div>
  )
}

type SubjectsProps = {
  readonly value: readonly SubjectId[]
  readonly known: Known
  readonly place: PlaceId | null /** None: of any kind. */
  readonly kinds: readonly string[]
  readonly onChange: (ids: readonly SubjectId[], row: SubjectRow | null) => void
  readonly marks: Marks
}

/** Whom the visit was paid to: those of the chosen place first. */
export const SubjectPicker = ({ value, known, place, kinds, onChange, marks }: SubjectsProps) => {
  const w = useWords(formWords)
  const [open, setOpen] = useState(false)
  const [typed, setTyped] = useState('')
  const q = useRested(typed.trim())
  const kind = kinds.length === 1 ? kinds[0] : undefined
  const found = useRead(
    'subject.list',
    { ...(q === '' ? (place === null ? {} : { place }) : { q }), kind, limit: shown },
    { enabled: open, keep: true },
  )
  const rows = found.data?.rows.filter((r) => kinds.length === 0 || kinds.includes(r.kind))
  const pick = (id: string) => {
    const row = rows?.find((r) => r.id === id)
    if (row !== undefined) onChange(value.includes(row.id) ? value.filter((v) => v !== row.id) : [...value, row.id], row)
  }
  return (
    <div className={look.picked}>
      <Chips
        of={value.map((id) => ({ id, name: known.subjects[id]?.name ?? id, about: known.subjects[id]?.tags.join(' ') ?? '' }))}
        drop={(id) =>
          onChange(
            value.filter((v) => v !== id),
            null,
          )
        }
      />
      <Button id={marks.id} icon={<PlusOutlined />} danger={marks.wrong} onClick={() => setOpen(true)}>
        {w('addSubjects')}
      </Button>
      <PickSheet
        title={w('subjects')}
        placeholder={w('findSubjects')}
        open={open}
        close={() => setOpen(false)}
        typed={typed}
        onType={setTyped}
        choices={rows?.map((r) => ({
          id: r.id,
          name: r.name,
          about: [r.placeName, r.address, ...r.tags].filter((t) => t !== '').join(' · '),
        }))}
        more={found.data?.next != null}
        chosen={value}
        onPick={pick}
      />
    </div>
  )
}

type NodeRow = {
  readonly id: string
  readonly code: string
  readonly name: string
  readonly parent: string | null
  readonly aliases: readonly string[]
}
type NodeProps = {
  readonly rows: readonly NodeRow[] | undefined
  readonly value: string | null
  readonly onChange: (id: string | null) => void
  readonly marks: Marks
  readonly title: string
  readonly placeholder: string
  readonly choose: string
  readonly clearable?: boolean
}

const NodePicker = ({ rows, value, onChange, marks, title, placeholder, choose, clearable = false }: NodeProps) => {
  const w = useWords(formWords)
  const [open, setOpen] = useState(false)
  const [typed, setTyped] = useState('')
  const byId = useMemo(() => new Map((rows ?? []).map((row) => [row.id, row])), [rows])
  const found = useMemo(() => (open ? narrowed(rows ?? [], byId, typed) : []), [open, rows, byId, typed])
  const at = value === null ? undefined : byId.get(value)
  return (
    <div className={look.picked}>
      <button
        type="button"
        id={marks.id}
        className={`bare ${look.opener}`}
        aria-haspopup="dialog"
        aria-invalid={marks.wrong}
        onClick={() => setOpen(true)}
      >
        {at === undefined ? (
          <span className={look.placeholder}>{choose}</span>
        ) : (
          <span>
            {at.name} <span className={look.chipAbout}>{branchOf(byId, at)}</span>
          </span>
        )}
        <RightOutlined aria-hidden style={{ color: 'var(--soft-ink)', fontSize: 12 }} />
      </button>
      {clearable && at !== undefined && (
        <Button type="text" icon={<CloseOutlined />} aria-label={w('remove', { what: at.name })} onClick={() => onChange(null)} />
      )}
      <PickSheet
        single
        title={title}
        placeholder={placeholder}
        open={open}
        close={() => setOpen(false)}
        typed={typed}
        onType={setTyped}
        choices={
          rows === undefined ? undefined : found.slice(0, shown).map((row) => ({ id: row.id, name: row.name, about: branchOf(byId, row) }))
        }
        more={found.length > shown}
        chosen={value === null ? [] : [value]}
        onPick={onChange}
      />
    </div>
  )
}

export const PlacePicker = ({
  value,
  onChange,
  marks,
  clearable,
}: {
  readonly value: PlaceId | null
  readonly onChange: (id: PlaceId | null) => void
  readonly marks: Marks
  readonly clearable: boolean
}) => {
  const w = useWords(formWords)
  const places = useRead('place.list', {})
  return (
    <NodePicker
      rows={places.data}
      value={value}
      onChange={(id) => onChange(id as PlaceId | null)}
      marks={marks}
      title={w('place')}
      placeholder={w('findPlace')}
      choose={w('addPlace')}
      clearable={clearable}
    />
  )
}

export const UnitPicker = ({
  value,
  onChange,
  marks,
}: {
  readonly value: OrgId | null
  readonly onChange: (id: OrgId | null) => void
  readonly marks: Marks
}) => {
  const w = useWords(formWords)
  const { orgs, ready } = useScope()
  return (
    <NodePicker
      rows={ready ? orgs : undefined}
      value={value}
      onChange={(id) => onChange(id as OrgId | null)}
      marks={marks}
      title={w('org')}
      placeholder={w('findOrg')}
      choose={w('addOrg')}
    />
  )
}
