import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Me, SessionRow } from '#command/views.ts'
import { newLink } from '#store/entrance.ts'
import { type Fresh, forEachDatabase } from '../cluster.ts'
import { type TestHouse, clientOf, openHouse } from './house.ts'

const words = 'three horses by the river'

const post = (house: TestHouse, path: string, body: unknown, headers: Record<string, string> = {}) =>
  fetch(`${house.url}${path}`, { method: 'POST', headers: { 'content-type': 'application/json', ...headers }, body: JSON.stringify(body) })

const tokenIn = (answer: Response): string => {
  const token = /zoufang=([\w-]{64});/.exec(answer.headers.get('set-cookie') ?? '')?.[1]
  assert.ok(token, 'a cookie was set')
  return token
}

const codeOf = async (answer: Response) => ((await answer.json()) as { code: string }).code

forEachDatabase((fresh) => {
  const story = (title: string, tell: (house: TestHouse, db: Fresh) => Promise<void>) =>
    test(title, async () => {
      const db = await fresh()
      const house = await openHouse(db)
      await tell(house, db).finally(() => house.close())
    })

  story('the first administrator comes in by a link, sets a password, and signs in with it', async (house) => {
    assert.equal(house.admin.me.hasPassword, false)
    await house.admin.does('session.password', { password: words })
    const answer = await post(house, '/api/session/start', { login: ' ADMIN ', password: words })
    assert.equal(answer.status, 200)
    const me = (await answer.clone().json()) as Me
    assert.deepEqual([me.login, me.hasPassword, me.grants.map((g) => [g.role, g.orgCode])], ['admin', true, [['administrator', 'ROOT']]])
    const cookie = answer.headers.get('set-cookie') ?? ''
    assert.match(cookie, /HttpOnly/)
    assert.match(cookie, /SameSite=Lax/)
    assert.match(cookie, /Path=\//)
    const seen = await fetch(`${house.url}/api/session/me`, { headers: { cookie: `zoufang=${tokenIn(answer)}` } })
    assert.equal(seen.status, 200)
  })

  story('a link works once, and an earlier link not after a newer one', async (house, { pool }) => {
    const older = await newLink(pool, house.tenant, house.admin.me.account)
    const newer = await newLink(pool, house.tenant, house.admin.me.account)
    assert.equal(await codeOf(await post(house, '/api/session/link', { token: older })), '401.3')
    assert.equal((await post(house, '/api/session/link', { token: newer })).status, 200)
    assert.equal(await codeOf(await post(house, '/api/session/link', { token: newer })), '401.3')
    assert.equal(await codeOf(await post(house, '/api/session/link', { token: 'nonsense' })), '401.3')
  })

  story('a wrong password, an unknown login, an account without a password and a disabled one get the same answer', async (house) => {
    await house.admin.does('session.password', { password: words })
    const liaison = await house.as('liaison')
    const gone = await house.as('visitor')
    await house.admin.does('account.reset', { account: gone.me.account, password: words })
    await house.admin.does('account.disable', { account: gone.me.account, disabled: true })
    const answers = []
    for (const login of ['admin', 'nobody', liaison.me.login, gone.me.login]) {
      const answer = await post(house, '/api/session/start', { login, password: login === gone.me.login ? words : 'not this one' })
      const { id: _, ...body } = (await answer.json()) as { id: string }
      answers.push([answer.status, body, answer.headers.get('set-cookie')])
    }
    for (const answer of answers) assert.deepEqual(answer, answers[0])
    assert.equal(answers[0]?.[0], 401)
  })

  story(
    'many wrong passwords make the next tries wait, whether the login exists or not, and nobody is locked out for good',
    async (house, { pool }) => {
      await house.admin.does('session.password', { password: words })
      for (const login of ['admin', 'nobody']) {
        const tries = await Promise.all(Array.from({ length: 12 }, () => post(house, '/api/session/start', { login, password: 'guess' })))
        const statuses = tries.map((t) => t.status)
        assert.ok(statuses.filter((s) => s === 401).length <= 6, statuses.join())
        assert.ok(statuses.includes(429), statuses.join())
        assert.ok(Number(tries.find((t) => t.status === 429)?.headers.get('retry-after')) >= 1)
      }
      await pool.query("update sign_in_failure set failed_at = failed_at - interval '1 minute'")
      assert.equal((await post(house, '/api/session/start', { login: 'admin', password: words })).status, 200)
      assert.equal((await pool.query("select 1 from sign_in_failure where login = 'admin'")).rowCount, 0)
    },
  )

  story('weak passwords are refused with the reason', async (house) => {
    for (const password of ['1234567', '12345678', 'aaaaaaaaaa', 'zoufang1', 'Admin-12', '系统管理员123', 'ＰＡＳＳＷＯＲＤ']) {
      await assert.rejects(house.admin.does('session.password', { password }), { code: '422.4' }, password)
    }
    await house.admin.does('session.password', { password: '河边三匹马吃草儿' })
  })

  story('changing the password asks for the current one and ends the other sessions', async (house) => {
    await house.admin.does('session.password', { password: words })
    const [one, two] = await Promise.all(
      [1, 2].map(async () => clientOf(house.url, tokenIn(await post(house, '/api/session/start', { login: 'admin', password: words })))),
    )
    assert.ok(one && two)
    await assert.rejects(one.does('session.password', { password: 'four geese on the pond' }), { code: '422.4' })
    await one.does('session.password', { current: words, password: 'four geese on the pond' })
    await assert.rejects(two.sees('session.me'), { code: '401.1' })
    await one.sees('session.me')
  })

  story('signing in anew ends the session of that browser; others are listed and can be ended', async (house) => {
    await house.admin.does('session.password', { password: words })
    const first = tokenIn(await post(house, '/api/session/start', { login: 'admin', password: words }, { 'user-agent': 'old computer' }))
    const second = tokenIn(await post(house, '/api/session/start', { login: 'admin', password: words }, { cookie: `zoufang=${first}` }))
    assert.notEqual(first, second)
    await assert.rejects(clientOf(house.url, first), { code: '401.1' })
    const here = await clientOf(house.url, second)
    const sessions = await here.sees<SessionRow[]>('session.list')
    assert.deepEqual([sessions.length, sessions.filter((s) => s.current).length], [2, 1])
    const other = sessions.find((s) => !s.current)
    await here.does('session.end', { session: other?.id })
    await assert.rejects(house.admin.sees('session.me'), { code: '401.1' })
    const ended = await here.fetch('/api/session/end', { method: 'POST', headers: { 'content-type': 'application/json' }, body: '{}' })
    assert.match(ended.headers.get('set-cookie') ?? '', /zoufang=;/)
    await assert.rejects(here.sees('session.me'), { code: '401.1' })
  })

  story('nobody ends somebody else’s session', async (house) => {
    const liaison = await house.as('liaison')
    const [session] = await liaison.sees<SessionRow[]>('session.list')
    await assert.rejects(house.admin.does('session.end', { session: session?.id }), { code: '404.1' })
    await liaison.sees('session.me')
  })

  story('a write that another site makes the browser send is refused', async (house) => {
    const cookie = `zoufang=${house.admin.token}`
    const tries: Record<string, string>[] = [
      { 'sec-fetch-site': 'cross-site' },
      { 'sec-fetch-site': 'same-site' },
      { origin: 'https://evil.example' },
      { origin: 'null' },
    ]
    for (const headers of tries) assert.equal(await codeOf(await post(house, '/api/session/end', {}, { cookie, ...headers })), '403.2')
    assert.equal(
      await codeOf(await post(house, '/api/session/start', { login: 'a', password: 'b' }, { origin: 'https://evil.example' })),
      '403.2',
    )
    const form = await fetch(`${house.url}/api/session/end`, {
      method: 'POST',
      headers: { cookie, 'content-type': 'text/plain' },
      body: '{}',
    })
    assert.equal(form.status, 415)
    const bare = await fetch(`${house.url}/api/session/end`, { method: 'POST', headers: { cookie } })
    assert.equal(bare.status, 415)
    assert.equal((await post(house, '/api/session/end', {}, { cookie, origin: house.url })).status, 200)
  })

  story('the database holds no password and no token', async (house, { pool }) => {
    await house.admin.does('session.password', { password: words })
    const token = tokenIn(await post(house, '/api/session/start', { login: 'admin', password: words }))
    const tables = ['account', 'session', 'sign_in_link', 'sign_in_failure', 'op', 'grant_']
    const all = (await Promise.all(tables.map((t) => pool.query(`select t::text from ${t} t`))))
      .flatMap((r) => r.rows.map((row: { t: string }) => row.t))
      .join('\n')
    assert.ok(all.includes('$argon2id$'))
    assert.ok(!all.includes(words) && !all.includes(token) && !all.includes(Buffer.from(token).toString('hex')))
  })
})

test('behind https the cookie is for this host alone and never sent in clear', async () => {
  const { clusters, freshDatabase } = await import('../cluster.ts')
  const [cluster] = clusters()
  assert.ok(cluster)
  const db = await freshDatabase(cluster)
  const house = await openHouse(db, { publicUrl: new URL('https://zoufang.example') })
  try {
    const answer = await post(
      house,
      '/api/session/link',
      { token: await newLink(db.pool, house.tenant, house.admin.me.account) },
      { origin: 'https://zoufang.example' },
    )
    assert.match(answer.headers.get('set-cookie') ?? '', /^__Host-zoufang=[\w-]{64};.*Path=\/;.*HttpOnly;.*Secure/)
  } finally {
    await house.close()
    await db.drop()
  }
})
