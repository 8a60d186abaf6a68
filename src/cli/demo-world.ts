import { Fault } from '#kit/fault.ts'
import type { Scheme } from '#scheme/shape.ts'
import { extendWorld } from '#simulate/extend/world.ts'
import { type World, inventWorld } from '#simulate/world.ts'
import type { DemoGroup } from './demo-group.ts'

type Root = { readonly id: World['root']['id']; readonly code: string; readonly name: string }

/** Capital letters and digits that lead the codes of what only this demo has: san-jie-san-cu → SJSC. */
export const prefixOf = (key: string): string =>
  key
    .split('-')
    .map((word) => word.charAt(0).toUpperCase())
    .join('')

/**
 * The world that a demo's work is done in. All share the city of the first demo; another one adds what it needs of its own, or has a
 * layout and stands beside the city. What one demo's world is like depends on no other but the first.
 * @param schemesOf the schemes of a demo's campaigns
 */
export const worldFor = (
  group: DemoGroup,
  groups: readonly DemoGroup[],
  schemesOf: (group: DemoGroup) => readonly Scheme[],
  root: Root,
): World => {
  const first = groups.find((g) => g.first) ?? group
  distinct(groups)
  const own = group.folders.at(-1)?.demo
  const base = first.folders.at(-1)
  if (own === undefined || base === undefined) throw new Error(`demo ${group.key} has no folder`)
  const { city, seed, scale } = base.demo.world
  const layout = group.folders.find((f) => f.layout !== undefined)?.layout
  if (layout !== undefined && !group.first)
    return inventWorld({
      schemes: schemesOf(group),
      // Two worlds of one seed would give the same ids to different things.
      seed: own.world.seed === seed ? `${seed}/${group.key}` : own.world.seed,
      scale: own.world.scale,
      city,
      root,
      prefix: `${prefixOf(group.key)}-`,
      layout,
    })
  const shared = inventWorld({ schemes: schemesOf(first), seed, scale, city, root, prefix: '', layout: base.layout })
  if (group.first) return shared
  const adds = {
    orgs: group.folders.flatMap((f) => f.demo.adds.orgs),
    people: group.folders.flatMap((f) => f.demo.adds.people),
    subjects: group.folders.flatMap((f) => f.demo.adds.subjects),
    teams: group.folders.flatMap((f) => f.demo.adds.teams),
    pairs: group.folders.flatMap((f) => f.demo.adds.pairs),
  }
  const units = [...new Set(group.folders.flatMap((f) => f.demo.units))]
  return extendWorld(shared, { prefix: prefixOf(group.key), schemes: schemesOf(group), adds, units }, seed)
}

const distinct = (groups: readonly DemoGroup[]): void => {
  const known = new Map<string, string>()
  for (const { key } of groups) {
    const other = known.get(prefixOf(key))
    if (other !== undefined)
      throw new Fault('400.6', {
        expected: { zh: `演示：${other} 与 ${key} 的首字母相同`, en: `demo: ${other} and ${key} have the same initials` },
      })
    known.set(prefixOf(key), key)
  }
}
