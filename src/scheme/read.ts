import { type Seen, compile } from './compile.ts'
import type { Compiled } from './compiled.ts'
import type { Ground } from './meaning/ground.ts'
import { checkMeaning } from './meaning/meaning.ts'
import { type Mistake, sortMistakes } from './mistake.ts'
import type { Scheme } from './shape.ts'
import { type Broken, readShape } from './shapes.ts'
import { type SourceTree, readSource } from './source.ts'
import { unitsOf } from './units.ts'
import { withoutBroken } from './whole.ts'

export type ReadScheme =
  | { readonly ok: true; readonly scheme: Scheme; readonly compiled: Compiled }
  | { readonly ok: false; readonly mistakes: readonly Mistake[] }

/** A scheme from its YAML and the files beside it (name → text), or every mistake in the file's order. Never throws. */
export const readScheme = (source: string, files: Readonly<Record<string, string>> = {}): ReadScheme => read(source, files, () => true)

const read = (source: string, files: Readonly<Record<string, string>>, counts: (mistake: Mistake) => boolean): ReadScheme => {
  const { tree, mistakes: broken } = readSource(source)
  if (tree === null) return { ok: false, mistakes: sortMistakes(broken) }
  const shaped = readShape(tree)
  const mistakes: Mistake[] = [...broken, ...shaped.mistakes]
  if (shaped.scheme === null) return { ok: false, mistakes: sortMistakes(mistakes) }
  const scheme = withoutBroken(shaped.scheme, shaped.broken)
  const ground = groundOf(scheme, shaped.broken, tree, mistakes)
  const seen: Seen[] = []
  const compiled = compile(scheme, files, {
    mistake: (path, m) => ground.tell(path, 'value', m.code, m.what, m.expected, m.at),
    seen: (one) => seen.push(one),
    broken: (form) => shaped.broken.fields.get(form.join('.')) ?? [],
  })
  checkMeaning(ground, seen, files)
  const refused = mistakes.filter(counts)
  return refused.length > 0 ? { ok: false, mistakes: sortMistakes(refused) } : { ok: true, scheme, compiled }
}

/** Mistakes that were not told of yet when schemes were stored under this language: those schemes are read as they were. */
const toldSince: ReadonlySet<string> = new Set(['S376'])

/** As readScheme, of a scheme that was stored: what the checker has learnt since is told when it is loaded anew. */
export const readStored = (source: string, files: Readonly<Record<string, string>>): ReadScheme =>
  read(source, files, (m) => !toldSince.has(m.code))

const groundOf = (scheme: Scheme, broken: Broken, tree: SourceTree, mistakes: Mistake[]): Ground => ({
  scheme,
  units: unitsOf(scheme.units).units,
  tell: (path, on, code, what, expected, offset = 0) =>
    void mistakes.push({ ...tree.spot(path, on, offset), code, path: path.join('.'), what, expected }),
  wounded: (path) => tree.wounded(path),
  intact: (section) => ![...broken.items].some((item) => item === section || item.startsWith(`${section}.`)),
})
