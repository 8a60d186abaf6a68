import { Fault } from '#kit/fault.ts'
import type { Text } from '#kit/text.ts'
import type { CampaignId } from '#kit/id.ts'
import type { Compiled, CompiledAlso, CompiledField, CompiledForm } from '#scheme/compiled.ts'
import type { FieldType } from '#scheme/shape.ts'
import { type Units, unitOfField, unitsOf } from '#scheme/units.ts'
import type { Write } from '../ports.ts'

/* What a scheme says of other campaigns can only be held against them when it is loaded. */

const wants: Readonly<Record<FieldType, CompiledAlso['fields'][number]['gives']>> = {
  text: 'text',
  longtext: 'text',
  date: 'text',
  time: 'text',
  choice: 'text',
  integer: 'number',
  decimal: 'number',
  money: 'number',
  boolean: 'yes or no',
  choices: 'texts',
}

/**
 * The campaigns in which records count as well.
 * @throws Fault 422.30 with everything that does not fit them: not loaded, no such kind, a field that is not there, of another type or
 *   kind of unit, or required and not filled
 */
export const assertAlso = async (db: Pick<Write, 'campaign'>, compiled: Compiled): Promise<readonly CampaignId[]> => {
  const found = new Map<string, CampaignId>()
  const says: Text[] = []
  for (const form of [...compiled.activities.values(), ...compiled.matters.values()]) {
    for (const also of form.also) {
      const head = await db.campaign.byKey(also.campaign)
      const other = head && (await db.campaign.scheme(head.id, head.version))
      if (other === undefined)
        says.push({ zh: `活动“${also.campaign}”尚未装载`, en: `The campaign “${also.campaign}” has not been loaded` })
      else says.push(...misfits(compiled, form, also, other.compiled))
      if (head) found.set(also.campaign, head.id)
    }
  }
  if (says.length > 0)
    throw new Fault('422.30', { what: { zh: says.map((s) => s.zh).join('；'), en: says.map((s) => s.en ?? s.zh).join('; ') } })
  return [...found.values()]
}

const misfits = (compiled: Compiled, form: CompiledForm, also: CompiledAlso, other: Compiled): readonly Text[] => {
  const there = (form.sort === 'activity' ? other.activities : other.matters).get(also.as)
  const name = `${also.campaign}.${also.as}`
  if (there === undefined) return [{ zh: `没有“${name}”`, en: `There is no “${name}”` }]
  const filled = new Set(also.fields.map((f) => f.key))
  const lacking = there.fields.filter(({ field }) => field.required && field.show === undefined && !filled.has(field.key))
  const mine = unitsOf(compiled.scheme.units).units
  return [
    ...lacking.map(({ field }) => ({
      zh: `“${name}”的必填项“${field.key}”没有填`,
      en: `“${field.key}” of “${name}” is required and not filled`,
    })),
    ...also.fields.flatMap((given) => {
      const target = there.fields.find((f) => f.field.key === given.key)
      if (target === undefined) return [{ zh: `“${name}”没有数据项“${given.key}”`, en: `“${name}” has no field “${given.key}”` }]
      return fits(form, given, target, mine)
        ? []
        : [{ zh: `“${name}”的“${given.key}”类型或单位不合`, en: `“${given.key}” of “${name}” is of another type or unit` }]
    }),
    ...lostOutcomes(form, there, name),
  ]
}

const fits = (form: CompiledForm, { gives, field }: CompiledAlso['fields'][number], target: CompiledField, units: Units): boolean => {
  if (gives !== null && gives !== wants[target.field.type]) return false
  const from = form.fields.find((f) => f.field.key === field)
  const [mine, theirs] = [from && unitOfField(from.field, units), unitOfField(target.field, units)]
  return !mine || !theirs || mine.dimension === theirs.dimension
}

/** A matter that ends here has to be able to end in the same way there. */
const lostOutcomes = (form: CompiledForm, there: CompiledForm, name: string): readonly Text[] => {
  if (form.sort !== 'matter' || there.sort !== 'matter') return []
  const theirs = new Set(there.form.outcomes.map((o) => o.key))
  return form.form.outcomes
    .filter((o) => !theirs.has(o.key))
    .map((o) => ({ zh: `“${name}”没有办理结果“${o.key}”`, en: `“${name}” has no outcome “${o.key}”` }))
}
