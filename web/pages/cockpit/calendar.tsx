// oxlint-disable jsx-a11y/no-noninteractive-tabindex -- a box that scrolls must be reachable by the keyboard
import { useMemo } from 'react'
import type { Cockpit } from '#command/views.ts'
import { addDays, firstOfNextMonth, toNumber } from '#kit/day.ts'
import type { Language } from '#kit/text.ts'
import { Chart } from '#web/charts/lazy.tsx'
import { colours, faceFor } from '#web/look/theme.ts'
import { sayDay } from '#web/say/format.ts'
import { usePreferences } from '#web/say/preferences.ts'
import { useWords } from '#web/say/words.ts'
import look from './cockpit.module.css'
import { cockpitWords } from './words.ts'

const heat = ['#e3ebe4', '#b7d0c9', '#7fada8', '#47868a', '#1d5b61']
const weekdays = { zh: ['日', '一', '二', '三', '四', '五', '六'], en: ['S', 'M', 'T', 'W', 'T', 'F', 'S'] }
const monthNames = { zh: Array.from({ length: 12 }, (_, i) => `${i + 1}月`), en: 'EN' }

type Drawn = { readonly days: Cockpit['calendar']; readonly range: readonly [string, string]; readonly cell: number; readonly most: number }
type Said = { readonly language: Language; readonly n: (records: number) => string }

const optionOf = ({ days, range, cell, most }: Drawn, { language, n }: Said) => ({
  textStyle: { fontFamily: faceFor(language) },
  tooltip: {
    confine: true,
    formatter: ({ value: [day, records] }: { value: readonly [string, number] }) => `${sayDay(day, language)}<br><b>${n(records)}</b>`,
  },
  visualMap: { show: false, min: 0, max: most, inRange: { color: heat } },
  calendar: {
    range,
    left: 26,
    top: 24,
    right: 4,
    cellSize: [cell, cell],
    splitLine: { lineStyle: { color: colours.sheet, width: 0 } },
    itemStyle: { color: '#f4f0e6', borderColor: colours.sheet, borderWidth: 2.5 },
    yearLabel: { show: false },
    monthLabel: { nameMap: monthNames[language], color: colours.softInk, fontSize: 12, align: 'left' },
    dayLabel: { firstDay: 1, nameMap: weekdays[language], color: '#676f70', fontSize: 12 },
  },
  series: [
    {
      type: 'heatmap',
      coordinateSystem: 'calendar',
      data: days.map((d) => [d.day, d.records]),
      itemStyle: { borderColor: colours.sheet, borderWidth: 2.5, borderRadius: 4 },
      emphasis: { itemStyle: { borderColor: colours.cinnabar, borderWidth: 1.5 } },
    },
  ],
})

const Legend = () => {
  const w = useWords(cockpitWords)
  return (
    <div className={look.legend} aria-hidden>
      {w('less')}
      {heat.map((colour) => (
        <i key={colour} style={{ background: colour }} />
      ))}
      {w('many')}
    </div>
  )
}

type Props = { readonly days: Cockpit['calendar']; readonly window: Cockpit['campaign']['window'] }

/** Every day of the campaign so far, the darker the more records. */
export const ActivityCalendar = ({ days, window }: Props) => {
  const w = useWords(cockpitWords)
  const { language } = usePreferences()
  const last = days.at(-1)?.day ?? window.from
  const monthEnd = addDays(firstOfNextMonth(last), -1)
  const end = monthEnd < window.to ? monthEnd : window.to
  const weeks = Math.ceil((toNumber(end) - toNumber(window.from)) / 7) + 1
  const cell = Math.min(26, Math.max(13, Math.floor(470 / weeks)))
  const most = Math.max(1, ...days.map((d) => d.records))
  const option = useMemo(
    () => optionOf({ days, range: [window.from, end], cell, most }, { language, n: (records) => w('records_n', { n: records }) }),
    [days, window.from, end, cell, most, language, w],
  )
  const says = w('calendarSays', { from: window.from, to: last, days: days.length, most })
  return (
    <div>
      <div className={look.calendar} tabIndex={0} role="region" aria-label={w('calendar')}>
        <Chart option={option} height={cell * 7 + 34} minWidth={weeks * cell + 40} says={says} />
      </div>
      <Legend />
    </div>
  )
}
