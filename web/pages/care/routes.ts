import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { isDay } from '#kit/day.ts'
import { shellRoute } from '#web/shell-route.ts'

const day = (value: unknown): string | undefined => (typeof value === 'string' && isDay(value) ? value : undefined)
const word = (value: unknown): string | undefined =>
  typeof value === 'string' && value !== '' ? value : typeof value === 'number' ? String(value) : undefined

/** Which turn, which place, and what the list below is narrowed to. */
export type CoverageSearch = {
  /** Which of the scheme's duties; the first unless told. */
  readonly duty?: number | undefined
  readonly on?: string | undefined
  readonly place?: string | undefined
  readonly list?: 'unreached' | 'waiting' | undefined
  readonly tag?: string | undefined
  readonly kind?: string | undefined
  readonly q?: string | undefined
}

const coverageRoute = createRoute({
  getParentRoute: () => shellRoute,
  path: '/coverage',
  validateSearch: (search: Record<string, unknown>): CoverageSearch => ({
    duty: typeof search['duty'] === 'number' && Number.isInteger(search['duty']) && search['duty'] > 0 ? search['duty'] : undefined,
    on: day(search['on']),
    place: word(search['place']),
    list: search['list'] === 'waiting' ? 'waiting' : undefined,
    tag: word(search['tag']),
    kind: word(search['kind']),
    q: word(search['q']),
  }),
  component: lazyRouteComponent(() => import('./coverage.tsx'), 'CoveragePage'),
})

export type BurdenSearch = {
  readonly of?: 'place' | 'org' | 'person' | undefined
  readonly from?: string | undefined
  readonly to?: string | undefined
}

const burdenRoute = createRoute({
  getParentRoute: () => shellRoute,
  path: '/burden',
  validateSearch: (search: Record<string, unknown>): BurdenSearch => ({
    of: (['place', 'org', 'person'] as const).find((of) => of === search['of']),
    from: day(search['from']),
    to: day(search['to']),
  }),
  component: lazyRouteComponent(() => import('./burden.tsx'), 'BurdenPage'),
})

export const careRoutes = [coverageRoute, burdenRoute] as const
