import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { derive } from '#figure/derive.ts'
import { present } from '#figure/present.ts'
import type { Figure } from '#figure/shape.ts'
import { totals } from '#figure/total.ts'
import type { OrgId, RecordId } from '#kit/id.ts'
import type { RecordVersion } from '#record/shape.ts'
import type { Compiled } from '#scheme/compiled.ts'
import { readScheme } from '#scheme/read.ts'
import { openShop } from '#simulate/draft.ts'
import type { Step } from '#simulate/lives.ts'
import { type Lived, lived } from '#simulate/replay.ts'
import { type World, inventWorld } from '#simulate/world.ts'

export const textOf = (path: string): string => readFileSync(new URL(path, import.meta.url), 'utf8')

export const schemeOf = (path: string, files: Record<string, string> = {}): Compiled => {
  const read = readScheme(textOf(path), files)
  assert.ok(read.ok, JSON.stringify(read.ok ? '' : read.mistakes))
  return read.compiled
}

export const worldOf = (compiled: Compiled, seed: string, scale: number): World =>
  inventWorld({
    schemes: [compiled.scheme],
    seed,
    scale,
    city: '清河',
    root: { id: '00000000-0000-7000-8000-000000000001' as OrgId, code: 'ROOT', name: '清河市' },
    prefix: '',
  })

/** Lives every step as src/simulate/replay.ts does, but nothing is let pass that the house would refuse, in any version. */
export const replay = (
  compiled: Compiled,
  world: World,
  steps: readonly Step[],
  today: string,
): { readonly records: readonly RecordVersion[]; readonly flagged: number } => {
  const shop = openShop(compiled, world, new Map(), today)
  const standing = new Map<RecordId, Lived>()
  let flagged = 0
  for (const step of steps) {
    const before = standing.get(step.record) ?? null
    assert.equal(step.seen, before?.version.version ?? 0)
    const after = lived(shop, before, step)
    assert.deepEqual(after.misfits, [])
    if (step.act === 'submit' && after.flags.length > 0) flagged++
    if (step.act === 'submit' && step.content.raisedIn !== null)
      assert.ok(standing.has(step.content.raisedIn), 'a matter comes after the activity it was raised in')
    standing.set(step.record, after)
  }
  return { records: [...standing.values()].map((r) => r.version), flagged }
}

/** Figures by the same functions as in the house, from the records as they stand. */
export const figuresOf = (compiled: Compiled, records: readonly RecordVersion[]): ReadonlyMap<string, Figure> => {
  const whole = totals()
  for (const record of records) whole.add(derive(compiled, record))
  return new Map(present(compiled, whole.sums()).map((f) => [f.indicator, f]))
}
