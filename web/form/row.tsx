import { LockOutlined } from '@ant-design/icons'
import { type ReactNode, useId } from 'react'
import type { FieldValue } from '#record/shape.ts'
import type { Field } from '#scheme/shape.ts'
import { useSay, useWords } from '#web/say/words.ts'
import { editors } from './editors.tsx'
import look from './form.module.css'
import { formWords } from './words.ts'

type RowProps = {
  readonly label: string
  readonly required?: boolean
  readonly hint?: string | undefined
  /** Why this is asked, for personal data. */
  readonly personal?: string | undefined
  /** What does not fit; shown in place of the hint. */
  readonly wrong?: string | undefined
  /** The path a misfit of the house names, so that the page can go there. */
  readonly path: string
  /** The control labels itself (a group of buttons, a sheet). */
  readonly group?: boolean
  readonly children: (marks: { readonly id: string; readonly about: string | undefined; readonly wrong: boolean }) => ReactNode
}

const Label = ({
  id,
  group,
  required,
  children,
}: {
  readonly id: string
  readonly group: boolean
  readonly required: boolean
  readonly children: string
}) => {
  const w = useWords(formWords)
  const words = (
    <>
      {children}
      {required && (
        <span className={look.required}>
          <span aria-hidden>*</span>
          <span className="hush">{w('required')}</span>
        </span>
      )}
    </>
  )
  if (group)
    return (
      <div className={look.label} id={`${id}-label`}>
        {words}
      </div>
    )
  return (
    <label className={look.label} id={`${id}-label`} htmlFor={id}>
      {words}
    </label>
  )
}

const Personal = ({ why }: { readonly why: string }) => {
  const w = useWords(formWords)
  return (
    <div className={look.personal}>
      <LockOutlined aria-hidden /> {w('personal', { why })}
    </div>
  )
}

/** One line of a form: what is asked, the control, and below it the hint or what does not fit. */
export const Row = ({ label, required = false, hint, personal, wrong, path, group = false, children }: RowProps) => {
  const id = useId()
  const about = wrong !== undefined || hint !== undefined ? `${id}-about` : undefined
  return (
    <div className={look.row} data-path={path} {...(group ? { role: 'group', 'aria-labelledby': `${id}-label` } : {})}>
      <Label id={id} group={group} required={required}>
        {label}
      </Label>
      {personal !== undefined && <Personal why={personal} />}
      {children({ id, about, wrong: wrong !== undefined })}
      {wrong !== undefined && (
        <div id={about} className={look.wrong} role="alert">
          {wrong}
        </div>
      )}
      {wrong === undefined && hint !== undefined && (
        <div id={about} className={look.hint}>
          {hint}
        </div>
      )}
    </div>
  )
}

type FieldRowProps = {
  readonly field: Field
  readonly value: FieldValue | undefined
  readonly wrong: string | undefined
  readonly onChange: (value: FieldValue) => void
}

const groups: readonly Field['type'][] = ['boolean', 'choice', 'choices']

/** One field of the scheme's form. */
export const FieldRow = ({ field, value, wrong, onChange }: FieldRowProps) => {
  const say = useSay()
  const Editor = editors[field.type]
  return (
    <Row
      path={`fields.${field.key}`}
      label={say(field.title)}
      required={field.required}
      hint={field.hint && say(field.hint)}
      personal={field.personal && say(field.personal)}
      wrong={wrong}
      group={groups.includes(field.type)}
    >
      {(marks) => <Editor field={field} value={value} onChange={onChange} {...marks} />}
    </Row>
  )
}
