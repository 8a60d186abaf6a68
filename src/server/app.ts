import cookie from '@fastify/cookie'
import Fastify, { type FastifyInstance, LogController } from 'fastify'
import { uuidv7 } from 'uuidv7'
import { routeDocs } from './docs.ts'
import { routeEntrances } from './enter.ts'
import { answerFault, bodyLimit } from './fault.ts'
import { routeHealth } from './health.ts'
import type { House } from './house.ts'
import { readJson } from './json.ts'
import { routeFiles } from './route-files.ts'
import { routeCommands } from './route.ts'
import { routeWeb } from './web.ts'
import { porter } from './who.ts'

/** The HTTP door: the API made from the commands, the web app, health. Ready to listen or to be asked with `inject`. */
export const appOf = async (house: House): Promise<FastifyInstance> => {
  const app = Fastify({
    logger: { level: house.logLevel ?? 'warn', stream: house.log ?? process.stderr },
    logController: new LogController({ disableRequestLogging: true }),
    bodyLimit: bodyLimit * 1024 * 1024,
    requestTimeout: 300_000,
    // What a connection still asks while the server stops is answered, and the connection closed with the answer.
    return503OnClosing: false,
    trustProxy: house.trustProxy === true,
    exposeHeadRoutes: false,
    genReqId: () => uuidv7(),
    frameworkErrors: (error, request, reply) => void answerFault(error, request, reply),
  })
  app.setErrorHandler((error, request, reply) => answerFault(error, request, reply))
  const door = porter(house.store.pool, house.publicUrl)
  await app.register(cookie)
  readJson(app)
  routeHealth(app, house)
  routeCommands(app, house, door)
  await routeFiles(app, house, door)
  await app.register(async (scope) => routeEntrances(scope, house, door))
  await routeDocs(app)
  await app.register(async (scope) => routeWeb(scope, house))
  return app
}
