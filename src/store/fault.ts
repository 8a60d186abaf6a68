import { Fault } from '#kit/fault.ts'

/** The edge translates: what the database says, as a fault a user can read. Anything else stays the defect it is. */
export const translate = (error: unknown): never => {
  const code = typeof error === 'object' && error !== null && 'code' in error ? String(error.code) : ''
  const message = error instanceof Error ? error.message : ''
  if (code === '53100' || code === 'ENOSPC') throw new Fault('507.1')
  if (
    away.has(code) ||
    code.startsWith('08') ||
    code.startsWith('57P') ||
    /Connection terminated|not queryable|timeout exceeded when trying to connect/.test(message)
  )
    throw new Fault('503.1')
  throw error
}

const away = new Set(['ECONNREFUSED', 'ECONNRESET', 'ENOENT', 'EPIPE', '53300'])
