import { type Language, say } from '#kit/text.ts'
import type { Field } from '#scheme/shape.ts'
import type { Approx, FieldValue } from './shape.ts'

/** Words before a number (近5100), and after it (5100余). */
const before: ReadonlySet<Approx> = new Set(['近', '约'])

/** A field's value as a cell of a list: titles of what was chosen, numbers with their word; blank is ''. */
export const printed = (field: Field, value: FieldValue | undefined, language: Language): string => {
  if (value === undefined || value === null) return ''
  const title = (key: string): string => {
    const option = field.options?.find((o) => o.key === key)
    return option === undefined ? key : say(option.title, language)
  }
  if (typeof value === 'boolean') return say(value ? { zh: '是', en: 'yes' } : { zh: '否', en: 'no' }, language)
  if (Array.isArray(value)) return value.map(title).join(language === 'zh' ? '、' : ', ')
  if (typeof value === 'string') return field.type === 'choice' ? title(value) : value
  if (!('value' in value)) return ''
  return before.has(value.approx) ? `${value.approx}${value.value}` : `${value.value}${value.approx}`
}

/** What stands above a field's column: its title, and the unit its numbers are in. */
export const headed = (field: Field, language: Language): string => {
  const unit = field.unit ?? (field.type === 'money' ? '元' : undefined)
  const title = say(field.title, language)
  if (unit === undefined) return title
  return language === 'zh' ? `${title}（${unit}）` : `${title} (${unit})`
}
