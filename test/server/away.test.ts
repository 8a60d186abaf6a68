import assert from 'node:assert/strict'
import { spawn } from 'node:child_process'
import { join } from 'node:path'
import { test } from 'node:test'
import { setTimeout as sleep } from 'node:timers/promises'
import { uuidv7 } from 'uuidv7'
import { usableHome } from '#store/managed/binaries.ts'
import { asUser, bareEnvironment, servant } from '#store/managed/servant.ts'
import { migrate } from '#store/migrate.ts'
import { poolOf } from '#store/sql.ts'
import { clusters } from '../cluster.ts'
import { runCluster } from '../cluster/run.ts'
import { openHouse } from './house.ts'

/** Asks again until it holds; gives up after half a minute. */
const eventually = async (holds: () => Promise<boolean>): Promise<void> => {
  for (let i = 0; i < 300; i++) {
    if (await holds()) return
    await sleep(100)
  }
  assert.fail('it never came to hold')
}

for (const installed of clusters()) {
  test(`a database that goes away and comes back takes nothing acknowledged with it (PostgreSQL ${installed.major})`, async (t) => {
    const cluster = await runCluster(installed, { durable: true })
    t.after(() => cluster.stop())
    const pool = poolOf(cluster.url, 6)
    t.after(() => pool.end())
    await migrate(pool)
    const house = await openHouse({ url: cluster.url, admin: cluster.url, pool, drop: async () => undefined }, { logLevel: 'silent' })
    t.after(() => house.close())
    const org = await house.org('ROOT')
    const acknowledged: string[] = []
    const create = async (id: string) =>
      house.admin
        .does('account.create', { id, login: `x${id.slice(-12)}`, name: '走访干部', grants: [{ role: 'visitor', org }] })
        .then(() => void acknowledged.push(id))
    const ready = async () => (await fetch(`${house.url}/health`)).status

    await create(uuidv7())
    // Under load: some of these are answered, some refused; which, is only known by their answers.
    const tried = Array.from({ length: 40 }, () => uuidv7())
    const under = Promise.allSettled(tried.map(create))
    const gone = new Promise((resolve) => cluster.child.once('exit', resolve))
    cluster.child.kill('SIGQUIT')
    await gone
    const outcomes = await under
    for (const outcome of outcomes)
      if (outcome.status === 'rejected') assert.equal((outcome.reason as { code?: string }).code, '503.1', String(outcome.reason))

    assert.equal(await ready(), 503)
    assert.equal((await fetch(`${house.url}/health/live`)).status, 200)
    const away = await house.admin.fetch('/api/account/list', { headers: { 'accept-language': 'en' } })
    assert.equal(away.status, 503)
    assert.match(((await away.json()) as { says: string }).says, /nothing was saved/)

    const home = usableHome(installed.home, servant())
    const again = spawn(
      join(home, 'bin', 'postgres'),
      ['-D', join(cluster.folder, 'data'), '-c', 'listen_addresses=', '-c', `unix_socket_directories=${join(cluster.folder, 'socket')}`],
      {
        ...asUser(servant()),
        env: bareEnvironment(),
        cwd: '/',
        stdio: 'ignore',
      },
    )
    t.after(async () => {
      const ended = new Promise((resolve) => again.once('exit', resolve))
      again.kill('SIGQUIT')
      await ended
    })
    await eventually(async () => (await ready()) === 200)

    // Whoever had no answer asks again with the same id; in the end each is there once.
    for (const id of tried) await create(id)
    const rows = (await house.admin.sees<{ id: string }[]>('account.list')).map((a) => a.id)
    for (const id of acknowledged) assert.equal(rows.filter((r) => r === id).length, 1)
    assert.equal(rows.length, 1 + 1 + tried.length)
  })
}
