import { list as listFigures } from '#command/figure/list.ts'
import type { FigureRow } from '#command/views.ts'
import { Decimal, plain } from '#kit/decimal.ts'
import { Fault } from '#kit/fault.ts'
import { periodNamed } from '#kit/period.ts'
import { say } from '#kit/text.ts'
import type { House } from '../house.ts'
import { type Out, tableOf } from '../out.ts'
import { inputOf } from '../verb.ts'

/** `figures CAMPAIGN`: every figure of a scope and a period, as of a moment; a subset stands indented below its whole. */
export const showFigures = async (given: Readonly<Record<string, unknown>>, house: House, out: Out): Promise<void> => {
  const flags = withDays(given, house.world.today)
  const rows = (await house.does(listFigures, await inputOf(listFigures, flags, house))) as readonly FigureRow[]
  if (out.json) return out.line(JSON.stringify(rows))
  const head = out.language === 'zh' ? ['指标', '已确认', '待审', '单位', '代码'] : ['figure', 'confirmed', 'pending', 'unit', 'key']
  const table = rows.map((r) => [
    `${r.of === null ? '' : '  '}${say(r.title, out.language)}`,
    shown(r, r.confirmed),
    shown(r, r.pending),
    r.unit,
    r.indicator,
  ])
  for (const line of tableOf(head, table)) out.line(line)
}

/** A period by name stands for its days. @throws Fault 400.2 for what is none */
const withDays = ({ period, ...flags }: Readonly<Record<string, unknown>>, today: string): Readonly<Record<string, unknown>> => {
  if (typeof period !== 'string') return flags
  const named = periodNamed(period, today)
  if (named === null)
    throw new Fault('400.2', {
      what: period,
      expected: { zh: '如 2012-05、2012-Q2、last week', en: 'such as 2012-05, 2012-Q2 or “last week”' },
    })
  return { ...flags, ...named.period }
}

const shown = (row: FigureRow, value: string | null): string => {
  if (value === null) return '-'
  const exact = new Decimal(value)
  const rounded = row.decimals === null ? plain(exact.toDecimalPlaces(6)) : exact.toFixed(row.decimals)
  return row.approx.length > 0 && value === row.confirmed ? `${row.approx.join('')} ${rounded}` : rounded
}
