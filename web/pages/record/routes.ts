import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import type { RecordFilter } from '#command/ports/record.ts'
import { isDay } from '#kit/day.ts'
import type { State } from '#record/shape.ts'
import { stateWords } from '#web/say/everyday.ts'
import { shellRoute } from '#web/shell-route.ts'

/** What a list of records is narrowed to; it stands in the address, so that a filtered list can be passed on. */
export type ListSearch = Pick<RecordFilter, 'kind' | 'state' | 'from' | 'to' | 'q' | 'closed' | 'mine' | 'flagged'> & {
  readonly place?: string | undefined
}

// not the list in record/shape.ts: that brings zod into the first screen
const isState = (value: unknown): value is State => typeof value === 'string' && Object.hasOwn(stateWords, value)

const word = (value: unknown): string | undefined =>
  typeof value === 'string' && value !== '' ? value : typeof value === 'number' ? String(value) : undefined
const yes = (value: unknown): true | undefined => (value === true ? true : undefined)
const day = (value: unknown): string | undefined => (typeof value === 'string' && isDay(value) ? value : undefined)

const listSearch = (search: Record<string, unknown>): ListSearch => ({
  kind: word(search['kind']),
  state: isState(search['state']) ? search['state'] : undefined,
  place: word(search['place']),
  from: day(search['from']),
  to: day(search['to']),
  q: word(search['q']),
  closed: typeof search['closed'] === 'boolean' ? search['closed'] : undefined,
  mine: yes(search['mine']),
  flagged: yes(search['flagged']),
})

/** Opened from a figure: the version that stood behind it. */
export type RecordSearch = { readonly version?: number | undefined }
const recordSearch = (search: Record<string, unknown>): RecordSearch => ({
  version: typeof search['version'] === 'number' && search['version'] >= 1 ? search['version'] : undefined,
})

export type EntrySearch = { readonly raisedIn?: string | undefined }
const entrySearch = (search: Record<string, unknown>): EntrySearch => ({ raisedIn: word(search['raisedIn']) })

const getParentRoute = () => shellRoute
const list = () => import('./list.tsx')
const entry = () => import('./entry.tsx')
const choose = () => import('./choose.tsx')

export const recordsRoute = createRoute({
  getParentRoute,
  path: '/records',
  validateSearch: listSearch,
  component: lazyRouteComponent(list, 'ActivitiesPage'),
})
export const mattersRoute = createRoute({
  getParentRoute,
  path: '/matters',
  validateSearch: listSearch,
  component: lazyRouteComponent(list, 'MattersPage'),
})
export const reviewRoute = createRoute({
  getParentRoute,
  path: '/review',
  component: lazyRouteComponent(() => import('./review.tsx'), 'ReviewPage'),
})
export const newActivityRoute = createRoute({
  getParentRoute,
  path: '/records/new',
  component: lazyRouteComponent(choose, 'ChooseActivityPage'),
})
export const newMatterRoute = createRoute({
  getParentRoute,
  path: '/matters/new',
  validateSearch: entrySearch,
  component: lazyRouteComponent(choose, 'ChooseMatterPage'),
})
export const enterActivityRoute = createRoute({
  getParentRoute,
  path: '/records/new/$kind',
  component: lazyRouteComponent(entry, 'EnterActivityPage'),
})
export const enterMatterRoute = createRoute({
  getParentRoute,
  path: '/matters/new/$kind',
  validateSearch: entrySearch,
  component: lazyRouteComponent(entry, 'EnterMatterPage'),
})
export const recordRoute = createRoute({
  getParentRoute,
  path: '/records/$record',
  validateSearch: recordSearch,
  component: lazyRouteComponent(() => import('./record.tsx'), 'RecordPage'),
})
export const correctRoute = createRoute({
  getParentRoute,
  path: '/records/$record/correct',
  component: lazyRouteComponent(() => import('./correct.tsx'), 'CorrectPage'),
})

export const recordRoutes = [
  recordsRoute,
  mattersRoute,
  reviewRoute,
  newActivityRoute,
  newMatterRoute,
  enterActivityRoute,
  enterMatterRoute,
  recordRoute,
  correctRoute,
] as const
