import { useCallback, useMemo, useState } from 'react'
import type { Misfit } from '#kit/fault.ts'
import type { PersonId, PlaceId, SubjectId } from '#kit/id.ts'
import { say } from '#kit/text.ts'
import type { Attachment, Content, FieldValue } from '#record/shape.ts'
import type { CompiledForm } from '#scheme/compiled.ts'
import { usePreferences } from '#web/say/preferences.ts'
import { useWords } from '#web/say/words.ts'
import { Files, Photos } from './attach.tsx'
import { editors } from './editors.tsx'
import look from './form.module.css'
import { type Known, withPerson, withSubject } from './known.ts'
import { PeoplePicker, PlacePicker, SubjectPicker, UnitPicker } from './pickers.tsx'
import { FieldRow, Row } from './row.tsx'
import { formWords } from './words.ts'

export type Write = (
  change: (old: { readonly content: Content; readonly known: Known }) => { readonly content?: Content; readonly known?: Known },
) => void

type FormProps = {
  readonly form: CompiledForm
  readonly content: Content
  readonly known: Known
  readonly write: Write
  /** Keys of the fields that show under the present answers. */
  readonly visible: ReadonlySet<string>
  /** All that does not fit now; shown where one has been, or everywhere once sending was tried. */
  readonly misfits: readonly Misfit[]
  readonly showAll: boolean
  readonly onBusy: (busy: boolean) => void
}

/** The first misfit at a path or below it (participants[2] belongs to participants). */
const at = (misfits: readonly Misfit[], path: string): Misfit | undefined =>
  misfits.find((m) => m.path === path || m.path.startsWith(`${path}.`) || m.path.startsWith(`${path}[`))

/** What the parts of the form share: the content, how to change it, and the complaint at a path. */
const useParts = ({ content, known, write, misfits, showAll, form }: FormProps) => {
  const { language } = usePreferences()
  const [touched, setTouched] = useState<ReadonlySet<string>>(new Set())
  const put = useCallback(
    (path: string, change: (old: Content) => Content) => {
      setTouched((old) => (old.has(path) ? old : new Set([...old, path])))
      write((old) => ({ content: change(old.content) }))
    },
    [write],
  )
  const wrong = (path: string): string | undefined => {
    const misfit = showAll || touched.has(path) ? at(misfits, path) : undefined
    return misfit === undefined ? undefined : say(misfit.says, language)
  }
  return { content, known, write, put, wrong, form, language }
}
type Parts = ReturnType<typeof useParts>

const WhenAndWhere = ({ parts }: { readonly parts: Parts }) => {
  const w = useWords(formWords)
  const { content, put, wrong, form } = parts
  const Day = editors.date
  const dayField = useMemo(() => ({ key: 'day', title: { zh: '' }, type: 'date' as const, required: true, approx: false }), [])
  return (
    <>
      <div className={look.two}>
        <Row path="day" label={w('day')} required wrong={wrong('day')}>
          {(marks) => (
            <Day
              field={dayField}
              value={content.day === '' ? null : content.day}
              onChange={(day) => put('day', (c) => ({ ...c, day: typeof day === 'string' ? day : '' }))}
              {...marks}
            />
          )}
        </Row>
        <Row path="org" label={w('org')} required wrong={wrong('org')}>
          {(marks) => (
            <UnitPicker value={content.org} onChange={(org) => org !== null && put('org', (c) => ({ ...c, org }))} marks={marks} />
          )}
        </Row>
      </div>
      {form.form.place !== 'none' && (
        <Row path="place" label={w('place')} required={form.form.place === 'required'} wrong={wrong('place')}>
          {(marks) => (
            <PlacePicker
              value={content.place}
              onChange={(place: PlaceId | null) => put('place', (c) => ({ ...c, place }))}
              marks={marks}
              clearable={form.form.place === 'optional'}
            />
          )}
        </Row>
      )}
    </>
  )
}

/** A matter may name who received it and who raised it, of any kind; neither is asked for. */
const anyone = { to: [], subjects: { min: 0 }, participants: { min: 0 } } as const

const WhoAndWhom = ({ parts }: { readonly parts: Parts }) => {
  const w = useWords(formWords)
  const { content, known, put, wrong, form, write } = parts
  const { to, subjects, participants } = form.sort === 'matter' ? anyone : form.form
  const people = (ids: readonly PersonId[]) => put('participants', (c) => ({ ...c, participants: [...ids] }))
  const visited = (ids: readonly SubjectId[]) => put('subjects', (c) => ({ ...c, subjects: [...ids] }))
  const least = (n: number) => (n > 1 ? w('atLeast', { n }) : undefined)
  return (
    <>
      <Row
        path="participants"
        group
        label={w(form.sort === 'matter' ? 'receivedBy' : 'participants')}
        required={participants.min > 0}
        hint={least(participants.min)}
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
              people(ids)
            }}
          />
        )}
      </Row>
      {(to.length > 0 || form.sort === 'matter') && (
        <Row
          path="subjects"
          group
          label={w(form.sort === 'matter' ? 'raisedBy' : 'subjects')}
          required={subjects.min > 0}
          hint={least(subjects.min)}
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
                visited(ids)
              }}
            />
          )}
        </Row>
      )}
    </>
  )
}

const Attached = ({ parts, onBusy }: { readonly parts: Parts; readonly onBusy: (busy: boolean) => void }) => {
  const w = useWords(formWords)
  const { content, put, wrong, form } = parts
  const change = useCallback(
    (step: (old: readonly Attachment[]) => readonly Attachment[]) =>
      put('attachments', (c) => ({ ...c, attachments: [...step(c.attachments)] })),
    [put],
  )
  const { photos, files } = form.form
  return (
    <>
      {photos.max > 0 && (
        <Row path="attachments" group label={w('photos')} hint={w('photoHint')} wrong={wrong('attachments')}>
          {() => <Photos attachments={content.attachments} max={photos.max} onChange={change} onBusy={onBusy} />}
        </Row>
      )}
      {files.max > 0 && (
        <Row path="files" group label={w('files')}>
          {() => <Files attachments={content.attachments} max={files.max} onChange={change} onBusy={onBusy} />}
        </Row>
      )}
    </>
  )
}

/** A record's form as its scheme says: when, where, who, the scheme's own fields, photos and files. */
export const ContentForm = (props: FormProps) => {
  const parts = useParts(props)
  const { content, put, wrong, form } = parts
  const fields = form.fields.filter(({ field }) => props.visible.has(field.key))
  return (
    <div className={look.form}>
      <WhenAndWhere parts={parts} />
      <WhoAndWhom parts={parts} />
      <hr className={look.rule} />
      {fields.map(({ field }) => (
        <FieldRow
          key={field.key}
          field={field}
          value={content.fields[field.key]}
          wrong={wrong(`fields.${field.key}`)}
          onChange={(value: FieldValue) => put(`fields.${field.key}`, (c) => ({ ...c, fields: { ...c.fields, [field.key]: value } }))}
        />
      ))}
      <Attached parts={parts} onBusy={props.onBusy} />
    </div>
  )
}
