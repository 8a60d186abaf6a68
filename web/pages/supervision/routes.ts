import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import type { NoticeState } from '#appraise/notice.ts'
import type { Verdict } from '#command/flag/views.ts'
import { isDay } from '#kit/day.ts'
import { shellRoute } from '#web/shell-route.ts'

const getParentRoute = () => shellRoute

export type SupervisionSearch = { readonly on?: string | undefined }
export type NoticesSearch = { readonly state?: NoticeState | 'open' | 'overdue' | 'asked' | undefined }
export type FlagsSearch = { readonly state?: 'waiting' | 'all' | Verdict | undefined; readonly rule?: string | undefined }
export type DigestSearch = { readonly week?: string | undefined }

const day = (value: unknown): string | undefined => (typeof value === 'string' && isDay(value) ? value : undefined)
const oneOf =
  <T extends string>(...all: readonly T[]) =>
  (value: unknown): T | undefined =>
    all.find((one) => one === value)

const noticeState = oneOf('open', 'overdue', 'asked', 'issued', 'received', 'answered', 'returned', 'closed', 'withdrawn')
const flagState = oneOf('waiting', 'fine', 'not_fine', 'all')

export const supervisionRoute = createRoute({
  getParentRoute,
  path: '/supervision',
  validateSearch: (search: Record<string, unknown>): SupervisionSearch => ({ on: day(search['on']) }),
  component: lazyRouteComponent(() => import('./supervision.tsx'), 'SupervisionPage'),
})
export const noticesRoute = createRoute({
  getParentRoute,
  path: '/supervision/notices',
  validateSearch: (search: Record<string, unknown>): NoticesSearch => ({ state: noticeState(search['state']) }),
  component: lazyRouteComponent(() => import('./notices.tsx'), 'NoticesPage'),
})
export const noticeRoute = createRoute({
  getParentRoute,
  path: '/supervision/notices/$notice',
  component: lazyRouteComponent(() => import('./notice.tsx'), 'NoticePage'),
})
export const flagsRoute = createRoute({
  getParentRoute,
  path: '/supervision/flags',
  validateSearch: (search: Record<string, unknown>): FlagsSearch => ({
    state: flagState(search['state']),
    rule: typeof search['rule'] === 'string' ? search['rule'] : undefined,
  }),
  component: lazyRouteComponent(() => import('./flags.tsx'), 'FlagsPage'),
})
export const digestRoute = createRoute({
  getParentRoute,
  path: '/supervision/digest',
  validateSearch: (search: Record<string, unknown>): DigestSearch => ({ week: day(search['week']) }),
  component: lazyRouteComponent(() => import('./digest.tsx'), 'DigestPage'),
})

export const supervisionRoutes = [supervisionRoute, noticesRoute, noticeRoute, flagsRoute, digestRoute] as const
