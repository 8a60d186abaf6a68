import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { test } from 'node:test'
import { verify } from '#command/figure/verify.ts'
import { accept, correct, withdraw } from '#command/record/acts.ts'
import { submit } from '#command/record/submit.ts'
import type { Command } from '#command/command.ts'
import type { Receipt, Verification } from '#command/views.ts'
import { carryOut } from '#store/carry.ts'
import { forEachDatabase } from '../cluster.ts'
import { type Play, play } from '../figure/world.ts'

const carry = async <T>(p: Play, command: Command, input: unknown): Promise<T> =>
  (await carryOut(p.store, command, command.input.parse(input), p.world)) as T

const visit = (p: Play, day: string, subjects: readonly string[]) => ({
  day,
  org: p.id('U1'),
  participants: [p.id('P1')],
  subjects: subjects.map(p.id),
})

/** One record accepted, one corrected to other households, one withdrawn. */
const history = async (p: Play): Promise<void> => {
  const hand = async (day: string, subjects: readonly string[]): Promise<string> => {
    const input = { id: p.world.newId(), campaign: p.campaign, sort: 'activity', kind: 'visit', content: visit(p, day, subjects) }
    return (await carry<Receipt>(p, submit, input)).id
  }
  await carry(p, accept, { record: await hand('2012-03-01', ['H1', 'H2']), seen: 1 })
  await carry(p, correct, {
    record: await hand('2012-03-02', ['H3']),
    seen: 1,
    why: '写错了户',
    content: visit(p, '2012-03-03', ['H4', 'H5']),
  })
  await carry(p, withdraw, { record: await hand('2012-03-04', ['H6']), seen: 1, why: '重复' })
}

const differences = async (p: Play) => (await carry<Verification>(p, verify, {})).differences

/** The statement by which the migration makes the rows of records from before it. */
const backfill = (): string => {
  const text = readFileSync(new URL('../../src/store/migrations/009-call.sql', import.meta.url), 'utf8')
  return text.slice(text.indexOf('insert into call'))
}

forEachDatabase((fresh) => {
  test('records from before visits were kept get theirs, the same as if they had been kept all along', async () => {
    const db = await fresh()
    const p = await play(db)
    await history(p)
    const all = 'select * from call order by record_id, version, subject_id'
    const kept = (await db.pool.query(all)).rows
    assert.equal(kept.length, 2 + 2 + 1 + 2 + 1, 'two versions of the accepted, one and two households of the corrected, one withdrawn')
    await db.pool.query('delete from call')
    assert.equal((await differences(p)).length, kept.length, 'what is missing is told')
    await db.pool.query(backfill())
    assert.deepEqual((await db.pool.query(all)).rows, kept)
    assert.deepEqual(await differences(p), [])
  })

  test('a visit that was altered behind the house’s back is found by the verification', async () => {
    const db = await fresh()
    const p = await play(db)
    await history(p)
    await db.pool.query(`update call set day = '2012-03-09' where subject_id = $1 and closed_at is null`, [p.id('H4')])
    const [found, ...more] = await differences(p)
    assert.match(found?.what ?? '', /^call .* version 2 subject /)
    assert.deepEqual([found?.stored?.includes('2012-03-09'), found?.derived?.includes('2012-03-03'), more.length], [true, true, 0])
  })
})
