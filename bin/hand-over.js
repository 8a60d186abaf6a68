import { spawn } from 'node:child_process'
import { constants } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { node, root } from './setup.js'

/**
 * Becomes a TypeScript program. Where Node.js can (22.15 and later) this process is replaced by it; where not, it stays as a shell that passes signals
 * in and the exit code out, and whose death ends the program too.
 */
export const handOver = (entry, args, env) => {
  const program = node()
  const flags = ['--disable-warning=ExperimentalWarning']
  // What was compiled once is read the next time: half the time to start, and some 25 MB less to hold.
  const whole = { NODE_COMPILE_CACHE: join(root, 'node_modules', '.cache', 'compiled'), ...process.env, ...env }
  if (process.execve !== undefined && process.platform !== 'win32')
    process.execve(program, [program, ...flags, join(root, entry), ...args], whole)
  const follow = ['--import', pathToFileURL(join(root, 'bin', 'follow.js')).href]
  const child = spawn(program, [...flags, ...follow, join(root, entry), ...args], {
    env: whole,
    stdio: ['inherit', 'inherit', 'inherit', 'ipc'],
  })
  // At a terminal Ctrl-C reaches the program by itself; here it only must not end the shell before it.
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'])
    process.on(signal, () => (signal === 'SIGINT' && process.stdin.isTTY ? undefined : child.kill(signal)))
  child.on('exit', (code, signal) => process.exit(code ?? 128 + constants.signals[signal]))
}
