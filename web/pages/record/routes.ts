import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { shellRoute } from '#web/shell-route.ts'

const page = lazyRouteComponent(() => import('./first.tsx'), 'RecordPage')

const recordsRoute = createRoute({ getParentRoute: () => shellRoute, path: '/records', component: page })
const mattersRoute = createRoute({ getParentRoute: () => shellRoute, path: '/matters', component: page })
const recordRoute = createRoute({ getParentRoute: () => shellRoute, path: '/records/$record', component: page })

export const recordRoutes = [recordsRoute, mattersRoute, recordRoute] as const
