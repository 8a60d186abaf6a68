import type { Outcome } from './checks.ts'

export const line = (text: string): void => void process.stdout.write(`${text}\n`)

export const outcomeLine = ({ name, passed, seconds }: Outcome): string => `${passed ? '✔' : '✖'} ${name} (${seconds.toFixed(1)} s)`
