import type { FileMistake } from '#bulletin/sound.ts'
import type { Text } from '#kit/text.ts'
import type { Warning } from '#scheme/lint/warning.ts'
import type { Rehearsal } from '#simulate/rehearse.ts'
import type { Texts } from './texts.ts'

export type Asked = { readonly id: number } & Texts &
  ({ readonly what: 'check' } | { readonly what: 'rehearse'; readonly seed: string; readonly scale: number })

export type Answered = { readonly id: number } & (
  | { readonly mistakes: readonly FileMistake[]; readonly warnings: readonly Warning[] }
  | { readonly rehearsal: Rehearsal }
  | { readonly fault: Text & { readonly code: string } }
)

type Question = { readonly [K in Asked['what']]: Omit<Extract<Asked, { what: K }>, 'id'> }[Asked['what']]

export type Reader = { ask(question: Question): Promise<Answered>; end(): void }

type Waiting = { readonly done: (answer: Answered) => void; readonly failed: (error: unknown) => void }

const begin = (waiting: Map<number, Waiting>): Worker => {
  const worker = new Worker(new URL('./worker.ts', import.meta.url), { type: 'module' })
  worker.addEventListener('message', ({ data }: MessageEvent<Answered>) => {
    waiting.get(data.id)?.done(data)
    waiting.delete(data.id)
  })
  worker.addEventListener('error', (event) => {
    for (const { failed } of waiting.values()) failed(new Error(event.message))
    waiting.clear()
  })
  return worker
}

/** A reader of its own for each page that writes: begun with the first question, ended with the page. */
export const openReader = (): Reader => {
  const waiting = new Map<number, Waiting>()
  let worker: Worker | null = null
  let id = 0
  return {
    ask: (question) =>
      new Promise((done, failed) => {
        id += 1
        waiting.set(id, { done, failed })
        worker ??= begin(waiting)
        worker.postMessage({ ...question, id })
      }),
    end: () => {
      worker?.terminate()
      worker = null
    },
  }
}
