import assert from 'node:assert/strict'
import { test } from 'node:test'
import { Fault } from '#kit/fault.ts'
import { openDatabase } from '#store/managed/open.ts'
import { forEachDatabase, clusters } from '../cluster.ts'
import { clusterUrl } from '../cluster/client.ts'
import { ask } from './server.ts'

forEachDatabase((fresh) => {
  test('a database of the user’s own is used as it is', async () => {
    const { url } = await fresh({ migrated: false })
    const opened = await openDatabase({ dataDir: '/nowhere', databaseUrl: url, as: 'server' })
    assert.deepEqual([opened.kind, opened.url], ['external', url])
    await opened.close()
  })
})

test('a database that cannot be reached, is not UTF8, or does not know Chinese letters is refused', async () => {
  const open = (databaseUrl: string) => openDatabase({ dataDir: '/nowhere', databaseUrl, as: 'server' })
  await assert.rejects(open('postgresql://a@127.0.0.1:9/b'), { code: '503.3' })
  const [cluster] = clusters()
  assert.ok(cluster)
  const admin = await clusterUrl(cluster)
  const made = `latin_${process.pid}`
  await ask(admin, `create database ${made} template template0 encoding 'LATIN1' lc_collate 'C' lc_ctype 'C' locale_provider libc`)
  await ask(admin, `create database ${made}_c template template0 encoding 'UTF8' lc_collate 'C' lc_ctype 'C' locale_provider libc`)
  await assert.rejects(open(admin.replace('/postgres?', `/${made}?`)), { code: '501.8' })
  await assert.rejects(open(admin.replace('/postgres?', `/${made}_c?`)), { code: '501.8' })
  await ask(admin, `drop database ${made}`, `drop database ${made}_c`)
})

test('an address that is not one of PostgreSQL is told from a database that is away, and its password is not said', async () => {
  for (const databaseUrl of ['mysql://x:geheim@localhost/x', 'localhost:5432/geheim', 'postgres://geheim@[', 'geheim']) {
    const open = openDatabase({ dataDir: '/nowhere', databaseUrl, as: 'guest' })
    await assert.rejects(open, (e: unknown) => e instanceof Fault && e.code === '400.2' && !e.says('zh').includes('geheim'), databaseUrl)
    await assert.rejects(open, /DATABASE_URL.*postgres:\/\//)
  }
})
