import { readFileSync, readdirSync, statSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { templatesBeside } from '#bulletin/beside.ts'
import { type FileMistake, readSound } from '#bulletin/sound.ts'
import { Fault } from '#kit/fault.ts'
import { formatMistake } from '#scheme/mistake.ts'
import type { ReadScheme } from '#scheme/read.ts'
import { type Out, tell } from '../out.ts'

export type SchemeFile = { readonly path: string; readonly source: string; readonly files: Readonly<Record<string, string>> }

/** @throws Fault 400.6 when it is not UTF-8, rather than a text full of wrong words */
const textOf = (path: string): string => {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(readFileSync(path))
  } catch (error) {
    if (!(error instanceof TypeError)) throw error
    throw new Fault('400.6', { expected: { zh: ` UTF-8 文本：${path}`, en: `UTF-8 text: ${path}` } })
  }
}

/** A scheme's file, or the folder it stands in; with the templates beside it. @throws Fault 404.1 */
export const schemeFile = (given: string): SchemeFile => {
  try {
    const path = statSync(given).isDirectory() ? join(given, 'scheme.yaml') : given
    const folder = dirname(path)
    const beside = readdirSync(folder).filter((name) => name.endsWith('.md') && statSync(join(folder, name)).size < 1_000_000)
    const source = textOf(path)
    return { path, source, files: templatesBeside(source, Object.fromEntries(beside.map((name) => [name, textOf(join(folder, name))]))) }
  } catch (error) {
    if (error instanceof Error && !(error instanceof Fault) && 'code' in error)
      throw new Fault('404.1', {
        what: { zh: `文件 ${given}`, en: `file ${given}` },
        why: { zh: String(error.code), en: String(error.code) },
      })
    throw error
  }
}

/** The path of the scheme, or of the template beside it that the mistake stands in. */
export const besideScheme = (path: string, { file }: FileMistake): string => (file === null ? path : join(dirname(path), file))

/** The scheme, or every mistake on the way out. @returns undefined when it is wrong; the run then ends with 1 */
export const soundScheme = (file: SchemeFile, out: Out): (ReadScheme & { readonly ok: true }) | undefined => {
  const { read, mistakes } = readSound(file.source, file.files)
  if (read.ok && mistakes.length === 0) return read
  for (const mistake of mistakes) out.line(formatMistake(besideScheme(file.path, mistake), mistake, out.language))
  out.fail(1)
  return undefined
}

/** `scheme check FILE…`: every mistake of every file and of the templates beside it, one line each. */
export const checkSchemes = (paths: readonly string[], out: Out): void => {
  const found = paths.map((path) => {
    const file = schemeFile(path)
    return { file: file.path, mistakes: readSound(file.source, file.files).mistakes }
  })
  const wrong = found.flatMap(({ file, mistakes }) => mistakes.map((mistake) => ({ file: besideScheme(file, mistake), mistake })))
  if (out.json) out.line(JSON.stringify({ mistakes: wrong.map(({ file, mistake }) => ({ ...mistake, file })) }))
  else for (const { file, mistake } of wrong) out.line(formatMistake(file, mistake, out.language))
  if (wrong.length > 0) out.fail(1)
  else if (!out.json) for (const { file } of found) tell(out, { zh: `${file}：没有错误`, en: `${file}: no mistakes` })
}
