import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { shellRoute } from '#web/shell-route.ts'

const first = createRoute({
  getParentRoute: () => shellRoute,
  path: '/register',
  component: lazyRouteComponent(() => import('./first.tsx'), 'RegisterPage'),
})

export const registerRoutes = [first] as const
