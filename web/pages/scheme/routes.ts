import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { shellRoute } from '#web/shell-route.ts'

const first = createRoute({
  getParentRoute: () => shellRoute,
  path: '/scheme',
  component: lazyRouteComponent(() => import('./first.tsx'), 'SchemePage'),
})

export const schemeRoutes = [first] as const
