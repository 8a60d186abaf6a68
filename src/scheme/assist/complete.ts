import type { Text } from '#kit/text.ts'
import { functions, functionsOfRecords, methods } from '../cel.ts'
import { type Path, valueAt } from '../source.ts'
import { knownUnits } from '../units.ts'
import { type Stand, standAt } from './cursor.ts'
import { aboutOf, bodyOf, bothOf, type KeyOf, keysIn, natureAt, refersAt, schemaAt, wordsAt } from './language.ts'
import { literalsAt, namesAt } from './names.ts'
import type { Item, Outline } from './outline.ts'
import { functionWords, offeredWords, properties } from './words.ts'

/** One thing that may be written where the cursor stands. */
export type Choice = {
  readonly word: string
  /** What is put in; a `│` in it is where the cursor goes then. */
  readonly insert: string
  readonly is: 'key' | 'word' | 'field' | 'indicator' | 'name' | 'function'
  /** Its short name, and what the language says of it. */
  readonly title: Text | null
  readonly about: Text | null
  /** Missing and required: offered first. */
  readonly needed: boolean
}
/** `from`: offset from which what is typed so far is replaced. */
export type Choices = { readonly from: number; readonly choices: readonly Choice[] }

/** Inserted as it is, unless told. */
export const choice = (word: string, is: Choice['is'], more: Partial<Choice> = {}): Choice => ({
  word,
  is,
  insert: word,
  title: null,
  about: null,
  needed: false,
  ...more,
})

/** What may be written at the offset of a scheme's text, by the published schema and by what the scheme defines; null where anything may. */
export const complete = (source: string, offset: number, outline: Outline): Choices | null => {
  const stand = standAt(source, offset)
  if (stand === null || stand.on === 'text') return null
  const rest = source.slice(offset)
  if (stand.on === 'key') return listed(stand.from, keys(stand, outline, rest))
  if (stand.on === 'item') return listed(stand.from, [...keys(stand, outline, rest), ...values(stand.path, outline)])
  if (natureAt(stand.path) === 'cel') return inExpression(stand, outline)
  const opened = /^["']/.test(stand.typed) ? 1 : 0
  return listed(stand.from + opened, values(stand.path, outline))
}

const listed = (from: number, choices: readonly Choice[]): Choices | null => (choices.length === 0 ? null : { from, choices })

const keys = (stand: Stand, outline: Outline, rest: string): readonly Choice[] => {
  const here = valueAt(outline.value, stand.path)
  const present = new Set([...stand.before, ...(typeof here === 'object' && here !== null ? Object.keys(here) : [])])
  present.delete(stand.typed)
  const colon = /^[ \t]*:/.test(rest)
  return keysIn(stand.path)
    .filter(({ key }) => !present.has(key))
    .map((one) =>
      choice(one.key, 'key', { insert: colon ? one.key : insertOf(one, stand), about: aboutOf(one.schema), needed: one.required }),
    )
}

const insertOf = ({ key, schema }: KeyOf, { flow, indent, on }: Stand): string => {
  const below = `\n${' '.repeat(indent + 2)}`
  const begun = on === 'item' && flow ? '{ ' : ''
  const end = begun === '' ? '' : ' }'
  switch (bodyOf(schema)) {
    case 'word':
      return `${begun}${key}: │${end}`
    case 'text':
      return `${begun}${key}: { zh: │, en:  }${end}`
    case 'map':
      return flow ? `${begun}${key}: { │ }${end}` : `${key}:${below}`
    case 'list':
      return flow ? `${begun}${key}: [│]${end}` : `${key}:${below}- `
  }
}

const values = (path: Path, outline: Outline): readonly Choice[] => {
  const refers = refersAt(path)
  const words = wordsAt(path).map(({ word, about }) => choice(word, 'word', { about: bothOf(about) }))
  if (words.length > 0) return words
  if (natureAt(path) === 'unit') return [...new Set([...outline.units, ...knownUnits])].map((unit) => choice(unit, 'word'))
  if (refers === 'event' && path[0] === 'quotas')
    return [...referred(refers, outline), ...outline.phases.map((p) => choice(`phase:${p.key}`, 'word', { title: p.title }))]
  if (refers !== null) return referred(refers, outline)
  if (natureAt(path) === 'key' && path.at(-1) !== 'key') return items(outline.indicators, 'indicator')
  const schema = schemaAt(path)
  return schema !== null && bodyOf(schema) === 'text' ? [choice('{ zh, en }', 'word', { insert: '{ zh: │, en:  }' })] : []
}

export const items = (list: readonly Item[], is: Choice['is'] = 'word'): readonly Choice[] =>
  list.map((i) => choice(i.key, is, { title: i.title }))

/** Words by the part of the scheme that defines them. */
const referred = (refers: string, outline: Outline): readonly Choice[] => {
  const kinds = outline.kinds
  const matters = kinds.filter((k) => k.sort === 'matter')
  const sources = [
    ...kinds.filter((k) => k.sort === 'activity').map((k) => choice(k.key, 'word', { title: k.title })),
    ...[...matters, ...(matters.length > 0 ? [{ key: 'matter', title: { zh: '任一诉求', en: 'any matter' } }] : [])].flatMap((k) => [
      choice(`${k.key}.raised`, 'word', { title: { zh: `${k.title.zh}提出`, en: `${k.title.en ?? k.title.zh} raised` } }),
      choice(`${k.key}.closed`, 'word', { title: { zh: `${k.title.zh}办结`, en: `${k.title.en ?? k.title.zh} closed` } }),
    ]),
  ]
  const table: Readonly<Record<string, () => readonly Choice[]>> = {
    indicator: () => items(outline.indicators, 'indicator'),
    source: () => sources,
    kind: () => items(kinds),
    subject: () => items(outline.subjects),
    tag: () => items(outline.tags),
    class: () => items(outline.classes),
    event: () => outline.events.map((e) => choice(`event:${e.key}`, 'word', { title: e.title })),
  }
  return Object.hasOwn(table, refers) ? (table[refers]?.() ?? []) : []
}

/** Inside an expression: what may follow a dot, stand between quotes, or begin a word. */
const inExpression = ({ typed, from, path }: Stand, outline: Outline): Choices | null => {
  const quoted = /^["']/.exec(typed)?.[0]
  const text = quoted === undefined ? typed : ` ${typed.slice(1)}`
  const open = openQuote(text)
  if (open >= 0) {
    const before = text.slice(0, open).replace(/\[(?:\s*"[^"]*"\s*,)*\s*$/, '')
    const asked = /([\w.]+)\s*(?:==|!=|in)\s*$/.exec(before)?.[1] ?? (/^\s*$|[(&|!]\s*$/.test(before) ? 'subject.tags' : '')
    return listed(from + open + 1, items(literalsAt(outline, path, asked)))
  }
  const word = /[A-Za-z_][\w.]*$/.exec(text)?.[0] ?? ''
  const at = from + text.length - word.length
  const names = namesAt(outline, path)
  const dot = word.lastIndexOf('.')
  if (dot >= 0) return listed(at + dot + 1, afterDot(word.slice(0, dot), names))
  return listed(at, [
    ...names.map((n) =>
      choice(n.word, n.is, { title: n.title, insert: properties[n.type] === undefined && n.word !== 'it' ? n.word : `${n.word}.` }),
    ),
    ...functionsAt(path).map((f) => functionChoice(f)),
  ])
}

/** Days can be worked with where a record is spoken of. */
const functionsAt = ([section, , property]: Path): readonly string[] =>
  ['classes', 'participants', 'quotas'].includes(String(section)) || property === 'formula' ? [...functions] : [...functionsOfRecords]

/** Where the quote that is still open began; -1 when none is. */
const openQuote = (text: string): number => {
  let open = -1
  for (let i = 0; i < text.length; i++) {
    if (open >= 0 && text[i] === text[open]) open = -1
    else if (open < 0 && (text[i] === '"' || text[i] === "'")) open = i
  }
  return open
}

const functionChoice = (f: string): Choice => {
  const said = functionWords[f]
  const write = said?.write ?? `${f}()`
  return choice(f, 'function', { title: said ?? null, insert: write.replace(/(\(it\.|\("|\(x, |\()/, '$1│') })
}

type Named = ReturnType<typeof namesAt>

const afterDot = (holder: string, names: Named): readonly Choice[] => {
  if (holder === 'it') return names.filter((n) => n.is === 'field').map((n) => choice(n.word, 'field', { title: n.title }))
  const type = names.find((n) => n.word === holder)?.type
  const own = type === undefined ? Object.values(properties).flat() : (properties[type] ?? [])
  const isThing = type !== undefined && properties[type] !== undefined
  return [
    ...[...new Set(own)].map((p) => choice(p, 'name', { title: offeredWords[`${holder}.${p}`] ?? null })),
    ...(isThing ? [] : [...methods].map((m) => functionChoice(m))),
  ]
}
