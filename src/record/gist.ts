import { say } from '#kit/text.ts'
import type { CompiledForm } from '#scheme/compiled.ts'
import type { Content } from './shape.ts'

/** The first words a record says, for lists: its first filled text, else its kind's title. At most 80 characters. */
export const gistOf = (form: CompiledForm, content: Content): string => {
  for (const { field } of form.fields) {
    const value = content.fields[field.key]
    if ((field.type === 'text' || field.type === 'longtext') && typeof value === 'string' && value !== '')
      return [...value.replace(/\s+/g, ' ')].slice(0, 80).join('')
  }
  return say(form.form.title, 'zh')
}
