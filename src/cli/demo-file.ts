import { readFileSync, readdirSync, existsSync } from 'node:fs'
import { join } from 'node:path'
import { parse } from 'yaml'
import { z } from 'zod'
import { templatesBeside } from '#bulletin/beside.ts'
import { Fault } from '#kit/fault.ts'
import { isDay } from '#kit/day.ts'
import { additions } from '#simulate/extend/shape.ts'
import { type Layout, layout } from '#simulate/layout/shape.ts'

const day = z.string().refine(isDay)

/** What a campaign's folder says of its demonstration (`demo.yaml`). */
const demoFile = z.strictObject({
  /** The invented city: demos with the same one share a register. */
  world: z.strictObject({
    city: z.string().min(1).max(20),
    seed: z.coerce.string(),
    scale: z.number().min(0.01).max(10).default(1),
    /** What there is in the city, or the file that says so (from this folder); the usual city when absent. */
    layout: z.union([z.string().min(1), layout]).optional(),
  }),
  /** Loaded by the first start; its campaigns' words make the city that all demos share. */
  first: z.boolean().default(false),
  /** Units, people and subjects that the city has not. */
  adds: additions.prefault({}),
  /** Classes of the units that take part; all units unless told. */
  units: z.array(z.string().min(1)).default([]),
  /** File of pinned totals beside it. */
  totals: z.string().optional(),
  /** The totals hold at the end of this day … */
  until: day,
  /** … and field work goes on until this one, after the bulletins are sealed. */
  beyond: day.optional(),
  /** Units that widen their circle of participants; `units` is part of their names. */
  circles: z.array(z.strictObject({ units: z.string().min(1), where: z.string().min(1), says: z.string().min(1) })).default([]),
  bulletins: z
    .array(z.strictObject({ template: z.string(), with: z.record(z.string(), z.string()).default({}), seal: z.boolean().default(true) }))
    .default([]),
})

export type DemoFile = z.output<typeof demoFile>
export type DemoFolder = {
  /** The campaign's key, as its scheme says it. */
  readonly key: string
  readonly source: string
  readonly files: Readonly<Record<string, string>>
  readonly totals: string | null
  readonly demo: DemoFile
  readonly layout: Layout | undefined
}

/** A campaign's folder: its scheme, and the template files beside it by name. */
export const readFolder = (folder: string): { readonly source: string; readonly files: Readonly<Record<string, string>> } => {
  const source = readFileSync(join(folder, 'scheme.yaml'), 'utf8')
  const texts = readdirSync(folder).filter((name) => name.endsWith('.md'))
  return {
    source,
    files: templatesBeside(source, Object.fromEntries(texts.map((name) => [name, readFileSync(join(folder, name), 'utf8')]))),
  }
}

/** Every folder under `campaigns` that has a demo.yaml, in the order of their names. @throws Fault 400.6 for one that is wrong */
export const demoFolders = (campaigns: string): readonly DemoFolder[] =>
  readdirSync(campaigns)
    .sort()
    .map((name) => join(campaigns, name))
    .filter((folder) => existsSync(join(folder, 'demo.yaml')))
    .map(readDemo)

/** What stands beside a scheme for its demonstration. @throws Fault 400.6 when it is wrong */
export const readDemo = (folder: string): DemoFolder => {
  const demo = checked(demoFile, join(folder, 'demo.yaml'))
  const said = demo.world.layout
  return {
    key: checked(z.object({ scheme: z.string() }), join(folder, 'scheme.yaml')).scheme,
    ...readFolder(folder),
    demo,
    totals: demo.totals === undefined ? null : readFileSync(join(folder, demo.totals), 'utf8'),
    layout: typeof said === 'string' ? checked(layout, join(folder, said)) : said,
  }
}

const checked = <T>(shape: z.ZodType<T>, path: string): T => {
  const read = shape.safeParse(yamlAt(path))
  if (!read.success) throw new Fault('400.6', { expected: { zh: `演示文件 ${path}`, en: `demo file ${path}` }, why: read.error.message })
  return read.data
}

const yamlAt = (path: string): unknown => {
  try {
    return parse(readFileSync(path, 'utf8'))
  } catch (error) {
    throw new Fault('400.6', { expected: { zh: ` YAML：${path}`, en: `YAML: ${path}` }, why: error instanceof Error ? error.message : '' })
  }
}
