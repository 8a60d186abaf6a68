import { ArrowRightOutlined } from '@ant-design/icons'
import type { ReactNode } from 'react'
import type { Content, FieldValue } from '#record/shape.ts'
import type { CompiledForm } from '#scheme/compiled.ts'
import { sayDay } from '#web/say/format.ts'
import { usePreferences } from '#web/say/preferences.ts'
import { useSay, useWords } from '#web/say/words.ts'
import { type Difference, differences } from './difference.ts'
import look from './differences.module.css'
import { type Names, Value } from './show.tsx'
import { formWords } from './words.ts'

type Props = { readonly form: CompiledForm; readonly was: Content; readonly is: Content; readonly names: Names }

const Change = ({ label, was, is }: { readonly label: string; readonly was: ReactNode; readonly is: ReactNode }) => (
  <li className={look.change}>
    <span className={look.label}>{label}</span>
    <span className={look.pair}>
      <del className={look.was}>{was}</del>
      <ArrowRightOutlined aria-hidden className={look.arrow} />
      <ins className={look.is}>{is}</ins>
    </span>
  </li>
)

const List = ({ label, gone, come }: { readonly label: string; readonly gone: readonly string[]; readonly come: readonly string[] }) => (
  <li className={look.change}>
    <span className={look.label}>{label}</span>
    <span className={look.marks}>
      {gone.map((name) => (
        <del key={name} className={look.was}>
          − {name}
        </del>
      ))}
      {come.map((name) => (
        <ins key={name} className={look.is}>
          + {name}
        </ins>
      ))}
    </span>
  </li>
)

/** What a later version says differently, field by field; nothing when it says the same. */
export const Differences = ({ form, was, is, names }: Props) => {
  const found = differences(was, is)
  if (found.length === 0) return null
  return (
    <ul className={look.list}>
      {found.map((d) => (
        <One key={d.of === 'field' ? `field.${d.key}` : d.of} difference={d} form={form} names={names} />
      ))}
    </ul>
  )
}

/** A value of a field that the form no longer has. */
const plainly = (value: FieldValue | undefined): string =>
  value === undefined || value === null ? '—' : typeof value === 'string' ? value : JSON.stringify(value)

const One = ({ difference: d, form, names }: { readonly difference: Difference; readonly form: CompiledForm; readonly names: Names }) => {
  const w = useWords(formWords)
  const say = useSay()
  const { language } = usePreferences()
  const nameOf = (id: string | null) => (id === null ? '—' : (names[id] ?? id))
  switch (d.of) {
    case 'field': {
      const field = form.fields.find((f) => f.field.key === d.key)?.field
      if (field === undefined) return <Change label={`${d.key}${w('gone')}`} was={plainly(d.was)} is={plainly(d.is)} />
      return <Change label={say(field.title)} was={<Value field={field} value={d.was} />} is={<Value field={field} value={d.is} />} />
    }
    case 'day':
      return <Change label={w('day')} was={sayDay(d.was ?? '', language)} is={sayDay(d.is ?? '', language)} />
    case 'org':
    case 'place':
      return <Change label={w(d.of)} was={nameOf(d.was)} is={nameOf(d.is)} />
    case 'participants':
    case 'subjects':
      return <List label={w(d.of)} gone={d.gone.map(nameOf)} come={d.come.map(nameOf)} />
    case 'attachments':
      return <List label={w('files')} gone={d.gone.map((a) => a.name)} come={d.come.map((a) => a.name)} />
    case 'closing':
      return <Closing form={form} closing={d.is ?? d.was} undone={d.is === null} />
  }
}

/** How a matter ended. */
const Closing = ({
  form,
  closing,
  undone,
}: {
  readonly form: CompiledForm
  readonly closing: Content['closing']
  readonly undone: boolean
}) => {
  const w = useWords(formWords)
  const say = useSay()
  const { language } = usePreferences()
  if (closing === null) return null
  const outcome = form.sort === 'matter' ? form.form.outcomes.find((o) => o.key === closing.outcome)?.title : undefined
  const words = `${say(outcome ?? { zh: closing.outcome })} · ${sayDay(closing.day, language)}`
  return (
    <li className={look.change}>
      <span className={look.label}>{w('closing')}</span>
      {undone ? <del className={look.was}>{words}</del> : <ins className={look.is}>{words}</ins>}
    </li>
  )
}
