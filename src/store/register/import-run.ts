import type { Actor } from '#access/actor.ts'
import type { ImportProgress } from '#command/ports/register.ts'
import type { Misfit } from '#kit/fault.ts'
import { type Language, type Text, say } from '#kit/text.ts'
import type { Entries, Outcome, Saved } from '#register/entry.ts'
import { type Gathered, type Gatherer, gatherer } from '#register/gather.ts'
import type { Sheet } from '#register/shape.ts'
import { type Layout, cellsOf, errorHeading } from '#sheet/layout.ts'
import type { Marks, SheetFile } from '#sheet/table.ts'
import type { Store } from '../store.ts'
import type { Surveyed } from './import-survey.ts'

export type Run = {
  readonly store: Store
  readonly actor: Actor
  readonly id: string
  readonly file: SheetFile
  readonly name: string
  readonly language: Language
  readonly surveyed: Surveyed
  readonly progress: ImportProgress
}

/** Rows entered in one transaction. */
const chunk = 1000
/** Refused rows told in the view; the file that comes back has them all. */
const mostTold = 100

/** Enters every row of the file that fits; the others come back in the same file, each with its reasons. */
export const enterAll = async (run: Run): Promise<void> => {
  const tally = tallyOf(run)
  for (const [sheet, layouts] of bySheet(run.surveyed.layouts)) await enterSheet(run, sheet, layouts, tally)
  const marks = tally.marks(run)
  const errors = marks === undefined ? null : { name: marked(run), bytes: await whole(run.file.marked(marks)) }
  await run.store.write(run.actor, (db) => db.register.endImport(run.id, 'done', tally.progress(), errors))
}

const bySheet = (layouts: readonly Layout[]): ReadonlyMap<Sheet, readonly Layout[]> => Map.groupBy(layouts, (l) => l.sheet)

/** Trees are entered at once, since parents may come later; everything else chunk by chunk. */
const enterSheet = async <S extends Sheet>(run: Run, sheet: S, layouts: readonly Layout[], tally: Tally): Promise<void> => {
  const gathered: Gatherer<S> = gatherer(sheet)
  const most = sheet === 'org' || sheet === 'place' ? Infinity : chunk
  for (const layout of layouts) {
    for await (const batch of run.file.tables[layout.table]?.rows() ?? []) {
      for (const row of batch) {
        if (row.number <= layout.header) continue
        const found = gathered.add({ sheet: layout.table, row: row.number }, cellsOf(layout, row))
        if (found === undefined) tally.skip()
        else if (found !== 'gathered') tally.refuse({ sheet: layout.table, row: row.number }, found)
      }
      if (gathered.size >= most) await enterChunk(run, sheet, gathered.take(), tally)
    }
  }
  await enterChunk(run, sheet, gathered.take(), tally)
}

const enterChunk = async <S extends Sheet>(run: Run, sheet: S, gathered: readonly Gathered<S>[], tally: Tally): Promise<void> => {
  const entries = gathered.map((g) => g.entry)
  const told = await run.store.write(run.actor, async (db) => {
    const outcomes = entries.length === 0 ? [] : (await db.register.saveAll({ [keys[sheet]]: entries } as Entries))[keys[sheet]]
    await db.register.noteImport(run.id, tally.after(gathered, outcomes))
    return outcomes
  })
  tally.enter(gathered, told)
}

const keys = {
  place: 'places',
  org: 'orgs',
  person: 'people',
  subject: 'subjects',
  link: 'links',
  team: 'teams',
} as const satisfies Record<Sheet, keyof Saved>

type At = Gathered<Sheet>['rows'][number]

type Tally = {
  skip(): void
  refuse(at: At, misfits: readonly Misfit[]): void
  enter(gathered: readonly Gathered<Sheet>[], outcomes: readonly Outcome[]): void
  /** What `progress` will be once these are entered; the transaction that enters them says so. */
  after(gathered: readonly Gathered<Sheet>[], outcomes: readonly Outcome[]): ImportProgress
  progress(): ImportProgress
  marks(run: Run): ReadonlyMap<number, Marks> | undefined
}

type Count = Readonly<Record<'added' | 'changed' | 'same' | 'refused', number>>

const none: Count = { added: 0, changed: 0, same: 0, refused: 0 }

const plus = (a: Count, b: Count): Count => ({
  added: a.added + b.added,
  changed: a.changed + b.changed,
  same: a.same + b.same,
  refused: a.refused + b.refused,
})

/** Rows, not entries: a person may stand in several. */
const counted = (gathered: readonly Gathered<Sheet>[], outcomes: readonly Outcome[]): Count => {
  const count = { ...none }
  for (const [i, { rows }] of gathered.entries()) {
    const outcome = outcomes[i] ?? []
    count[typeof outcome === 'string' ? outcome : 'refused'] += rows.length
  }
  return count
}

const reasons = (misfits: readonly Misfit[]): Text => ({
  zh: misfits.map((m) => m.says.zh).join(';'),
  en: misfits.map((m) => m.says.en ?? m.says.zh).join('; '),
})

const tallyOf = (run: Run): Tally => {
  const titles = new Map(run.surveyed.layouts.map((l) => [l.table, l.title]))
  const words = new Map<number, Map<number, Text>>()
  const errors: { sheet: string; row: number; says: Text }[] = []
  let total = run.surveyed.total
  let count = none
  const progress = (now: Count): ImportProgress => {
    const read = now.added + now.changed + now.same + now.refused
    return { ...run.progress, ...now, total, read, errors: [...errors] }
  }
  const tell = (at: At, says: Text): void => {
    words.set(at.sheet, (words.get(at.sheet) ?? new Map<number, Text>()).set(at.row, says))
    if (errors.length < mostTold) errors.push({ sheet: titles.get(at.sheet) ?? '', row: at.row, says })
  }
  return {
    progress: () => progress(count),
    after: (gathered, outcomes) => progress(plus(count, counted(gathered, outcomes))),
    skip: () => void (total -= 1),
    refuse: (at, misfits) => {
      count = plus(count, { ...none, refused: 1 })
      tell(at, reasons(misfits))
    },
    enter: (gathered, outcomes) => {
      count = plus(count, counted(gathered, outcomes))
      for (const [i, { rows }] of gathered.entries()) {
        const outcome = outcomes[i] ?? []
        if (typeof outcome !== 'string') for (const at of rows) tell(at, reasons(outcome))
      }
    },
    marks: () => {
      if (count.refused === 0) return undefined
      return new Map(run.surveyed.layouts.map((l) => [l.table, marksOf(run, l, words.get(l.table) ?? new Map())]))
    },
  }
}

const marksOf = (run: Run, layout: Layout, words: ReadonlyMap<number, Text>): Marks => ({
  header: layout.header,
  column: layout.errors ?? run.surveyed.widths.get(layout.table) ?? 0,
  heading: say(errorHeading, run.language),
  words: new Map([...words].map(([row, text]) => [row, say(text, run.language)])),
})

/** 走访对象.xlsx → 走访对象-错误.xlsx */
const marked = (run: Run): string =>
  `${run.name.replace(/^.*[/\\]/, '').replace(/\.\w+$/, '')}-${say(errorHeading, run.language)}.${run.file.format}`

const whole = async (pieces: AsyncIterable<Uint8Array>): Promise<Uint8Array> => {
  const held: Uint8Array[] = []
  for await (const piece of pieces) held.push(piece)
  return Buffer.concat(held)
}
