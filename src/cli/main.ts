import process from 'node:process'
import { CommanderError } from 'commander'
import type { Language } from '#kit/text.ts'
import { type Out, complain } from './out.ts'
import { programOf } from './program.ts'

/** zh unless the terminal or the flag says otherwise. Read before everything else: help is in the language, too. */
const languageOf = (words: readonly string[], env: NodeJS.ProcessEnv): Language => {
  const at = words.indexOf('--lang')
  const said = at >= 0 ? words[at + 1] : words.find((w) => w.startsWith('--lang='))?.slice(7)
  return (said ?? env['LC_ALL'] ?? env['LC_MESSAGES'] ?? env['LANG'] ?? 'zh').startsWith('en') ? 'en' : 'zh'
}

const words = process.argv.slice(2)
let code = 0
const out: Out = {
  language: languageOf(words, process.env),
  json: words.includes('--json'),
  line: (text) => void process.stdout.write(`${text}\n`),
  aside: (text) => void process.stderr.write(`${text}\n`),
  watched: process.stderr.isTTY === true,
  fail: (worse) => (code = Math.max(code, worse)),
}

// Whoever reads has enough (| head): that is not an error.
process.stdout.on('error', (error: NodeJS.ErrnoException) => process.exit(error.code === 'EPIPE' ? 0 : 3))

try {
  await programOf(out, process.env).parseAsync(words, { from: 'user' })
} catch (error) {
  if (error instanceof CommanderError) code = error.exitCode === 0 ? 0 : 2
  else complain(out, error)
}
process.exitCode = code
