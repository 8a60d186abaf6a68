import { addDays } from '#kit/day.ts'
import type { Misfit } from '#kit/fault.ts'
import type { Text } from '#kit/text.ts'
import { type Read, codeOf, dayOf, lineOf, listOf } from './cell.ts'
import { linkBy, linkTo, shapeOf, teamDuties } from './column.ts'
import type { Lasting, LinkEntry, NodeEntry, PersonEntry, SubjectEntry, TeamEntry } from './entry.ts'
import { type Kind, kindOf, orgKinds, placeKinds, subjectKinds } from '#scheme/kind.ts'
import { type MisfitCode, misfit } from './misfits.ts'
import { type Sheet, duties } from './shape.ts'

/** The text in a column of a row; undefined when the file has no such column. */
export type Cells = (key: string) => string | undefined

export type EntryOf = {
  readonly place: NodeEntry
  readonly org: NodeEntry
  readonly person: PersonEntry
  readonly subject: SubjectEntry
  readonly link: LinkEntry
  readonly team: TeamEntry
}

export type Row<S extends Sheet> = { readonly entry: EntryOf[S] } | { readonly misfits: readonly Misfit[] }

/** One row of a sheet, as what it says or as everything that is wrong with it. A missing column leaves what is known, a blank cell empties it. */
export const readRow = <S extends Sheet>(sheet: S, cells: Cells): Row<S> => {
  const r = reading(sheet, cells)
  const entry = entries[sheet](r)
  return r.misfits.length > 0 ? { misfits: r.misfits } : { entry }
}

/** Rows of the template's example. */
export const isExample = (code: string): boolean => /^(示例|EXAMPLE)/i.test(code.trim())

type Reading = {
  readonly misfits: Misfit[]
  code(key: string): string | undefined
  /** As `code`; says `missing` when there is none. */
  must(key: string, missing: MisfitCode): string
  line(key: string, most: number): string | undefined
  list(key: string, most: number, mostEach: number): readonly string[] | undefined
  kind(key: string, kinds: readonly Kind[]): string | undefined
  lasting(): Lasting
}

const reading = (sheet: Sheet, cells: Cells): Reading => {
  const misfits: Misfit[] = []
  const titles = new Map<string, Text>(shapeOf(sheet).columns.map((c) => [c.key, c.title]))
  const title = (key: string): Text => titles.get(key) ?? { zh: key }
  const take = <T>(key: string, read: (text: string) => Read<T>): T | undefined => {
    const text = cells(key)
    if (text === undefined) return undefined
    const found = read(text)
    if ('value' in found) return found.value
    misfits.push(found.misfit)
    return undefined
  }
  const code = (key: string): string | undefined => take(key, (t) => codeOf(key, t))
  const line = (key: string, most: number): string | undefined => take(key, (t) => lineOf(key, title(key), t, most))
  const must = (key: string, missing: MisfitCode): string => {
    const before = misfits.length
    const value = code(key) ?? ''
    if (value === '' && misfits.length === before) misfits.push(misfit(key, missing))
    return value
  }
  const lasting = (): Lasting => {
    const from = take('from', (t) => dayOf('from', title('from'), t))
    const last = take('until', (t) => dayOf('until', title('until'), t, true))
    if (from != null && last != null && last < from) misfits.push(misfit('until', 'day-order'))
    return { from, until: last == null ? last : addDays(last, 1) }
  }
  return {
    misfits,
    code,
    line,
    must,
    lasting,
    list: (key, most, mostEach) => take(key, (t) => listOf(key, title(key), t, most, mostEach)),
    kind: (key, kinds) => {
      const text = line(key, 40)
      return text === undefined ? undefined : kindOf(kinds, text)
    },
  }
}

const nameOf = (r: Reading): string => {
  const before = r.misfits.length
  const name = r.line('name', 200) ?? ''
  if (name === '' && r.misfits.length === before) r.misfits.push(misfit('name', 'name-missing'))
  return name
}

const node =
  (kinds: readonly Kind[]) =>
  (r: Reading): NodeEntry => {
    const code = r.must('code', 'code-missing')
    const parent = r.code('parent')
    return {
      code,
      name: nameOf(r),
      parent: parent === '' ? null : parent,
      kind: r.kind('kind', kinds),
      class: r.line('class', 40),
      aliases: r.list('aliases', 20, 200),
      ...r.lasting(),
    }
  }

const person = (r: Reading): PersonEntry => {
  const code = r.must('code', 'code-missing')
  return {
    code,
    name: nameOf(r),
    posts: [{ org: r.must('org', 'org-missing'), post: r.line('post', 100), rank: r.line('rank', 100), ...r.lasting() }],
  }
}

const subject = (r: Reading): SubjectEntry => {
  const code = r.must('code', 'code-missing')
  const place = r.code('place')
  const kind = r.kind('kind', subjectKinds)
  if (kind === '') r.misfits.push(misfit('kind', 'kind-missing'))
  return { code, kind, name: nameOf(r), place: place === '' ? null : place, address: r.line('address', 500), tags: r.list('tags', 50, 40) }
}

const type = (r: Reading, sheet: Sheet, key: string, kinds: readonly Kind[]): string => {
  const value = r.kind(key, kinds) ?? ''
  const column = shapeOf(sheet).columns.find((c) => c.key === key)?.title ?? { zh: key }
  const expected = { zh: kinds.map((k) => k.title.zh).join('、'), en: kinds.map((k) => k.title.en).join(', ') }
  if (!kinds.some((k) => k.key === value)) r.misfits.push(misfit(key, 'unknown-type', { column, value, expected }))
  return value
}

const link = (r: Reading): LinkEntry => {
  const [byType, toType] = [type(r, 'link', 'byType', linkBy), type(r, 'link', 'toType', linkTo)]
  const [by, to] = [r.must('by', 'code-missing'), r.must('to', 'code-missing')]
  return {
    by: byType === 'org' ? { org: by } : { person: by },
    to: toType === 'org' ? { org: to } : toType === 'place' ? { place: to } : { subject: to },
    role: r.line('role', 100),
    ...r.lasting(),
  }
}

const team = (r: Reading): TeamEntry => {
  const code = r.must('code', 'code-missing')
  const name = nameOf(r)
  const who = type(r, 'team', 'whoType', linkBy)
  const of = r.must('who', 'code-missing')
  const said = r.kind('duty', teamDuties) ?? ''
  const duty = said === '' ? 'member' : duties.find((d) => d === said)
  const expected = { zh: teamDuties.map((d) => d.title.zh).join('、'), en: teamDuties.map((d) => d.title.en).join(', ') }
  if (duty === undefined) r.misfits.push(misfit('duty', 'unknown-type', { column: { zh: '职责', en: 'Duty' }, value: said, expected }))
  return {
    code,
    name,
    kind: r.line('kind', 40),
    members: [{ who: who === 'org' ? { org: of } : { person: of }, duty: duty ?? 'member', ...r.lasting() }],
  }
}

const entries: { readonly [S in Sheet]: (r: Reading) => EntryOf[S] } = {
  place: node(placeKinds),
  org: node(orgKinds),
  person,
  subject,
  link,
  team,
}
