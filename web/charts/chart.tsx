import { BarChart, HeatmapChart } from 'echarts/charts'
import { AriaComponent, CalendarComponent, GridComponent, TooltipComponent, VisualMapComponent } from 'echarts/components'
import { type EChartsCoreOption, init, use } from 'echarts/core'
import { SVGRenderer } from 'echarts/renderers'
import { useEffect, useRef } from 'react'

use([BarChart, HeatmapChart, AriaComponent, CalendarComponent, GridComponent, TooltipComponent, VisualMapComponent, SVGRenderer])

const still = () => window.matchMedia('(prefers-reduced-motion: reduce)').matches

type Props = {
  readonly option: EChartsCoreOption
  readonly height: number
  /** What the drawing shows, for those who do not see it. */
  readonly says: string
  readonly minWidth?: number
}

/** One ECharts drawing that follows its box and its option. Load it lazily: the library is large. */
export const Chart = ({ option, height, says, minWidth }: Props) => {
  const box = useRef<HTMLDivElement>(null)
  useEffect(() => {
    if (box.current === null) return
    const chart = init(box.current, null, { renderer: 'svg' })
    chart.setOption({ animation: !still(), animationDuration: 300, aria: { enabled: false }, ...option })
    const watch = new ResizeObserver(() => chart.resize())
    watch.observe(box.current)
    return () => {
      watch.disconnect()
      chart.dispose()
    }
  }, [option])
  return <div ref={box} role="img" aria-label={says} style={{ height, ...(minWidth === undefined ? {} : { minWidth }) }} />
}
