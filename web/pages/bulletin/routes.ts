import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { shellRoute } from '#web/shell-route.ts'

export const bulletinsRoute = createRoute({
  getParentRoute: () => shellRoute,
  path: '/bulletins',
  component: lazyRouteComponent(() => import('./desk.tsx'), 'BulletinDesk'),
})

export const bulletinRoute = createRoute({
  getParentRoute: () => shellRoute,
  path: '/bulletins/$bulletin',
  validateSearch: (search: Record<string, unknown>): { readonly figure?: number | undefined } => ({
    figure: Number.isInteger(search['figure']) ? Number(search['figure']) : undefined,
  }),
  component: lazyRouteComponent(() => import('./bulletin.tsx'), 'BulletinPage'),
})

export const bulletinRoutes = [bulletinsRoute, bulletinRoute] as const
