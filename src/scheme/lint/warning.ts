import type { Text } from '#kit/text.ts'
import type { Compiled } from '../compiled.ts'
import type { Scheme } from '../shape.ts'
import type { Path } from '../source.ts'
import type { Code } from './reasons.ts'

/** rule: current rules on government applications and on burdens at the grassroots speak against it. cost: it takes people's time for little. */
export type Weight = 'rule' | 'cost'

/** What a scheme demands that it had better not, where it says so, why not, and what to do instead. Lines and columns count from 1. */
export type Warning = {
  readonly line: number
  readonly column: number
  /** Stable: W1xx traces and sign-ins, W2xx too often, W3xx forms, W4xx personal data, W5xx ranking, W6xx the people visited. */
  readonly code: string
  readonly path: string
  readonly weight: Weight
  readonly what: Text
  readonly why: Text
  readonly instead: Text
}

/** What every check of the linter stands on: a scheme without mistakes. */
export type Bench = {
  readonly scheme: Scheme
  readonly compiled: Compiled
  /** `filled`: what stands in the braces of what to do instead. */
  tell(path: Path, code: Code, what: Text, filled?: Readonly<Record<string, string>>): void
}
