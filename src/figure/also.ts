import { Decimal, plain } from '#kit/decimal.ts'
import type { CampaignId } from '#kit/id.ts'
import { namesOf } from '#record/names.ts'
import type { AlsoIn, Content, FieldValue, RecordVersion } from '#record/shape.ts'
import type { Compiled, CompiledAlso, CompiledField, CompiledForm } from '#scheme/compiled.ts'
import { derive } from './derive.ts'
import type { Fact } from './shape.ts'

/* One outing counts in several campaigns: what a record is in another one. A function of both schemes and the record's version alone. */

/** A campaign in which records count as well, with the version of its scheme by which they do. */
export type Other = AlsoIn & { readonly compiled: Compiled }

/** A record as it counts in another campaign. */
export type Echo = { readonly campaign: CampaignId; readonly version: RecordVersion; readonly facts: readonly Fact[] }

const formIn = (compiled: Compiled, { sort, kind }: Pick<RecordVersion, 'sort' | 'kind'>): CompiledForm | undefined =>
  (sort === 'activity' ? compiled.activities : compiled.matters).get(kind)

/** What the version is in each of the other campaigns its context names; `others` must hold them in those versions. */
export const echoes = (compiled: Compiled, version: RecordVersion, others: readonly Other[]): readonly Echo[] =>
  (version.context.also ?? []).flatMap((link) => {
    const other = others.find((o) => o.campaign === link.campaign && o.version === link.version)
    if (other === undefined) throw new Error(`campaign ${link.key} version ${link.version} was not looked up`)
    const there = versionThere(compiled, version, other)
    return there === null ? [] : [{ campaign: other.campaign, version: there, facts: derive(other.compiled, there) }]
  })

/** The version as a record of the other campaign, its fields filled from this one's; null where it is none. */
export const versionThere = (compiled: Compiled, version: RecordVersion, other: Other): RecordVersion | null => {
  const form = formIn(compiled, version)
  const also = form?.also.find((a) => a.campaign === other.key)
  const there = also && formIn(other.compiled, { sort: version.sort, kind: also.as })
  if (form === undefined || also === undefined || there === undefined) return null
  const names = namesOf(form, version.content, version.context)
  if (also.when !== null && also.when.run(names) !== true) return null
  const { also: _, ...context } = version.context
  return { ...version, kind: also.as, schemeVersion: other.version, content: contentThere(version.content, also, there, names), context }
}

const contentThere = (content: Content, also: CompiledAlso, there: CompiledForm, names: Readonly<Record<string, unknown>>): Content => {
  const fields: Record<string, FieldValue> = {}
  for (const { key, value, field } of also.fields) {
    const target = there.fields.find((f) => f.field.key === key)
    if (target !== undefined) fields[key] = valueThere(value.run(names), target, field === null ? null : (content.fields[field] ?? null))
  }
  const ends = there.sort === 'matter' && there.form.outcomes.some((o) => o.key === content.closing?.outcome)
  return { ...content, fields, closing: ends ? content.closing : null }
}

/** What an expression gave, as the other form's field holds it; a number in the field's own unit, with the word it had. */
const valueThere = (given: unknown, { field, factor }: CompiledField, from: FieldValue): FieldValue => {
  if (typeof given === 'bigint' || given instanceof Decimal) {
    const value = plain(new Decimal(given.toString()).div(factor))
    const word = field.approx && typeof from === 'object' && from !== null && 'approx' in from ? from.approx : null
    return word === null ? value : { value, approx: word }
  }
  if (typeof given === 'string' || typeof given === 'boolean') return given
  return Array.isArray(given) ? given.map(String) : null
}
