import { Radio } from 'antd'
import { useState } from 'react'
import type { OrgId, PersonId, PlaceId, SubjectId } from '#kit/id.ts'
import { newId } from '#web/api/client.ts'
import { useRead, useWrite } from '#web/api/hooks.ts'
import { PlacePicker, UnitPicker } from '#web/form/node-picker.tsx'
import { Row } from '#web/form/row.tsx'
import { todayHere } from '#web/form/today.ts'
import { useWords } from '#web/say/words.ts'
import { EditDrawer, usePaper, useSaid } from './drawer.tsx'
import { DayField, WordField } from './fields.tsx'
import { type Picked, PersonPick, SubjectPick } from './picks.tsx'
import { editWords } from './words.ts'

export type LinkEnds = {
  readonly person?: Picked<PersonId> | undefined
  readonly byOrg?: OrgId | undefined
  readonly subject?: Picked<SubjectId> | undefined
  readonly place?: PlaceId | undefined
  readonly toOrg?: OrgId | undefined
}

type Paper = {
  readonly by: 'person' | 'org'
  readonly to: 'subject' | 'place' | 'org'
  readonly person: Picked<PersonId> | null
  readonly byOrg: OrgId | null
  readonly subject: Picked<SubjectId> | null
  readonly place: PlaceId | null
  readonly toOrg: OrgId | null
  readonly role: string
  readonly from: string
}

const paperOf = (ends: LinkEnds): Paper => ({
  by: ends.byOrg === undefined ? 'person' : 'org',
  to: ends.place !== undefined ? 'place' : ends.toOrg !== undefined ? 'org' : 'subject',
  person: ends.person ?? null,
  byOrg: ends.byOrg ?? null,
  subject: ends.subject ?? null,
  place: ends.place ?? null,
  toOrg: ends.toOrg ?? null,
  role: '',
  from: todayHere(),
})

const byOf = (p: Paper): { person: PersonId } | { org: OrgId } | null =>
  p.by === 'person' ? p.person && { person: p.person.id } : p.byOrg && { org: p.byOrg }
const toOf = (p: Paper): { subject: SubjectId } | { place: PlaceId } | { org: OrgId } | null => {
  if (p.to === 'subject') return p.subject && { subject: p.subject.id }
  return p.to === 'place' ? p.place && { place: p.place } : p.toOrg && { org: p.toOrg }
}

type PartProps = { readonly value: Paper; readonly put: (change: Partial<Paper>) => void; readonly tried: boolean }

const By = ({ value, put, tried }: PartProps) => {
  const w = useWords(editWords)
  const options = [
    { value: 'person', label: w('byPerson') },
    { value: 'org', label: w('byOrg') },
  ]
  const wrong = tried && byOf(value) === null ? w('needed') : undefined
  return (
    <>
      <Row path="byType" group label={w('by')} required>
        {() => (
          <Radio.Group
            optionType="button"
            value={value.by}
            options={options}
            onChange={(e) => put({ by: e.target.value === 'org' ? 'org' : 'person' })}
          />
        )}
      </Row>
      <Row path="by" label={w(value.by === 'person' ? 'byPerson' : 'byOrg')} wrong={wrong}>
        {(marks) =>
          value.by === 'person' ? (
            <PersonPick value={value.person} put={(person) => put({ person })} marks={marks} />
          ) : (
            <UnitPicker value={value.byOrg} onChange={(byOrg) => put({ byOrg })} marks={marks} />
          )
        }
      </Row>
    </>
  )
}

const To = ({ value, put, tried }: PartProps) => {
  const w = useWords(editWords)
  const titles = { subject: w('toSubject'), place: w('toPlace'), org: w('toOrg') } as const
  const kinds = ['subject', 'place', 'org'] as const
  const wrong = tried && toOf(value) === null ? w('needed') : undefined
  return (
    <>
      <Row path="toType" group label={w('to')} required>
        {() => (
          <Radio.Group
            optionType="button"
            value={value.to}
            options={kinds.map((k) => ({ value: k, label: titles[k] }))}
            onChange={(e) => put({ to: kinds.find((k) => k === e.target.value) ?? 'subject' })}
          />
        )}
      </Row>
      <Row path="to" label={titles[value.to]} wrong={wrong}>
        {(marks) => {
          if (value.to === 'subject') return <SubjectPick value={value.subject} put={(subject) => put({ subject })} marks={marks} />
          if (value.to === 'place')
            return <PlacePicker clearable={false} value={value.place} onChange={(place) => put({ place })} marks={marks} />
          return <UnitPicker value={value.toOrg} onChange={(toOrg) => put({ toOrg })} marks={marks} />
        }}
      </Row>
    </>
  )
}

/** Who answers for whom or what, as what, and since when. */
export const LinkForm = ({ ends = {}, close }: { readonly ends?: LinkEnds; readonly close: () => void }) => {
  const w = useWords(editWords)
  const { value, put, changed, tried, setTried } = usePaper(paperOf(ends))
  const [id] = useState(() => newId())
  const survey = useRead('link.summary', {})
  const does = useWrite('link.save', useSaid('saved', close))
  const save = () => {
    setTried(true)
    const [by, to] = [byOf(value), toOf(value)]
    if (by !== null && to !== null) does.mutate({ id, by, to, role: value.role, ...(value.from === '' ? {} : { from: value.from }) })
  }
  const roles = (survey.data ?? []).map((s) => s.role).filter((r) => r !== '')
  return (
    <EditDrawer title={w('newLink')} does={does} changed={changed} save={save} close={close}>
      <By value={value} put={put} tried={tried} />
      <To value={value} put={put} tried={tried} />
      <WordField path="role" label={w('role')} hint={w('roleHint')} options={roles} value={value.role} put={(role) => put({ role })} />
      <DayField path="from" label={w('from')} hint={w('fromHint')} value={value.from} put={(from) => put({ from })} />
    </EditDrawer>
  )
}
