import { z } from 'zod'
import { anyOf } from '#access/actor.ts'
import { Fault } from '#kit/fault.ts'
import { read, write } from '../command.ts'
import { assertRoot, holdsRoot } from '../root.ts'
import type { DemoRow } from '../views.ts'

/** Nothing for those who hold no part of the whole: a demo is loaded beside everybody's own. */
export const listDemos = read({
  name: 'demo.list',
  says: { zh: '列出可装载的演示活动与装载进度', en: 'List the demo campaigns that can be loaded, and how far each is.' },
  input: z.strictObject({}),
  may: (actor) => anyOf(actor, 'office'),
  run: async (db, _input, { actor, today }): Promise<readonly DemoRow[]> =>
    (await holdsRoot(db, actor, today, 'office')) ? db.demo.list() : [],
})

/** It is only asked for here: the server loads it on a thread of its own, and demo.list tells how far it is. */
export const loadDemo = write({
  name: 'demo.load',
  says: {
    zh: '装载一个演示活动：虚构的城市、名册与走访记录',
    en: 'Load a demo campaign: an invented city, its register and its field work.',
  },
  input: z.strictObject({ key: z.string().min(1).max(60) }),
  may: (actor) => anyOf(actor, 'office'),
  run: async (db, { key }, { actor, today }): Promise<DemoRow> => {
    await assertRoot(db, actor, today, { zh: '为全体单位装载演示', en: 'loading a demo for everybody' }, 'office')
    const row = (await db.demo.list()).find((d) => d.key === key)
    if (row === undefined) throw new Fault('404.1', { what: { zh: '演示', en: 'demo' } })
    if (row.state === 'offered' && (await db.campaign.byKey(key)))
      throw new Fault('409.4', { what: { zh: '活动', en: 'The campaign' }, key })
    if (row.state !== 'offered' && row.state !== 'failed') return row
    await db.demo.want(key)
    return { ...row, state: 'wanted', says: null }
  },
})
