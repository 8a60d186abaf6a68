import type { Text } from '#kit/text.ts'
import { type Path, compile } from './compile.ts'
import type { Compiled } from './compiled.ts'
import { type Mistake, sortMistakes } from './mistake.ts'
import type { Scheme } from './shape.ts'
import { readShape } from './shapes.ts'
import { readSource } from './source.ts'

export type ReadScheme = { readonly ok: true; readonly scheme: Scheme; readonly compiled: Compiled } | { readonly ok: false; readonly mistakes: readonly Mistake[] }

/** A scheme from its YAML and the files beside it (name → text), or every mistake in the file's order. Never throws. */
export const readScheme = (source: string, files: Readonly<Record<string, string>> = {}): ReadScheme => {
  const { tree, mistakes: broken } = readSource(source)
  if (tree === null) return { ok: false, mistakes: sortMistakes(broken) }
  const shaped = readShape(tree)
  const mistakes: Mistake[] = [...broken, ...shaped.mistakes]
  if (shaped.scheme === null) return { ok: false, mistakes: sortMistakes(mistakes) }
  const tell = (path: Path, on: 'key' | 'value', code: string, what: Text, expected: Text, offset = 0): void => {
    mistakes.push({ ...tree.spot(path, on, offset), code, path: path.join('.'), what, expected })
  }
  const compiled = compile(shaped.scheme, files, {
    mistake: (path, m) => tell(path, 'value', m.code, m.what, m.expected, m.at),
    seen: () => undefined,
    broken: (form) => shaped.broken.fields.get(form.join('.')) ?? [],
  })
  return mistakes.length > 0 ? { ok: false, mistakes: sortMistakes(mistakes) } : { ok: true, scheme: shaped.scheme, compiled }
}
