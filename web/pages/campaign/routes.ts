import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { shellRoute } from '#web/shell-route.ts'

const campaignsRoute = createRoute({
  getParentRoute: () => shellRoute,
  path: '/campaigns',
  component: lazyRouteComponent(() => import('./campaigns.tsx'), 'CampaignsPage'),
})

export const campaignRoutes = [campaignsRoute] as const
