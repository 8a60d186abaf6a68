import assert from 'node:assert/strict'
import { existsSync, readFileSync, readdirSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { test } from 'node:test'
import { setTimeout as sleep } from 'node:timers/promises'
import { alive, ask, dataFolder, postmaster, serverOn } from './server.ts'

test('the first start makes a database that keeps what is written, and a later start finds it', async (t) => {
  const dir = dataFolder(t)
  const first = serverOn(t, dir)
  const { url } = await first.hears('url')
  await ask(url, 'create table t (n int)', 'insert into t values (1)')
  const pid = postmaster(dir) ?? 0
  assert.equal(await first.end('SIGTERM'), 0)
  assert.equal(alive(pid), false)
  assert.equal(existsSync(join(dir, 'database', 'postmaster.pid')), false, 'it was stopped in order')
  const second = serverOn(t, dir)
  assert.deepEqual(await ask((await second.hears('url'))['url'], 'select n from t'), [{ n: 1 }])
})

test('the database is durable, checks its pages, knows Chinese letters, listens on no network, and its role is no superuser', async (t) => {
  const server = serverOn(t, dataFolder(t))
  const { url } = await server.hears('url')
  const names = [
    'fsync',
    'synchronous_commit',
    'full_page_writes',
    'data_checksums',
    'server_encoding',
    'listen_addresses',
    'is_superuser',
    'autovacuum',
  ]
  const [found] = await ask(url, `select ${names.map((n) => `current_setting('${n}') as ${n}`).join(', ')}`)
  assert.deepEqual(found, {
    fsync: 'on',
    synchronous_commit: 'on',
    full_page_writes: 'on',
    data_checksums: 'on',
    server_encoding: 'UTF8',
    listen_addresses: '',
    is_superuser: 'off',
    autovacuum: 'on',
  })
  const [trigrams] = await ask<{ n: number }>(url, 'create extension pg_trgm', "select cardinality(show_trgm('清河走访')) as n")
  assert.ok((trigrams?.n ?? 0) > 0)
  await assert.rejects(ask(String(url).replace(/:[^:@]+@/, ':wrong@'), 'select 1'), { code: '28P01' })
})

test('nobody but its owner may look into the files of the database', async (t) => {
  const dir = dataFolder(t)
  await serverOn(t, dir).hears('url')
  const open = ['database', 'socket', 'locks', 'database.key', 'database.log', 'database/postgresql.conf'].filter(
    (f) => (statSync(join(dir, f)).mode & 0o077) !== 0,
  )
  assert.deepEqual(open, [])
})

test('a second server on the same directory is refused and told who has it', async (t) => {
  const dir = dataFolder(t)
  const first = serverOn(t, dir)
  await first.hears('url')
  const second = serverOn(t, dir)
  const { fault, details } = await second.hears('fault')
  assert.equal(fault, '409.6')
  assert.deepEqual(details, { pid: first.child.pid })
  assert.deepEqual(readdirSync(join(dir, 'locks')).length, 1, 'and leaves no trace')
})

test('of servers started at the same moment one holds the directory, and all others are refused', async (t) => {
  const dir = dataFolder(t)
  const outcomes = await Promise.all(
    [1, 2, 3, 4].map(async () => {
      const { fault } = await serverOn(t, dir).hears('url', 'fault')
      return fault ?? 'up'
    }),
  )
  assert.deepEqual(outcomes.map(String).sort(), ['409.6', '409.6', '409.6', 'up'])
})

test('when a server is killed, the next one takes over the database it left running', async (t) => {
  const dir = dataFolder(t)
  const first = serverOn(t, dir)
  const { url } = await first.hears('url')
  await ask(url, 'create table t (n int)', 'insert into t values (7)')
  const pid = postmaster(dir) ?? 0
  await first.end('SIGKILL')
  assert.equal(alive(pid), true)
  const second = serverOn(t, dir)
  const again = await second.hears('url')
  assert.equal(postmaster(dir), pid)
  assert.match(JSON.stringify(again['says']), /接管/)
  assert.deepEqual(await ask(again['url'], 'select n from t'), [{ n: 7 }])
  assert.equal(await second.end('SIGTERM'), 0)
  assert.equal(alive(pid), false)
})

test('when the database is killed, the server starts it again and nothing committed is lost', async (t) => {
  const dir = dataFolder(t)
  const server = serverOn(t, dir)
  const { url } = await server.hears('url')
  await ask(url, 'create table t (n int)')
  for (const n of [1, 2, 3]) {
    await ask(url, `insert into t values (${n})`)
    const killed = postmaster(dir) ?? 0
    process.kill(killed, 'SIGKILL')
    assert.match(JSON.stringify(await server.hears('told')), /意外停止/)
    assert.match(JSON.stringify(await server.hears('told')), /已恢复/)
    assert.notEqual(postmaster(dir), killed)
  }
  assert.deepEqual(await ask(url, 'select count(*)::int as n from t'), [{ n: 3 }])
})

test('an adopted database is watched over like one of its own', async (t) => {
  const dir = dataFolder(t)
  const first = serverOn(t, dir)
  await first.hears('url')
  await first.end('SIGKILL')
  const second = serverOn(t, dir)
  const { url } = await second.hears('url')
  process.kill(postmaster(dir) ?? 0, 'SIGKILL')
  await second.hears('told')
  await second.hears('told')
  assert.deepEqual(await ask(url, 'select 1 as n'), [{ n: 1 }])
})

test('server and database killed at once: the next start recovers, with both dead numbers given to other processes', async (t) => {
  const dir = dataFolder(t)
  const first = serverOn(t, dir)
  const { url } = await first.hears('url')
  await ask(url, 'create table t (n int)', 'insert into t values (9)')
  const pid = postmaster(dir) ?? 0
  await first.end('SIGKILL')
  process.kill(pid, 'SIGKILL')
  while (alive(pid)) await sleep(10)
  const file = join(dir, 'database', 'postmaster.pid')
  writeFileSync(file, readFileSync(file, 'utf8').replace(String(pid), String(process.pid)))
  const second = serverOn(t, dir)
  assert.deepEqual(await ask((await second.hears('url'))['url'], 'select n from t'), [{ n: 9 }])
})
