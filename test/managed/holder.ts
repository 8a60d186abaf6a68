import { Fault } from '#kit/fault.ts'
import { openDatabase } from '#store/managed/open.ts'

/* The smallest server there is: it opens the database of a data directory, says so, and waits for the signal to stop. */

const [dataDir = '', as = 'server'] = process.argv.slice(2)
const say = (what: object): void => void process.stdout.write(`${JSON.stringify(what)}\n`)

try {
  const { url, says, close } = await openDatabase({ dataDir, as: as === 'guest' ? 'guest' : 'server', tell: (told) => say({ told }) })
  const waiting = setInterval(() => undefined, 60_000)
  for (const signal of ['SIGTERM', 'SIGINT'] as const) process.once(signal, () => void close().then(() => clearInterval(waiting)))
  say({ url, says })
} catch (error) {
  if (!(error instanceof Fault)) throw error
  say({ fault: error.code, details: error.details, zh: error.says('zh') })
  process.exitCode = 1
}
