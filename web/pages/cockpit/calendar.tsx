import { useMemo } from 'react'
import type { Cockpit } from '#command/views.ts'
import { firstOfNextMonth, addDays, toNumber } from '#kit/day.ts'
import { Chart } from '#web/charts/lazy.tsx'
import { sans } from '#web/look/theme.ts'
import { sayDay } from '#web/say/format.ts'
import { usePreferences } from '#web/say/preferences.ts'
import { useWords } from '#web/say/words.ts'
import look from './cockpit.module.css'
import { cockpitWords } from './words.ts'

const heat = ['#e3ebe4', '#b7d0c9', '#7fada8', '#47868a', '#1d5b61']
const weekdays = { zh: ['日', '一', '二', '三', '四', '五', '六'], en: ['S', 'M', 'T', 'W', 'T', 'F', 'S'] }
const monthNames = { zh: Array.from({ length: 12 }, (_, i) => `${i + 1}月`), en: 'EN' }

/** Every day of the campaign so far, the darker the more records. */
export const ActivityCalendar = ({ days, window }: { readonly days: Cockpit['calendar']; readonly window: Cockpit['campaign']['window'] }) => {
  const w = useWords(cockpitWords)
  const { language } = usePreferences()
  const last = days.at(-1)?.day ?? window.from
  const end = addDays(firstOfNextMonth(last), -1)
  const range = useMemo(() => [window.from, end < window.to ? end : window.to], [window, end])
  const most = Math.max(1, ...days.map((d) => d.records))
  const weeks = Math.ceil((toNumber(range[1] ?? window.from) - toNumber(window.from)) / 7) + 1
  const cell = Math.min(26, Math.max(13, Math.floor(470 / weeks)))
  const option = useMemo(
    () => ({
      textStyle: { fontFamily: sans },
      tooltip: { confine: true, formatter: (p: { value: readonly [string, number] }) => `${sayDay(p.value[0], language)}<br><b>${w('records_n', { n: p.value[1] })}</b>` },
      visualMap: { show: false, min: 0, max: most, inRange: { color: heat } },
      calendar: {
        range, left: 26, top: 24, right: 4, cellSize: [cell, cell], orient: 'horizontal',
        splitLine: { lineStyle: { color: '#fffefb', width: 0 } },
        itemStyle: { color: '#f4f0e6', borderColor: '#fffefb', borderWidth: 2.5 },
        yearLabel: { show: false },
        monthLabel: { nameMap: monthNames[language], color: '#566063', fontSize: 12, align: 'left' },
        dayLabel: { firstDay: 1, nameMap: weekdays[language], color: '#676f70', fontSize: 11 },
      },
      series: [{ type: 'heatmap', coordinateSystem: 'calendar', data: days.map((d) => [d.day, d.records]), itemStyle: { borderColor: '#fffefb', borderWidth: 2.5, borderRadius: 4 }, emphasis: { itemStyle: { borderColor: '#b0392a', borderWidth: 1.5 } } }],
    }),
    [days, range, most, cell, language, w],
  )
  const says = w('calendarSays', { from: window.from, to: last, days: days.length, most })
  return (
    <div>
      <div className={look.calendar} tabIndex={0} role="region" aria-label={w('calendar')}>
        <Chart option={option} height={cell * 7 + 34} minWidth={weeks * cell + 40} says={says} />
      </div>
      <div className={look.legend} aria-hidden>
        {w('less')}
        {heat.map((colour) => (
          <i key={colour} style={{ background: colour }} />
        ))}
        {w('many')}
      </div>
    </div>
  )
}
