import { fork } from 'node:child_process'
import { Worker } from 'node:worker_threads'
import type { Text } from '#kit/text.ts'
import { environmentOf } from '#server/environment.ts'
import { type Demos, serve } from '#server/serve.ts'
import type { Asked, Offered } from './demo-offer.ts'

/** What the thread that loads demos tells. */
export type Told = { readonly line: Text } | { readonly done: true }

const demos: Demos = {
  /** In a process of its own: to read every campaign takes more memory than to serve them, and a process gives it back. */
  offer: (url, tenant) =>
    new Promise((resolve, reject) => {
      const child = fork(new URL('./demo-offer.ts', import.meta.url))
      child.on('message', ({ first }: Offered) => resolve(first))
      child.send({ url, tenant } satisfies Asked)
      child.on('error', reject)
      child.on('exit', () => reject(new Error('the demos were not offered')))
    }),
  /** On a thread of its own: the server answers meanwhile, and the memory it took is given back. */
  load: (url, say) =>
    new Promise((resolve, reject) => {
      const thread = new Worker(new URL('./demo-thread.ts', import.meta.url), { workerData: url })
      thread.on('message', (told: Told) => {
        if ('line' in told) say(told.line)
        else resolve()
      })
      thread.on('error', reject)
      thread.on('exit', () => reject(new Error('the thread of the demo ended')))
    }),
}

/* What `npm start` runs: the server, with the first demo on the first start unless --empty. */
await serve(() => environmentOf(process.env, process.argv.slice(2)), demos)
