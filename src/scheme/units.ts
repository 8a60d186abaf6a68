import { Decimal } from '#kit/decimal.ts'
import type { Field, Scheme } from './shape.ts'

/*
 * What amounts are measured in. A unit has a dimension, named by its base unit, and an exact factor to it: 万元 is 10,000 元.
 * Every word not known here is a nominal unit, a dimension of its own: 户 is not 人, and 人 is not 人次.
 */

export type Unit = { readonly name: string; readonly dimension: string /** One of it in base units. */; readonly factor: Decimal }
export type Units = {
  of(name: string): Unit /** Every unit with a name of its own: built in or declared. */
  readonly names: ReadonlySet<string>
}

/** The base of area is 亩, for 1 平方米 = 0.0015 亩 is exact and the other way round is not. */
const builtin: readonly (readonly [dimension: string, units: Readonly<Record<string, string>>])[] = [
  ['元', { 元: '1', 百元: '100', 千元: '1000', 万元: '10000', 百万元: '1000000', 千万元: '10000000', 亿元: '100000000' }],
  ['天', { 天: '1', 人天: '1', 半天: '0.5' }],
  ['亩', { 亩: '1', 平方米: '0.0015', 公顷: '15', 平方公里: '1500', 万亩: '10000' }],
  ['米', { 米: '1', 延长米: '1', 里: '500', 公里: '1000', 千米: '1000' }],
  ['公斤', { 公斤: '1', 千克: '1', 斤: '0.5', 吨: '1000', 万吨: '10000000' }],
  ['%', { '%': '1', '‰': '0.1' }],
]

const table: ReadonlyMap<string, Unit> = new Map(
  builtin.flatMap(([dimension, units]) =>
    Object.entries(units).map(([name, factor]) => [name, { name, dimension, factor: new Decimal(factor) }]),
  ),
)

/** Every unit with a name of its own in the language. */
export const knownUnits: readonly string[] = [...table.keys()]

/** Dimensions that things cannot be counted in: a number of visits is never so many 元. */
export const measured: ReadonlySet<string> = new Set(['元', '亩', '米', '公斤', '%'])

/** Other currencies than 元: each a unit of its own, which converts only as a scheme declares. */
const currency = /^(£|€|\$|₹|[A-Z]{2}\$|[A-Z]{3}|.{0,3}(美元|欧元|港元|港币|澳门元|日元|英镑|韩元|卢布))$/

/** Whether an amount of money can be in it. */
export const isMoney = ({ dimension }: Unit): boolean => dimension === '元' || currency.test(dimension)

export type UnitProblem = { readonly unit: string; readonly why: 'circle' | 'factor' | 'taken' }

/** The built-in units and those a scheme declares. A declared unit in a circle, or with a factor that is no positive number, is nominal. */
export const unitsOf = (declared: Scheme['units']): { readonly units: Units; readonly problems: readonly UnitProblem[] } => {
  const problems: UnitProblem[] = []
  const own = new Map<string, Unit>()
  const nominal = (name: string): Unit => ({ name, dimension: name, factor: one })
  const find = (name: string, seen: readonly string[]): Unit => {
    const found = own.get(name) ?? table.get(name)
    if (found) return found
    const says = Object.hasOwn(declared, name) ? declared[name] : undefined
    if (!says || seen.includes(name)) return nominal(name)
    const base = find(says.of, [...seen, name])
    const factor = positive(String(says.factor))
    return factor === null ? nominal(name) : { name, dimension: base.dimension, factor: factor.times(base.factor) }
  }
  for (const [name, says] of Object.entries(declared)) {
    if (table.has(name)) problems.push({ unit: name, why: 'taken' })
    else if (positive(String(says.factor)) === null) problems.push({ unit: name, why: 'factor' })
    else if (circular(name, declared)) problems.push({ unit: name, why: 'circle' })
    else own.set(name, find(name, []))
  }
  return {
    units: { of: (name) => own.get(name) ?? table.get(name) ?? nominal(name), names: new Set([...table.keys(), ...own.keys()]) },
    problems,
  }
}

const one = new Decimal(1)

const positive = (text: string): Decimal | null =>
  /^\d{1,24}(\.\d{1,12})?$/.test(text) && !/^0*(\.0*)?$/.test(text) ? new Decimal(text) : null

const circular = (name: string, declared: Scheme['units']): boolean => {
  const seen = new Set<string>()
  for (let at: string | undefined = name; at !== undefined && Object.hasOwn(declared, at); at = declared[at]?.of) {
    if (seen.has(at)) return true
    seen.add(at)
  }
  return false
}

/** What a number field is measured in; null for a bare number and for other fields. Money is 元 unless told. */
export const unitOfField = (field: Field, units: Units): Unit | null => {
  if (field.unit !== undefined) return units.of(field.unit)
  return field.type === 'money' ? units.of('元') : null
}

export const factorOf = (field: Field, units: Units): Decimal => unitOfField(field, units)?.factor ?? one
