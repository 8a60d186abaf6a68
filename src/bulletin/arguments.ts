import { type Mistakes, Unfit, mistake } from './mistake.ts'
import type { Directive } from './scan.ts'
import { whenWords } from './when.ts'

/** The words after a directive's name. A bare word is a switch: present with an empty value. */
export type Given = {
  readonly directive: Directive
  has(name: string): boolean
  /** undefined when it is not there. */
  get(name: string): string | undefined
  /** Throws Unfit when it is not there. */
  need(name: string): string
}

const pattern = /([a-z]+)(?:=(?:"([^"]*)"|“([^”]*)”|([^\s"]*)))?(?=\s|$)/y

/** null when something on the line cannot be read; the mistake is noted where it stands. */
export const argumentsOf = (directive: Directive, allowed: readonly string[], mistakes: Mistakes): Given | null => {
  const found = new Map<string, string>()
  const { rest, restAt } = directive
  const wrong = (offset: number, what: string): null => {
    mistake(mistakes, 'qualifier', { line: restAt.line, column: restAt.column + offset }, what, allowed)
    return null
  }
  for (let at = 0; at < rest.length; ) {
    if (/\s/.test(rest[at] ?? '')) {
      at++
      continue
    }
    pattern.lastIndex = at
    const m = pattern.exec(rest)
    const [whole = '', name = ''] = m ?? []
    if (m === null) return wrong(at, /^\S+/.exec(rest.slice(at))?.[0] ?? '')
    if (!allowed.includes(name) || found.has(name)) return wrong(at, name)
    found.set(name, m[2] ?? m[3] ?? m[4] ?? '')
    at += whole.length
  }
  const get = (name: string) => found.get(name)
  return {
    directive,
    has: (name) => found.has(name),
    get,
    need: (name) => {
      const value = get(name)
      if (value === undefined || value === '') throw new Unfit('lacking', name)
      return value
    },
  }
}

/** Where in the template a word of the directive stands; its name when the word is not on the line. */
export const placeOf = ({ rest, restAt, at }: Directive, what: string): { line: number; column: number } => {
  const offset = what === '' ? -1 : rest.indexOf(what)
  return offset < 0 ? at : { line: restAt.line, column: restAt.column + offset }
}

/** The words that say which period is meant, as qualifiers. */
export const spanWordsOf = (given: Given): Readonly<Record<string, string>> =>
  Object.fromEntries(
    whenWords.flatMap((name) => {
      const value = given.get(name)
      return value === undefined ? [] : [[name, value]]
    }),
  )
