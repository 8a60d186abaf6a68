import assert from 'node:assert/strict'
import { chmodSync, existsSync, mkdirSync, readFileSync, readdirSync, readlinkSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { hostname } from 'node:os'
import { dirname, join } from 'node:path'
import { test } from 'node:test'
import { ask, dataFolder, postmaster, serverOn } from './server.ts'

const root = process.getuid?.() === 0

test('a directory whose path is longer than a socket may have keeps its socket in a short one of its owner alone', async (t) => {
  const dir = dataFolder(t, join('清河市大走访活动办公室'.repeat(3), '数据'.repeat(20)))
  const server = serverOn(t, dir)
  const { url } = await server.hears('url')
  assert.deepEqual(await ask(url, 'select 1 as n'), [{ n: 1 }])
  const socket = decodeURIComponent(String(url).split('host=')[1] ?? '')
  assert.match(socket, /^\/tmp\/zoufang-/)
  assert.equal(statSync(socket).mode & 0o777, 0o700)
  await server.end('SIGTERM')
  rmSync(socket, { recursive: true })
})

test('a directory of another major version is refused, with the way to move it', async (t) => {
  const dir = dataFolder(t)
  const server = serverOn(t, dir)
  await server.hears('url')
  await server.end('SIGTERM')
  writeFileSync(join(dir, 'database', 'PG_VERSION'), '17\n')
  const { fault, details, zh } = await serverOn(t, dir).hears('fault')
  assert.equal(fault, '501.9')
  assert.deepEqual({ ...(details as object), dir: '' }, { dir: '', found: '17', ours: 18 })
  assert.match(String(zh), /pg_dump/)
})

test('a first start that was cut off leaves nothing that hinders the next', async (t) => {
  const dir = dataFolder(t)
  const first = serverOn(t, dir)
  const begun = () => existsSync(dir) && readdirSync(dir).some((name) => existsSync(join(dir, name, 'base')))
  while (!begun()) await new Promise((resolve) => setImmediate(resolve))
  await first.end('SIGKILL')
  assert.equal(existsSync(join(dir, 'database')), false)
  const { url } = await serverOn(t, dir).hears('url')
  assert.deepEqual(await ask(url, 'select 1 as n'), [{ n: 1 }])
  assert.deepEqual(
    readdirSync(dir).filter((name) => name.includes('.new')),
    [],
  )
})

test('a folder named database that is none is left alone', async (t) => {
  const dir = dataFolder(t)
  mkdirSync(join(dir, 'database'), { recursive: true })
  writeFileSync(join(dir, 'database', 'letter.txt'), 'mine')
  assert.equal((await serverOn(t, dir).hears('fault'))['fault'], '501.10')
  assert.equal(readFileSync(join(dir, 'database', 'letter.txt'), 'utf8'), 'mine')
})

test('a lock left by a dead process is swept away, also when its number is now another process’s', async (t) => {
  const dir = dataFolder(t)
  mkdirSync(join(dir, 'locks'), { recursive: true })
  const seat = `${hostname()} ${process.platform === 'linux' ? readlinkSync('/proc/self/ns/pid') : ''}`.trim()
  const entry = { seat, role: 'holder', state: 'held', born: 'long ago' }
  writeFileSync(join(dir, 'locks', 'dead'), JSON.stringify({ ...entry, pid: 2 ** 22 + 1 }))
  writeFileSync(join(dir, 'locks', 'reused'), JSON.stringify({ ...entry, pid: process.pid }))
  await serverOn(t, dir).hears('url')
  assert.equal(existsSync(join(dir, 'locks', 'dead')) || existsSync(join(dir, 'locks', 'reused')), false)
})

test('a lock from another machine or container counts as long as its heart beats', async (t) => {
  const dir = dataFolder(t)
  mkdirSync(join(dir, 'locks'), { recursive: true })
  const file = join(dir, 'locks', 'far')
  const lay = () => writeFileSync(file, JSON.stringify({ pid: 7, born: 'x', seat: 'another house', role: 'holder', state: 'held' }))
  lay()
  const beating = setInterval(lay, 500)
  const refused = serverOn(t, dir)
  assert.deepEqual((await refused.hears('fault'))['details'], { pid: 7 })
  clearInterval(beating)
  await serverOn(t, dir).hears('url')
})

if (root) {
  test('as root the database runs as another user, who owns its files', async (t) => {
    const dir = dataFolder(t)
    await serverOn(t, dir).hears('url')
    const owner = statSync(join(dir, 'database')).uid
    assert.notEqual(owner, 0)
    const status = readFileSync(`/proc/${postmaster(dir)}/status`, 'utf8')
    assert.match(status, new RegExp(`^Uid:\\t${owner}\\t${owner}\\t${owner}\\t${owner}$`, 'm'))
    assert.match(status, /^Groups:\t ?$/m)
  })

  test('as root a directory closed to others keeps its database where that user can reach it, and says so', async (t) => {
    const dir = dataFolder(t, 'data')
    chmodSync(dirname(dir), 0o700)
    const first = serverOn(t, dir)
    const { url, says } = await first.hears('url')
    const ground = dirname(readlinkSync(join(dir, 'database')))
    t.after(() => rmSync(ground, { recursive: true, force: true }))
    assert.match(JSON.stringify(says), new RegExp(ground))
    await ask(url, 'create table t (n int)')
    await first.end('SIGTERM')
    const second = serverOn(t, dir)
    assert.deepEqual(await ask((await second.hears('url'))['url'], 'select n from t'), [])
    await second.end('SIGTERM')
  })
}
