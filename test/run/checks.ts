import { spawn } from 'node:child_process'
import { join } from 'node:path'

/** One law that a tool of its own enforces. Each is an error, none a warning. */
export type Check = { readonly name: string; readonly command: readonly [string, ...string[]] }
export type Outcome = { readonly name: string; readonly passed: boolean; readonly said: string; readonly seconds: number }

export const root = join(import.meta.dirname, '..', '..')

// By their scripts, not by node_modules/.bin: those begin with the machine's own Node, which may be too old for them.
const tool = (path: string, ...args: string[]): [string, ...string[]] => [process.execPath, join(root, 'node_modules', path), ...args]
const tsc = 'typescript/bin/tsc'

export const checks: readonly Check[] = [
  { name: 'types', command: tool(tsc, '-p', 'tsconfig.json') },
  { name: 'types of the quiet rooms', command: tool(tsc, '-p', 'tsconfig.quiet.json') },
  { name: 'types of the web', command: tool(tsc, '-p', 'web/tsconfig.json') },
  { name: 'lint', command: tool('oxlint/bin/oxlint', '--type-aware', '--deny-warnings') },
  { name: 'format', command: tool('@biomejs/biome/bin/biome', 'format', '.') },
  { name: 'nothing unused', command: tool('knip/bin/knip.js', '--no-progress', '--no-config-hints') },
]

export const house: Check = { name: 'house', command: [process.execPath, '--test', '--test-reporter=dot', 'test/house/*.test.ts'] }

export const runCheck = ({ name, command: [program, ...args] }: Check): Promise<Outcome> =>
  new Promise((resolve) => {
    const began = performance.now()
    const child = spawn(program, args, { cwd: root, stdio: ['ignore', 'pipe', 'pipe'], env: { ...process.env, FORCE_COLOR: '0' } })
    let said = ''
    for (const stream of [child.stdout, child.stderr]) stream.setEncoding('utf8').on('data', (text: string) => (said += text))
    const done = (passed: boolean) => resolve({ name, passed, said, seconds: (performance.now() - began) / 1000 })
    child.on('error', (error) => done(((said += error.message), false)))
    child.on('close', (code) => done(code === 0))
  })
