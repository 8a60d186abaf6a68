import type { CampaignId, OrgId } from '#kit/id.ts'
import { reservedWords } from '#scheme/cel.ts'
import type { Compiled } from '#scheme/compiled.ts'
import { type Mistake, sortMistakes } from '#scheme/mistake.ts'
import { type ReadScheme, readScheme } from '#scheme/read.ts'
import { type SourceTree, readSource } from '#scheme/source.ts'
import { check } from './check.ts'
import type { Known, World } from './world.ts'

/*
 * A scheme together with its bulletin templates, before any register is there: everything that can be known to be wrong
 * without knowing units, places and the campaigns that a bulletin is drafted with.
 */

/** `file`: the name of the template's file; null for the scheme itself, also when the template stands in it. */
export type FileMistake = Mistake & { readonly file: string | null }

export type Sound = { readonly read: ReadScheme; readonly mistakes: readonly FileMistake[] }

/** Templates are looked at once the scheme is sound, for they rest on it. Never throws. */
export const readSound = (source: string, files: Readonly<Record<string, string>> = {}): Sound => {
  const read = readScheme(source, files)
  if (!read.ok) return { read, mistakes: read.mistakes.map((m) => ({ ...m, file: null })) }
  const { tree } = readSource(source)
  const mistakes = Object.entries(read.scheme.bulletins).flatMap(([key, { template }]) => {
    const file = Object.hasOwn(files, template) ? template : null
    const found = templateMistakes(read.compiled, files[template] ?? template)
    return file === null && tree !== null ? found.map((m) => inScheme(m, template, key, tree)) : found.map((m) => ({ ...m, file }))
  })
  return { read, mistakes }
}

/** Its line and column in the scheme's own file. */
const inScheme = (m: Mistake, template: string, key: string, tree: SourceTree): FileMistake => {
  const before = template.split('\n').slice(0, m.line - 1)
  const offset = before.reduce((n, line) => n + line.length + 1, 0) + m.column - 1
  return { ...m, ...tree.spot(['bulletins', key, 'template'], 'value', offset), path: `bulletins.${key}.template`, file: null }
}

/** Mistakes of a template whatever the register may hold: codes of units and places, and other campaigns' figures, are taken on trust. */
export const templateMistakes = (compiled: Compiled, text: string): readonly Mistake[] => {
  const { mistakes } = check(text, nowhere(compiled, text))
  return sortMistakes(mistakes.filter((m) => m.code !== 'B110' && !(m.code === 'B115' && m.path.includes(trusted))))
}

/** A world without a register and without other campaigns but those the text speaks of. */
const nowhere = (compiled: Compiled, text: string): World => ({
  roof: { id: '' as OrgId, name: '', top: true },
  units: [],
  places: [],
  campaign: { id: '' as CampaignId, version: 0, compiled },
  others: othersIn(compiled, text),
  today: compiled.scheme.window.from,
})

/** The unit of what is not known here. */
const trusted = '?'

/** Campaigns that a bulletin of this text has to be drafted with, each having just what the text asks of it. */
const othersIn = (compiled: Compiled, text: string): Readonly<Record<string, Known>> => {
  const wanted = new Map<string, Set<string>>(namedIn(text).map((alias) => [alias, new Set<string>()]))
  for (const [, alias = '', key = ''] of text.matchAll(/(?<![\w.])([a-z][a-z0-9_]{0,47})\.([a-z][a-z0-9_]{0,47})(?![\w(])/g))
    wanted.set(alias, (wanted.get(alias) ?? new Set()).add(key))
  const others = [...wanted].filter(([alias]) => !reservedWords.has(alias) && !compiled.indicators.has(alias)).slice(0, 20)
  return Object.fromEntries(others.map(([alias, keys]) => [alias, { id: alias as CampaignId, version: 0, compiled: taken(keys, text) }]))
}

/** `campaign=plan` and `{"campaign": "plan"}` */
const namedIn = (text: string): readonly string[] =>
  [...text.matchAll(/(?<!\w)campaign"?\s*[=:]\s*"?([a-z][a-z0-9_]*)/g)].map(([, alias = '']) => alias)

/** A campaign without anything: for what does not depend on one. */
export const nothingYet = (): World => nowhere(taken(new Set(), ''), '')

/** A campaign with these indicators, and with every class that is spoken of. */
const taken = (keys: ReadonlySet<string>, text: string): Compiled => {
  const classes = new Set([...text.matchAll(/(?:class=|["'])([a-z][a-z0-9_]{0,47})(?![\w.])/g)].map(([, key = '']) => key))
  const read = readScheme(
    JSON.stringify({
      scheme: 'taken-on-trust',
      title: trusted,
      window: { from: '2000-01-01', to: '2000-01-01' },
      classes: [...classes].map((key) => ({ key, title: key, where: 'true' })),
      start: { by: '2000-01-01' },
      activities: { any: { title: trusted } },
      indicators: Object.fromEntries([...keys].map((key) => [key, { title: key, unit: trusted, from: 'any' }])),
      quotas: Object.fromEntries([...keys].map((key) => [key, { title: key, who: 'org', indicator: key, at_least: 1 }])),
    }),
  )
  if (!read.ok) throw new Error('a campaign taken on trust is not one')
  return read.compiled
}
