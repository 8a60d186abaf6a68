import { connect } from 'node:net'
import pg from 'pg'

/*
 * The measuring clients, each a process of its own: `load.ts http URL TOKEN BODIES.json SECONDS` posts submissions over
 * 32 kept connections; `load.ts bare URL BYTES SECONDS` commits one row per transaction over 32 connections.
 * Prints { done, failed, seconds } as JSON; the first fifth of the time is for warming up and not counted.
 */

const connections = 32
const [mode = '', target = '', ...rest] = process.argv.slice(2)

const measure = async (seconds: number, one: (line: number) => Promise<boolean>): Promise<void> => {
  const begin = performance.now()
  const counting = begin + seconds * 200
  const end = begin + seconds * 1000
  let [done, failed] = [0, 0]
  await Promise.all(
    Array.from({ length: connections }, async (_, line) => {
      while (performance.now() < end) {
        const good = await one(line)
        if (performance.now() < counting || performance.now() > end) continue
        if (good) done++
        else failed++
      }
    }),
  )
  process.stdout.write(JSON.stringify({ done, failed, seconds: seconds * 0.8 }))
}

/** One kept connection that asks and waits; answers are small and carry a Content-Length. */
const keptConnection = (url: URL): ((request: Buffer) => Promise<number>) => {
  const socket = connect(Number(url.port), url.hostname).setNoDelay()
  let text = ''
  let answered: (status: number) => void = () => undefined
  socket.on('data', (chunk) => {
    text += chunk.toString('latin1')
    const head = text.indexOf('\r\n\r\n')
    if (head === -1) return
    const length = Number(/content-length: (\d+)/i.exec(text)?.[1] ?? 0)
    if (text.length < head + 4 + length) return
    const status = Number(text.slice(9, 12))
    text = ''
    answered(status)
  })
  return (request) =>
    new Promise((resolve) => {
      answered = resolve
      socket.write(request)
    })
}

if (mode === 'http') {
  const [token = '', bodies = '', seconds = '10'] = rest
  const { readFileSync } = await import('node:fs')
  const url = new URL(target)
  const requests = (JSON.parse(readFileSync(bodies, 'utf8')) as unknown[]).map((body) => {
    const text = Buffer.from(JSON.stringify(body))
    const head = `POST /api/record/submit HTTP/1.1\r\nHost: ${url.host}\r\nAuthorization: Bearer ${token}\r\nContent-Type: application/json\r\nContent-Length: ${text.length}\r\n\r\n`
    return Buffer.concat([Buffer.from(head), text])
  })
  const lines = Array.from({ length: connections }, () => keptConnection(url))
  let next = 0
  await measure(Number(seconds), async (line) => {
    const request = requests[next++]
    if (request === undefined) throw new Error('not enough prepared submissions')
    return (await lines[line]?.(request)) === 200
  })
} else {
  const [bytes = '0', seconds = '10'] = rest
  const payload = JSON.stringify({
    payload: Array.from({ length: Number(bytes) }, (_, i) => String.fromCharCode(97 + ((i * i) % 26))).join(''),
  })
  const clients = await Promise.all(
    Array.from({ length: connections }, async () => {
      const client = new pg.Client({ connectionString: target })
      await client.connect()
      return client
    }),
  )
  await clients[0]?.query('create table if not exists bare (id uuid primary key default gen_random_uuid(), row jsonb not null)')
  await measure(
    Number(seconds),
    async (line) =>
      (await clients[line]?.query({ name: 'bare', text: 'insert into bare (row) values ($1)', values: [payload] }))?.rowCount === 1,
  )
  await Promise.all(clients.map((c) => c.end()))
}
process.exit(0)
