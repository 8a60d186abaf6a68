import type { Node } from 'oxc-parser'
import { longestComponent, longestFile, longestFunction, namelessFiles, roomNamed } from './plan.ts'
import { type Import, type Source, beside } from './source.ts'

/** A law looks at all files and names each breach as `file:line what`. */
export type Law = { readonly says: string; breaches(sources: readonly Source[]): readonly string[] }

const ours = ['src', 'web']
const inHouse = (s: Source): boolean => ours.some((folder) => s.path.startsWith(`${folder}/`))
const quiet = (s: Source): boolean => roomNamed(s.room)?.quiet ?? false

const eachFile = (breach: (s: Source) => string | undefined) => (sources: readonly Source[]) =>
  sources.flatMap((s) => {
    const what = breach(s)
    return what === undefined ? [] : [`${s.path} ${what}`]
  })

const eachNode = (where: (s: Source) => boolean, breach: (n: Node, s: Source) => string | undefined) => (sources: readonly Source[]) =>
  sources.filter(where).flatMap((s) =>
    s.nodes.flatMap((n) => {
      const what = breach(n, s)
      return what === undefined ? [] : [`${s.path}:${s.lineOf(n.start)} ${what}`]
    }),
  )

const eachImport = (where: (s: Source) => boolean, breach: (i: Import, s: Source) => string | undefined) => (sources: readonly Source[]) =>
  sources.filter(where).flatMap((s) =>
    s.imports.flatMap((i) => {
      const what = breach(i, s)
      return what === undefined ? [] : [`${s.path}:${i.line} ${what}`]
    }),
  )

const anywhere = (): boolean => true
const isRelative = (from: string): boolean => from.startsWith('.')
const roomOf = (from: string): string | undefined => /^#([^/]+)\//.exec(from)?.[1]
const library = (from: string): string =>
  from
    .split('/')
    .slice(0, from.startsWith('@') ? 2 : 1)
    .join('/')
const isLibrary = (from: string): boolean =>
  !isRelative(from) && !from.startsWith('#') && !from.startsWith('node:') && !from.startsWith('virtual:')

const opensOnlyItsRooms = (i: Import, s: Source): string | undefined => {
  const to = roomOf(i.from)
  if (to === undefined || to === s.room) return undefined
  return roomNamed(s.room)?.opens.includes(to) ? undefined : `${s.room} may not open ${to}`
}

/** The folder, below src or the project, that a path lies in. */
const home = (path: string): string => (path.startsWith('src/') ? path.split('/').slice(0, 2).join('/') : (path.split('/')[0] ?? ''))

const goesByOneOfTwoForms = (i: Import, s: Source): string | undefined => {
  if (i.from === '(computed)') return 'imports what cannot be read from the text'
  if (isRelative(i.from) && home(beside(s, i.from)) !== home(s.path)) return `leaves its room by ${i.from}: #room/x.ts leads elsewhere`
  if (roomOf(i.from) === s.room && s.room !== 'web') return `goes round to itself by ${i.from}`
  return (isRelative(i.from) || i.from.startsWith('#')) && !/\.(tsx?|css|json)(\?\w+)?$/.test(i.from)
    ? `${i.from} does not name a file`
    : undefined
}

const usesItsLibraries = (i: Import, s: Source): string | undefined => {
  if (i.from.startsWith('node:')) return `${i.from} is not quiet`
  return isLibrary(i.from) && !roomNamed(s.room)?.libraries.includes(library(i.from))
    ? `${library(i.from)} is not among the libraries of ${s.room}`
    : undefined
}

const worldly = new Set([
  'process',
  'fetch',
  'performance',
  'crypto',
  'setTimeout',
  'setInterval',
  'queueMicrotask',
  'console',
  'globalThis',
  'window',
  'document',
  'navigator',
  'localStorage',
  'Buffer',
  'require',
])
const takesFromWorld = new Set(['Date.now', 'Math.random', 'crypto.randomUUID', 'Temporal.Now', 'import.meta'])

const isWorldly = (n: Node, s: Source): string | undefined => {
  if (n.type === 'MetaProperty') return 'import.meta'
  if (n.type === 'NewExpression' && n.callee.type === 'Identifier' && n.callee.name === 'Date' && n.arguments.length === 0)
    return 'new Date() is a clock'
  if (n.type === 'CallExpression' && n.callee.type === 'Identifier' && n.callee.name === 'Date') return 'Date() is a clock'
  if (n.type === 'MemberExpression') {
    const text = s.text.slice(n.start, n.end)
    if (takesFromWorld.has(text)) return text
    return n.object.type === 'Identifier' && worldly.has(n.object.name) && !declares(s, n.object.name) ? n.object.name : undefined
  }
  return n.type === 'CallExpression' && n.callee.type === 'Identifier' && worldly.has(n.callee.name) && !declares(s, n.callee.name)
    ? `${n.callee.name}()`
    : undefined
}

// A parameter or constant of that name is a thing of the file's own.
const declares = (s: Source, name: string): boolean =>
  new RegExp(`(const|let|function) ${name}\\b|[({,\\[]\\s*${name}\\b\\s*[:,)=}\\]]|\\b${name} =>`).test(s.text)

const functions = new Set(['FunctionDeclaration', 'FunctionExpression', 'ArrowFunctionExpression'])

const isLong = (n: Node, s: Source): string | undefined => {
  if (!functions.has(n.type)) return undefined
  const lines = s.lineOf(n.end) - s.lineOf(n.start) + 1
  const longest = s.path.endsWith('.tsx') && /<\w/.test(s.text.slice(n.start, n.end)) ? longestComponent : longestFunction
  return lines > longest ? `is a function of ${lines} lines` : undefined
}

const comments = (where: (s: Source) => boolean, pattern: RegExp, what: string) => (sources: readonly Source[]) =>
  sources.filter(where).flatMap((s) => s.comments.filter((c) => pattern.test(c.value)).map((c) => `${s.path}:${s.lineOf(c.start)} ${what}`))

const unfinished = ['TO' + 'DO', 'FIX' + 'ME', 'XX' + 'X', 'HA' + 'CK'].join('|')

const mutesTests = (n: Node, s: Source): string | undefined => {
  if (n.type !== 'MemberExpression') return undefined
  const text = s.text.slice(n.start, n.end)
  return /^(test|it|describe|suite|story|t)\.(skip|only|todo)$/.test(text) ? text : undefined
}

// Over somebody else's union a default may be right: then the same line says why.
const swallows = (n: Node, s: Source): string | undefined =>
  n.type === 'SwitchCase' && n.test === null && !/^default:\s*\/\/ \S+/.test(s.text.slice(n.start))
    ? 'default: swallows the case to come'
    : undefined

// Chinese alone is for what users wrote; what we wrote stands in both languages.
const saysBoth = (n: Node, s: Source): string | undefined => {
  if (n.type !== 'ObjectExpression') return undefined
  const names = n.properties.map((p) => (p.type === 'Property' && p.key.type === 'Identifier' ? p.key.name : '…'))
  const chinese = n.properties[names.indexOf('zh')]
  if (chinese === undefined || names.includes('en') || names.includes('…')) return undefined
  return /'.*\p{Script=Han}|`.*\p{Script=Han}/u.test(s.text.slice(chinese.start, chinese.end)) ? 'a word without English' : undefined
}

/** Files that need one another to be loaded. Types need nobody. */
const circles = (sources: readonly Source[]): readonly string[] => {
  const paths = new Set(sources.map((s) => s.path))
  const target = (s: Source, from: string) => (isRelative(from) ? beside(s, from) : from.replace(/^#web\//, 'web/').replace(/^#/, 'src/'))
  const needs = new Map(
    sources.map((s) => [
      s.path,
      s.imports
        .filter((i) => !i.onlyTypes)
        .map((i) => target(s, i.from))
        .filter((p) => paths.has(p)),
    ]),
  )
  const done = new Set<string>()
  const walk = (path: string, trail: readonly string[]): readonly string[] => {
    if (trail.includes(path)) return [[...trail.slice(trail.indexOf(path)), path].join(' → ')]
    if (done.has(path)) return []
    const found = (needs.get(path) ?? []).flatMap((p) => walk(p, [...trail, path]))
    done.add(path)
    return found
  }
  return [...paths].flatMap((p) => walk(p, []))
}

export const laws: Readonly<Record<string, Law>> = {
  room: {
    says: 'every file stands in a room of the plan',
    breaches: eachFile((s) => (roomNamed(s.room) === undefined ? `: there is no room ${s.room}` : undefined)),
  },
  direction: { says: 'a room opens only rooms before it', breaches: eachImport(anywhere, opensOnlyItsRooms) },
  form: { says: 'there are two forms of import', breaches: eachImport(anywhere, goesByOneOfTwoForms) },
  circle: { says: 'no two files need each other', breaches: circles },
  library: { says: 'a quiet room uses its own few libraries, and nothing of Node', breaches: eachImport(quiet, usesItsLibraries) },
  world: { says: 'the world comes into a quiet room by the door', breaches: eachNode(quiet, isWorldly) },
  barrel: {
    says: 'nothing is exported that was made elsewhere',
    breaches: eachImport(anywhere, (i) => (i.reExport ? `exports ${i.from} again` : undefined)),
  },
  named: {
    says: 'exports have names',
    breaches: eachFile((s) => (s.defaultExport && !s.path.endsWith('.config.ts') ? 'has a default export' : undefined)),
  },
  any: { says: 'everything has a type', breaches: eachNode(anywhere, (n) => (n.type === 'TSAnyKeyword' ? 'any' : undefined)) },
  muted: {
    says: 'the type checker is never told to look away',
    breaches: comments(anywhere, /^\s*@ts-(ignore|nocheck|expect-error)/, 'mutes the type checker'),
  },
  promise: {
    says: 'nothing is left for later in a comment',
    breaches: comments(anywhere, new RegExp(`\\b(${unfinished})\\b`), 'leaves something for later'),
  },
  silent: { says: 'no test is left out', breaches: eachNode((s) => s.room === 'test', mutesTests) },
  swallow: { says: 'a switch names its cases, or says on the line why not', breaches: eachNode(inHouse, swallows) },
  languages: { says: 'what we say, we say in both languages', breaches: eachNode(inHouse, saysBoth) },
  file: {
    says: `no file is longer than ${longestFile} lines`,
    breaches: eachFile((s) => (s.lines > longestFile ? `has ${s.lines} lines` : undefined)),
  },
  function: {
    says: `no function is longer than ${longestFunction} lines, ${longestComponent} where it is markup`,
    breaches: eachNode(inHouse, isLong),
  },
  nameless: {
    says: 'every file has a name of its own',
    breaches: eachFile((s) => (namelessFiles.test(s.path) ? 'is named for nothing' : undefined)),
  },
}
