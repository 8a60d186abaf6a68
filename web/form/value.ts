import { halfWidth } from '#kit/text.ts'
import type { Approx, Content, FieldValue } from '#record/shape.ts'
import type { Field, FieldType } from '#scheme/shape.ts'
import type { OrgId } from '#kit/id.ts'

/** A record before a word is written. */
export const emptyContent = (day: string, org: OrgId): Content => ({
  day,
  org,
  place: null,
  participants: [],
  subjects: [],
  fields: {},
  attachments: [],
  raisedIn: null,
  closing: null,
})

const numbers: readonly FieldType[] = ['integer', 'decimal', 'money']
export const isNumber = (field: Field): boolean => numbers.includes(field.type)

/** What people type as a number, made plain: full-width digits, thousands marks and spaces go. */
export const typedNumber = (text: string): string => halfWidth(text).replace(/[,\s]/g, '').replace(/。/g, '.')

/** The number and its approximate word, whichever way the value is kept. */
export const roughOf = (value: FieldValue | undefined): { readonly value: string; readonly approx: Approx | null } => {
  if (typeof value === 'string') return { value, approx: null }
  if (typeof value === 'object' && value !== null && 'approx' in value) return value
  return { value: '', approx: null }
}

/** Blank is null, never zero. */
export const numberValue = (value: string, approx: Approx | null): FieldValue =>
  value === '' ? null : approx === null ? value : { value, approx }

export const isBlank = (value: FieldValue | undefined): boolean =>
  value === undefined || value === null || value === '' || (Array.isArray(value) && value.length === 0)

export const isPhoto = (file: { readonly type: string }): boolean => file.type.startsWith('image/')
