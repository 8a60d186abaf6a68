import { Drawer, Skeleton } from 'antd'
import { Suspense, lazy } from 'react'
import type { FigureAt } from './at.ts'

const Behind = lazy(async () => ({ default: (await import('./behind.tsx')).Behind }))

/** A side panel for one figure; `at` null keeps it shut. */
export const FigureDrawer = ({
  at,
  title,
  close,
}: {
  readonly at: FigureAt | null
  readonly title: string
  readonly close: () => void
}) => (
  <Drawer open={at !== null} onClose={close} title={title} size={680} destroyOnHidden styles={{ wrapper: { maxWidth: '100vw' } }}>
    {at !== null && (
      <Suspense fallback={<Skeleton active />}>
        <Behind at={at} />
      </Suspense>
    )}
  </Drawer>
)
