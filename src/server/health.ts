import type { FastifyInstance } from 'fastify'
import { translate } from '#store/fault.ts'
import { plainHeaders } from './fault.ts'
import type { House } from './house.ts'

/** `/health/live`: the process answers. `/health` and `/health/ready`: the database does too, else 503. */
export const routeHealth = (app: FastifyInstance, house: House): void => {
  app.get('/health/live', (_request, reply) => reply.headers(plainHeaders).send({ live: true }))
  for (const path of ['/health', '/health/ready']) {
    app.get(path, async (_request, reply) => {
      await house.store.pool.query('select 1').catch(translate)
      return reply.headers(plainHeaders).send({ live: true, ready: true })
    })
  }
}
