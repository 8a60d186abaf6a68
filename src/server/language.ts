import type { FastifyRequest } from 'fastify'
import type { Language } from '#kit/text.ts'

/** `?lang=` first, then the first of zh and en that Accept-Language names, then Chinese. */
export const languageOf = (request: FastifyRequest): Language => {
  const asked = typeof request.query === 'object' && request.query !== null && 'lang' in request.query ? request.query.lang : undefined
  if (asked === 'en' || asked === 'zh') return asked
  const first = /\b(zh|en)\b/i.exec(request.headers['accept-language'] ?? '')
  return first?.[1]?.toLowerCase() === 'en' ? 'en' : 'zh'
}
