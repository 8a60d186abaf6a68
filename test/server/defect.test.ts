import assert from 'node:assert/strict'
import { Writable } from 'node:stream'
import { test } from 'node:test'
import { uuidv7 } from 'uuidv7'
import { forEachDatabase } from '../cluster.ts'
import { openHouse } from './house.ts'

const grants = (org: string) => [{ role: 'visitor', org }]

forEachDatabase((fresh) => {
  test('a defect gets a number, tells the user nothing of our inside, and the log nothing of the user', async () => {
    const db = await fresh()
    const lines: string[] = []
    const log = new Writable({
      write: (line: Buffer, _encoding, done) => {
        lines.push(line.toString())
        done()
      },
    })
    const house = await openHouse(db, { log })
    await db.pool.query("alter table account add constraint never_met check (name <> '王小河')")
    const input = {
      id: uuidv7(),
      login: 'wang.xiaohe',
      name: '王小河',
      password: 'three horses by the river',
      grants: grants(await house.org('ROOT')),
    }
    const answer = await house.admin.fetch('/api/account/create', {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(input),
    })
    const body = (await answer.json()) as { code: string; says: string; id: string }
    assert.deepEqual([answer.status, body.code, Object.keys(body).toSorted()], [500, '500.1', ['code', 'details', 'id', 'says']])
    assert.ok(body.says.includes(body.id))
    assert.doesNotMatch(JSON.stringify(body), /never_met|account_|insert|\.ts/)
    const line = lines.find((l) => l.includes(body.id))
    assert.ok(line, 'the log knows the number')
    assert.match(line, /never_met/)
    assert.match(line, /account\.ts/)
    assert.doesNotMatch(lines.join(''), /王小河|wang\.xiaohe|three horses/)
    assert.equal((await db.pool.query('select 1 from op where op_id = $1', [input.id])).rowCount, 0)
    await house.close()
  })

  test('a full disk is told as one, and nothing of it is stored', async () => {
    const db = await fresh()
    const house = await openHouse(db, { logLevel: 'silent' })
    await db.pool.query(`create function disk_full() returns trigger language plpgsql as $$ begin raise exception 'could not extend file' using errcode = '53100'; end $$;
      create trigger disk_full before insert on grant_ for each row execute function disk_full()`)
    const input = { id: uuidv7(), login: 'someone', name: '某人', grants: grants(await house.org('ROOT')) }
    await assert.rejects(house.admin.does('account.create', input), { status: 507, code: '507.1' })
    await db.pool.query('drop trigger disk_full on grant_')
    await house.admin.does('account.create', input)
    await house.close()
  })
})
