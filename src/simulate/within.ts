import { Decimal } from '#kit/decimal.ts'
import { namesOf } from '#record/names.ts'
import type { Content, Context, FieldValue } from '#record/shape.ts'
import type { CompiledField, CompiledForm, CompiledRule } from '#scheme/compiled.ts'
import type { Dice } from './dice.ts'
import { fit, isNumeric } from './numbers.ts'

/* People mostly keep to what a form's checks and rules say of its numbers. */

export const withField = (content: Content, { field }: CompiledField, value: FieldValue): Content => ({
  ...content,
  fields: { ...content.fields, [field.key]: value },
})

/** A number that breaks its check, as what came back of what was sent out: most of the number it is measured by. */
export const nearBound = (form: CompiledForm, content: Content, one: CompiledField, context: Context, d: Dice): Content => {
  const others = form.fields.filter(({ field }) => field.key !== one.field.key && one.check?.reads?.includes(field.key))
  for (const { field } of isNumeric(one.field) ? others : []) {
    const value = content.fields[field.key]
    if (typeof value !== 'string' || !isNumeric(field)) continue
    const near = withField(content, one, fit(one.field, new Decimal(value).times(0.88 + 0.12 * d.next())))
    if (one.check?.run(namesOf(form, near, context)) !== false) return near
  }
  return content
}

/** Numbers brought to where a rule over one of them wants it: seven to nine speakers, ten minutes at most. */
export const keeping = (form: CompiledForm, content: Content, context: Context, d: Dice): Content =>
  form.rules.reduce((now, rule) => (isBroken(rule, form, now, context) ? kept(rule, form, now, context, d) : now), content)

const isBroken = ({ check }: CompiledRule, form: CompiledForm, content: Content, context: Context): boolean =>
  check.run(namesOf(form, content, context)) === false

const kept = (rule: CompiledRule, form: CompiledForm, content: Content, context: Context, d: Dice): Content => {
  const numbers = form.fields.filter(({ field }) => isNumeric(field) && rule.check.reads?.includes(field.key))
  const [one] = numbers
  const said = [...rule.check.source.matchAll(/\b\d+(?:\.\d+)?\b/g)].map((m) => Number(m[0]))
  if (one === undefined || numbers.length > 1 || said.length === 0) return content
  const high = Math.max(...said)
  const low = said.length > 1 ? Math.min(...said) : high / 2
  for (let attempt = 0; attempt < 12; attempt++) {
    // A bound from below is kept above it.
    const value = attempt < 9 ? low + (high - low) * d.next() : high * (1 + d.next())
    const now = withField(content, one, fit(one.field, new Decimal(value.toFixed(1))))
    if (!isBroken(rule, form, now, context)) return now
  }
  return content
}
