import { createRouter } from '@tanstack/react-router'
import { accountRoutes } from './pages/account/routes.ts'
import { authorRoutes } from './pages/author/routes.ts'
import { bulletinRoutes } from './pages/bulletin/routes.ts'
import { campaignRoutes } from './pages/campaign/routes.ts'
import { careRoutes } from './pages/care/routes.ts'
import { cockpitRoutes } from './pages/cockpit/routes.ts'
import { oddRoutes } from './pages/odd/routes.ts'
import { quotaRoutes } from './pages/quota/routes.ts'
import { recordRoutes } from './pages/record/routes.ts'
import { registerRoutes } from './pages/register/routes.ts'
import { schemeRoutes } from './pages/scheme/routes.ts'
import { supervisionRoutes } from './pages/supervision/routes.ts'
import { signInRoute } from './pages/sign-in/routes.ts'
import { rootRoute, shellRoute } from './shell-route.ts'
import { Broken, Missing } from './layout/lost.tsx'

const tree = rootRoute.addChildren([
  signInRoute,
  shellRoute.addChildren([
    ...cockpitRoutes,
    ...supervisionRoutes,
    ...careRoutes,
    ...quotaRoutes,
    ...oddRoutes,
    ...recordRoutes,
    ...bulletinRoutes,
    ...registerRoutes,
    ...schemeRoutes,
    ...campaignRoutes,
    ...authorRoutes,
    ...accountRoutes,
  ]),
])

export const router = createRouter({
  routeTree: tree,
  defaultPreload: 'intent',
  defaultErrorComponent: Broken,
  defaultNotFoundComponent: Missing,
  scrollRestoration: true,
})

declare module '@tanstack/react-router' {
  interface Register {
    router: typeof router
  }
}
