import { existsSync } from 'node:fs'
import { join } from 'node:path'
import helmet from '@fastify/helmet'
import fastifyStatic from '@fastify/static'
import type { FastifyInstance } from 'fastify'
import { Fault } from '#kit/fault.ts'
import type { House } from './house.ts'

/** Scripts only from here; antd writes its styles into the page, so styles may be inline. */
export const contentPolicy = {
  useDefaults: false,
  directives: {
    defaultSrc: ["'self'"],
    scriptSrc: ["'self'"],
    styleSrc: ["'self'", "'unsafe-inline'"],
    imgSrc: ["'self'", 'data:', 'blob:'],
    fontSrc: ["'self'", 'data:'],
    connectSrc: ["'self'"],
    objectSrc: ["'none'"],
    baseUri: ["'self'"],
    formAction: ["'self'"],
    frameAncestors: ["'none'"],
  },
}

/** The built web app. Every address that is not a file and not the API's is the app's own, and answered with its page. */
export const routeWeb = async (app: FastifyInstance, house: House): Promise<void> => {
  const https = house.publicUrl?.protocol === 'https:'
  await app.register(helmet, {
    contentSecurityPolicy: contentPolicy,
    crossOriginEmbedderPolicy: false,
    referrerPolicy: { policy: 'same-origin' },
    hsts: https ? { maxAge: 15_552_000 } : false,
  })
  const built = existsSync(join(house.web, 'index.html'))
  if (built) {
    await app.register(fastifyStatic, {
      root: house.web,
      wildcard: true,
      index: 'index.html',
      dotfiles: 'ignore',
      preCompressed: true,
      cacheControl: false,
      setHeaders: (reply, path) =>
        void reply.header('cache-control', path.includes('/assets/') ? 'public, max-age=31536000, immutable' : 'no-cache'),
    })
  }
  app.setNotFoundHandler((request, reply) => {
    const path = request.url.split('?')[0] ?? ''
    const navigates = request.method === 'GET' && !path.startsWith('/api/') && (request.headers.accept ?? '').includes('text/html')
    if (!navigates) throw new Fault('404.2', { path: path.slice(0, 200) })
    if (built) return reply.header('cache-control', 'no-cache').sendFile('index.html')
    return reply
      .code(503)
      .type('text/plain; charset=utf-8')
      .send('网页尚未构建，请运行 npm start\nThe web app has not been built: run npm start\n')
  })
}
