import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { sheets, type Sheet } from '#register/shape.ts'
import { shellRoute } from '#web/shell-route.ts'

/** Which part of the register is shown, and what it is narrowed to. */
export type RegisterSearch = {
  readonly tab?: Sheet | undefined
  readonly q?: string | undefined
  readonly kind?: string | undefined
  readonly tag?: string | undefined
  readonly place?: string | undefined
  readonly side?: string | undefined
  readonly linked?: string | undefined
  readonly role?: string | undefined
}

const word = (value: unknown): string | undefined =>
  typeof value === 'string' && value !== '' ? value : typeof value === 'number' ? String(value) : undefined

const getParentRoute = () => shellRoute

const registerRoute = createRoute({
  getParentRoute,
  path: '/register',
  validateSearch: (search: Record<string, unknown>): RegisterSearch => ({
    tab: sheets.find((sheet) => sheet === search['tab']),
    q: word(search['q']),
    kind: word(search['kind']),
    tag: word(search['tag']),
    place: word(search['place']),
    side: word(search['side']),
    linked: word(search['linked']),
    role: word(search['role']),
  }),
  component: lazyRouteComponent(() => import('./register.tsx'), 'RegisterPage'),
})
const importRoute = createRoute({
  getParentRoute,
  path: '/register/import',
  component: lazyRouteComponent(() => import('./import.tsx'), 'ImportPage'),
})
const subjectRoute = createRoute({
  getParentRoute,
  path: '/register/subjects/$subject',
  component: lazyRouteComponent(() => import('./subject.tsx'), 'SubjectPage'),
})

export const registerRoutes = [registerRoute, importRoute, subjectRoute] as const
