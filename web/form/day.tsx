import { editors } from './editors.tsx'

const field = { key: 'day', title: { zh: '' }, type: 'date', required: true, approx: false } as const
const Editor = editors.date

type Props = {
  /** '' while there is none. */
  readonly day: string
  readonly onChange: (day: string) => void
  readonly marks: { readonly id: string; readonly about: string | undefined; readonly wrong: boolean }
}

/** A day outside the scheme's own fields: when it was, when it was closed. */
export const DayEditor = ({ day, onChange, marks }: Props) => (
  <Editor field={field} value={day === '' ? null : day} onChange={(value) => onChange(typeof value === 'string' ? value : '')} {...marks} />
)
