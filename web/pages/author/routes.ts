import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { shellRoute } from '#web/shell-route.ts'

/** What is written: the revision of the campaign looked at, a draft that the house keeps, or a new one; and which form the preview shows. */
export type WriteSearch = { readonly revise?: boolean | undefined; readonly draft?: string | undefined; readonly form?: string | undefined }

const writeRoute = createRoute({
  getParentRoute: () => shellRoute,
  path: '/scheme/write',
  validateSearch: (search: Record<string, unknown>): WriteSearch => ({
    revise: search['revise'] === true ? true : undefined,
    draft: typeof search['draft'] === 'string' ? search['draft'] : undefined,
    form: typeof search['form'] === 'string' ? search['form'] : undefined,
  }),
  component: lazyRouteComponent(() => import('./author.tsx'), 'AuthorPage'),
})

export const authorRoutes = [writeRoute] as const
