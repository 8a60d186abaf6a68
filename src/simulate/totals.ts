import { parse } from 'yaml'
import { z } from 'zod'
import { Decimal, decimalPattern } from '#kit/decimal.ts'
import { Fault } from '#kit/fault.ts'
import { type Approx, approxWords } from '#record/shape.ts'
import type { Compiled, CompiledForm, CompiledIndicator } from '#scheme/compiled.ts'

/** An indicator's confirmed value that the simulated records must add up to. */
export type Pin = {
  /** The indicator's key, and after @ the one unit whose own value it is; `other-campaign.indicator` where these records count as well. */
  readonly key: string
  /** The campaign whose total it is; null: this one. */
  readonly other: Compiled | null
  readonly indicator: CompiledIndicator
  /** In base units (money: 元); for distinct indicators how many different ones. */
  readonly target: Decimal
  readonly approx: Approx | null
  /** Part of the names of the units whose work it is; any unit's when empty. */
  readonly by: readonly string[]
  /** Part of the name of the unit whose own value it is; everybody's together when null. */
  readonly within: string | null
}

const printed = z
  .union([z.number(), z.string()])
  .transform(String)
  .refine((text) => decimalPattern.test(text))
const given = z.union([
  printed.transform((value) => ({ value, approx: undefined, by: [] })),
  z.strictObject({ value: printed, approx: z.enum(approxWords).optional(), by: z.array(z.string().min(1)).default([]) }),
])
const file = z.record(z.string(), given)

/**
 * Reads a totals file: YAML, indicator → the value as it is printed in the indicator's unit, or { value, approx, by };
 * `indicator@unit` is what that one unit's records add up to, `other-campaign.indicator` what these records add up to in another campaign.
 * @param others the campaigns in which the records count as well
 * @throws Fault 400.6 when it is not such a file · 422.22 for what cannot be pinned
 */
export const readTotals = (source: string, compiled: Compiled, others: readonly Compiled[] = []): readonly Pin[] => {
  const read = file.safeParse(parsed(source))
  if (!read.success)
    throw new Fault('400.6', {
      expected: {
        zh: `总数文件（指标: 数值）：${read.error.issues[0]?.path.join('.') ?? ''}`,
        en: `totals file (indicator: value): ${read.error.issues[0]?.path.join('.') ?? ''}`,
      },
    })
  return Object.entries(read.data).map(([key, { value, approx, by }]) =>
    pinned(key, new Decimal(value), approx ?? null, by, compiled, others),
  )
}

const parsed = (source: string): unknown => {
  try {
    return parse(source)
  } catch (error) {
    throw new Fault('400.6', { expected: { zh: 'YAML 文件', en: 'YAML file' }, why: error instanceof Error ? error.message : '' })
  }
}

const pinned = (
  key: string,
  value: Decimal,
  approx: Approx | null,
  by: readonly string[],
  compiled: Compiled,
  others: readonly Compiled[],
): Pin => {
  const [path = '', within = null] = key.split('@', 2)
  const [name = '', elsewhere] = path.split('.', 2).toReversed()
  const other = elsewhere === undefined ? null : others.find((o) => o.scheme.scheme === elsewhere)
  const indicator = (other ?? compiled).indicators.get(name)
  const refuse = (zh: string, en: string): never => {
    throw new Fault('422.22', { key, why: { zh, en } })
  }
  if (other === undefined) return refuse('记录不同时计入这个活动', 'the records do not count in this campaign')
  if (indicator === undefined) return refuse('方案中没有这个指标', 'the scheme has no such indicator')
  if (indicator.formula) return refuse('它由其他指标计算得出', 'it is computed from others')
  if (value.isNegative()) return refuse('不能为负', 'it is below zero')
  if (approx && indicator.roughFields.length === 0) return refuse('它的数据项不保留概数', 'its fields keep no approximate word')
  return { key, other, indicator, target: indicator.distinct ? value : value.times(indicator.factor), approx, by, within }
}

/** The kinds of records that feed it: of its own campaign, or those that count there. */
const kindsIn = ({ other }: Pin, form: CompiledForm): readonly string[] =>
  other === null ? [form.kind] : form.also.filter((a) => a.campaign === other.scheme.scheme).map((a) => a.as)

export const isFedBy = (pin: Pin, form: CompiledForm): boolean =>
  pin.indicator.sources.some((s) => s.sort === form.sort && kindsIn(pin, form).includes(s.kind))
