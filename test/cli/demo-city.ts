import assert from 'node:assert/strict'
import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after } from 'node:test'
import { fileURLToPath } from 'node:url'
import { demoGroups } from '#cli/demo-group.ts'
import { offer } from '#cli/demo-loader.ts'
import { commands } from '#command/list.ts'
import type { DemoRow } from '#command/views.ts'
import { carryOut } from '#store/carry.ts'
import { storeOn } from '#store/store.ts'
import { foundTenant } from '#store/tenant.ts'
import { whoAtTerminal, worldOf } from '#store/who.ts'
import type { Fresh } from '../cluster.ts'

export const folder = mkdtempSync(join(tmpdir(), 'zoufang-demos-'))
after(() => rmSync(folder, { recursive: true, force: true }))

/** The city of the first demo, and a second one that works in it, with units of its own. */
const schemes = fileURLToPath(new URL('../simulate/schemes/', import.meta.url))
for (const [name, until, more] of [
  ['harvest', '2020-04-15', 'first: true'],
  ['tour', '2023-10-15', 'adds: { orgs: [{ class: 巡查单位, names: [市巡查办公室, 市督导中心] }] }\nunits: [巡查单位]'],
] as const) {
  mkdirSync(join(folder, name))
  cpSync(join(schemes, `${name}.yaml`), join(folder, name, 'scheme.yaml'))
  writeFileSync(join(folder, name, 'demo.yaml'), `world: { city: 云州, seed: '5', scale: 0.05 }\nuntil: ${until}\n${more}\n`)
}
export const groups = demoGroups(folder)
export const [first, second] = groups.map((g) => g.key)
export const silent = (): undefined => undefined

/** A tenant to which both are offered. */
export const office = async ({ pool }: Fresh) => {
  const store = storeOn(pool)
  const tenant = await foundTenant(pool, { name: '本级' })
  const world = worldOf(await whoAtTerminal(pool))
  const does = async <T>(name: string, input: object): Promise<T> => {
    const command = commands.find((c) => c.name === name)
    assert.ok(command)
    return (await carryOut(store, command, command.input.parse(input), world)) as T
  }
  await offer(pool, tenant, groups)
  const state = async (key: string | undefined) => (await does<DemoRow[]>('demo.list', {})).find((d) => d.key === key)
  return { pool, store, world, does, state }
}
