import { existsSync, readFileSync, readdirSync, rmSync, statSync } from 'node:fs'
import { type Socket, createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { type Answer, type Question, keeperAddress } from './client.ts'
import { holds } from './holder.ts'
import type { Installed } from './installed.ts'
import { type Running, runCluster } from './run.ts'

/*
 * A process of its own that runs the throw-away clusters as long as a test process is connected to it, and a few seconds more.
 * It ends them and removes their folders; what an earlier keeper left behind when it was killed, it clears away first.
 */

const linger = 8_000
const started = new Map<string, Promise<Running>>()
const clients = new Set<Socket>()
let idle: NodeJS.Timeout | undefined

const clearLeftovers = (): void => {
  const folders = readdirSync(tmpdir())
    .filter((n) => n.startsWith('zoufang-test-'))
    .map((n) => join(tmpdir(), n))
  for (const folder of folders) {
    const seen = statSync(folder, { throwIfNoEntry: false })
    // One that is being made has not been signed yet.
    if (seen === undefined || seen.uid !== process.getuid?.() || Date.now() - seen.mtimeMs < 60_000 || holds(read(join(folder, 'holder'))))
      continue
    const postmaster = Number.parseInt(read(join(folder, 'data', 'postmaster.pid')), 10)
    if (postmaster > 0 && read(`/proc/${postmaster}/cmdline`).includes(folder)) process.kill(postmaster, 'SIGQUIT')
    rmSync(folder, { recursive: true, force: true, maxRetries: 5 })
  }
}

const read = (file: string): string => (existsSync(file) ? readFileSync(file, 'utf8') : '')

const close = async (): Promise<void> => {
  const running = await Promise.allSettled(started.values())
  started.clear()
  await Promise.all(running.map(async (r) => (r.status === 'fulfilled' ? r.value.stop() : undefined)))
}

const leave = async (): Promise<void> => {
  server.close()
  await close()
  process.exit(0)
}

const want = async (cluster: Installed): Promise<Answer> => {
  const running = started.get(cluster.home) ?? runCluster(cluster)
  started.set(cluster.home, running)
  return running.then(
    ({ url }) => ({ url }),
    (error: unknown) => ({ error: `PostgreSQL ${cluster.major} did not start: ${error instanceof Error ? error.message : String(error)}` }),
  )
}

const bye = async (asker: Socket): Promise<Answer> => {
  if ([...clients].some((c) => c !== asker)) return { url: '' }
  await close()
  setImmediate(() => void leave())
  return { url: '' }
}

const server = createServer((socket) => {
  clients.add(socket)
  clearTimeout(idle)
  socket.on('error', () => undefined)
  socket.on('close', () => {
    clients.delete(socket)
    clearTimeout(idle)
    if (clients.size === 0) idle = setTimeout(() => void leave(), linger)
  })
  createInterface({ input: socket }).on('line', (text) => {
    const question = JSON.parse(text) as Question
    void ('want' in question ? want(question.want) : bye(socket)).then((answer) => socket.write(`${JSON.stringify(answer)}\n`))
  })
})

// Another keeper was quicker: it is the one.
server.on('error', () => process.exit(0))
server.listen(keeperAddress(), () => {
  clearLeftovers()
  idle = setTimeout(() => void leave(), linger)
})
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => void leave())
