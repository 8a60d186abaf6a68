import { addDays } from '#kit/day.ts'
import { type Span, spanAround, spans } from '#kit/period.ts'
import { type Language, say } from '#kit/text.ts'
import { type Given, spanWordsOf } from './arguments.ts'
import type { CheckedBlock, CheckedCell } from './checked.ts'
import { type Fig, type Where, classOf, everywhere, figureOf, indicatorOf, ofTeam, teamsOf, totalOf } from './figure.ts'
import { Unfit } from './mistake.ts'
import { daysOfPhase, phasesOf, spanOf } from './when.ts'
import { spanWords, word } from './words.ts'
import { type Unit, type World, unitsOf } from './world.ts'

/* `::: table`: rows of units, classes, months or indicators; a column for each indicator. */

type Row = { readonly label: string; readonly fig: (name: string) => Fig }

const mostRows = 2000
/** Rows of days, weeks or months. */
const mostPieces = 400

export const table = (given: Given, world: World, language: Language): readonly CheckedBlock[] => {
  const names = given.need('indicators').split(',')
  const period = spanOf(world, spanWordsOf(given))
  const cells = cellsOf(given.directive.source, given.has('pending'))
  const by = given.get('by') ?? 'indicator'
  const caption = given.get('title') ?? ''
  if (by === 'indicator')
    return [
      {
        is: 'table',
        caption,
        head: indicatorHead(given, language),
        rows: names.map((name) => indicatorRow(world, language, name, period, cells)),
      },
    ]
  const rows = rowsOf(by, given, world, language, names, period)
  if (rows.length > mostRows) throw new Unfit('large', String(mostRows))
  const whole: Row = { label: word('total', language), fig: (name) => figureOf(world, name, { ...everywhere(world), ...period }) }
  const all = given.has('total') ? [...rows, whole] : rows
  return [
    {
      is: 'table',
      caption,
      head: head(by, given, world, language, names),
      rows: all.map((row) => [words(row.label), ...names.flatMap((name) => cells(row.fig(name)))]),
    },
  ]
}

const words = (text: string): CheckedCell => [{ is: 'words', text, strong: false }]

/** A figure's cell, and with `pending` a second one beside it. */
const cellsOf =
  (source: string, pending: boolean) =>
  (fig: Fig): readonly CheckedCell[] =>
    [fig, ...(pending ? [fig.side('pending')] : [])].map((f) => [{ is: 'figure', fig: f.in({ bare: true }), source, strong: false }])

const indicatorHead = (given: Given, language: Language): readonly CheckedCell[] =>
  [
    word('indicator', language),
    word('value', language),
    ...(given.has('pending') ? [word('pending', language)] : []),
    word('measured', language),
  ].map(words)

const indicatorRow = (
  world: World,
  language: Language,
  name: string,
  period: Pick<Where, 'from' | 'to'>,
  cells: (fig: Fig) => readonly CheckedCell[],
): readonly CheckedCell[] => {
  const { indicator } = indicatorOf(world, name)
  return [
    words(say(indicator.indicator.title, language)),
    ...cells(figureOf(world, name, { ...everywhere(world), ...period })),
    words(indicator.indicator.unit),
  ]
}

const head = (by: string, given: Given, world: World, language: Language, names: readonly string[]): readonly CheckedCell[] => {
  const first = { org: 'unit', class: 'class', month: 'month', team: 'team', phase: 'phase' } as const
  const span = spans.find((s) => s === by)
  const columns = names.flatMap((name) => {
    const { indicator } = indicatorOf(world, name).indicator
    const headed = (title: string) => word('headed', language, { title, unit: indicator.unit })
    const title = say(indicator.title, language)
    return [headed(title), ...(given.has('pending') ? [headed(word('pendingOf', language, { title }))] : [])]
  })
  return [word(span === undefined || span === 'month' ? first[by as keyof typeof first] : 'span', language), ...columns].map(words)
}

const rowsOf = (
  by: string,
  given: Given,
  world: World,
  language: Language,
  names: readonly string[],
  period: Pick<Where, 'from' | 'to'>,
): readonly Row[] => {
  const key = given.get('class')
  if (by === 'team')
    return teamsOf(world, given.need('kind')).map((team) => ({
      label: team.name,
      fig: (name) => figureOf(world, name, { ...everywhere(world), ...period, ...ofTeam(team) }),
    }))
  if (by === 'org')
    return orgs(world, names, key).map((unit) => ({
      label: unit.name,
      fig: (name) => figureOf(world, name, { ...everywhere(world), ...period, org: unit.id }),
    }))
  if (key !== undefined) throw new Unfit('qualifier', 'class')
  const span = spans.find((s) => s === by)
  if (span !== undefined)
    return pieces(world, span, period).map((piece) => ({
      label: spanWords(span, piece.from, language),
      fig: (name) => figureOf(world, name, { ...everywhere(world), ...piece }),
    }))
  if (by === 'phase') return phases(world, language, period)
  if (by === 'class') return classes(world, language, period)
  throw new Unfit('qualifier', by, ['indicator', 'org', 'class', 'team', 'phase', ...spans])
}

/** The units of a class, or of all classes in their order. */
const orgs = (world: World, names: readonly string[], key: string | undefined): readonly Unit[] => {
  const { campaign } = indicatorOf(world, names[0] ?? '')
  if (key !== undefined) return classOf(world, campaign, key).units
  return campaign.compiled.scheme.classes.flatMap((c) => unitsOf(world, campaign, c.key))
}

const classes = (world: World, language: Language, period: Pick<Where, 'from' | 'to'>): readonly Row[] =>
  world.campaign.compiled.scheme.classes.map((c) => {
    const members = unitsOf(world, world.campaign, c.key).map((u) => u.id)
    return { label: say(c.title, language), fig: (name) => totalOf(world, name, members, { place: null, ...period }) }
  })

/** The campaign's phases that have begun, each whole. */
const phases = (world: World, language: Language, { from, to }: Pick<Where, 'from' | 'to'>): readonly Row[] => {
  if (from !== null || to !== null) throw new Unfit('qualifier', 'phase')
  return phasesOf(world, world.campaign).flatMap((phase): readonly Row[] =>
    phase.from === null || phase.from > world.today
      ? []
      : [{ label: say(phase.title, language), fig: (name) => figureOf(world, name, { ...everywhere(world), ...daysOfPhase(phase) }) }],
  )
}

/** Whole days, weeks, months …, cut at the ends of the period: the campaign's window up to today unless told. */
const pieces = (
  world: World,
  span: Span,
  { from, to }: Pick<Where, 'from' | 'to'>,
): readonly { readonly from: string; readonly to: string }[] => {
  const { window } = world.campaign.compiled.scheme
  const [first, last] = [from ?? window.from, to ?? (world.today < window.to ? world.today : window.to)]
  const out: { from: string; to: string }[] = []
  for (let at = first; at <= last && out.length < mostPieces; ) {
    const whole = spanAround(span, at)
    out.push({ from: at, to: whole.to > last ? last : whole.to })
    at = addDays(whole.to, 1)
  }
  return out
}
