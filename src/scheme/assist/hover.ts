import type { Text } from '#kit/text.ts'
import { standAt } from './cursor.ts'
import { aboutOf, bothOf, keysIn, natureAt, refersAt, schemaAt, wordsAt } from './language.ts'
import { namesAt } from './names.ts'
import type { Outline } from './outline.ts'
import { functionWords, offeredWords } from './words.ts'

/** What stands at a place of the scheme's text, and what is said of it. */
export type Explained = { readonly from: number; readonly to: number; readonly word: string; readonly says: Text }

const letter = /[\w\u3400-\u9fff-]/

/** The word at the offset explained: a key by the manual, a word of a list, or what the scheme itself says of a name. */
export const explain = (source: string, offset: number, outline: Outline): Explained | null => {
  let [from, to] = [offset, offset]
  while (from > 0 && letter.test(source[from - 1] ?? '')) from--
  while (to < source.length && letter.test(source[to] ?? '')) to++
  const word = source.slice(from, to)
  const stand = word === '' ? null : standAt(source, to)
  if (stand === null || stand.on === 'text') return null
  const isKey = (stand.on === 'key' || stand.on === 'item') && /^["']?[ \t]*:/.test(source.slice(to))
  const says = isKey ? ofKey([...stand.path, word]) : ofValue(stand.path, word, source.slice(0, from), outline)
  return says === null ? null : { from, to, word, says }
}

const ofKey = (path: readonly (string | number)[]): Text | null => {
  const schema = schemaAt(path)
  const own = keysIn(path.slice(0, -1)).length > 0
  const words = wordsAt(path).map((w) => w.word)
  const about = own ? aboutOf(schema) : null
  if (about === null) return null
  const list = words.length === 0 ? '' : `\n${words.join(' | ')}`
  return { zh: `${about.zh}${list}`, en: `${about.en}${list}` }
}

const ofValue = (path: readonly (string | number)[], word: string, before: string, outline: Outline): Text | null => {
  if (natureAt(path) === 'cel') {
    const holder = /([\w]+)\.$/.exec(before)?.[1]
    if (holder !== undefined) return offeredWords[`${holder}.${word}`] ?? functionWords[word] ?? null
    return namesAt(outline, path).find((n) => n.word === word)?.title ?? functionWords[word] ?? null
  }
  const listed = wordsAt(path).find((w) => w.word === word)
  if (listed !== undefined) return bothOf(listed.about)
  if (refersAt(path) === null && natureAt(path) !== 'key') return null
  const defined = [...outline.indicators, ...outline.kinds, ...outline.subjects, ...outline.tags, ...outline.classes, ...outline.events]
  return defined.find((d) => d.key === word)?.title ?? null
}
