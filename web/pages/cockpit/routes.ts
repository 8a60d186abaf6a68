import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { isDay } from '#kit/day.ts'
import { shellRoute } from '#web/shell-route.ts'

export type CockpitSearch = { readonly from?: string | undefined; readonly to?: string | undefined; readonly asOf?: string | undefined }

const day = (value: unknown): string | undefined => (typeof value === 'string' && isDay(value) ? value : undefined)

export const cockpitRoute = createRoute({
  getParentRoute: () => shellRoute,
  path: '/',
  validateSearch: (search: Record<string, unknown>): CockpitSearch => ({
    from: day(search['from']),
    to: day(search['to']),
    asOf: typeof search['asOf'] === 'string' && !Number.isNaN(Date.parse(search['asOf'])) ? search['asOf'] : undefined,
  }),
  component: lazyRouteComponent(() => import('./cockpit.tsx'), 'CockpitPage'),
})

export const cockpitRoutes = [cockpitRoute] as const
