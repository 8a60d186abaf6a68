import { readSound } from '#bulletin/sound.ts'
import { Fault } from '#kit/fault.ts'
import { lint } from '#scheme/lint/lint.ts'
import { rehearse } from '#simulate/rehearse.ts'
import type { Answered, Asked } from './asked.ts'

/* The house's own reading and rehearsing of schemes, beside the page so that typing never waits for it. */

const answer = (asked: Asked): Answered => {
  const { read, mistakes } = readSound(asked.source, asked.files)
  const warnings = () => (read.ok && mistakes.length === 0 ? lint(asked.source, asked.files).warnings : [])
  if (asked.what === 'check' || !read.ok) return { id: asked.id, mistakes, warnings: warnings() }
  try {
    return { id: asked.id, rehearsal: rehearse(read.compiled, asked.seed, asked.scale) }
  } catch (error) {
    if (!(error instanceof Fault)) throw error
    return { id: asked.id, fault: { code: error.code, zh: error.says('zh'), en: error.says('en') } }
  }
}

self.addEventListener('message', ({ data }: MessageEvent<Asked>) => self.postMessage(answer(data)))
