import assert from 'node:assert/strict'
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, test } from 'node:test'
import { fileURLToPath } from 'node:url'
import { loadDemo } from '#cli/demo.ts'
import { demoGroups } from '#cli/demo-group.ts'
import { commands } from '#command/list.ts'
import type { BulletinRow, BulletinView, Verification } from '#command/views.ts'
import { carryOut } from '#store/carry.ts'
import { storeOn } from '#store/store.ts'
import { foundTenant } from '#store/tenant.ts'
import { whoAtTerminal, worldOf } from '#store/who.ts'
import { forEachDatabase } from '../cluster.ts'

const folder = mkdtempSync(join(tmpdir(), 'zoufang-demo-'))
after(() => rmSync(folder, { recursive: true, force: true }))

/** Two small campaigns in one invented city; the first prints a bulletin. */
const schemes = fileURLToPath(new URL('../simulate/schemes/', import.meta.url))
for (const [name, until, beyond] of [
  ['harvest', '2020-06-30', '2020-07-06'],
  ['tour', '2023-11-30', '2023-12-05'],
] as const) {
  const to = join(folder, name)
  mkdirSync(to)
  const bulletin = name === 'harvest' ? 'bulletins: { progress: { title: { zh: 通报 }, template: bulletin.md } }\n' : ''
  writeFileSync(join(to, 'scheme.yaml'), readFileSync(join(schemes, `${name}.yaml`), 'utf8') + bulletin)
  cpSync(join(schemes, `${name}.totals.yaml`), join(to, 'totals.yaml'))
  const bulletins = name === 'harvest' ? 'bulletins: [{ template: progress, with: { tour: inspection-tour } }]\n' : ''
  writeFileSync(
    join(to, 'demo.yaml'),
    `world: { city: 云州, seed: '3', scale: 0.2 }\ntotals: totals.yaml\nuntil: ${until}\nbeyond: ${beyond}\n${bulletins}`,
  )
}
writeFileSync(join(folder, 'harvest', 'bulletin.md'), '# 通报\n\n调研{{ research_days }},资金{{ funds }},费用{{ tour.cost }}。\n')

const textOf = (view: BulletinView): string => view.document.blocks.flatMap((b) => ('runs' in b ? b.runs.map((r) => r.text) : [])).join('')

forEachDatabase((fresh) => {
  test('the demo prints what its totals files say, and a second load changes nothing', async () => {
    const { pool } = await fresh()
    const store = storeOn(pool)
    await foundTenant(pool, { name: '本级' })
    const world = worldOf(await whoAtTerminal(pool))
    const does = async <T>(name: string, input: unknown): Promise<T> => {
      const command = commands.find((c) => c.name === name)
      assert.ok(command)
      return (await carryOut(store, command, command.input.parse(input), world)) as T
    }
    await loadDemo(store, world, () => undefined, { groups: demoGroups(folder) })
    const [row] = await does<BulletinRow[]>('bulletin.list', {})
    assert.equal(row?.state, 'sealed')
    const view = await does<BulletinView>('bulletin.show', { bulletin: row?.id })
    assert.match(textOf(view), /调研812\.5天,资金71\.12万元,费用45678\.9多元|调研812\.5天,资金71\.12万元,费用45678\.9元多/)
    assert.deepEqual((await does<Verification>('figure.verify', {})).differences, [])
    assert.deepEqual((await does<Verification>('bulletin.verify', { bulletin: row?.id })).differences, [])
    assert.ok((await does<unknown[]>('bulletin.changes', { bulletin: row?.id })).length > 0, 'field work went on')
    const counts = async () =>
      (
        await pool.query(
          'select (select count(*) from record_version) as versions, (select count(*) from op) as ops, (select count(*) from account) as accounts, (select count(*) from bulletin) as bulletins',
        )
      ).rows
    const before = await counts()
    await loadDemo(store, world, () => undefined, { groups: demoGroups(folder) })
    assert.deepEqual(await counts(), before)
  })
})
