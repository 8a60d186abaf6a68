import { isDay } from '#kit/day.ts'
import { type Language, say } from '#kit/text.ts'
import { type Given, argumentsOf, placeOf, spanWordsOf } from './arguments.ts'
import { type Fig, campaignOf, classOf, everywhere, figureOf, indicatorOf, ofTeam, teamsOf } from './figure.ts'
import { units } from './functions.ts'
import { type Mistakes, Unfit, mistake } from './mistake.ts'
import type { Directive } from './scan.ts'
import type { CheckedBlock, CheckedRun } from './checked.ts'
import { behind, quotas } from './quota-table.ts'
import { table } from './table.ts'
import { spanOf, whenWords } from './when.ts'
import { dayWords, word } from './words.ts'
import type { Known, World } from './world.ts'

type Maker = {
  readonly words: readonly string[]
  readonly make: (given: Given, world: World, language: Language) => readonly CheckedBlock[]
}

/** Reads one directive; mistakes stand where in the template they were found. */
export const readDirective = (directive: Directive, world: World, language: Language, mistakes: Mistakes): readonly CheckedBlock[] => {
  const maker = Object.hasOwn(makers, directive.name) ? makers[directive.name] : undefined
  if (maker === undefined) {
    mistake(mistakes, 'directive', directive.at, directive.name, Object.keys(makers))
    return []
  }
  const given = argumentsOf(directive, maker.words, mistakes)
  if (given === null) return []
  try {
    return maker.make(given, world, language)
  } catch (error) {
    if (!(error instanceof Unfit)) throw error
    mistake(mistakes, error.code, placeOf(directive, error.what), error.what, error.candidates)
    return []
  }
}

const mostUnits = 2000

/** The units of a class, or (`team=协作区`) the teams of a kind. */
const ranked = (given: Given, world: World, campaign: Known) => {
  const kind = given.get('team')
  if (kind !== undefined && given.has('class')) throw new Unfit('qualifier', 'class')
  if (kind !== undefined) return { minimum: 0, units: teamsOf(world, kind).map((t) => ({ ...t, id: null, where: ofTeam(t) })) }
  const { minimum, units: of } = classOf(world, campaign, given.need('class'))
  return { minimum, units: of.map((u) => ({ ...u, where: { org: u.id } })) }
}

const ranking: Maker['make'] = (given, world, language) => {
  const name = given.need('indicator')
  const { campaign, indicator } = indicatorOf(world, name)
  const found = ranked(given, world, campaign)
  if (found.units.length > mostUnits) throw new Unfit('large', String(mostUnits))
  const top = given.get('top')
  if (top !== undefined && !/^[1-9]\d{0,2}$/.test(top)) throw new Unfit('number', top)
  const period = spanOf(world, spanWordsOf(given))
  const title = word('headed', language, { title: say(indicator.indicator.title, language), unit: indicator.indicator.unit })
  return [
    {
      is: 'ranking',
      caption: given.get('title') ?? '',
      head: [word('rank', language), word('unit', language), title],
      entries: found.units.map((unit) => ({
        code: unit.code,
        name: unit.name,
        org: unit.id,
        fig: figureOf(world, name, { ...everywhere(world), ...period, ...unit.where }).in({ bare: true }),
      })),
      top: top === undefined ? null : Number(top),
      minimum: found.minimum,
      campaign: campaign.id,
      source: given.directive.source,
    },
  ]
}

const notStarted: Maker['make'] = (given, world, language) => {
  const key = given.need('class')
  const alias = given.get('campaign')
  const by = given.get('by')
  const campaign = alias === undefined ? world.campaign : campaignOf(world, alias)
  const found = classOf(world, campaign, key)
  const fig: Fig = units(world, 'not-started', key, {
    ...(alias === undefined ? {} : { campaign: alias }),
    ...(by === undefined ? {} : { by }),
  })
  const words = (text: string): CheckedRun => ({ is: 'words', text, strong: false })
  const count: CheckedRun = { is: 'figure', fig, source: given.directive.source, strong: false }
  const names: CheckedRun = { is: 'names', fig, units: found.units.map((u) => ({ org: u.id, name: u.name })) }
  return [
    {
      is: 'paragraph',
      runs: [
        words(word('notStarted', language, { title: say(found.title, language) })),
        count,
        ...(given.has('named') ? [names] : []),
        words(word('end', language)),
      ],
    },
  ]
}

const signed: Maker['make'] = (given, _world, language) => {
  const on = given.get('on')
  if (on !== undefined && !isDay(on)) throw new Unfit('day', on)
  const lines = [given.get('by') ?? '', on === undefined ? '' : dayWords(on, language)].filter((line) => line !== '')
  if (lines.length === 0) throw new Unfit('lacking', 'by')
  return lines.map((text) => ({ is: 'signature', runs: [{ is: 'words', text, strong: false }] }))
}

/** The words each directive takes. */
export const wordsOfDirectives = (): Readonly<Record<string, readonly string[]>> =>
  Object.fromEntries(Object.entries(makers).map(([name, { words }]) => [name, words]))

const makers: Readonly<Record<string, Maker>> = {
  ranking: { words: ['indicator', 'class', 'team', 'top', ...whenWords, 'title'], make: ranking },
  table: { words: ['indicators', 'by', 'class', 'kind', 'total', 'pending', ...whenWords, 'title'], make: table },
  quotas: { words: ['quotas', 'by', 'class', 'on', 'period', 'phase', 'every', 'title'], make: quotas },
  behind: { words: ['quota', 'class', 'on', 'period', 'phase', 'every', 'named'], make: behind },
  'not-started': { words: ['class', 'by', 'campaign', 'named'], make: notStarted },
  signed: { words: ['by', 'on'], make: signed },
}
