/*
 * The first administrator's sign-in link is /#/sign-in/<token>: a fragment never reaches a server's log. It is taken
 * out of the address at once and handed to the sign-in page once.
 */

let token: string | null = null

/** Takes the token out of the address, if there is one; true when one is waiting to be used. */
export const catchLink = (): boolean => {
  const found = /^#\/sign-in\/([\w.~-]+)$/.exec(window.location.hash)
  if (found?.[1] !== undefined) {
    token = found[1]
    window.history.replaceState(null, '', window.location.pathname + window.location.search)
  }
  return token !== null
}

/** The waiting token; only once. */
export const takeLink = (): string | null => {
  const taken = token
  token = null
  return taken
}
