import { Readable } from 'node:stream'
import type { FastifyReply, FastifyRequest } from 'fastify'
import type { z } from 'zod'
import type { Actor, Verdict } from '#access/actor.ts'
import type { World } from '#command/command.ts'
import type { Text } from '#kit/text.ts'
import type { House } from './house.ts'

/** What a file route has at hand once the actor is known and the query fits. */
export type Asked<I> = {
  readonly house: House
  readonly world: World
  readonly input: I
  readonly request: FastifyRequest
  readonly reply: FastifyReply
}

/**
 * A route whose body or answer is a file and not JSON; beside the routes made from the commands, and like them in the API
 * document and the access matrix.
 */
export type FileRoute<I extends z.ZodType = z.ZodType> = {
  /** `blob.put` is at /api/blob/put. */
  readonly name: string
  readonly method: 'GET' | 'PUT' | 'POST'
  readonly says: Text
  /** The query. */
  readonly input: I
  /** The body: any bytes up to so many megabytes, or a form with one file in it. */
  readonly takes: 'nothing' | { readonly bytes: number } | { readonly form: number }
  /** Media types of the answer. */
  readonly gives: readonly string[]
  may(actor: Actor, input: z.output<I>): Verdict
  answer(asked: Asked<z.output<I>>): Promise<unknown>
}

export const fileRoute = <I extends z.ZodType>(route: FileRoute<I>): FileRoute<I> => route

export type SentFile = {
  readonly bytes: Uint8Array | AsyncIterable<Uint8Array>
  readonly type: string
  readonly name: string
  readonly inline: boolean
  readonly cache: string
}

/** A file for a browser that must not run anything in it. `inline` shows it, else it is saved under the name. */
export const sendFile = (reply: FastifyReply, file: SentFile): FastifyReply =>
  reply
    .headers({
      'content-type': file.type,
      'content-disposition': `${file.inline ? 'inline' : 'attachment'}; filename*=UTF-8''${inHeader(file.name)}`,
      'cache-control': file.cache,
      'content-security-policy': "default-src 'none'; style-src 'unsafe-inline'; sandbox; frame-ancestors 'none'",
      'x-content-type-options': 'nosniff',
      'referrer-policy': 'same-origin',
    })
    .send(
      file.bytes instanceof Uint8Array
        ? Buffer.from(file.bytes.buffer, file.bytes.byteOffset, file.bytes.byteLength)
        : Readable.from(file.bytes),
    )

const inHeader = (name: string): string =>
  encodeURIComponent(name.toWellFormed()).replace(/['()*]/g, (c) => `%${c.charCodeAt(0).toString(16)}`)
