import type { PersonId, SubjectId } from '#kit/id.ts'
import { useWords } from '#web/say/words.ts'
import { withPerson, withSubject } from './known.ts'
import type { Parts } from './parts.ts'
import { PeoplePicker, SubjectPicker } from './pickers.tsx'
import { Row } from './row.tsx'
import { formWords } from './words.ts'

/** A matter may name who received it and who raised it, of any kind; neither is asked for. */
const anyone = { to: [], subjects: { min: 0 }, participants: { min: 0 } } as const

const askedOf = ({ form }: Parts) => (form.sort === 'matter' ? anyone : form.form)

const Who = ({ parts }: { readonly parts: Parts }) => {
  const w = useWords(formWords)
  const { content, known, put, wrong, form, write } = parts
  const { min } = askedOf(parts).participants
  const set = (ids: readonly PersonId[]) => put('participants', (c) => ({ ...c, participants: [...ids] }))
  const label = w(form.sort === 'matter' ? 'receivedBy' : 'participants')
  return (
    <Row
      path="participants"
      group
      label={label}
      required={min > 0}
      hint={min > 1 ? w('atLeast', { n: min }) : undefined}
      wrong={wrong('participants')}
    >
      {(marks) => (
        <PeoplePicker
          value={content.participants}
          known={known}
          org={content.org}
          marks={marks}
          onChange={(ids, row) => {
            if (row) write((old) => ({ known: withPerson(old.known, row, old.content.org) }))
            set(ids)
          }}
        />
      )}
    </Row>
  )
}

const Whom = ({ parts }: { readonly parts: Parts }) => {
  const w = useWords(formWords)
  const { content, known, put, wrong, form, write } = parts
  const { to, subjects } = askedOf(parts)
  const { min } = subjects
  const set = (ids: readonly SubjectId[]) => put('subjects', (c) => ({ ...c, subjects: [...ids] }))
  const label = w(form.sort === 'matter' ? 'raisedBy' : 'subjects')
  return (
    <Row
      path="subjects"
      group
      label={label}
      required={min > 0}
      hint={min > 1 ? w('atLeast', { n: min }) : undefined}
      wrong={wrong('subjects')}
    >
      {(marks) => (
        <SubjectPicker
          value={content.subjects}
          known={known}
          place={content.place}
          kinds={to}
          marks={marks}
          onChange={(ids, row) => {
            if (row) write((old) => ({ known: withSubject(old.known, row) }))
            set(ids)
          }}
        />
      )}
    </Row>
  )
}

/** Who took part, and to whom the visit was paid; of a matter, who received it and who raised it. */
export const WhoAndWhom = ({ parts }: { readonly parts: Parts }) => (
  <>
    <Who parts={parts} />
    {(parts.form.sort === 'matter' || parts.form.form.to.length > 0) && <Whom parts={parts} />}
  </>
)
