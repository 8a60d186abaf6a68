import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { shellRoute } from '#web/shell-route.ts'

const accountsRoute = createRoute({
  getParentRoute: () => shellRoute,
  path: '/accounts',
  component: lazyRouteComponent(() => import('./accounts.tsx'), 'AccountsPage'),
})

export const accountRoutes = [accountsRoute] as const
