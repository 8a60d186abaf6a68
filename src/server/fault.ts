import type { FastifyReply, FastifyRequest } from 'fastify'
import { Fault } from '#kit/fault.ts'
import { translate } from '#store/fault.ts'
import { languageOf } from './language.ts'

/** Megabytes of a JSON body; the 1 MB that Fastify is told of. */
export const bodyLimit = 1

/** What the web server itself refuses, by its error code, as faults. */
const refusals: Readonly<Record<string, (limit: number) => Fault>> = {
  FST_ERR_CTP_BODY_TOO_LARGE: (limit) => new Fault('413.1', { limit }),
  FST_REQ_FILE_TOO_LARGE: (limit) => new Fault('413.1', { limit }),
  FST_ERR_CTP_EMPTY_JSON_BODY: () => new Fault('400.9'),
  FST_ERR_CTP_EMPTY_TYPE: () => new Fault('415.1', { what: 'content-type' }),
  FST_ERR_CTP_INVALID_CONTENT_LENGTH: () => new Fault('400.9'),
  FST_ERR_CTP_INVALID_JSON_BODY: () => new Fault('400.9'),
  FST_ERR_CTP_INVALID_MEDIA_TYPE: () => new Fault('415.1', { what: 'content-type' }),
  FST_ERR_BAD_URL: () => new Fault('404.2', { path: '?' }),
  FST_ERR_MAX_PARAM_LENGTH: () => new Fault('404.2', { path: '?' }),
  FST_FILES_LIMIT: () => new Fault('400.6', { expected: { zh: '单个文件', en: 'single file' } }),
  FST_INVALID_MULTIPART_CONTENT_TYPE: () => new Fault('415.1', { what: 'content-type' }),
}

/** The fault a user can read; undefined for a defect of ours. */
const faultOf = (error: unknown, limit: number): Fault | undefined => {
  if (error instanceof Fault) return error
  const refusal = refusals[codeOf(error)]
  if (refusal) return refusal(limit)
  try {
    return translate(error)
  } catch (same) {
    if (same instanceof Fault) return same
    const status = typeof error === 'object' && error !== null && 'statusCode' in error ? Number(error.statusCode) : 500
    return status >= 400 && status < 500 ? new Fault('400.1') : undefined
  }
}

const codeOf = (error: unknown): string => (typeof error === 'object' && error !== null && 'code' in error ? String(error.code) : '')

/** The one handler: faults are said in the user's language, defects are logged and get a number to ask about. */
export const answerFault = (error: unknown, request: FastifyRequest, reply: FastifyReply): FastifyReply => {
  const id = request.id
  const known = faultOf(error, Math.round((request.routeOptions.bodyLimit ?? 0) / 1024 / 1024) || bodyLimit)
  const fault = known ?? new Fault('500.1', { id })
  if (!known) request.log.error({ id, route: request.routeOptions.url, error: sober(error) }, 'defect')
  if (fault.code === '503.1' || fault.code === '507.1') request.log.warn({ id, fault: fault.code, code: codeOf(error) }, 'refused')
  if (typeof fault.details['seconds'] === 'number') reply.header('retry-after', fault.details['seconds'])
  return reply
    .code(fault.status)
    .headers(plainHeaders)
    .send({ code: fault.code, says: fault.says(languageOf(request)), details: fault.details, id })
}

/** For every answer of the API: never cached, never sniffed, never framed, no script. */
export const plainHeaders = {
  'cache-control': 'no-store',
  'content-security-policy': "default-src 'none'; frame-ancestors 'none'",
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'same-origin',
} as const

/** What may be logged of an error. A database's message can quote what people typed; its code and place say enough. */
const sober = (error: unknown): Readonly<Record<string, unknown>> => {
  if (!(error instanceof Error)) return { thrown: typeof error }
  const frames = error.stack?.split('\n').filter((line) => /^\s+at /.test(line)) ?? []
  const message = 'severity' in error ? undefined : error.message
  const { code, table, constraint, routine } = error as { code?: unknown; table?: unknown; constraint?: unknown; routine?: unknown }
  return { name: error.name, message, code, table, constraint, routine, frames }
}
