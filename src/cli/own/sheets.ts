import { addDays } from '#kit/day.ts'
import { linkBy, linkTo, shapeOf, teamDuties } from '#register/column.ts'
import type { Entries, Lasting, LinkEntry, MemberEntry, NodeEntry } from '#register/entry.ts'
import { type Sheet, sheets } from '#register/shape.ts'

type Cells = Readonly<Record<string, string>>

/** Entries of the register as CSV files (name → text, UTF-8 with BOM) that `register import` takes, numbered in the order they are to be imported in. */
export const csvSheets = (entries: Entries): readonly (readonly [string, string])[] =>
  sheets
    .map((sheet) => {
      const { title, columns } = shapeOf(sheet)
      return { sheet, title, columns, rows: rows[sheet](entries) }
    })
    .filter((s) => s.rows.length > 0)
    .map(({ title, columns, rows: list }) => {
      const lines = [columns.map((c) => c.title.zh), ...list.map((row) => columns.map((c) => row[c.key] ?? ''))]
      return [`${title.zh}.csv`, `\ufeff${lines.map((cells) => cells.map(quoted).join(',')).join('\r\n')}\r\n`] as const
    })

/** A cell that a spreadsheet would take for a formula is kept as text. */
const quoted = (cell: string): string =>
  /[",\r\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : /^[=+\-@\t]/.test(cell) ? `'${cell}` : cell

const lasting = ({ from, until }: Lasting): Cells => ({ from: from ?? '', until: until ? addDays(until, -1) : '' })
const node = (n: NodeEntry): Cells => ({
  code: n.code,
  name: n.name,
  parent: n.parent ?? '',
  kind: n.kind ?? '',
  class: n.class ?? '',
  aliases: (n.aliases ?? []).join('、'),
  ...lasting(n),
})
const typed = (end: LinkEntry['by'] | LinkEntry['to'] | MemberEntry['who']): { type: string; code: string } => {
  const [type = '', code = ''] = Object.entries(end)[0] ?? []
  return { type, code }
}

const word = (kinds: typeof linkBy, key: string): string => kinds.find((k) => k.key === key)?.title.zh ?? key

const rows: Readonly<Record<Sheet, (entries: Entries) => readonly Cells[]>> = {
  place: ({ places = [] }) => places.map(node),
  org: ({ orgs = [] }) => orgs.map(node),
  person: ({ people = [] }) =>
    people.flatMap((p) =>
      p.posts.map((post) => ({
        code: p.code,
        name: p.name,
        org: post.org,
        post: post.post ?? '',
        rank: post.rank ?? '',
        ...lasting(post),
      })),
    ),
  subject: ({ subjects = [] }) =>
    subjects.map((s) => ({
      code: s.code,
      kind: s.kind ?? '',
      name: s.name,
      place: s.place ?? '',
      address: s.address ?? '',
      tags: (s.tags ?? []).join('、'),
    })),
  link: ({ links = [] }) =>
    links.map((l) => {
      const [by, to] = [typed(l.by), typed(l.to)]
      return { byType: word(linkBy, by.type), by: by.code, toType: word(linkTo, to.type), to: to.code, role: l.role ?? '', ...lasting(l) }
    }),
  team: ({ teams = [] }) =>
    teams.flatMap((t) =>
      t.members.map((m) => {
        const who = typed(m.who)
        const duty = word(teamDuties, m.duty)
        return { code: t.code, name: t.name, kind: t.kind ?? '', whoType: word(linkBy, who.type), who: who.code, duty, ...lasting(m) }
      }),
    ),
}
