import { say } from '#kit/text.ts'
import { lint } from '#scheme/lint/lint.ts'
import { formatMistake } from '#scheme/mistake.ts'
import { type Out, tell } from '../out.ts'
import { schemeFile } from './scheme.ts'

/** `scheme lint FILE…`: what each demands that it had better not, with the reason. Ends with 1 on mistakes; on warnings only with `strict`. */
export const lintSchemes = (paths: readonly string[], { strict = false }: { readonly strict?: boolean }, out: Out): void => {
  const found = paths.map((path) => {
    const file = schemeFile(path)
    return { file: file.path, ...lint(file.source, file.files) }
  })
  if (out.json) out.line(JSON.stringify(found))
  else for (const one of found) print(one, out)
  if (found.some((f) => f.mistakes.length > 0 || (strict && f.warnings.length > 0))) out.fail(1)
}

const print = ({ file, mistakes, warnings }: { readonly file: string } & ReturnType<typeof lint>, out: Out): void => {
  const { language } = out
  for (const mistake of mistakes) out.line(formatMistake(file, mistake, language))
  for (const { line, column, code, what, why, instead } of warnings) {
    out.line(`${file}:${line}:${column} ${code} ${say(what, language)}`)
    out.line(`    ${say(why, language)}`)
    out.line(`    → ${say(instead, language)}`)
  }
  if (mistakes.length === 0 && warnings.length === 0) tell(out, { zh: `${file}：没有可提醒的`, en: `${file}: nothing to warn of` })
}
