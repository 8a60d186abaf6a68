import { resolve } from 'node:path'
import { Fault } from '#kit/fault.ts'

/** What the environment and the command line say, once, at the edge. */
export type Environment = {
  readonly port: number
  readonly host: string
  readonly dataDir: string
  readonly databaseUrl: string | undefined
  readonly publicUrl: URL | undefined
  /** What the first org is called. */
  readonly name: string
  readonly trustProxy: boolean
  /** Start without the demo. */
  readonly empty: boolean
  /** Print a fresh sign-in link even if an administrator has a password. */
  readonly link: boolean
}

/** @throws Fault 400.2 for a PORT or a ZOUFANG_URL that is none */
export const environmentOf = (env: Readonly<Record<string, string | undefined>>, words: readonly string[]): Environment => {
  const port = Number(env['PORT'] ?? 8080)
  if (!Number.isInteger(port) || port < 0 || port > 65_535) throw new Fault('400.2', { what: `PORT=${env['PORT']}`, expected: '0–65535' })
  const url = env['ZOUFANG_URL']
  if (url !== undefined && !(/^https?:\/\//.test(url) && URL.canParse(url)))
    throw new Fault('400.2', { what: `ZOUFANG_URL=${url}`, expected: 'http://… / https://…' })
  return {
    port,
    // Only this machine, until one says otherwise: HOST=0.0.0.0 lets phones in.
    host: env['HOST'] ?? '127.0.0.1',
    dataDir: resolve(env['ZOUFANG_DATA'] ?? 'data'),
    databaseUrl: env['DATABASE_URL'],
    publicUrl: url === undefined ? undefined : new URL(url),
    name: env['ZOUFANG_NAME'] ?? '本级',
    trustProxy: env['ZOUFANG_TRUST_PROXY'] === '1',
    empty: words.includes('--empty'),
    link: words.includes('--link'),
  }
}

/** Where people reach it, without a slash at the end. */
export const addressOf = ({ publicUrl, host, port }: Environment): string => {
  if (publicUrl) return publicUrl.href.replace(/\/$/, '')
  const everywhere = host === '0.0.0.0' || host === '::' || host === '127.0.0.1'
  return `http://${everywhere ? 'localhost' : host.includes(':') ? `[${host}]` : host}:${port}`
}
