import { useCallback } from 'react'
import type { PlaceId } from '#kit/id.ts'
import type { Attachment, FieldValue } from '#record/shape.ts'
import { useWords } from '#web/say/words.ts'
import { DayEditor } from './day.tsx'
import look from './form.module.css'
import { PlacePicker, UnitPicker } from './node-picker.tsx'
import { Files } from './files.tsx'
import { type FormProps, type Parts, useParts } from './parts.ts'
import { Photos } from './photos.tsx'
import { FieldRow, Row } from './row.tsx'
import { WhoAndWhom } from './who.tsx'
import { formWords } from './words.ts'

const When = ({ parts }: { readonly parts: Parts }) => {
  const w = useWords(formWords)
  const { content, put, wrong } = parts
  return (
    <Row path="day" label={w('day')} required wrong={wrong('day')}>
      {(marks) => <DayEditor day={content.day} onChange={(day) => put('day', (c) => ({ ...c, day }))} marks={marks} />}
    </Row>
  )
}

const WhenAndWhere = ({ parts }: { readonly parts: Parts }) => {
  const w = useWords(formWords)
  const { content, put, wrong, form } = parts
  const { place } = form.form
  return (
    <>
      <div className={look.two}>
        <When parts={parts} />
        <Row path="org" label={w('org')} required wrong={wrong('org')}>
          {(marks) => (
            <UnitPicker value={content.org} onChange={(org) => org !== null && put('org', (c) => ({ ...c, org }))} marks={marks} />
          )}
        </Row>
      </div>
      {place !== 'none' && (
        <Row path="place" label={w('place')} required={place === 'required'} wrong={wrong('place')}>
          {(marks) => (
            <PlacePicker
              value={content.place}
              onChange={(at: PlaceId | null) => put('place', (c) => ({ ...c, place: at }))}
              marks={marks}
              clearable={place === 'optional'}
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
        <Row
          path="attachments"
          group
          label={w('photos')}
          hint={photos.min > 0 ? `${w('photosMin', { n: photos.min })} · ${w('photoHint')}` : w('photoHint')}
          required={photos.min > 0}
          wrong={wrong('attachments')}
        >
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
      {props.told}
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
