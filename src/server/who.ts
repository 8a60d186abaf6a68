import type { FastifyReply, FastifyRequest } from 'fastify'
import type pg from 'pg'
import { Fault } from '#kit/fault.ts'
import { type Who, whoHolds } from '#store/who.ts'

/** Finds out who is asking, and keeps the browser's cookie. */
export type Porter = {
  /** @throws Fault 401.1 without a session that holds · 403.2 for a write that another site made the browser send */
  admit(request: FastifyRequest): Promise<Who>
  /** For the entrances, where nobody is known yet. @throws Fault 403.2 */
  assertOwnSite(request: FastifyRequest): void
  tokenOf(request: FastifyRequest): string | undefined
  giveCookie(reply: FastifyReply, token: string): void
  takeCookie(reply: FastifyReply): void
  /** Sessions, grants or accounts have changed: ask the database again. */
  forget(): void
}

/** Milliseconds for which who holds a token is not asked again: changes made by another process show after that. */
const trust = 3_000
const most = 5_000
const cookieDays = 30

export const porter = (pool: pg.Pool, publicUrl: URL | undefined): Porter => {
  const secure = publicUrl?.protocol === 'https:'
  const name = secure ? '__Host-zoufang' : 'zoufang'
  const cookie = { path: '/', httpOnly: true, sameSite: 'lax', secure } as const
  const known = new Map<string, { readonly who: Who; readonly until: number }>()

  const ask = async (token: string): Promise<Who | undefined> => {
    const before = known.get(token)
    if (before && before.until > Date.now()) return before.who
    known.delete(token)
    const who = await whoHolds(pool, token)
    if (known.size >= most) known.clear()
    if (who) known.set(token, { who, until: Date.now() + trust })
    return who
  }
  const tokenOf = (request: FastifyRequest) => bearerOf(request) ?? request.cookies[name]
  const assertOwnSite = (request: FastifyRequest): void => {
    if (!isOwnSite(request, publicUrl)) throw new Fault('403.2')
  }
  return {
    admit: async (request) => {
      const token = tokenOf(request)
      const who = token === undefined ? undefined : await ask(token)
      if (!who) throw new Fault('401.1')
      if (request.method !== 'GET' && bearerOf(request) === undefined) assertOwnSite(request)
      return who
    },
    assertOwnSite,
    tokenOf,
    giveCookie: (reply, token) => void reply.setCookie(name, token, { ...cookie, maxAge: cookieDays * 86_400 }),
    takeCookie: (reply) => void reply.clearCookie(name, cookie),
    forget: () => known.clear(),
  }
}

const bearerOf = (request: FastifyRequest): string | undefined => /^Bearer ([\w-]+)$/.exec(request.headers.authorization ?? '')?.[1]

/** A browser says where a request comes from; scripts say nothing and carry no cookie they did not mean to. */
const isOwnSite = (request: FastifyRequest, publicUrl: URL | undefined): boolean => {
  const { host, origin, 'sec-fetch-site': site } = request.headers
  if (typeof site === 'string') return site === 'same-origin' || site === 'none'
  if (origin === undefined) return true
  if (origin === publicUrl?.origin) return true
  return URL.canParse(origin) && new URL(origin).host === host
}
