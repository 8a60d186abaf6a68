import { type Language, type Text, say } from '#kit/text.ts'

/** What is wrong in a scheme's file and where. Lines and columns count from 1; columns count characters, as editors do. */
export type Mistake = {
  readonly line: number
  readonly column: number
  /** Stable: S0xx the file, S1xx shapes, S2xx expressions, S3xx meaning. docs/scheme-language.md lists them. */
  readonly code: string
  /** Dotted path in the file: `indicators.funds.value`. */
  readonly path: string
  readonly what: Text
  readonly expected: Text
}

/** `file:line:column code what – expected …`, one line. */
export const formatMistake = (file: string, mistake: Mistake, language: Language): string => {
  const expected = say(mistake.expected, language)
  const hope = expected === '' ? '' : language === 'zh' ? ` – 应为${expected}` : ` – expected ${expected}`
  return `${file}:${mistake.line}:${mistake.column} ${mistake.code} ${say(mistake.what, language)}${hope}`.replace(/\s*\n\s*/g, ' ')
}

/** In the order of the file, each once (an alias is read in several places). */
export const sortMistakes = (mistakes: readonly Mistake[]): Mistake[] =>
  [...new Map(mistakes.map((m) => [`${m.line}:${m.column}:${m.code}:${m.what.zh}`, m])).values()].sort(
    (a, b) => a.line - b.line || a.column - b.column || (a.code < b.code ? -1 : a.code > b.code ? 1 : 0),
  )

/** The nearest of the words that were possible, when it is near enough to have been meant. */
export const didYouMean = (word: string, possible: Iterable<string>): string | null => {
  let best: string | null = null
  let least = Math.min(3, Math.floor(word.length / 2) + 1)
  const all = [...possible]
  for (const one of all) {
    const d = distance(word, one, least)
    if (d < least) [best, least] = [one, d]
  }
  return best ?? all.find((one) => akin(word, one)) ?? null
}

/** The same parts in another order (closed_day, day_closed), or the beginning of a longer word (workdays, workdays_between). */
const akin = (word: string, one: string): boolean => {
  const parts = (of: string): string => of.split('_').toSorted().join('_')
  return (word.includes('_') && parts(word) === parts(one)) || (word.length >= 5 && one.startsWith(`${word}_`))
}

/** Levenshtein's distance, given up beyond `limit`. */
const distance = (a: string, b: string, limit: number): number => {
  if (Math.abs(a.length - b.length) >= limit || a.length > 64 || b.length > 64) return limit
  let row = Array.from({ length: b.length + 1 }, (_, i) => i)
  for (let i = 1; i <= a.length; i++) {
    const next = [i]
    for (let j = 1; j <= b.length; j++) {
      next.push(Math.min((row[j] ?? 0) + 1, (next[j - 1] ?? 0) + 1, (row[j - 1] ?? 0) + (a[i - 1] === b[j - 1] ? 0 : 1)))
    }
    row = next
  }
  return row[b.length] ?? limit
}

/** "a、b、c" and "a, b, c"; long lists are cut. */
export const oneOf = (words: Iterable<string>): Text => {
  const all = [...words]
  const some = all.slice(0, 24)
  const more = all.length > some.length
  return { zh: `${some.join('、')}${more ? '……' : ''}`, en: `${some.join(', ')}${more ? ' …' : ''}` }
}

/** `expected` for an unknown word: the near one if there is one, else the list. */
export const known = (word: string, possible: Iterable<string>): Text => {
  const all = [...possible]
  const near = didYouMean(word, all)
  if (near !== null) return { zh: `“${near}”（是否写错？）`, en: `“${near}” (a slip?)` }
  if (all.length === 0) return { zh: '先在方案中定义', en: 'it to be defined in the scheme first' }
  const list = oneOf(all)
  return { zh: `其中之一：${list.zh}`, en: `one of: ${list.en}` }
}
