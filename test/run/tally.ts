import type { TestEvent } from 'node:test/reporters'
import { inspect } from 'node:util'

export type Failure = { readonly file: string; readonly name: string; readonly why: string }

/** What a run amounts to. `spoken` is what each file printed, told only when the file failed. */
export type Tally = {
  passed: number
  skipped: number
  readonly failures: Failure[]
  readonly spoken: Map<string, string>
  readonly within: Map<string, { passed: number; failed: number; skipped: number }>
  short(file: string): string
}

export const newTally = (short: (file: string) => string): Tally => ({
  passed: 0,
  skipped: 0,
  failures: [],
  spoken: new Map(),
  within: new Map(),
  short,
})

type Cause = Error & { readonly failureType?: string; readonly cause?: unknown }

/**
 * Takes in what the runner tells. `test:complete` comes when something is through; passes and failures are told again later, in the order of the
 * files. Returns the line to print when a whole file is through.
 */
export const take = (tally: Tally, event: TestEvent): string | undefined => {
  if ((event.type === 'test:stdout' || event.type === 'test:stderr') && event.data.file !== undefined) {
    tally.spoken.set(event.data.file, (tally.spoken.get(event.data.file) ?? '') + event.data.message)
  }
  if (event.type !== 'test:complete') return undefined
  const { file = '', name, skip, details } = event.data
  const here = tally.within.get(file) ?? { passed: 0, failed: 0, skipped: 0 }
  tally.within.set(file, here)
  const whole = name === file
  if (!details.passed) fail(tally, file, whole ? '' : name, details.error)
  if (details.passed && !whole && details.type !== 'suite') {
    const kind = skip === undefined || skip === false ? 'passed' : 'skipped'
    tally[kind]++
    here[kind]++
  }
  return whole ? lineOf(tally, file, details.duration_ms) : undefined
}

// A suite or a file fails because something in it has failed, which was told already, or by itself: in a hook, or before its first test.
const fail = (tally: Tally, file: string, name: string, error: Cause | undefined): void => {
  if (error?.failureType === 'subtestsFailed') return
  const here = tally.within.get(file)
  if (here !== undefined) here.failed++
  const cause = error?.cause ?? error
  tally.failures.push({ file: tally.short(file), name, why: typeof cause === 'string' ? cause : inspect(cause) })
}

const lineOf = (tally: Tally, file: string, milliseconds: number): string => {
  const { passed, failed, skipped } = tally.within.get(file) ?? { passed: 0, failed: 0, skipped: 0 }
  const others = `${failed > 0 ? `, ${failed} failed` : ''}${skipped > 0 ? `, ${skipped} skipped` : ''}`
  return `${failed === 0 ? '✔' : '✖'} ${tally.short(file)}: ${passed} passed${others} (${(milliseconds / 1000).toFixed(1)} s)`
}

/** Every failure in full, and the end of what its file printed. */
export const troubles = (tally: Tally): readonly string[] => {
  const files = new Map([...tally.spoken].map(([file, text]) => [tally.short(file), text]))
  return tally.failures.map(({ file, name, why }) => `\n── ${file}${name && ` › ${name}`} ──\n${why}${printed(files.get(file))}\n`)
}

const printed = (text = ''): string => (text.trim() === '' ? '' : `\n… it printed:\n${text.trim().split('\n').slice(-40).join('\n')}`)
