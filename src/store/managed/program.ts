import { spawn } from 'node:child_process'
import { closeSync, existsSync, openSync, readFileSync, readdirSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { Fault } from '#kit/fault.ts'
import type { Place } from './place.ts'
import { asUser, bareEnvironment } from './servant.ts'

/** Runs one of PostgreSQL's programs to its end; what it wrote when it failed is in the fault. */
export const run = (place: Place, program: string, args: readonly string[], input = ''): Promise<void> =>
  new Promise((resolve, reject) => {
    const child = spawn(program, args, { ...asUser(place.who), env: bareEnvironment(), cwd: '/', stdio: ['pipe', 'pipe', 'pipe'] })
    let said = ''
    for (const stream of [child.stdout, child.stderr]) stream.setEncoding('utf8').on('data', (text: string) => (said += text))
    child.on('error', reject)
    child.on('close', (code) => (code === 0 ? resolve() : reject(failure(place, said))))
    child.stdin.on('error', () => undefined).end(input)
  })

/** PostgreSQL itself, in a session of its own: a Ctrl-C in the terminal is for the server, which stops its database in order. */
export const launch = (place: Place, home: string): { alive(): boolean; error(): Error | undefined } => {
  const log = openSync(place.log, 'w', 0o600)
  const child = spawn(join(home, 'bin', 'postgres'), ['-D', place.cluster], {
    ...asUser(place.who),
    env: bareEnvironment(),
    cwd: '/',
    detached: true,
    stdio: ['ignore', log, log],
  })
  closeSync(log)
  child.unref()
  let error: Error | undefined
  child.on('error', (e) => (error = e))
  return { alive: () => error === undefined && child.exitCode === null && child.signalCode === null, error: () => error }
}

/** Why it did not start, from what it wrote. */
export const failure = (place: Place, said: string): Fault => {
  if (/No space left on device|Disk quota exceeded/.test(said)) return new Fault('507.2', { dir: place.cluster })
  return new Fault('503.2', { why: said.trim().split('\n').slice(-6).join('\n'), log: join(place.cluster, 'log') })
}

/** What it wrote before its log was open, and the end of that log. */
export const lastWords = (place: Place): string => {
  const folder = join(place.cluster, 'log')
  const logs = existsSync(folder) ? readdirSync(folder).map((name) => join(folder, name)) : []
  const newest = logs.sort((a, b) => statSync(a).mtimeMs - statSync(b).mtimeMs).at(-1)
  return [...(newest === undefined ? [] : [newest]), place.log].map((file) => readFileSync(file, 'utf8')).join('\n')
}
