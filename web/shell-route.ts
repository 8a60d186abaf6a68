import { createRootRoute, createRoute, redirect, retainSearchParams } from '@tanstack/react-router'
import { Refusal, get } from './api/client.ts'
import { queries } from './api/hooks.ts'
import { Shell } from './layout/shell.tsx'
import { catchLink } from './pages/sign-in/link.ts'

/** What every page of the office looks at: a campaign (its key) and an org (its code). Kept from page to page. */
export type ScopeSearch = { readonly campaign?: string | undefined; readonly org?: string | undefined }

const word = (value: unknown): string | undefined =>
  typeof value === 'string' && value !== '' ? value : typeof value === 'number' ? String(value) : undefined

export const rootRoute = createRootRoute({
  beforeLoad: ({ location }) => {
    if (catchLink() && location.pathname !== '/sign-in') throw redirect({ to: '/sign-in', replace: true })
  },
})

/** Everything behind the sign-in. */
export const shellRoute = createRoute({
  getParentRoute: () => rootRoute,
  id: 'shell',
  validateSearch: (search: Record<string, unknown>): ScopeSearch => ({ campaign: word(search['campaign']), org: word(search['org']) }),
  search: { middlewares: [retainSearchParams(['campaign', 'org'])] },
  beforeLoad: async ({ location }) => {
    try {
      await queries.ensureQueryData({ queryKey: ['session.me', {}], queryFn: () => get('session.me', {}) })
    } catch (fault) {
      if (fault instanceof Refusal && fault.status === 401) throw redirect({ to: '/sign-in', search: { back: location.href } })
      throw fault
    }
  },
  component: Shell,
})
