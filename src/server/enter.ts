import rateLimit from '@fastify/rate-limit'
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { parsed } from '#command/parsed.ts'
import { link, start } from '#command/session/entrance.ts'
import type { Me } from '#command/views.ts'
import { dayIn } from '#kit/day.ts'
import { Fault } from '#kit/fault.ts'
import { type Entry, signIn, useLink } from '#store/entrance.ts'
import { plainHeaders } from './fault.ts'
import type { House } from './house.ts'
import { bodyOf, pathOf } from './route.ts'
import type { Porter } from './who.ts'

/** Tries a minute from one address; an office behind one address signs in together at eight in the morning. */
const triesAMinute = 60

/** The two ways in. The rate limit is loaded for them alone: it costs every request it watches. */
export const routeEntrances = async (app: FastifyInstance, house: House, porter: Porter): Promise<void> => {
  await app.register(rateLimit, {
    max: triesAMinute,
    timeWindow: 60_000,
    errorResponseBuilder: (_request, { ttl }) => new Fault('429.1', { seconds: Math.max(1, Math.ceil(ttl / 1000)) }),
  })
  const { pool } = house.store
  const welcome = async (
    request: FastifyRequest,
    reply: FastifyReply,
    enter: (browser: Parameters<typeof signIn>[2]) => Promise<Entry>,
  ) => {
    porter.assertOwnSite(request)
    const entry = await enter({ agent: request.headers['user-agent'] ?? '', before: porter.tokenOf(request) })
    porter.giveCookie(reply, entry.token)
    return reply.headers(plainHeaders).send(await meOf(house, entry))
  }
  app.post(pathOf(start), (request, reply) =>
    welcome(request, reply, (browser) => signIn(pool, parsed(start.input, bodyOf(request)), browser)),
  )
  app.post(pathOf(link), (request, reply) =>
    welcome(request, reply, (browser) => useLink(pool, parsed(link.input, bodyOf(request)).token, browser)),
  )
}

const meOf = async (house: House, { tenant, account }: Entry): Promise<Me> => {
  // Names of orgs as of today; which time zone's today makes no difference to a greeting.
  const me = await house.store.read(tenant, (db) => db.account.me(account, dayIn(Date.now(), 'Asia/Shanghai')))
  if (!me) throw new Fault('401.1')
  return me
}
