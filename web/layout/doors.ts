import type { Role } from '#access/actor.ts'
import type { Me } from '#command/views.ts'

const overseers: readonly Role[] = ['office', 'liaison']
const administrators: readonly Role[] = []

/**
 * Parts of the house that are not for everybody: the beginning of the address, and the roles of which one must be held somewhere (an
 * administrator holds them all). The menus and the pages themselves both go by it; only for what to show: the house decides.
 */
const doors: readonly { readonly at: string; readonly roles: readonly Role[] }[] = [
  { at: '/supervision', roles: overseers },
  { at: '/burden', roles: overseers },
  { at: '/figures/check', roles: overseers },
  { at: '/review', roles: overseers },
  { at: '/scheme/write', roles: ['office'] },
  { at: '/register/import', roles: administrators },
  { at: '/accounts', roles: administrators },
]

/** Whether the page of this address is one for whoever is signed in. */
export const opensTo = (me: Me | undefined, path: string): boolean => {
  const door = doors.find(({ at }) => path === at || path.startsWith(`${at}/`))
  if (door === undefined) return true
  return me?.grants.some(({ role }) => role === 'administrator' || door.roles.includes(role)) ?? false
}
