import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { uuidv7 } from 'uuidv7'
import { canonical } from '#kit/canonical.ts'
import { type Fresh, forEachDatabase } from '../cluster.ts'
import { type TestHouse, openHouse } from './house.ts'

forEachDatabase((fresh) => {
  const story = (title: string, tell: (house: TestHouse, db: Fresh) => Promise<void>) =>
    test(title, async () => {
      const db = await fresh()
      const house = await openHouse(db)
      await tell(house, db).finally(() => house.close())
    })

  const account = async (house: TestHouse, id: string, name: string) => ({
    id,
    login: `a${id.slice(-10)}`,
    name,
    grants: [{ role: 'visitor', org: await house.org('ROOT') }],
  })

  story('the same op again is stored once and answered the same, also when both come at once', async (house, { pool }) => {
    const input = await account(house, uuidv7(), '王小河')
    const answers = await Promise.all(Array.from({ length: 6 }, () => house.admin.does('account.create', input)))
    for (const answer of answers) assert.deepEqual(answer, { id: input.id })
    assert.equal((await pool.query('select 1 from account where account_id = $1', [input.id])).rowCount, 1)
    const ops = await pool.query('select command, by_name, about, answer from op where op_id = $1', [input.id])
    assert.deepEqual(ops.rows, [{ command: 'account.create', by_name: '系统管理员', about: input.id, answer: { id: input.id } }])
  })

  story('the same id with other content is refused and changes nothing', async (house) => {
    const input = await account(house, uuidv7(), '王小河')
    await house.admin.does('account.create', input)
    await assert.rejects(house.admin.does('account.create', { ...input, name: '李大山' }), { code: '409.1' })
    const rows = await house.admin.sees<{ id: string; name: string }[]>('account.list')
    assert.equal(rows.find((r) => r.id === input.id)?.name, '王小河')
  })

  story('another account does not get the stored answer', async (house) => {
    const input = await account(house, uuidv7(), '王小河')
    await house.admin.does('account.create', input)
    const second = await house.as('administrator')
    await assert.rejects(second.does('account.create', input), { code: '409.1' })
  })

  story('an Idempotency-Key makes any write repeatable', async (house, { pool }) => {
    const someone = await house.as('visitor')
    const key = uuidv7()
    const reset = { account: someone.me.account, disabled: true }
    await house.admin.does('account.disable', reset, { 'idempotency-key': key })
    await house.admin.does('account.disable', { ...reset, disabled: false })
    // The old op again is answered from what was kept, and does not disable once more.
    await house.admin.does('account.disable', reset, { 'idempotency-key': key })
    assert.equal((await pool.query('select disabled from account where account_id = $1', [someone.me.account])).rows[0]?.disabled, false)
    await assert.rejects(house.admin.does('account.disable', { ...reset, disabled: false }, { 'idempotency-key': key }), { code: '409.1' })
    await assert.rejects(house.admin.does('account.disable', reset, { 'idempotency-key': 'again' }), { code: '400.2' })
  })

  story('a refused write leaves no op, and can be tried again under its id', async (house, { pool }) => {
    const input = { ...(await account(house, uuidv7(), '王小河')), password: '12345678' }
    await assert.rejects(house.admin.does('account.create', input), { code: '422.4' })
    assert.equal((await pool.query('select 1 from op where op_id = $1', [input.id])).rowCount, 0)
    await house.admin.does('account.create', { ...input, password: 'three horses by the river' })
  })
})

test('canonical text does not depend on the order of keys, and differs when the values do', () => {
  const shuffled = (value: unknown): unknown => {
    if (Array.isArray(value)) return value.map(shuffled)
    if (typeof value !== 'object' || value === null) return value
    return Object.fromEntries(
      Object.entries(value)
        .toReversed()
        .map(([k, v]) => [k, shuffled(v)]),
    )
  }
  fc.assert(fc.property(fc.jsonValue(), (value) => assert.equal(canonical(shuffled(value)), canonical(value))))
  // What can be read back whole cannot be the text of two different values.
  fc.assert(fc.property(fc.jsonValue(), (value) => assert.deepEqual(JSON.parse(canonical(value)), JSON.parse(JSON.stringify(value)))))
})
