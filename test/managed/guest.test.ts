import assert from 'node:assert/strict'
import { test } from 'node:test'
import { alive, ask, dataFolder, postmaster, serverOn } from './server.ts'

test('a guest uses the database of the server that runs, and leaves it running', async (t) => {
  const dir = dataFolder(t)
  const server = serverOn(t, dir)
  const { url } = await server.hears('url')
  const guest = serverOn(t, dir, 'guest')
  assert.equal((await guest.hears('url'))['url'], url)
  await guest.end('SIGTERM')
  assert.deepEqual(await ask(url, 'select 1 as n'), [{ n: 1 }])
})

test('a guest without a server runs the database itself, and stops it when it leaves', async (t) => {
  const dir = dataFolder(t)
  const guest = serverOn(t, dir, 'guest')
  await guest.hears('url')
  const pid = postmaster(dir) ?? 0
  assert.equal(await guest.end('SIGTERM'), 0)
  assert.equal(alive(pid), false)
})

test('of guests without a server the last one to leave stops the database', async (t) => {
  const dir = dataFolder(t)
  const guests = [1, 2, 3].map(() => serverOn(t, dir, 'guest'))
  const urls = await Promise.all(guests.map(async (g) => (await g.hears('url'))['url']))
  assert.equal(new Set(urls).size, 1)
  const pid = postmaster(dir) ?? 0
  for (const guest of guests) {
    assert.deepEqual(await ask(urls[0], 'select 1 as n'), [{ n: 1 }])
    await guest.end('SIGTERM')
  }
  assert.equal(alive(pid), false)
})

test('guests that leave at the same moment leave no database behind', async (t) => {
  const dir = dataFolder(t)
  const guests = [1, 2, 3].map(() => serverOn(t, dir, 'guest'))
  await Promise.all(guests.map((g) => g.hears('url')))
  const pid = postmaster(dir) ?? 0
  await Promise.all(guests.map((g) => g.end('SIGTERM')))
  assert.equal(alive(pid), false)
})
