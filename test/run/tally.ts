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

export const newTally = (short: (file: string) => string): Tally => ({ passed: 0, skipped: 0, failures: [], spoken: new Map(), within: new Map(), short })

type Told = { readonly file?: string | undefined; readonly name: string; readonly skip?: string | boolean | undefined; readonly details: { readonly type?: string | undefined; readonly error?: Cause } }
type Cause = Error & { readonly failureType?: string; readonly cause?: unknown }

export const count = (tally: Tally, event: TestEvent): void => {
  if (event.type === 'test:pass') pass(tally, event.data)
  if (event.type === 'test:fail') fail(tally, event.data as Told)
  if ((event.type === 'test:stdout' || event.type === 'test:stderr') && event.data.file !== undefined) {
    tally.spoken.set(event.data.file, (tally.spoken.get(event.data.file) ?? '') + event.data.message)
  }
}

const sums = (tally: Tally, file = '') => {
  const here = tally.within.get(file) ?? { passed: 0, failed: 0, skipped: 0 }
  tally.within.set(file, here)
  return here
}

const pass = (tally: Tally, { file, skip, details }: Told): void => {
  if (details.type === 'suite') return
  const kind = skip === undefined || skip === false ? 'passed' : 'skipped'
  tally[kind]++
  sums(tally, file)[kind]++
}

// A suite or a file fails because something in it has failed, which was told already, or by itself: in a hook, or before its first test.
const fail = (tally: Tally, { file = '', name, details }: Told): void => {
  const error = details.error
  if (error?.failureType === 'subtestsFailed') return
  sums(tally, file).failed++
  const cause = error?.cause ?? error
  tally.failures.push({ file: tally.short(file), name: name === file ? '' : name, why: typeof cause === 'string' ? cause : inspect(cause) })
}

/** A line when a file is through. */
export const fileLine = (tally: Tally, event: TestEvent): string | undefined => {
  const crashed = event.type === 'test:fail' && event.data.name === event.data.file
  if (!crashed && !(event.type === 'test:summary' && event.data.file !== undefined)) return undefined
  const { passed, failed, skipped } = sums(tally, event.data.file)
  const seconds = event.type === 'test:summary' ? ` (${(event.data.duration_ms / 1000).toFixed(1)} s)` : ''
  return `${failed === 0 ? '✔' : '✖'} ${tally.short(event.data.file ?? '')}: ${passed} passed${failed ? `, ${failed} failed` : ''}${skipped ? `, ${skipped} skipped` : ''}${seconds}`
}

/** Every failure in full, and the end of what its file printed. */
export const troubles = (tally: Tally): readonly string[] => {
  const files = new Map([...tally.spoken].map(([file, text]) => [tally.short(file), text]))
  return tally.failures.map(({ file, name, why }) => `\n── ${file}${name && ` › ${name}`} ──\n${why}${printed(files.get(file))}\n`)
}

const printed = (text = ''): string => (text.trim() === '' ? '' : `\n… it printed:\n${text.trim().split('\n').slice(-40).join('\n')}`)
