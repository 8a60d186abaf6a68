import { say } from '#kit/text.ts'
import type { Out } from './out.ts'

export type Bar = { at(done: number, total: number): void; end(): void }

const cells = 30

/** A bar on the stream that nobody pipes, where a person watches; nothing elsewhere. */
export const progressBar = (out: Out, title = say({ zh: '已处理', en: 'done' }, out.language)): Bar => {
  let shown = ''
  return {
    at: (done, total) => {
      if (!out.watched || total === 0) return
      const full = Math.min(cells, Math.floor((done / total) * cells))
      const next = `\r[${'#'.repeat(full)}${'.'.repeat(cells - full)}] ${title} ${done} / ${total}`
      if (next !== shown) process.stderr.write(next)
      shown = next
    },
    end: () => {
      if (shown !== '') process.stderr.write('\n')
    },
  }
}
