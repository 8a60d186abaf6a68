import assert from 'node:assert/strict'
import type { LineKind } from '#bulletin/shape.ts'
import { loadDemo } from '#cli/demo.ts'
import { commands } from '#command/list.ts'
import type { BulletinRow, BulletinView, CampaignRow, FigureRow } from '#command/views.ts'
import { storeOn } from '#store/store.ts'
import { carryOut } from '#store/carry.ts'
import { foundTenant } from '#store/tenant.ts'
import { whoAtTerminal, worldOf } from '#store/who.ts'
import { clusters, freshDatabase } from '../cluster.ts'

export type Demo = {
  does<T>(name: string, input: object): Promise<T>
  /** The demo's sealed bulletins, in the order of their titles. */
  readonly sealed: readonly BulletinView[]
  readonly campaigns: readonly CampaignRow[]
  figures(campaign: string, query?: Readonly<Record<string, string>>): Promise<ReadonlyMap<string, FigureRow>>
  drop(): Promise<void>
}

/** A demo in an empty database, loaded by the way it is loaded for its users. */
export const openDemo = async (key: string): Promise<Demo> => {
  const [cluster] = clusters()
  assert.ok(cluster, 'no PostgreSQL')
  const fresh = await freshDatabase(cluster)
  const store = storeOn(fresh.pool)
  await foundTenant(fresh.pool, { name: '本级' })
  const world = worldOf(await whoAtTerminal(fresh.pool))
  const does = async <T>(name: string, input: object): Promise<T> => {
    const command = commands.find((c) => c.name === name)
    assert.ok(command, name)
    return (await carryOut(store, command, command.input.parse(input), world)) as T
  }
  await loadDemo(store, world, () => undefined, { key })
  const rows = await does<BulletinRow[]>('bulletin.list', {})
  const sealed = await Promise.all(
    rows.filter((r) => r.state === 'sealed').map((r) => does<BulletinView>('bulletin.show', { bulletin: r.id })),
  )
  return {
    does,
    sealed: sealed.toSorted((a, b) => a.title.localeCompare(b.title, 'zh')),
    campaigns: await does<CampaignRow[]>('campaign.list', {}),
    figures: async (campaign, query = {}) => {
      const list = await does<FigureRow[]>('figure.list', { campaign, ...query })
      return new Map(list.map((f) => [f.indicator, f]))
    },
    drop: fresh.drop,
  }
}

const marks: Readonly<Record<LineKind, string>> = {
  title: '# ',
  heading: '## ',
  subheading: '### ',
  minor: '#### ',
  paragraph: '',
  signature: '> ',
}

/** A bulletin as plain Markdown, as it is printed. */
export const printed = ({ document }: BulletinView): string =>
  `${document.blocks
    .map((block) => {
      if (block.is === 'table')
        return [block.head, ...block.rows].map((row) => `| ${row.map((cell) => cell.map((r) => r.text).join('')).join(' | ')} |`).join('\n')
      const text = block.runs.map((r) => r.text).join('')
      return block.is === 'item' ? `${block.marker} ${text}` : marks[block.is] + text
    })
    .join('\n\n')}\n`
