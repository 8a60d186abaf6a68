import { Checkbox, DatePicker, Input, Radio, Select, Space, TimePicker } from 'antd'
import dayjs from 'dayjs'
import type { FC } from 'react'
import { approxWords, type Approx, type FieldValue } from '#record/shape.ts'
import type { Field, FieldType } from '#scheme/shape.ts'
import { useUnit } from '#web/say/units.ts'
import { useSay, useWords } from '#web/say/words.ts'
import look from './form.module.css'
import { useNarrow } from './narrow.ts'
import { numberValue, roughOf, typedNumber } from './value.ts'
import { formWords } from './words.ts'

export type EditorProps = {
  readonly field: Field
  readonly id: string
  readonly value: FieldValue | undefined
  readonly onChange: (value: FieldValue) => void
  readonly wrong: boolean
  /** The id of the hint or the complaint. */
  readonly about: string | undefined
}

const marks = ({ id, wrong, about }: Pick<EditorProps, 'id' | 'wrong' | 'about'>) => ({
  id,
  'aria-invalid': wrong,
  ...(about === undefined ? {} : { 'aria-describedby': about }),
  ...(wrong ? { status: 'error' as const } : {}),
})

const Words: FC<EditorProps> = (p) => {
  const text = typeof p.value === 'string' ? p.value : ''
  return (
    <Input
      {...marks(p)}
      value={text}
      maxLength={p.field.length ?? 200}
      onChange={(e) => p.onChange(e.target.value === '' ? null : e.target.value)}
    />
  )
}

const LongWords: FC<EditorProps> = (p) => {
  const w = useWords(formWords)
  const text = typeof p.value === 'string' ? p.value : ''
  const max = p.field.length ?? 5000
  return (
    <div>
      <Input.TextArea
        {...marks(p)}
        value={text}
        maxLength={max}
        autoSize={{ minRows: 4, maxRows: 16 }}
        onChange={(e) => p.onChange(e.target.value === '' ? null : e.target.value)}
      />
      {text.length > max * 0.6 && <div className={look.count}>{w('left', { n: [...text].length, max })}</div>}
    </div>
  )
}

/** Numbers are words to the keyboard: a decimal string is never turned into a float, and full-width digits are welcome. */
const Numeral: FC<EditorProps> = (p) => {
  const w = useWords(formWords)
  const unit = useUnit()(p.field.unit ?? '')
  const { value, approx } = roughOf(p.value)
  const put = (text: string, word: Approx | null) => p.onChange(numberValue(text, word))
  const options = [{ value: '', label: w('exact') }, ...approxWords.map((word) => ({ value: word as string, label: word as string }))]
  return (
    <Space.Compact className={look.numeral}>
      <Input
        {...marks(p)}
        value={value}
        inputMode={p.field.type === 'integer' ? 'numeric' : 'decimal'}
        autoComplete="off"
        onChange={(e) => put(typedNumber(e.target.value), approx)}
        {...(unit === '' ? {} : { suffix: <span className={look.unit}>{unit}</span> })}
      />
      {p.field.approx && (
        <Select
          className={look.approx}
          aria-label={w('approx')}
          value={approx ?? ''}
          options={options}
          popupMatchSelectWidth={false}
          onChange={(word: string) => put(value, word === '' ? null : (word as Approx))}
        />
      )}
    </Space.Compact>
  )
}

/** A phone's own wheel on the phone, a calendar on the desk. */
const DayOf: FC<EditorProps> = (p) => {
  const text = typeof p.value === 'string' ? p.value : ''
  const narrow = useNarrow()
  if (narrow)
    return <Input {...marks(p)} type="date" value={text} onChange={(e) => p.onChange(e.target.value === '' ? null : e.target.value)} />
  return (
    <DatePicker
      {...marks(p)}
      className={look.short}
      value={text === '' ? null : dayjs(text)}
      onChange={(day) => p.onChange(day?.isValid() ? day.format('YYYY-MM-DD') : null)}
    />
  )
}

const TimeOf: FC<EditorProps> = (p) => {
  const text = typeof p.value === 'string' ? p.value : ''
  const narrow = useNarrow()
  if (narrow)
    return <Input {...marks(p)} type="time" value={text} onChange={(e) => p.onChange(e.target.value === '' ? null : e.target.value)} />
  return (
    <TimePicker
      {...marks(p)}
      className={look.short}
      format="HH:mm"
      minuteStep={5}
      value={text === '' ? null : dayjs(`2000-01-01T${text}`)}
      onChange={(time) => p.onChange(time?.isValid() ? time.format('HH:mm') : null)}
    />
  )
}

const YesNo: FC<EditorProps> = (p) => {
  const w = useWords(formWords)
  const chosen = p.value === true ? 'yes' : p.value === false ? 'no' : null
  return (
    <Radio.Group
      {...(p.about === undefined ? {} : { 'aria-describedby': p.about })}
      id={p.id}
      className={look.pair}
      value={chosen}
      optionType="button"
      onChange={(e) => p.onChange(e.target.value === 'yes')}
      options={[
        { value: 'yes', label: w('yes') },
        { value: 'no', label: w('no') },
      ]}
    />
  )
}

/** Few options lie open; many fold into a list with search. */
const One: FC<EditorProps> = (p) => {
  const w = useWords(formWords)
  const say = useSay()
  const options = (p.field.options ?? []).map((o) => ({ value: o.key, label: say(o.title) }))
  const value = typeof p.value === 'string' ? p.value : null
  if (options.length <= 6)
    return (
      <Radio.Group
        id={p.id}
        className={look.chips}
        optionType="button"
        value={value}
        options={options}
        onChange={(e) => p.onChange(String(e.target.value))}
      />
    )
  return (
    <Select
      {...marks(p)}
      aria-labelledby={`${p.id}-label`}
      className={look.full}
      value={value}
      allowClear
      placeholder={w('choose')}
      showSearch={{ optionFilterProp: 'label' }}
      options={options}
      onChange={(key: string | undefined) => p.onChange(key ?? null)}
    />
  )
}

const Several: FC<EditorProps> = (p) => {
  const w = useWords(formWords)
  const say = useSay()
  const options = (p.field.options ?? []).map((o) => ({ value: o.key, label: say(o.title) }))
  const value = Array.isArray(p.value) ? [...p.value] : []
  const put = (keys: string[]) => p.onChange(keys.length === 0 ? null : keys)
  if (options.length <= 10) return <Checkbox.Group className={look.checks} value={value} options={options} onChange={put} />
  return (
    <Select
      {...marks(p)}
      aria-labelledby={`${p.id}-label`}
      mode="multiple"
      className={look.full}
      value={value}
      placeholder={w('choose')}
      showSearch={{ optionFilterProp: 'label' }}
      options={options}
      onChange={put}
    />
  )
}

/** One way of entering for each type of field; a new type does not compile without its own. */
export const editors: Readonly<Record<FieldType, FC<EditorProps>>> = {
  text: Words,
  longtext: LongWords,
  integer: Numeral,
  decimal: Numeral,
  money: Numeral,
  date: DayOf,
  time: TimeOf,
  boolean: YesNo,
  choice: One,
  choices: Several,
}
