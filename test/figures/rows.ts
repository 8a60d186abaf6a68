import { existsSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { parse } from 'yaml'
import { z } from 'zod'
import { demoGroups } from '#cli/demo-group.ts'

/* The numbers of the eight sources, and where each lives: facts and figures, without the sources' sentences and names. */

export type Row = { readonly id: string; readonly value: number | string; readonly approx: string | null; readonly unit: string }

const at = (path: string): string => fileURLToPath(new URL(path, import.meta.url))

export const rows = JSON.parse(readFileSync(at('./rows.json'), 'utf8')) as readonly Row[]

const said = z.union([z.string().transform((zh) => ({ zh })), z.strictObject({ zh: z.string(), en: z.string().optional() })])

/** campaigns/KEY/figures.yaml: where a row lives – an indicator, a quota, or a path in the definition. */
const home = z.strictObject({
  row: z.string(),
  indicator: z.string().optional(),
  quota: z.string().optional(),
  at: z.string().optional(),
  /** An org's code: of this unit only. */
  org: z.string().optional(),
  /** Printed in round numbers, floored to this: the bulletin says 4000多 for 4569. */
  rough: z.number().optional(),
  says: said.optional(),
})
export type Home = z.output<typeof home> & { readonly campaign: string }

const folders = demoGroups().flatMap((g) => g.folders.map((f) => ({ group: g.key, campaign: f.key })))

export const campaignFile = (campaign: string, name: string): string => at(`../../campaigns/${campaign}/${name}`)

/** Every home, with the demo whose load gives its value. */
export const homes: readonly (Home & { readonly group: string })[] = folders.flatMap(({ group, campaign }) => {
  const path = campaignFile(campaign, 'figures.yaml')
  if (!existsSync(path)) return []
  return z
    .array(home)
    .parse(parse(readFileSync(path, 'utf8')))
    .map((h) => ({ ...h, campaign, group }))
})

/** What a loaded demo gave for the rows of its indicators; kept beside its golden bulletins. */
export type Out = {
  readonly value: string | null
  readonly approx: readonly string[]
  readonly unit: string
  readonly printed: readonly string[]
}

export const outsPath = (group: string): string => at(`../golden/${group}.figures.json`)

export const outsOf = (group: string): Readonly<Record<string, Out>> =>
  existsSync(outsPath(group)) ? (JSON.parse(readFileSync(outsPath(group), 'utf8')) as Record<string, Out>) : {}
