import { CloseOutlined, RightOutlined } from '@ant-design/icons'
import { Button } from 'antd'
import { useMemo } from 'react'
import type { OrgId, PlaceId } from '#kit/id.ts'
import { useRead } from '#web/api/hooks.ts'
import { useScope } from '#web/api/scope.ts'
import { useWords } from '#web/say/words.ts'
import look from './form.module.css'
import { PickSheet, usePickSearch } from './pick-sheet.tsx'
import { branchOf, narrowed } from './tree.ts'
import { formWords } from './words.ts'

type Marks = { readonly id: string; readonly about: string | undefined; readonly wrong: boolean }
type Row = {
  readonly id: string
  readonly code: string
  readonly name: string
  readonly parent: string | null
  readonly aliases: readonly string[]
}
const shown = 80

type NodeProps = {
  readonly rows: readonly Row[] | undefined
  readonly value: string | null
  readonly onChange: (id: string | null) => void
  readonly marks: Marks
  readonly words: { readonly title: string; readonly find: string; readonly choose: string }
  readonly clearable?: boolean
}

type OpenerProps = {
  readonly at: Row | undefined
  readonly byId: ReadonlyMap<string, Row>
  readonly marks: Marks
  readonly choose: string
  readonly open: () => void
}

/** What is chosen, or that one may choose; its accessible name is its label and that. */
const Opener = ({ at, byId, marks, choose, open }: OpenerProps) => (
  <button
    type="button"
    id={marks.id}
    aria-labelledby={`${marks.id}-label ${marks.id}`}
    className={`bare ${look.opener}`}
    aria-haspopup="dialog"
    data-wrong={marks.wrong}
    aria-describedby={marks.about}
    onClick={open}
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
)

const NodePicker = ({ rows, value, onChange, marks, words, clearable = false }: NodeProps) => {
  const w = useWords(formWords)
  const search = usePickSearch()
  const { open, typed } = search
  const byId = useMemo(() => new Map((rows ?? []).map((row) => [row.id, row])), [rows])
  const found = useMemo(() => (open ? narrowed(rows ?? [], byId, typed) : []), [open, rows, byId, typed])
  const at = value === null ? undefined : byId.get(value)
  const choices = found.slice(0, shown).map((row) => ({ id: row.id, name: row.name, about: branchOf(byId, row) }))
  return (
    <div className={look.picked}>
      <Opener at={at} byId={byId} marks={marks} choose={words.choose} open={() => search.setOpen(true)} />
      {clearable && at !== undefined && (
        <Button type="text" icon={<CloseOutlined />} aria-label={w('remove', { what: at.name })} onClick={() => onChange(null)} />
      )}
      <PickSheet
        single
        title={words.title}
        placeholder={words.find}
        search={search}
        choices={rows === undefined ? undefined : choices}
        more={found.length > shown}
        chosen={value === null ? [] : [value]}
        onPick={onChange}
      />
    </div>
  )
}

type Of<T> = { readonly value: T | null; readonly onChange: (id: T | null) => void; readonly marks: Marks }

export const PlacePicker = ({ value, onChange, marks, clearable }: Of<PlaceId> & { readonly clearable: boolean }) => {
  const w = useWords(formWords)
  const places = useRead('place.list', {})
  const words = { title: w('place'), find: w('findPlace'), choose: w('addPlace') }
  return (
    <NodePicker
      rows={places.data}
      value={value}
      onChange={(id) => onChange(id as PlaceId | null)}
      marks={marks}
      words={words}
      clearable={clearable}
    />
  )
}

export const UnitPicker = ({ value, onChange, marks }: Of<OrgId>) => {
  const w = useWords(formWords)
  const { orgs, ready } = useScope()
  const words = { title: w('org'), find: w('findOrg'), choose: w('addOrg') }
  return (
    <NodePicker rows={ready ? orgs : undefined} value={value} onChange={(id) => onChange(id as OrgId | null)} marks={marks} words={words} />
  )
}
