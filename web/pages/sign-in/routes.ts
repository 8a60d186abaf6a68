import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { rootRoute } from '#web/shell-route.ts'

export const signInRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/sign-in',
  validateSearch: (search: Record<string, unknown>): { readonly back?: string | undefined } => ({
    // only a path of this very house: never another site
    back: typeof search['back'] === 'string' && /^\/(?![/\\])/.test(search['back']) ? search['back'] : undefined,
  }),
  component: lazyRouteComponent(() => import('./sign-in.tsx'), 'SignIn'),
})
