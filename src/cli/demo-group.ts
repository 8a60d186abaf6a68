import { fileURLToPath } from 'node:url'
import { parse } from 'yaml'
import { z } from 'zod'
import { Fault } from '#kit/fault.ts'
import { text } from '#scheme/atom.ts'
import type { Text } from '#kit/text.ts'
import { type DemoFolder, demoFolders } from './demo-file.ts'

/** What is loaded together: a campaign, and before it those that it cites. */
export type DemoGroup = {
  /** The key of the campaign that cites the others. */
  readonly key: string
  readonly title: Text
  readonly about: Text | null
  readonly first: boolean
  readonly folders: readonly DemoFolder[]
}

/** The campaigns that come with the house. */
export const campaignsFolder = fileURLToPath(new URL('../../campaigns', import.meta.url))

const cover = z.object({
  title: text,
  about: text.optional(),
  activities: z.record(z.string(), z.object({ also: z.array(z.object({ campaign: z.string() })).default([]) })).default({}),
})
type Cover = z.output<typeof cover>

/**
 * Every demo under a folder of campaigns, the first one first, then by name. A campaign that another one cites – in a bulletin, or
 * because its records count there, too – is part of that one's demo.
 * @throws Fault 400.6 for a demo.yaml that is wrong, or demos that are not in one city
 */
export const demoGroups = (campaigns = campaignsFolder): readonly DemoGroup[] => {
  const folders = demoFolders(campaigns)
  const covers = new Map(folders.map((f) => [f.key, coverOf(f)]))
  const cited = new Map(folders.map((f) => [f.key, citedBy(f, covers.get(f.key))]))
  inOneCity(folders)
  const below = new Set([...cited.values()].flat())
  const heads = folders.filter((f) => !below.has(f.key))
  const first = heads.find((f) => f.demo.first) ?? heads[0]
  return [...heads.filter((f) => f === first), ...heads.filter((f) => f !== first)].map((head) => ({
    key: head.key,
    title: covers.get(head.key)?.title ?? { zh: head.key },
    about: covers.get(head.key)?.about ?? null,
    first: head === first,
    folders: together(head.key, cited).flatMap((key) => folders.filter((f) => f.key === key)),
  }))
}

/** @throws Fault 404.1 */
export const groupNamed = (groups: readonly DemoGroup[], key: string): DemoGroup => {
  const found = groups.find((g) => g.key === key)
  if (found === undefined)
    throw new Fault('404.1', { what: { zh: `演示 ${key}`, en: `demo ${key}` }, why: groups.map((g) => g.key).join(', ') })
  return found
}

const coverOf = ({ key, source }: DemoFolder): Cover => {
  const read = cover.safeParse(parse(source))
  if (!read.success) throw new Fault('400.6', { expected: { zh: `活动方案 ${key}`, en: `scheme ${key}` }, why: read.error.message })
  return read.data
}

const citedBy = ({ key, demo }: DemoFolder, of: Cover | undefined): readonly string[] =>
  [
    ...demo.bulletins.flatMap((b) => Object.values(b.with)),
    ...Object.values(of?.activities ?? {}).flatMap((a) => a.also.map((x) => x.campaign)),
  ].filter((other, i, all) => other !== key && all.indexOf(other) === i)

/** What is cited comes before what cites it. */
const together = (key: string, cited: ReadonlyMap<string, readonly string[]>, seen: readonly string[] = []): readonly string[] => {
  if (seen.includes(key)) return []
  const before = (cited.get(key) ?? []).flatMap((other) => together(other, cited, [...seen, key]))
  return [...before, key].filter((k, i, all) => all.indexOf(k) === i)
}

const inOneCity = (folders: readonly DemoFolder[]): void => {
  const shared = folders.filter((f) => f.layout === undefined)
  const [one = folders[0]] = shared
  if (folders.some((f) => f.demo.world.city !== one?.demo.world.city) || shared.some((f) => f.demo.world.seed !== one?.demo.world.seed))
    throw new Fault('400.6', { expected: { zh: '各演示同在一座城市', en: 'demos in one city' } })
}
