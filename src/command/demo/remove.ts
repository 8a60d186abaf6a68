import { z } from 'zod'
import { anyOf } from '#access/actor.ts'
import { Fault } from '#kit/fault.ts'
import type { AccountId } from '#kit/id.ts'
import { type World, read, write } from '../command.ts'
import { schemeOf } from '../figure/present.ts'
import type { Brought } from '../ports/demo.ts'
import type { Read } from '../ports.ts'
import { assertRoot } from '../root.ts'
import type { DemoRemains } from './views.ts'

const key = z.string().min(1).max(60)
const may = (actor: World['actor']) => anyOf(actor)

/** What is to go. @throws Fault 403.1, 404.1, 409.28 while a demo is being loaded, 409.26 for what is no demo’s, 409.27 when something else rests on it */
const brought = async (db: Read, wanted: string, { actor, today }: World): Promise<Brought['campaigns']> => {
  await assertRoot(db, actor, today, { zh: '移除全体单位的演示', en: 'taking out a demo for everybody' })
  const rows = await db.demo.list()
  if (!rows.some((d) => d.key === wanted)) throw new Fault('404.1', { what: { zh: '演示', en: 'demo' } })
  const busy = rows.find((d) => d.state === 'wanted' || d.state === 'loading')
  if (busy !== undefined) throw new Fault('409.28', { key: busy.key })
  const { campaigns } = await db.demo.brought(wanted)
  if (campaigns.length === 0) throw new Fault('409.26', { key: wanted })
  const leaning = await db.demo.leaning(campaigns.map((c) => c.id))
  if (leaning.length > 0) throw new Fault('409.27', { what: leaning.join('、') })
  return campaigns
}

const remains = async (db: Read, wanted: string, campaigns: Brought['campaigns'], by: AccountId): Promise<DemoRemains> => {
  const named: { key: string; title: DemoRemains['campaigns'][number]['title'] }[] = []
  for (const c of campaigns) named.push({ key: c.key, title: (await schemeOf(db, c.id)).compiled.scheme.title })
  const counts = await db.demo.weigh(
    wanted,
    campaigns.map((c) => c.id),
    by,
  )
  return { campaigns: named, ...counts }
}

export const weighDemo = read({
  name: 'demo.weigh',
  says: {
    zh: '移除一个演示会带走什么：活动、记录、通报、虚构的名册',
    en: 'What taking a demo out would take along: campaigns, records, bulletins, the invented register.',
  },
  input: z.strictObject({ key }),
  may,
  run: async (db, input, world): Promise<DemoRemains> => remains(db, input.key, await brought(db, input.key, world), world.actor.account),
})

export const removeDemo = write({
  name: 'demo.remove',
  says: {
    zh: '移除一个装载的演示及其全部记录；真实的活动不会被移除。confirm 须与 key 相同',
    en: 'Take a loaded demo out with everything recorded in it; a real campaign never goes. confirm repeats the key.',
  },
  input: z.strictObject({ key, confirm: key }),
  may,
  run: async (db, input, world): Promise<DemoRemains> => {
    if (input.confirm !== input.key)
      throw new Fault('400.2', { what: 'confirm', expected: { zh: `演示的代号 ${input.key}`, en: `the demo’s key ${input.key}` } })
    await db.demo.hold()
    const campaigns = await brought(db, input.key, world)
    const gone = await remains(db, input.key, campaigns, world.actor.account)
    await db.demo.remove(
      input.key,
      campaigns.map((c) => c.id),
      world.actor.account,
    )
    return gone
  },
})
