import type { FastifyInstance } from 'fastify'
import { Fault } from '#kit/fault.ts'

const utf8 = new TextDecoder('utf-8', { fatal: true })

/**
 * Takes over the reading of bodies, which are JSON: bytes that are not UTF-8 are refused rather than repaired, and so is the character
 * U+0000, which no text in the database can hold. Objects that try to set prototypes are refused too.
 */
export const readJson = (app: FastifyInstance): void => {
  const parse = app.getDefaultJsonParser('error', 'error')
  app.removeContentTypeParser(['application/json', 'text/plain'])
  app.addContentTypeParser('application/json', { parseAs: 'buffer' }, (request, body, done) => {
    const text = decoded(body)
    if (text === undefined) return done(new Fault('400.9'))
    // It answers by the callback; that its type speaks of a promise is for parsers of another kind.
    void parse(request, text, (error, value) => {
      if (error || (text.includes('\\u0000') && hasNul(value))) return done(new Fault('400.9'))
      done(null, value)
    })
  })
}

const decoded = (body: string | Buffer): string | undefined => {
  try {
    return typeof body === 'string' ? body : utf8.decode(body)
  } catch {
    return undefined
  }
}

const hasNul = (root: unknown): boolean => {
  const left: unknown[] = [root]
  while (left.length > 0) {
    const value = left.pop()
    if (typeof value === 'string' && value.includes('\0')) return true
    if (typeof value === 'object' && value !== null) for (const [k, v] of Object.entries(value)) left.push(k, v)
  }
  return false
}
