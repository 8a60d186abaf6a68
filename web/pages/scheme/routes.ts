import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { shellRoute } from '#web/shell-route.ts'
import { type Part, parts } from './part.ts'

/** Which part of the scheme is read, in which version. */
export type SchemeSearch = { readonly part?: Part | undefined; readonly form?: string | undefined; readonly version?: number | undefined }

const getParentRoute = () => shellRoute

const schemeRoute = createRoute({
  getParentRoute,
  path: '/scheme',
  validateSearch: (search: Record<string, unknown>): SchemeSearch => ({
    part: parts.find((part) => part === search['part']),
    form: typeof search['form'] === 'string' ? search['form'] : undefined,
    version: typeof search['version'] === 'number' && search['version'] >= 1 ? search['version'] : undefined,
  }),
  component: lazyRouteComponent(() => import('./scheme.tsx'), 'SchemePage'),
})

export const schemeRoutes = [schemeRoute] as const
