import { check } from '#bulletin/check.ts'
import { type Answers, compose, plan } from '#bulletin/render.ts'
import type { Ask, Derivation, Document, StoodHow } from '#bulletin/shape.ts'
import type { World } from '#bulletin/world.ts'
import type { CampaignId, OrgId, PlaceId } from '#kit/id.ts'
import type { Approx } from '#record/shape.ts'
import type { Compiled } from '#scheme/compiled.ts'
import { readScheme } from '#scheme/read.ts'
import { plans, visits } from './world.ts'

/* Templates read without a database: the same two campaigns, their figures given by hand. */

const compiled = (source: string): Compiled => {
  const result = readScheme(source, { 'progress.md': '' })
  if (!result.ok) throw new Error(JSON.stringify(result.mistakes))
  return result.compiled
}

const unit = (code: string, name: string, kind: string) => ({ id: code as OrgId, code, name, kind, class: '' })

export const world: World = {
  roof: { id: 'ROOT' as OrgId, name: '清河市', top: true },
  units: [
    unit('ROOT', '清河市', 'city'),
    unit('T1', '安泰镇', 'township'),
    unit('T2', '柳溪镇', 'township'),
    unit('T3', '石桥镇', 'township'),
    unit('B1', '市税务局', 'bureau'),
  ],
  places: [{ id: 'V1' as PlaceId, code: 'V1', name: '东湾村' }],
  campaign: { id: 'visits' as CampaignId, version: 1, compiled: compiled(visits) },
  others: { plan: { id: 'plans' as CampaignId, version: 1, compiled: compiled(plans) } },
  today: '2012-06-10',
}

/** `{ 'visits research_days T1': '3', … }`: campaign, indicator and org, then place or days where the figure has them. */
export type Values = Readonly<Record<string, string | null | readonly [value: string, word: Approx]>>

const keyOf = (a: Ask): string => [a.campaign, a.indicator, a.org, a.place, a.from, a.to].filter((x) => x !== null).join(' ')

export const answering = (values: Values, started: readonly string[] = [], volume = 99): Answers => ({
  figure: (ask) => {
    const found = values[keyOf(ask)]
    const [value, word] = Array.isArray(found) ? found : [found === undefined ? '0' : (found as string | null), null]
    return { confirmed: value, pending: '7', facts: 1, pendingFacts: 1, approx: word === null ? [] : [word], uses: [] }
  },
  started: () => new Set(started as OrgId[]),
  stood: (how: StoodHow) => how,
  volume: () => volume,
})

/** `line:column code` of every mistake. */
export const mistakesIn = (text: string): readonly string[] =>
  check(text, world).mistakes.map((m) => `${m.line}:${m.column} ${m.code} ${m.path}`)

export const filled = (
  text: string,
  values: Values = {},
  started: readonly string[] = [],
  volume = 99,
): { document: Document; derivations: readonly Derivation[]; text: string } => {
  const { checked, mistakes } = check(text, world)
  if (mistakes.length > 0) throw new Error(JSON.stringify(mistakes))
  plan(checked)
  const { document, derivations } = compose(checked, answering(values, started, volume))
  const lines = document.blocks.flatMap((b) =>
    b.is === 'table'
      ? [b.head, ...b.rows].map((row) => row.map((cell) => cell.map((r) => r.text).join('')).join(' | '))
      : [b.runs.map((r) => (r.strong ? `**${r.text}**` : r.text)).join('')],
  )
  return { document, derivations, text: lines.join('\n') }
}
