import { spawn } from 'node:child_process'
import { fileURLToPath } from 'node:url'

export type Ran = { readonly code: number | null; readonly out: string; readonly aside: string }

const main = fileURLToPath(new URL('../../src/cli/main.ts', import.meta.url))

/** Runs `zoufang …` as a process of its own, as a script would. */
export const terminal =
  (env: Readonly<Record<string, string>>) =>
  (words: readonly string[], input = ''): Promise<Ran> =>
    new Promise((done) => {
      const child = spawn(process.execPath, [main, ...words], { env: { PATH: process.env['PATH'] ?? '', LANG: 'zh_CN.UTF-8', ...env } })
      const heard = { out: '', aside: '' }
      child.stdout.setEncoding('utf8').on('data', (text: string) => (heard.out += text))
      child.stderr.setEncoding('utf8').on('data', (text: string) => (heard.aside += text))
      child.stdin.end(input)
      child.on('close', (code) => done({ code, ...heard }))
    })
