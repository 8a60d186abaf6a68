import { useMemo } from 'react'
import type { Cockpit, FigureRow } from '#command/views.ts'
import type { Language } from '#kit/text.ts'
import { Chart } from '#web/charts/lazy.tsx'
import { colours, faceFor } from '#web/look/theme.ts'
import { grouped, sayMonth } from '#web/say/format.ts'
import { usePreferences } from '#web/say/preferences.ts'
import { sayUnit } from '#web/say/units.ts'
import { useSay, useWords } from '#web/say/words.ts'
import { cockpitWords } from './words.ts'

type Drawn = {
  readonly months: readonly string[]
  readonly values: readonly string[]
  readonly unit: string
  readonly title: string
  readonly size: number
  readonly face: string
}

const optionOf = ({ months, values, unit, title, size, face }: Drawn) => {
  const text = { fontFamily: face, fontSize: size, color: colours.softInk }
  const label = {
    show: values.length <= 14,
    position: 'top',
    ...text,
    color: colours.ink,
    formatter: (p: { dataIndex: number }) => grouped(values[p.dataIndex] ?? null),
  }
  return {
    textStyle: text,
    grid: { left: 4, right: 4, top: 28, bottom: 4, containLabel: true },
    tooltip: {
      trigger: 'axis',
      axisPointer: { type: 'shadow', shadowStyle: { color: 'rgb(29 91 97 / 6%)' } },
      confine: true,
      textStyle: { ...text, color: colours.ink },
      valueFormatter: (v: number) => `${v.toLocaleString('en')} ${unit}`,
    },
    xAxis: {
      type: 'category',
      data: months,
      axisTick: { show: false },
      axisLine: { lineStyle: { color: '#cfc8b8' } },
      axisLabel: { ...text, lineHeight: size * 1.4 },
    },
    yAxis: { type: 'value', splitNumber: 3, splitLine: { lineStyle: { color: '#ece7db' } }, axisLabel: text },
    series: [
      {
        type: 'bar',
        name: title,
        data: values.map(Number),
        barMaxWidth: 44,
        itemStyle: { color: colours.dai, borderRadius: [3, 3, 0, 0] },
        label,
      },
    ],
  }
}

/** The year stands under the first month and each January. */
const monthLabel = (month: string, i: number, language: Language): string =>
  i === 0 || month.slice(5, 7) === '01' ? `${sayMonth(month, language)}\n${month.slice(0, 4)}` : sayMonth(month, language)

type Props = { readonly trend: Cockpit['trend']; readonly figure: FigureRow }

/** One indicator month by month. */
export const Trend = ({ trend, figure }: Props) => {
  const w = useWords(cockpitWords)
  const say = useSay()
  const { language, larger } = usePreferences()
  const title = say(figure.title)
  const values = trend.values[figure.indicator] ?? nothing
  const option = useMemo(
    () =>
      optionOf({
        months: trend.months.map((m, i) => monthLabel(m, i, language)),
        values,
        unit: sayUnit(figure.unit, language),
        title,
        face: faceFor(language),
        size: larger ? 15 : 12,
      }),
    [trend.months, values, figure.unit, title, language, larger],
  )
  const list = trend.months.map((m, i) => `${m} ${values[i] ?? ''}`).join(language === 'en' ? ', ' : '、')
  return <Chart option={option} height={260} says={w('trendSays', { title, list })} />
}

const nothing: readonly string[] = []
