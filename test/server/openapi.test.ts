import assert from 'node:assert/strict'
import { after, before, describe, test } from 'node:test'
import { z } from 'zod'
import { commands } from '#command/list.ts'
import { entrances } from '#command/session/entrance.ts'
import { catalogue } from '#kit/fault.ts'
import { fileRoutes } from '#server/route-files.ts'
import { pathOf } from '#server/route.ts'
import { type Fresh, clusters, freshDatabase } from '../cluster.ts'
import { type TestHouse, openHouse } from './house.ts'

type Operation = {
  operationId: string
  summary: string
  description: string
  parameters?: { name: string; in: string; required: boolean; schema: object }[]
  requestBody?: { content: Record<string, { schema: Record<string, unknown> }> }
  responses: Record<string, { $ref?: string }>
}
type Document = {
  openapi: string
  paths: Record<string, Record<string, Operation>>
  components: { responses: Record<string, object>; schemas: Record<string, { properties: { code: { enum: string[] } } }> }
}

describe('the API describes itself', () => {
  let db: Fresh
  let house: TestHouse
  before(async () => {
    const [cluster] = clusters()
    assert.ok(cluster)
    db = await freshDatabase(cluster)
    house = await openHouse(db)
  })
  after(async () => {
    await house.close()
    await db.drop()
  })
  const document = async (lang: string) => (await (await fetch(`${house.url}/api/openapi.json?lang=${lang}`)).json()) as Document

  test('every command, entrance and file is in it once, under its own path and method', async () => {
    const { openapi, paths } = await document('en')
    assert.match(openapi, /^3\.1\./)
    const named = [...commands, ...entrances, ...fileRoutes]
    assert.deepEqual(Object.keys(paths).toSorted(), named.map(pathOf).toSorted())
    for (const command of commands)
      assert.deepEqual(Object.keys(paths[pathOf(command)] ?? {}), [command.does === 'read' ? 'get' : 'post'], command.name)
    for (const { name } of named) assert.equal(Object.values(paths[pathOf({ name })] ?? {})[0]?.operationId, name)
  })

  test('it speaks the language asked for and keeps the other beside it', async () => {
    for (const operation of Object.values((await document('zh')).paths).flatMap((p) => Object.values(p))) {
      assert.match(operation.summary, /\p{sc=Han}/u, operation.operationId)
      assert.match(operation.description, /[a-z]{3}/, operation.operationId)
    }
    for (const operation of Object.values((await document('en')).paths).flatMap((p) => Object.values(p)))
      assert.doesNotMatch(operation.summary, /\p{sc=Han}/u, operation.operationId)
  })

  test('a query is described field by field, a body by a closed schema', async () => {
    const { paths } = await document('en')
    for (const command of commands) {
      const operation = Object.values(paths[pathOf(command)] ?? {})[0]
      const keys = command.input instanceof z.ZodObject ? Object.keys(command.input.shape) : []
      if (command.does === 'read')
        assert.deepEqual(
          operation?.parameters?.map((p) => p.name),
          keys,
          command.name,
        )
      else {
        const schema = operation?.requestBody?.content['application/json']?.schema
        assert.deepEqual(Object.keys((schema?.['properties'] ?? {}) as object), keys, command.name)
        assert.equal(schema?.['additionalProperties'], false, command.name)
      }
    }
  })

  test('every command says what it answers', async () => {
    const { paths } = await document('en')
    for (const { name } of [...commands, ...entrances]) {
      const answer = Object.values(paths[pathOf({ name })] ?? {})[0]?.responses['200'] as { content?: Record<string, { schema?: object }> }
      assert.ok(Object.keys(answer.content?.['application/json']?.schema ?? {}).length > 0, name)
    }
  })

  test('every reference leads somewhere, and every fault is listed', async () => {
    const { paths, components } = await document('en')
    const refs = [...JSON.stringify(paths).matchAll(/"\$ref":"#\/components\/responses\/(\d+)"/g)].map((m) => m[1] ?? '')
    assert.ok(refs.length > 0)
    for (const ref of refs) assert.ok(ref in components.responses, ref)
    for (const [, name = ''] of JSON.stringify({ paths, components }).matchAll(/"\$ref":"#\/components\/schemas\/([^"]+)"/g))
      assert.ok(name in components.schemas, name)
    assert.deepEqual(components.schemas['Fault']?.properties.code.enum, Object.keys(catalogue))
  })

  test('the browser for it loads nothing from elsewhere and runs no script of its page', async () => {
    const answer = await fetch(`${house.url}/api/docs`)
    const page = await answer.text()
    assert.match(answer.headers.get('content-security-policy') ?? '', /script-src 'self'(;|$)/)
    assert.doesNotMatch(page, /https?:\/\/|<script>|onload=/)
    for (const [, path] of page.matchAll(/(?:src|href)="([^"]+)"/g)) assert.equal((await fetch(`${house.url}${path}`)).status, 200, path)
  })

  test('answers of the API are never cached, sniffed or framed', async () => {
    for (const path of ['/api/session/me', '/api/nothing', '/health']) {
      const { headers } = await fetch(`${house.url}${path}`)
      assert.equal(headers.get('cache-control'), 'no-store', path)
      assert.equal(headers.get('x-content-type-options'), 'nosniff', path)
      assert.match(headers.get('content-security-policy') ?? '', /frame-ancestors 'none'/, path)
    }
  })
})
