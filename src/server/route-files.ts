import multipart from '@fastify/multipart'
import type { FastifyInstance } from 'fastify'
import { fromFlat } from '#command/flat.ts'
import { parsed } from '#command/parsed.ts'
import { Fault } from '#kit/fault.ts'
import { worldOf } from '#store/who.ts'
import { getBlobRoute, putBlobRoute } from './blob.ts'
import { digestRoute } from './digest.ts'
import { burdenExportRoute } from './burden.ts'
import { coverageExportRoute } from './coverage.ts'
import { exportRoute } from './export.ts'
import { plainHeaders } from './fault.ts'
import type { FileRoute } from './files.ts'
import type { House } from './house.ts'
import { importErrorsRoute, importRoute } from './import.ts'
import { flatOf, pathOf } from './route.ts'
import { recordExportRoute } from './record-export.ts'
import { exportRegisterRoute, templateRoute } from './sheet.ts'
import type { Porter } from './who.ts'

/** Every route that is not made from a command's JSON. */
export const fileRoutes: readonly FileRoute[] = [
  putBlobRoute,
  getBlobRoute,
  importRoute,
  importErrorsRoute,
  templateRoute,
  exportRegisterRoute,
  exportRoute,
  recordExportRoute,
  coverageExportRoute,
  burdenExportRoute,
  digestRoute,
]

const megabyte = 1024 * 1024

export const routeFiles = async (app: FastifyInstance, house: House, porter: Porter): Promise<void> => {
  const add = (scope: FastifyInstance, route: FileRoute): void => {
    scope.route({
      method: route.method,
      url: pathOf(route),
      ...(route.takes === 'nothing' ? {} : { bodyLimit: ('bytes' in route.takes ? route.takes.bytes : route.takes.form) * megabyte }),
      // Who is not let in does not get to send twenty megabytes first.
      onRequest: async (request) => void (await porter.admit(request)),
      handler: async (request, reply) => {
        const world = worldOf(await porter.admit(request))
        const input = parsed(route.input, fromFlat(route.input, flatOf(request)))
        const verdict = route.may(world.actor, input)
        if (!verdict.yes) throw new Fault('403.1', { what: route.says, why: verdict.why })
        const answer = await route.answer({ house, world, input, request, reply })
        return reply.sent || answer === reply ? reply : reply.headers(plainHeaders).send(answer)
      },
    })
  }
  await app.register(async (scope) => {
    scope.removeAllContentTypeParsers()
    scope.addContentTypeParser('*', { parseAs: 'buffer' }, (_request, body, done) => done(null, body))
    for (const route of fileRoutes) if (route.takes === 'nothing' || 'bytes' in route.takes) add(scope, route)
  })
  for (const route of fileRoutes) {
    if (route.takes === 'nothing' || 'bytes' in route.takes) continue
    const { form } = route.takes
    await app.register(async (scope) => {
      await scope.register(multipart, {
        throwFileSizeLimit: false,
        limits: { fileSize: form * megabyte, files: 1, fields: 5, fieldSize: 1000, parts: 6 },
      })
      add(scope, route)
    })
  }
}
