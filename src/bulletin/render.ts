import type { CampaignId, OrgId } from '#kit/id.ts'
import type { Language } from '#kit/text.ts'
import { rank } from '#figure/rank.ts'
import type { Figure } from '#figure/shape.ts'
import type { Checked, CheckedBlock, CheckedCell, CheckedRun, Ranking } from './checked.ts'
import type { Fig } from './figure.ts'
import { print } from './print.ts'
import type { Ask, Block, Cell, Derivation, Document, How, Part, Run, StartAsk, StoodHow } from './shape.ts'
import { standKey, standingIn, stoodIn } from './stood.ts'
import { work } from './work.ts'
import { word } from './words.ts'

/** How many records each unit has, for the minimum volume of a ranking. */
export type VolumeAsk = { readonly campaign: CampaignId; readonly units: readonly OrgId[] }

/** Everything that must be looked up before a document can be composed. */
export type Plan = {
  readonly figures: readonly Ask[]
  readonly starts: readonly StartAsk[]
  readonly stands: readonly StoodHow[]
  readonly volumes: readonly VolumeAsk[]
}

/** A figure, and for a formula the counted indicators behind it. */
export type Found = Pick<Figure, 'confirmed' | 'pending' | 'facts' | 'pendingFacts' | 'approx'> & { readonly uses: readonly string[] }

/** What was looked up, as functions of what was asked. */
export type Answers = {
  figure(ask: Ask): Found
  started(ask: StartAsk): ReadonlySet<OrgId>
  stood(how: StoodHow): Pick<StoodHow, 'within' | 'kept' | 'rows'>
  volume(campaign: CampaignId, org: OrgId): number
}

export const askKey = (a: Ask): string => [a.campaign, a.indicator, a.org, a.orgs?.join() ?? '', a.place, a.from, a.to].join(' ')
export const startKey = (a: StartAsk): string => [a.campaign, a.by, a.kinds.join(','), a.units.join(',')].join(' ')

/** What a checked template needs to know. Each thing is asked once. */
export const plan = ({ blocks }: Checked): Plan => {
  const figs = blocks.flatMap(figsOf)
  const starts = figs.flatMap(({ how }) => startsIn(how))
  const volumes = blocks.flatMap((b) =>
    b.is === 'ranking' && b.minimum > 0 ? [{ campaign: b.campaign, units: b.entries.flatMap((e) => e.org ?? []) }] : [],
  )
  return {
    figures: once(
      figs.flatMap((f) => f.asks),
      askKey,
    ),
    starts: once(starts, startKey),
    stands: once(
      figs.flatMap(({ how }) => stoodIn(how)),
      ({ ask }) => standKey(ask),
    ),
    volumes,
  }
}

const once = <T>(all: readonly T[], key: (one: T) => string): readonly T[] => [...new Map(all.map((one) => [key(one), one])).values()]

const figsOf = (block: CheckedBlock): readonly Fig[] => {
  if (block.is === 'ranking') return block.entries.map((e) => e.fig)
  const runs = block.is === 'table' ? [block.head, ...block.rows].flat(2) : block.runs
  return runs.flatMap((r) => (r.is === 'words' ? [] : [r.fig]))
}

/** Template and figures become the document, every printed figure with its derivation. Pure: the same in, the same out. */
export const compose = (
  checked: Checked,
  answers: Answers,
): { readonly document: Document; readonly derivations: readonly Derivation[] } => {
  const page = new Page(checked.language, answers)
  const blocks = checked.blocks.map((block) => page.block(block))
  return { document: { language: checked.language, blocks }, derivations: page.derivations }
}

class Page {
  readonly derivations: Derivation[] = []
  private readonly language: Language
  private readonly answers: Answers
  constructor(language: Language, answers: Answers) {
    this.language = language
    this.answers = answers
  }

  block(block: CheckedBlock): Block {
    switch (block.is) {
      case 'ranking':
        return this.ranking(block)
      case 'table':
        return {
          is: 'table',
          caption: block.caption,
          head: block.head.map((c) => this.cell(c)),
          rows: block.rows.map((row) => row.map((c) => this.cell(c))),
        }
      case 'item':
        return { is: 'item', runs: this.cell(block.runs), marker: block.marker, depth: block.depth }
      case 'title':
      case 'heading':
      case 'subheading':
      case 'minor':
      case 'paragraph':
      case 'signature':
        return { is: block.is, runs: this.cell(block.runs) }
    }
  }

  private cell(runs: CheckedCell): Cell {
    return runs.map((run) => this.run(run))
  }

  private run(run: CheckedRun): Run {
    if (run.is === 'words') return { is: 'words', text: run.text, ...(run.strong ? { strong: true } : {}) }
    if (run.is === 'figure') return this.figure(run.fig, run.source, run.strong)
    const how = this.now(run.fig.how)
    const [started, behind] = [
      new Set(how.is === 'count' ? how.started : []),
      new Set<string>(how.is === 'stood' && how.of === 'behind' ? standingIn(how.of, how.rows).map((row) => row.id) : []),
    ]
    const names = run.units.filter((u) => (how.is === 'stood' ? behind.has(u.org) : !started.has(u.org))).map((u) => u.name)
    return {
      is: 'words',
      text: names.length === 0 ? '' : word('named', this.language, { names: names.join(word('between', this.language)) }),
    }
  }

  /** Prints a figure and notes how it came about. */
  private figure(fig: Fig, source: string, strong: boolean): Run {
    const parts = fig.asks.map((ask) => this.part(ask))
    const derivation = derive(fig, this.now(fig.how), parts, source, this.derivations.length + 1, this.language)
    this.derivations.push(derivation)
    return { is: 'figure', figure: derivation.number, text: derivation.printed, ...(strong ? { strong: true } : {}) }
  }

  private part(ask: Ask): Part {
    return partOf(ask, this.answers.figure(ask))
  }

  private now(how: How): How {
    return filled(how, this.answers)
  }

  private ranking({ caption, head, entries, top, minimum, campaign, source }: Ranking): Block {
    const asked = entries.map((entry) => {
      const value = entry.fig.asks[0] ? this.answers.figure(entry.fig.asks[0]).confirmed : null
      return {
        entry,
        code: entry.code,
        value: value ?? '0',
        records: value === null ? -1 : minimum === 0 || entry.org === null ? 0 : this.answers.volume(campaign, entry.org),
      }
    })
    const rows = rank(asked, minimum).filter((row) => top === null || (row.rank !== null && row.rank <= top))
    const words = (text: string): Cell => [{ is: 'words', text }]
    return {
      is: 'table',
      caption,
      head: head.map(words),
      rows: rows.map(({ entry, rank: place }) => [
        words(place === null ? '' : String(place)),
        words(entry.name),
        [this.figure(entry.fig, source, false)],
      ]),
    }
  }
}

/** What a figure asks about who has started, also where it is put together from counts. */
export const startsIn = (how: How): readonly StartAsk[] => {
  if (how.is === 'count') return [how.ask]
  return 'of' in how && typeof how.of === 'object' ? how.of.flatMap(startsIn) : []
}

/** Of one unit alone, where no more is asked. */
const only = (how: StoodHow): StoodHow => (how.unit === undefined ? how : { ...how, rows: how.rows.filter((row) => row.id === how.unit) })

/** A count with the units that had started, or with those who owe a quota. */
export const filled = (how: How, answers: Pick<Answers, 'started' | 'stood'>): How => {
  if ('of' in how && typeof how.of === 'object') return { ...how, of: [filled(how.of[0], answers), filled(how.of[1], answers)] }
  if (how.is === 'stood') return only({ ...how, ...answers.stood(how) })
  if (how.is !== 'count') return how
  const started = answers.started(how.ask)
  return { ...how, started: how.ask.units.filter((u) => started.has(u)) }
}

export const partOf = (ask: Ask, { confirmed, pending, facts, pendingFacts, approx, uses }: Found): Part => ({
  ...ask,
  value: confirmed,
  pending,
  facts,
  pendingFacts,
  approx,
  uses,
})

const derive = (fig: Fig, how: How, parts: readonly Part[], source: string, number: number, language: Language): Derivation => {
  const [first] = parts
  return {
    number,
    source,
    title: fig.title,
    indicator: first?.indicator ?? '',
    org: sameOr(parts, (p) => p.org),
    place: sameOr(parts, (p) => p.place),
    from: sameOr(parts, (p) => p.from),
    to: sameOr(parts, (p) => p.to),
    campaign: fig.campaign.id,
    schemeVersion: fig.campaign.version,
    measure: how.is === 'confirmed' || how.is === 'pending' ? how.is : 'computed',
    unit: fig.form.unit,
    form: fig.form,
    ...told(how, parts, fig.form, language),
  }
}

/** What a derivation comes to: the same when a bulletin is made and when it is made again. */
export const told = (
  how: How,
  parts: readonly Part[],
  form: Derivation['form'],
  language: Language,
): Pick<Derivation, 'how' | 'parts' | 'value' | 'pending' | 'facts' | 'printed'> => {
  const worked = work(how, parts)
  const single = how.is === 'confirmed' || how.is === 'pending' ? parts[how.part] : undefined
  return {
    how,
    parts,
    value: single ? single.value : worked.value,
    pending: single ? single.pending : null,
    facts: parts.reduce((n, p) => n + p.facts, 0),
    printed: printed(worked, form, language),
  }
}

/** What all parts have in common, or null. */
const sameOr = <T>(parts: readonly Part[], of: (part: Part) => T | null): T | null => {
  const [first] = parts
  return first && parts.every((p) => of(p) === of(first)) ? of(first) : null
}

const printed = (worked: ReturnType<typeof work>, form: Derivation['form'], language: Language): string =>
  worked.names === null
    ? print(worked.value, form, worked.approx, language)
    : worked.names.join(form.unit) || print(null, form, [], language)
