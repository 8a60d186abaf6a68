import { Decimal } from '#kit/decimal.ts'
import type { CompiledField, CompiledForm, Names } from '#scheme/compiled.ts'
import { It, Org, Person, Place, Subject } from '#scheme/expression.ts'
import { closingDay } from '#scheme/stand.ts'
import type { Content, Context, FieldValue } from './shape.ts'

/*
 * What a scheme's expressions see of a record. On the hot path of every derivation: no copies, no closures, one object.
 * Content must be normalised (record/check.ts does it): a value that is not what its field says is taken for blank.
 */

type Building = It & { [name: string]: unknown }

/** The names of a record: its fields in base units (money in 元), what every record has, and `it`, which is itself. Blank and hidden fields are absent, and all but `only` these when given. */
export const namesOf = (form: CompiledForm, content: Content, context: Context, only: CompiledForm['counts'] = null): Names => {
  const names = new It() as Building
  names['it'] = names
  names['kind'] = form.kind
  addRecord(names, content, context)
  if (form.sort === 'matter') {
    names['closed'] = content.closing !== null
    if (content.closing !== null) {
      names['outcome'] = content.closing.outcome
      if (!form.fields.some(({ field }) => field.key === closingDay)) names[closingDay] = content.closing.day
    }
  }
  addFields(names, form.fields, content.fields, only)
  return names
}

const addRecord = (names: Building, content: Content, context: Context): void => {
  names['day'] = content.day
  const org = context.org.at(-1)
  if (org) names['org'] = new Org({ code: org.code, kind: org.kind, class: org.class ?? '' })
  const place = context.place.at(-1)
  if (place) names['place'] = new Place(place)
  names['participants'] = context.participants.map((p) => new Person(p))
  names['subjects'] = context.subjects.map((s) => new Subject(s))
  names['photos'] = BigInt(photosIn(content))
}

export const photosIn = (content: Content): number => content.attachments.reduce((n, a) => (a.type.startsWith('image/') ? n + 1 : n), 0)

/** In the form's order, for a field is shown by what stands before it. */
const addFields = (names: Building, fields: readonly CompiledField[], values: Content['fields'], only: CompiledForm['counts']): void => {
  for (const { field, show, factor } of fields) {
    if (only !== null && !only.has(field.key)) continue
    const value = Object.hasOwn(values, field.key) ? values[field.key] : undefined
    if (value === undefined || value === null || value === '') continue
    if (show !== null && show.run(names) !== true) continue
    const seen = sight(field.type, value, factor)
    if (seen !== undefined) names[field.key] = seen
  }
}

const sight = (type: CompiledField['field']['type'], value: NonNullable<FieldValue>, factor: Decimal): unknown => {
  switch (type) {
    case 'integer':
      return factor.eq(1) ? integer(numberText(value)) : exact(numberText(value), factor)
    case 'decimal':
    case 'money':
      return exact(numberText(value), factor)
    case 'boolean':
      return typeof value === 'boolean' ? value : undefined
    case 'choices':
      return Array.isArray(value) && value.length > 0 ? value : undefined
    case 'text':
    case 'longtext':
    case 'date':
    case 'time':
    case 'choice':
      return typeof value === 'string' ? value : undefined
  }
}

const numberText = (value: NonNullable<FieldValue>): string | null =>
  typeof value === 'string' ? value : typeof value === 'object' && 'value' in value ? value.value : null

const whole = /^-?\d{1,18}$/
const integer = (text: string | null): bigint | undefined => (text !== null && whole.test(text) ? BigInt(text) : undefined)

const number = /^-?\d{1,24}(\.\d{1,12})?$/
const exact = (text: string | null, factor: Decimal): Decimal | undefined => {
  if (text === null || !number.test(text)) return undefined
  const value = new Decimal(text)
  return factor.eq(1) ? value : value.times(factor)
}
