import { halfWidth } from '#kit/text.ts'

/** Logins are compared without regard to width, case or surrounding space. */
export const plainLogin = (login: string): string => halfWidth(login.normalize('NFKC')).toLowerCase()

/** Letters of any script, digits and . _ - @, two to sixty-four of them. */
export const loginPattern = /^[\p{L}\p{N}][\p{L}\p{N}._@-]{1,63}$/u
