import assert from 'node:assert/strict'
import { test } from 'node:test'
import { uuidv7 } from 'uuidv7'
import type { AccountRow } from '#command/views.ts'
import { forEachDatabase } from '../cluster.ts'
import { type TestHouse, openHouse } from './house.ts'

const words = 'three horses by the river'

/** 清河市 with two counties; one county has two towns. */
const counties = {
  orgs: [
    { code: 'EAST', name: '东川县', parent: 'ROOT' },
    { code: 'WEST', name: '西岭县', parent: 'ROOT' },
    { code: 'EAST-1', name: '柳湾镇', parent: 'EAST' },
    { code: 'EAST-2', name: '石桥镇', parent: 'EAST' },
  ],
}

forEachDatabase((fresh) => {
  const story = (title: string, tell: (house: TestHouse) => Promise<void>) =>
    test(title, async () => {
      const house = await openHouse(fresh)
      await house
        .register(counties)
        .then(() => tell(house))
        .finally(() => house.close())
    })

  story('an administrator makes an account that signs in and knows its role', async (house) => {
    const id = uuidv7()
    const made = await house.admin.does('account.create', {
      id,
      login: '  Liu.Wan ',
      name: '柳湾联络员',
      password: words,
      grants: [{ role: 'liaison', org: await house.org('EAST-1') }],
    })
    assert.deepEqual(made, { id })
    const answer = await fetch(`${house.url}/api/session/start`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ login: 'ｌｉｕ．ｗａｎ', password: words }),
    })
    const me = (await answer.json()) as { login: string; grants: { role: string; orgName: string }[] }
    assert.equal(me.login, 'liu.wan')
    assert.deepEqual(
      me.grants.map((g) => [g.role, g.orgName]),
      [['liaison', '柳湾镇']],
    )
  })

  story('a login is taken once', async (house) => {
    const grants = [{ role: 'visitor', org: await house.org('EAST-1') }]
    await house.admin.does('account.create', { id: uuidv7(), login: 'once', name: '一', grants })
    await assert.rejects(house.admin.does('account.create', { id: uuidv7(), login: 'ONCE', name: '二', grants }), { code: '409.4' })
  })

  story('an administrator of a county looks after the accounts within it, and no other is there for him', async (house) => {
    const east = await house.as('administrator', 'EAST')
    const own = await house.as('visitor', 'EAST-1')
    const other = await house.as('visitor', 'WEST')
    const seen = (await east.sees<AccountRow[]>('account.list')).map((a) => a.id).toSorted()
    assert.deepEqual(seen, [east.me.account, own.me.account].toSorted())
    await east.does('account.grant', { account: own.me.account, role: 'liaison', org: await house.org('EAST-2') })
    for (const [name, input] of [
      ['account.grant', { account: other.me.account, role: 'visitor', org: await house.org('EAST-1') }],
      ['account.grant', { account: own.me.account, role: 'visitor', org: await house.org('WEST') }],
      ['account.grant', { account: own.me.account, role: 'visitor', org: uuidv7() }],
      ['account.reset', { account: other.me.account, password: words }],
      ['account.disable', { account: house.admin.me.account, disabled: true }],
      [
        'account.create',
        { id: uuidv7(), login: 'climber', name: '越权', grants: [{ role: 'administrator', org: await house.org('ROOT') }] },
      ],
    ] as const) {
      await assert.rejects(east.does(name, input), { code: '404.1' }, `${name} ${JSON.stringify(input)}`)
    }
  })

  story('an account that reaches beyond the county is not in the county administrator’s hands', async (house) => {
    const east = await house.as('administrator', 'EAST')
    const both = await house.as('liaison', 'EAST-1')
    await house.admin.does('account.grant', { account: both.me.account, role: 'liaison', org: await house.org('WEST') })
    await assert.rejects(east.does('account.reset', { account: both.me.account, password: words }), { code: '404.1' })
  })

  story('grants, revocations and disabling work at the next request', async (house) => {
    const someone = await house.as('visitor', 'EAST-1')
    const account = someone.me.account
    await assert.rejects(someone.sees('account.list'), { code: '403.1' })
    await house.admin.does('account.grant', { account, role: 'administrator', org: await house.org('EAST') })
    await someone.sees('account.list')
    await house.admin.does('account.revoke', { account, role: 'administrator', org: await house.org('EAST') })
    await assert.rejects(someone.sees('account.list'), { code: '403.1' })
    await house.admin.does('account.disable', { account, disabled: true })
    await assert.rejects(someone.sees('session.me'), { code: '401.1' })
  })

  story('an administrator cannot shut himself out', async (house) => {
    const account = house.admin.me.account
    await assert.rejects(house.admin.does('account.disable', { account, disabled: true }), { code: '409.7' })
    await assert.rejects(house.admin.does('account.revoke', { account, role: 'administrator', org: await house.org('ROOT') }), {
      code: '409.7',
    })
  })

  story('a reset password ends the account’s sessions', async (house) => {
    const someone = await house.as('visitor', 'EAST-1')
    await house.admin.does('account.reset', { account: someone.me.account, password: words })
    await assert.rejects(someone.sees('session.me'), { code: '401.1' })
  })
})
