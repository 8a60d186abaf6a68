import type { Misfit } from '#kit/fault.ts'
import { type Cells, type EntryOf, isExample, readRow } from './row.ts'
import type { PersonEntry, TeamEntry } from './entry.ts'
import { misfit } from './misfits.ts'
import type { Sheet } from './shape.ts'

/** Where a row stands in its file: worksheet and row, both as numbers. */
export type At = { readonly sheet: number; readonly row: number }

/** An entry with the rows it was read from; several rows of one person, or of one team, make one entry. */
export type Gathered<S extends Sheet> = { readonly entry: EntryOf[S]; readonly rows: readonly At[] }

/** Reads the rows of one kind of sheet, over several worksheets and many chunks, and remembers the codes it has seen. */
export type Gatherer<S extends Sheet> = {
  /** Undefined for the template's example rows, which count as not there. */
  add(at: At, cells: Cells): readonly Misfit[] | 'gathered' | undefined
  /** What has been gathered since the last time. */
  take(): readonly Gathered<S>[]
  /** Entries that `take` would give. */
  readonly size: number
}

export const gatherer = <S extends Sheet>(sheet: S): Gatherer<S> => {
  const seen: Seen = { first: new Map(), names: new Map(), given: new Set() }
  let waiting = new Map<string, Gathered<S>>()
  return {
    get size() {
      return waiting.size
    },
    add: (at, cells) => {
      if (isExample(cells('code') ?? cells('by') ?? '')) return undefined
      const row = readRow(sheet, cells)
      if ('misfits' in row) return row.misfits
      const clash = remember(seen, sheet, row.entry, at)
      if (clash !== undefined) return [clash]
      const key = 'code' in row.entry ? row.entry.code : `${at.sheet} ${at.row}`
      const before = waiting.get(key)
      waiting.set(key, before === undefined ? { entry: marked(row.entry, seen.given.has(key)), rows: [at] } : joined(before, row.entry, at))
      return 'gathered'
    },
    take: () => {
      const taken = [...waiting.values()]
      if (sheet === 'person') for (const key of waiting.keys()) seen.given.add(key)
      waiting = new Map()
      return taken
    },
  }
}

type Seen = { readonly first: Map<string, number>; readonly names: Map<string, string>; readonly given: Set<string> }

/** The same code twice is a misfit, but a person may stand in several rows, one for each post, and a team, one for each member: under one name. */
const remember = <S extends Sheet>(seen: Seen, sheet: S, entry: EntryOf[S], at: At): Misfit | undefined => {
  if (sheet === 'link' || !('code' in entry)) return undefined
  const name = seen.names.get(entry.code)
  if (name !== undefined && name !== entry.name) return misfit('name', 'name-differs', { before: name })
  const key = JSON.stringify([entry.code, ...partsOf(entry)])
  const row = seen.first.get(key)
  if (row !== undefined) return misfit('code', 'code-twice', { value: entry.code, row })
  seen.first.set(key, at.row)
  if ('posts' in entry || 'members' in entry) seen.names.set(entry.code, entry.name)
  return undefined
}

/** What tells one row of a code from another. */
const partsOf = (entry: object): readonly unknown[] => {
  if ('posts' in entry) return (entry as PersonEntry).posts.map((p) => [p.org, p.from])
  return 'members' in entry ? (entry as TeamEntry).members.map((m) => [m.who, m.duty, m.from]) : []
}

const marked = <S extends Sheet>(entry: EntryOf[S], before: boolean): EntryOf[S] =>
  before && 'posts' in entry ? { ...entry, more: true } : entry

const joined = <S extends Sheet>(before: Gathered<S>, entry: EntryOf[S], at: At): Gathered<S> => {
  const rows = [...before.rows, at]
  const old = before.entry
  if ('posts' in old && 'posts' in entry) return { entry: { ...old, posts: [...old.posts, ...entry.posts] }, rows }
  if ('members' in old && 'members' in entry) return { entry: { ...old, members: [...old.members, ...entry.members] }, rows }
  return { entry: old, rows }
}
