import type { Text } from '#kit/text.ts'
import { known } from '../mistake.ts'
import type { Scheme } from '../shape.ts'
import type { Path } from '../source.ts'
import type { Units } from '../units.ts'

/** What every check of meaning stands on. */
export type Ground = {
  readonly scheme: Scheme
  readonly units: Units
  tell(path: Path, on: 'key' | 'value', code: string, what: Text, expected: Text, offset?: number): void
  /** True when something right under the path was too broken to read: then nothing is said to be lacking there. */
  wounded(path: Path): boolean
  /** False when a part of that section was too broken to read, so that a word missing there may be no mistake. */
  intact(section: string): boolean
}

/** The same word twice in a list of keyed things. */
export const twice = (ground: Ground, path: Path, things: readonly { readonly key: string }[], code: string): void => {
  const keys = things.map((thing) => thing.key)
  keys.forEach((key, i) => {
    if (keys.indexOf(key) === i) return
    ground.tell(
      [...path, i, 'key'],
      'value',
      code,
      { zh: `“${key}”重复`, en: `“${key}” stands here twice` },
      { zh: '各不相同的键', en: 'keys that differ' },
    )
  })
}

/** A word that has to be defined elsewhere in the scheme. */
export const defined = (ground: Ground, path: Path, word: string, possible: Iterable<string>, code: string, thing: Text): boolean => {
  const all = new Set(possible)
  if (all.has(word)) return true
  ground.tell(
    path,
    'value',
    code,
    { zh: `没有${thing.zh}“${word}”`, en: `There is no ${thing.en ?? thing.zh} “${word}”` },
    known(word, all),
  )
  return false
}
