import { uuidv7 } from 'uuidv7'
import type { Id } from '#kit/id.ts'
import type { Misfit } from '#kit/fault.ts'
import type { ImportView } from '#command/import-view.ts'
import type { Mistake } from '#command/views.ts'
import { preferences } from '#web/say/preferences.ts'
import { commonWords } from '#web/say/everyday.ts'
import { sayIn } from '#web/say/words.ts'
import type { ReadIn, ReadName, ReadOut, WriteIn, WriteName, WriteOut } from './calls.ts'

/** What the house answered instead of a result: the catalogue's number, the sentence for the user, the request's id. */
export class Refusal extends Error {
  readonly code: string
  readonly says: string
  readonly details: Readonly<Record<string, unknown>> & { readonly misfits?: readonly Misfit[]; readonly mistakes?: readonly Mistake[] }
  readonly id: string | null
  constructor(code: string, says: string, details: Refusal['details'], id: string | null) {
    super(`${code} ${says}`)
    this.name = 'Refusal'
    this.code = code
    this.says = says
    this.details = details
    this.id = id
  }
  get status(): number {
    return Number(this.code.split('.')[0])
  }
}

/** No answer at all, or one that is not the house's (a captive portal, a proxy): code 0.1. */
const unreachable = (): Refusal => new Refusal('0.1', sayIn(commonWords, 'offline', preferences().language), {}, null)

export const newId = <T extends string>(): Id<T> => uuidv7() as Id<T>

type RefusalBody = { readonly code: string; readonly says: string; readonly details?: Refusal['details']; readonly id?: string }
const isRefusal = (body: unknown): body is RefusalBody => typeof body === 'object' && body !== null && 'code' in body && 'says' in body

const ask = async (path: string, init: RequestInit): Promise<unknown> => {
  const headers = new Headers(init.headers)
  headers.set('Accept-Language', preferences().language)
  let answer: Response
  let body: unknown
  try {
    answer = await fetch(path, { credentials: 'same-origin', ...init, headers })
    body = answer.status === 204 ? {} : await answer.json()
  } catch (fault) {
    if (fault instanceof DOMException && fault.name === 'AbortError') throw fault
    throw unreachable()
  }
  if (answer.ok) return body
  if (!isRefusal(body)) throw unreachable()
  throw new Refusal(body.code, body.says, body.details ?? {}, body.id ?? null)
}

type Query = Readonly<Record<string, string | number | boolean | null | undefined>>

/** `GET /api/<area>/<verb>?flat query`; undefined fields are left out. */
export const urlOf = (name: string, input: Query = {}): string => {
  const query = new URLSearchParams()
  for (const [key, value] of Object.entries(input)) if (value !== undefined && value !== null && value !== '') query.set(key, String(value))
  const [area = '', verb = ''] = name.split('.')
  return `/api/${area}/${verb}${query.size > 0 ? `?${query.toString()}` : ''}`
}

export const get = async <N extends ReadName>(name: N, input: ReadIn<N>, signal?: AbortSignal): Promise<ReadOut<N>> =>
  (await ask(urlOf(name, input), signal === undefined ? {} : { signal })) as ReadOut<N>

/** `key` makes a repeated send of the same thing count once. */
export const post = async <N extends WriteName>(name: N, input: WriteIn<N>, key: string = uuidv7()): Promise<WriteOut<N>> =>
  (await ask(urlOf(name), {
    method: 'POST',
    headers: { 'Content-Type': 'application/json', 'Idempotency-Key': key },
    body: JSON.stringify(input),
  })) as WriteOut<N>

/** Where a stored file is read. */
export const blobUrl = (sha256: string): string => urlOf('blob.get', { sha256 })

/** Begins an import; it runs on, `register.import-show` tells how far. */
export const startImport = async (file: File): Promise<ImportView> => {
  const form = new FormData()
  form.set('file', file, file.name)
  return (await ask('/api/register/import', { method: 'POST', body: form })) as ImportView
}
