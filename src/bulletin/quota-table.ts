import { type Language, say } from '#kit/text.ts'
import type { OrgId } from '#kit/id.ts'
import type { Given } from './arguments.ts'
import type { CheckedBlock, CheckedCell, CheckedRun } from './checked.ts'
import { type Fig, classOf } from './figure.ts'
import { share } from './functions.ts'
import { Unfit } from './mistake.ts'
import { ofUnit, quotaNamed, stood, stoodCounts } from './stood.ts'
import { word } from './words.ts'
import { type World, unitsOf } from './world.ts'

/* `::: quotas` and `::: behind`: how many owe a quota, have met it, are behind. Shortcomings without names unless told. */

type Row = { readonly label: string; readonly name: string; readonly key: string | null }

const mostUnits = 500

const words = (text: string): CheckedCell => [{ is: 'words', text, strong: false }]

/** The words that say which day and which of its periods is meant. */
const whenOf = (given: Given): Readonly<Record<string, string>> =>
  Object.fromEntries(
    ['on', 'period', 'phase', 'every'].flatMap((name) => {
      const value = given.get(name)
      return value === undefined ? [] : [[name, value]]
    }),
  )

export const quotas = (given: Given, world: World, language: Language): readonly CheckedBlock[] => {
  if (given.get('by') === 'org') return byUnit(given, world, language)
  const rows = rowsOf(given, world, language)
  const figure = (fig: Fig): CheckedCell => [{ is: 'figure', fig: fig.in({ bare: true }), source: given.directive.source, strong: false }]
  const by = given.get('by') === 'class' ? 'class' : 'quota'
  return [
    {
      is: 'table',
      caption: given.get('title') ?? '',
      head: [word(by, language), ...stoodCounts.map((of) => word(of, language)), word('metShare', language)].map(words),
      rows: rows.map(({ label, name, key }) => {
        const count = (of: (typeof stoodCounts)[number]) => stood(world, of, name, key, whenOf(given))
        return [words(label), ...stoodCounts.map((of) => figure(count(of))), figure(share(count('met'), count('owing'), 1n))]
      }),
    },
  ]
}

/** How much each unit of a class owes of one quota, has done, and its part of it (任务、完成、完成率). */
const byUnit = (given: Given, world: World, language: Language): readonly CheckedBlock[] => {
  const name = given.need('quotas')
  const { campaign, quota } = quotaNamed(world, name)
  if (quota.quota.who !== 'org') throw new Unfit('people', name)
  const key = given.get('class')
  const found =
    key === undefined
      ? campaign.compiled.scheme.classes.flatMap((c) => unitsOf(world, campaign, c.key))
      : classOf(world, campaign, key).units
  if (found.length > mostUnits) throw new Unfit('large', String(mostUnits))
  const unit = campaign.compiled.scheme.indicators[quota.quota.indicator]?.unit ?? ''
  const figure = (fig: Fig): CheckedCell => [{ is: 'figure', fig: fig.in({ bare: true }), source: given.directive.source, strong: false }]
  const headed = (of: 'owed' | 'done') => word('headed', language, { title: word(of, language), unit })
  return [
    {
      is: 'table',
      caption: given.get('title') ?? '',
      head: [word('unit', language), headed('owed'), headed('done'), word('doneShare', language)].map(words),
      rows: found.map(({ id, name: called }) => {
        const [owed, done] = (['owed', 'done'] as const).map((of) => ofUnit(world, of, name, id, whenOf(given))) as [Fig, Fig]
        return [words(called), figure(owed), figure(done), figure(share(done, owed, 1n))]
      }),
    },
  ]
}

/** A row for each quota, or (`by=class`) of one quota for each class. */
const rowsOf = (given: Given, world: World, language: Language): readonly Row[] => {
  const by = given.get('by') ?? 'quota'
  const key = given.get('class') ?? null
  const names = given.get('quotas')?.split(',') ?? world.campaign.compiled.quotas.map((q) => q.key)
  if (by === 'quota') return names.map((name) => ({ label: say(quotaNamed(world, name).quota.quota.title, language), name, key }))
  if (by !== 'class') throw new Unfit('qualifier', by, ['quota', 'class', 'org'])
  if (key !== null) throw new Unfit('qualifier', 'class')
  const [name, ...more] = given.need('quotas').split(',') as [string, ...string[]]
  if (more.length > 0) throw new Unfit('qualifier', more[0] ?? '')
  return quotaNamed(world, name).campaign.compiled.scheme.classes.map((c) => ({ label: say(c.title, language), name, key: c.key }))
}

/** One sentence: how many are behind; their names only with `named`, and never those of people. */
export const behind = (given: Given, world: World, language: Language): readonly CheckedBlock[] => {
  const name = given.need('quota')
  const key = given.get('class') ?? null
  const { campaign, quota } = quotaNamed(world, name)
  const fig = stood(world, 'behind', name, key, whenOf(given))
  const named = given.has('named')
  if (named && quota.quota.who !== 'org') throw new Unfit('people', name)
  const title = key === null ? '' : word('ofClass', language, { title: say(classOf(world, campaign, key).title, language) })
  const text = (says: string): CheckedRun => ({ is: 'words', text: says, strong: false })
  const units = world.units.map((u): { readonly org: OrgId; readonly name: string } => ({ org: u.id, name: u.name }))
  return [
    {
      is: 'paragraph',
      runs: [
        text(word('behindOf', language, { class: title, title: say(quota.quota.title, language) })),
        { is: 'figure', fig, source: given.directive.source, strong: false },
        ...(named ? [{ is: 'names' as const, fig, units }] : []),
        text(word('end', language)),
      ],
    },
  ]
}
