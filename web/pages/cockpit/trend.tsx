import { useMemo } from 'react'
import type { Cockpit, FigureRow } from '#command/views.ts'
import { Chart } from '#web/charts/lazy.tsx'
import { colours, sans } from '#web/look/theme.ts'
import { grouped, sayMonth } from '#web/say/format.ts'
import { usePreferences } from '#web/say/preferences.ts'
import { useSay, useWords } from '#web/say/words.ts'
import { cockpitWords } from './words.ts'

type Props = { readonly trend: Cockpit['trend']; readonly figure: FigureRow }

/** One indicator month by month. */
export const Trend = ({ trend, figure }: Props) => {
  const w = useWords(cockpitWords)
  const say = useSay()
  const { language, larger } = usePreferences()
  const values = useMemo(() => trend.values[figure.indicator] ?? [], [trend, figure.indicator])
  const months = useMemo(() => trend.months.map((m, i) => (i === 0 || m.slice(5, 7) === '01' ? `${sayMonth(m, language)}\n${m.slice(0, 4)}` : sayMonth(m, language))), [trend.months, language])
  const option = useMemo(() => {
    const size = larger ? 15 : 12
    const text = { fontFamily: sans, fontSize: size, color: colours.softInk }
    return {
      textStyle: text,
      grid: { left: 4, right: 4, top: 28, bottom: 4, containLabel: true },
      tooltip: { trigger: 'axis', axisPointer: { type: 'shadow', shadowStyle: { color: 'rgb(29 91 97 / 6%)' } }, confine: true, textStyle: { ...text, color: colours.ink }, valueFormatter: (v: number) => `${v.toLocaleString('en')} ${figure.unit}` },
      xAxis: { type: 'category', data: months, axisTick: { show: false }, axisLine: { lineStyle: { color: '#cfc8b8' } }, axisLabel: { ...text, lineHeight: size * 1.4 } },
      yAxis: { type: 'value', splitNumber: 3, splitLine: { lineStyle: { color: '#ece7db' } }, axisLabel: text },
      series: [{
        type: 'bar', name: say(figure.title), data: values.map(Number), barMaxWidth: 44, itemStyle: { color: colours.dai, borderRadius: [3, 3, 0, 0] },
        label: { show: values.length <= 14, position: 'top', ...text, color: colours.ink, formatter: (p: { dataIndex: number }) => grouped(values[p.dataIndex] ?? null) },
      }],
    }
  }, [months, values, figure, say, larger])
  const list = trend.months.map((m, i) => `${m} ${values[i] ?? ''}`).join(language === 'en' ? ', ' : '，')
  return <Chart option={option} height={260} says={w('trendSays', { title: say(figure.title), list })} />
}
