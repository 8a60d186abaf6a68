import type { WorkCalendar } from '#kit/workday.ts'
import { reservedWords } from './cel.ts'
import { type CelType, type Expressions, type Variables, expressions } from './expression.ts'
import type { Quota } from './quota.ts'
import type { Field } from './shape.ts'
import { type Units, factorOf } from './units.ts'

/* Which names an expression may use, by where it stands. docs/scheme-language.md tells the same to those who write schemes. */

/** What every record has, whatever its form. `place` is blank for a record without one. */
const ofRecord: Variables = {
  kind: 'string',
  day: 'string',
  org: 'Org',
  place: 'Place',
  participants: 'list<Person>',
  subjects: 'list<Subject>',
  photos: 'int',
}
/** `outcome` is blank until a matter is closed. */
const ofMatter: Variables = { ...ofRecord, outcome: 'string', closed: 'bool' }
/** The day on which a matter was closed; blank until then. A field so called goes before it. */
export const closingDay = 'day_closed'

/** What an indicator of matters sees besides: which event the fact is of. A field so called goes before it. */
export const eventName = 'event'
export const eventWords = ['raised', 'closed'] as const

/** Names that no field may have: a record's own, and words CEL keeps for itself. */
export const takenNames: ReadonlySet<string> = new Set([
  ...Object.keys(ofMatter),
  'it',
  'participant',
  'subject',
  'person',
  ...reservedWords,
])

/** How a field's value is seen: numbers in base units, so what was entered in 万元 is seen in 元. */
const typeOfField = (field: Field, units: Units): CelType => {
  switch (field.type) {
    case 'integer':
      return factorOf(field, units).eq(1) ? 'int' : 'decimal'
    case 'decimal':
    case 'money':
      return 'decimal'
    case 'boolean':
      return 'bool'
    case 'choices':
      return 'list<string>'
    case 'text':
    case 'longtext':
    case 'date':
    case 'time':
    case 'choice':
      return 'string'
  }
}

export const fieldsOf = (fields: readonly Field[], units: Units): Variables =>
  Object.fromEntries(fields.filter((f) => !takenNames.has(f.key)).map((f) => [f.key, typeOfField(f, units)]))

/** Fields that all of several forms have, with the same type. */
export const shared = (each: readonly Variables[]): Variables => {
  const [first = {}, ...rest] = each
  return Object.fromEntries(Object.entries(first).filter(([key, type]) => rest.every((other) => other[key] === type)))
}

/** show, check and rules of a form; an indicator's value and when. */
export const overRecord = (
  sort: 'activity' | 'matter',
  fields: Variables,
  calendar: WorkCalendar,
  per: 'record' | 'participant' | 'subject' = 'record',
): Expressions => {
  const names = namesOver(sort, fields, per)
  return expressions(names, names, calendar)
}

/** An indicator's value and when: what a record’s expressions see, and of matters which event the fact is of. `each`: the fields of each of its forms. */
export const overFact = (
  sort: 'activity' | 'matter',
  each: readonly Variables[],
  per: 'record' | 'participant' | 'subject',
  calendar: WorkCalendar,
): Expressions => {
  const own = each.some((fields) => eventName in fields)
  const names: Variables = { ...(sort === 'matter' && !own ? { [eventName]: 'string' } : {}), ...namesOver(sort, shared(each), per) }
  return expressions(names, names, calendar)
}

const namesOver = (sort: 'activity' | 'matter', fields: Variables, per: 'record' | 'participant' | 'subject'): Variables => {
  const one: Variables = per === 'participant' ? { participant: 'Person' } : per === 'subject' ? { subject: 'Subject' } : {}
  return { ...(sort === 'matter' ? { ...ofMatter, [closingDay]: 'string' as const } : ofRecord), ...one, ...fields }
}

export const overOrg = (): Expressions => expressions({ org: 'Org' })
export const overPerson = (): Expressions => expressions({ person: 'Person' })
/** Formulas: each indicator in its printed unit. */
export const overIndicators = (keys: Iterable<string>): Expressions => expressions(decimals(keys))
/** Who owes a quota: a unit, a team, or a person with their unit. */
const assignees: Readonly<Record<Quota['who'], Variables>> = {
  org: { org: 'Org' },
  team: { team: 'Org' },
  person: { person: 'Person', org: 'Org' },
}
/** Numbers of the assignee that the register knows: subjects linked to it, persons of the unit, units directly below. */
const ofRegister = ['linked', 'members', 'branches'] as const

export const overAssignee = (who: Quota['who']): Expressions => expressions(assignees[who])
/** Bounds of a quota: who owes it, what the register counts of them, and indicators. */
export const overQuota = (who: Quota['who'], keys: Iterable<string>): Expressions =>
  expressions({ ...decimals(keys), ...decimals(ofRegister), ...assignees[who] })
/** Strata of a quota. */
export const overSubject = (): Expressions => expressions({ subject: 'Subject' })

const decimals = (keys: Iterable<string>): Variables =>
  Object.fromEntries([...keys].filter((key) => !reservedWords.has(key)).map((key) => [key, 'decimal' as const]))
