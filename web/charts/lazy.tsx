import { Skeleton } from 'antd'
import { type ComponentProps, Suspense, lazy } from 'react'
import type { Chart as Drawn } from './chart.tsx'

const Loaded = lazy(async () => ({ default: (await import('./chart.tsx')).Chart }))

/** The chart, with its library fetched when the first one is shown. */
export const Chart = (props: ComponentProps<typeof Drawn>) => (
  <Suspense fallback={<Skeleton.Node active style={{ width: '100%', height: props.height }} />}>
    <Loaded {...props} />
  </Suspense>
)
