import { AutoComplete, Input, Radio, Select } from 'antd'
import { type Kind, kindOf } from '#scheme/kind.ts'
import { DayEditor } from '#web/form/day.tsx'
import { Row } from '#web/form/row.tsx'
import { useSay, useWords } from '#web/say/words.ts'
import look from '../register.module.css'
import type { Wrong } from './drawer.tsx'
import { editWords } from './words.ts'

type LineProps = {
  readonly path: string
  readonly label: string
  readonly value: string
  readonly put: (value: string) => void
  readonly most: number
  readonly required?: boolean
  readonly fixed?: boolean
  readonly hint?: string | undefined
  readonly wrong?: string | undefined
}

export const LineField = ({ path, label, value, put, most, required, fixed, hint, wrong }: LineProps) => (
  <Row path={path} label={label} required={required ?? false} hint={hint} wrong={wrong}>
    {(marks) => (
      <Input
        id={marks.id}
        aria-describedby={marks.about}
        value={value}
        maxLength={most}
        disabled={fixed ?? false}
        {...(marks.wrong ? { status: 'error' as const } : {})}
        onChange={(e) => put(e.target.value)}
      />
    )}
  </Row>
)

type HeadProps = {
  readonly value: { readonly code: string; readonly name: string }
  readonly put: (change: { readonly code?: string; readonly name?: string }) => void
  /** It is there already: its code stays. */
  readonly known: boolean
  readonly nameLabel?: string
  readonly wrong: Wrong
}

/** The code and the name, which everything in the register has. */
export const HeadFields = ({ value, put, known, nameLabel, wrong }: HeadProps) => {
  const w = useWords(editWords)
  return (
    <>
      <LineField
        path="code"
        label={w('code')}
        required
        fixed={known}
        hint={w(known ? 'codeFixed' : 'codeHint')}
        most={64}
        value={value.code}
        put={(code) => put({ code })}
        wrong={wrong('code', value.code)}
      />
      <LineField
        path="name"
        label={nameLabel ?? w('name')}
        required
        most={200}
        value={value.name}
        put={(name) => put({ name })}
        wrong={wrong('name', value.name)}
      />
    </>
  )
}

type ChoiceProps = Omit<LineProps, 'most' | 'fixed'> & { readonly options: readonly string[] }

/** Words to choose from, or one of one's own. */
export const WordField = ({ path, label, value, put, options, required, hint, wrong }: ChoiceProps) => (
  <Row path={path} label={label} required={required ?? false} hint={hint} wrong={wrong}>
    {(marks) => (
      <AutoComplete
        id={marks.id}
        className={look.words ?? ''}
        style={{ width: '100%' }}
        value={value}
        options={options.map((o) => ({ value: o }))}
        showSearch={{ filterOption: (typed, option) => String(option?.value ?? '').includes(typed) }}
        {...(marks.wrong ? { status: 'error' as const } : {})}
        onChange={(text: string | undefined) => put((text ?? '').slice(0, 40))}
      />
    )}
  </Row>
)

/** A kind by its title; what is written is kept as the key it stands for. */
export const KindField = ({ kinds, ...props }: Omit<ChoiceProps, 'options'> & { readonly kinds: readonly Kind[] }) => {
  const say = useSay()
  const shown = kinds.find((k) => k.key === props.value)
  return (
    <WordField
      {...props}
      value={shown === undefined ? props.value : say(shown.title)}
      put={(text) => props.put(kindOf(kinds, text))}
      options={kinds.map((k) => say(k.title))}
    />
  )
}

type ListProps = {
  readonly path: string
  readonly label: string
  readonly value: readonly string[]
  readonly put: (value: readonly string[]) => void
  readonly options?: readonly { readonly value: string; readonly label: string }[]
  readonly hint?: string
}

/** Several words: chosen, or typed and closed with a comma or Enter. */
export const ListField = ({ path, label, value, put, options = [], hint }: ListProps) => (
  <Row path={path} label={label} hint={hint}>
    {(marks) => (
      <Select
        id={marks.id}
        className={look.words ?? ''}
        mode="tags"
        style={{ width: '100%' }}
        value={[...value]}
        options={[...options]}
        tokenSeparators={['、', '，', ',', ';', '；']}
        open={options.length === 0 ? false : undefined}
        suffixIcon={null}
        onChange={(chosen: string[]) => put(chosen.map((c) => c.trim()).filter((c) => c !== ''))}
      />
    )}
  </Row>
)

export type Since = { readonly mode: 'correct' | 'change'; readonly day: string }

/** What the house is told: nothing corrects what holds, a day begins something new. */
export const fromOf = ({ mode, day }: Since): string | undefined => (mode === 'change' && day !== '' ? day : undefined)

/** A slip of the pen that is put right, or a change from a day on that leaves what was before. */
export const SinceField = ({
  value,
  put,
  tried,
}: {
  readonly value: Since
  readonly put: (value: Since) => void
  readonly tried: boolean
}) => {
  const w = useWords(editWords)
  const options = [
    { value: 'correct', label: w('correct') },
    { value: 'change', label: w('change') },
  ]
  return (
    <>
      <Row path="mode" group label={w('how')} hint={w(value.mode === 'correct' ? 'correctHint' : 'changeHint')}>
        {() => (
          <Radio.Group
            value={value.mode}
            options={options}
            onChange={(e) => put({ ...value, mode: e.target.value === 'change' ? 'change' : 'correct' })}
          />
        )}
      </Row>
      {value.mode === 'change' && (
        <DayField path="from" label={w('changeFrom')} required value={value.day} put={(day) => put({ ...value, day })} tried={tried} />
      )}
    </>
  )
}

type DayProps = {
  readonly path: string
  readonly label: string
  readonly value: string
  readonly put: (day: string) => void
  readonly required?: boolean
  readonly tried?: boolean
  readonly hint?: string
  readonly wrong?: string | undefined
}

export const DayField = ({ path, label, value, put, required = false, tried = false, hint, wrong }: DayProps) => {
  const w = useWords(editWords)
  return (
    <Row
      path={path}
      label={label}
      required={required}
      hint={hint}
      wrong={wrong ?? (tried && required && value === '' ? w('needed') : undefined)}
    >
      {(marks) => <DayEditor day={value} onChange={put} marks={marks} />}
    </Row>
  )
}
