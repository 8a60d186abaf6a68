import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { isDay } from '#kit/day.ts'
import { shellRoute } from '#web/shell-route.ts'

const day = (value: unknown): string | undefined => (typeof value === 'string' && isDay(value) ? value : undefined)

export type OddSearch = { readonly from?: string | undefined; readonly to?: string | undefined }

const oddRoute = createRoute({
  getParentRoute: () => shellRoute,
  path: '/figures/check',
  validateSearch: (search: Record<string, unknown>): OddSearch => ({ from: day(search['from']), to: day(search['to']) }),
  component: lazyRouteComponent(() => import('./odd.tsx'), 'OddPage'),
})

export const oddRoutes = [oddRoute] as const
