import { createRequire } from 'node:module'
import { dirname } from 'node:path'
import helmet from '@fastify/helmet'
import fastifyStatic from '@fastify/static'
import type { FastifyInstance } from 'fastify'
import type { Language } from '#kit/text.ts'
import { languageOf } from './language.ts'
import { openApi } from './openapi.ts'
import { contentPolicy } from './web.ts'

const swagger = dirname(createRequire(import.meta.url).resolve('swagger-ui-dist/package.json'))
const shown = new Set(['/swagger-ui-bundle.js', '/swagger-ui.css', '/favicon-32x32.png'])

/** /api/openapi.json and, at /api/docs, a browser for it that asks nobody else for anything. */
export const routeDocs = async (app: FastifyInstance): Promise<void> => {
  const made = new Map<Language, string>()
  app.get('/api/openapi.json', (request, reply) => {
    const language = languageOf(request)
    const text = made.get(language) ?? JSON.stringify(openApi(language))
    made.set(language, text)
    return reply.type('application/json; charset=utf-8').header('x-content-type-options', 'nosniff').send(text)
  })
  await app.register(async (scope) => {
    await scope.register(helmet, { contentSecurityPolicy: contentPolicy, hsts: false })
    await scope.register(fastifyStatic, { root: swagger, prefix: '/api/docs/', index: false, allowedPath: (path) => shown.has(path) })
    for (const at of ['/api/docs', '/api/docs/']) scope.get(at, (_request, reply) => reply.type('text/html; charset=utf-8').send(page))
    scope.get('/api/docs/begin.js', (_request, reply) => reply.type('text/javascript; charset=utf-8').send(begin))
  })
}

const page = `<!doctype html>
<html lang="zh-CN">
  <head>
    <meta charset="utf-8" />
    <meta name="viewport" content="width=device-width, initial-scale=1" />
    <title>走访 API · Zoufang API</title>
    <link rel="icon" href="/api/docs/favicon-32x32.png" />
    <link rel="stylesheet" href="/api/docs/swagger-ui.css" />
  </head>
  <body>
    <div id="api"></div>
    <script src="/api/docs/swagger-ui-bundle.js"></script>
    <script src="/api/docs/begin.js"></script>
  </body>
</html>
`

// A file of its own, because the page allows no script within itself.
const begin = `const lang = new URLSearchParams(location.search).get('lang') ?? (navigator.language.startsWith('en') ? 'en' : 'zh')
SwaggerUIBundle({ url: '/api/openapi.json?lang=' + lang, dom_id: '#api', docExpansion: 'none', validatorUrl: null })
`
