import { Worker } from 'node:worker_threads'
import { type FaultCode, Fault, type FaultDetails } from '#kit/fault.ts'
import type { Text } from '#kit/text.ts'
import { environmentOf } from '#server/environment.ts'
import { type Demo, serve } from '#server/serve.ts'

/** What the thread that loads the demo tells. */
export type Told = { readonly line: Text } | { readonly fault: FaultCode; readonly details: FaultDetails } | { readonly done: true }

/** On a thread of its own: the server answers meanwhile, and the memory it took is given back. */
const demoApart: Demo = (url, say) =>
  new Promise((resolve, reject) => {
    const thread = new Worker(new URL('./demo-thread.ts', import.meta.url), { workerData: url })
    thread.on('message', (told: Told) => {
      if ('line' in told) say(told.line)
      else if ('fault' in told) reject(new Fault(told.fault, told.details))
      else resolve()
    })
    thread.on('error', reject)
    thread.on('exit', () => reject(new Error('the thread of the demo ended')))
  })

/* What `npm start` runs: the server, with the demo on the first start unless --empty. */
await serve(() => environmentOf(process.env, process.argv.slice(2)), demoApart)
