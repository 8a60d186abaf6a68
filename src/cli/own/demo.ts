import { setTimeout as pause } from 'node:timers/promises'
import type { DemoRow } from '#command/views.ts'
import { type Text, say } from '#kit/text.ts'
import { nextDemo, wantDemo } from '#store/demo.ts'
import { loadWanted, offer } from '../demo-loader.ts'
import { type DemoGroup, groupNamed } from '../demo-group.ts'
import type { House } from '../house.ts'
import { type Out, tell } from '../out.ts'
import { progressBar } from '../progress.ts'

const states: Readonly<Record<DemoRow['state'], Text>> = {
  offered: { zh: '未装载', en: 'not loaded' },
  wanted: { zh: '等待装载', en: 'waiting' },
  loading: { zh: '装载中', en: 'loading' },
  loaded: { zh: '已装载', en: 'loaded' },
  failed: { zh: '未装完', en: 'not complete' },
}

const rowsOf = (house: House): Promise<readonly DemoRow[]> => house.store.read(house.who.actor.tenant, (db) => db.demo.list())

/** `demo`: what there is to load. `demo KEY… | --all`: loads it here, with a bar; a load that was cut off goes on where it stopped. */
export const loadDemos = async (keys: readonly string[], all: boolean, house: House, out: Out): Promise<void> => {
  const { pool } = house.store
  const groups = await offer(pool, house.who.actor.tenant)
  const wanted = all ? groups : keys.map((key) => groupNamed(groups, key))
  if (wanted.length === 0) return list(await rowsOf(house), out)
  for (const { key } of wanted) await wantDemo(pool, house.who.actor.tenant, key)
  const bar = progressBar(out)
  const far = async (done: number, total: number): Promise<void> => bar.at(done, total)
  // A server that runs on this database may have taken it up before us: then its progress is watched.
  while (!(await loadWanted(pool, (line) => out.aside(say(line, out.language)), far)) || (await nextDemo(pool)) !== undefined) {
    await watch(house, wanted, bar.at)
    await pause(500)
  }
  bar.end()
  end(await rowsOf(house), wanted, out)
}

const watch = async (house: House, wanted: readonly DemoGroup[], at: (done: number, total: number) => void): Promise<void> => {
  const now = (await rowsOf(house)).find((r) => r.state === 'loading' && wanted.some((g) => g.key === r.key))
  if (now !== undefined) at(now.done, now.total)
}

const list = (rows: readonly DemoRow[], out: Out): void => {
  if (out.json) return out.line(JSON.stringify(rows))
  for (const r of rows) {
    const far = r.state === 'loading' ? ` ${r.done} / ${r.total}` : ''
    out.line(`${r.key}\t${say(states[r.state], out.language)}${far}\t${say(r.title, out.language)}`)
  }
}

const end = (rows: readonly DemoRow[], wanted: readonly DemoGroup[], out: Out): void => {
  for (const r of rows.filter((x) => wanted.some((g) => g.key === x.key))) {
    tell(out, {
      zh: `${r.key}：${states[r.state].zh}${r.says === null ? '' : `，${r.says.zh}`}`,
      en: `${r.key}: ${states[r.state].en}${r.says === null ? '' : `, ${r.says.en}`}`,
    })
    if (r.state !== 'loaded') out.fail(1)
  }
}
