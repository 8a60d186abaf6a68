import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { standings } from '#figure/quota/shape.ts'
import { isDay } from '#kit/day.ts'
import { shellRoute } from '#web/shell-route.ts'
import { type QuotaSearch, whos } from './search.ts'

const word = (value: unknown): string | undefined =>
  typeof value === 'string' && value !== '' ? value : typeof value === 'number' ? String(value) : undefined
const oneOf = <T extends string>(list: readonly T[], value: unknown): T | undefined => list.find((x) => x === value)

export const quotaRoute = createRoute({
  getParentRoute: () => shellRoute,
  path: '/quotas',
  validateSearch: (search: Record<string, unknown>): QuotaSearch => ({
    on: typeof search['on'] === 'string' && isDay(search['on']) ? search['on'] : undefined,
    quota: word(search['quota']),
    standing: oneOf(standings, search['standing']),
    who: oneOf(whos, search['who']),
    q: word(search['q']),
  }),
  component: lazyRouteComponent(() => import('./quotas.tsx'), 'QuotasPage'),
})

export const quotaRoutes = [quotaRoute] as const
