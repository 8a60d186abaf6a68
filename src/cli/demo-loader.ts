import type pg from 'pg'
import { Fault } from '#kit/fault.ts'
import type { TenantId } from '#kit/id.ts'
import type { Text } from '#kit/text.ts'
import { type Wanted, asDemoLoader, nextDemo, noteDemoMade, noteDemoPlan, noteDemoState, offerDemos } from '#store/demo.ts'
import { storeOn } from '#store/store.ts'
import { whoAtTerminal, worldOf } from '#store/who.ts'
import { type Far, type Say, campaignIdsOf, loadDemo } from './demo.ts'
import { type DemoGroup, demoGroups } from './demo-group.ts'

/** Says to a tenant which demos the campaigns folder has. @returns them */
export const offer = async (pool: pg.Pool, tenant: TenantId, groups = demoGroups()): Promise<readonly DemoGroup[]> => {
  await offerDemos(
    pool,
    tenant,
    groups.map(({ key, title, about, folders }) => ({
      key,
      title,
      about,
      campaigns: folders.map((f) => f.key),
      ids: campaignIdsOf(folders),
    })),
  )
  return groups
}

/**
 * Loads every demo that was asked for, or that somebody began and did not end, one after the other. How far each is stands in the
 * database. A fault ends that demo and is told there.
 * @returns false when another process is loading
 */
export const loadWanted = async (pool: pg.Pool, say: Say, far: Far = async () => undefined, groups = demoGroups()): Promise<boolean> => {
  const failed = new Set<string>()
  for (;;) {
    const next = await nextDemo(pool)
    if (next === undefined || failed.has(next.key)) return true
    const ended = await asDemoLoader(pool, () => loadOne(pool, next, say, far, groups))
    if (ended === undefined) return false
    if (ended === 'failed') failed.add(next.key)
  }
}

const loadOne = async (pool: pg.Pool, wanted: Wanted, say: Say, far: Far, groups: readonly DemoGroup[]): Promise<'loaded' | 'failed'> => {
  const told = (line: Text): void => say(line)
  try {
    const who = await whoAtTerminal(pool, { tenant: wanted.tenantCode })
    await noteDemoState(pool, wanted, { state: 'loading', done: 0, total: 0, says: null })
    await loadDemo(storeOn(pool), worldOf(who), told, {
      key: wanted.key,
      groups,
      round: wanted.round,
      making: (campaigns, invented) => noteDemoMade(pool, wanted, campaigns, invented),
      begin: (plan) => noteDemoPlan(pool, wanted, plan),
      far: async (done, total) => {
        await noteDemoState(pool, wanted, { state: 'loading', done, total, says: null })
        await far(done, total)
      },
    })
    await noteDemoState(pool, wanted, { state: 'loaded', says: null })
    return 'loaded'
  } catch (error) {
    // A database that has gone away hears nothing more; the next start finds the demo half loaded, and goes on.
    const says = error instanceof Fault ? { zh: `${error.code} ${error.says('zh')}`, en: `${error.code} ${error.says('en')}` } : unknown
    await noteDemoState(pool, wanted, { state: 'failed', says }).catch(() => undefined)
    if (!(error instanceof Fault)) throw error
    say({ zh: `  演示没有装完：${says.zh}`, en: `the demo is not complete: ${says.en}` })
    return 'failed'
  }
}

const unknown: { readonly zh: string; readonly en: string } = {
  zh: '内部错误，详见服务器输出',
  en: 'a defect; see what the server printed',
}
