import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import type { Command, World } from '#command/command.ts'
import { fromFlat } from '#command/flat.ts'
import { commands } from '#command/list.ts'
import { parsed } from '#command/parsed.ts'
import { type Submission, submit } from '#command/record/submit.ts'
import { Fault } from '#kit/fault.ts'
import { type OpId, isId } from '#kit/id.ts'
import { submitter } from '#store/batch.ts'
import { carryOut } from '#store/carry.ts'
import { worldOf } from '#store/who.ts'
import { plainHeaders } from './fault.ts'
import type { House } from './house.ts'
import type { Porter } from './who.ts'

/** `record.submit` → `/api/record/submit`; what a sentence or the name promises is read goes over GET. */
export const pathOf = (command: Pick<Command, 'name'>): string => `/api/${command.name.replace('.', '/')}`
export const methodOf = (command: Pick<Command, 'does'>): 'GET' | 'POST' => (command.does === 'read' ? 'GET' : 'POST')

/** A route for every command there is. */
export const routeCommands = (app: FastifyInstance, house: House, porter: Porter): void => {
  const carry = carrier(house)
  for (const command of commands) {
    app.route({
      method: methodOf(command),
      url: pathOf(command),
      handler: async (request, reply) => {
        const world = worldOf(await porter.admit(request))
        const input = parsed(command.input, given(command, request))
        const answer = await carry(command, input, world, opIdOf(request))
        afterwards(command, input, world, { porter, reply })
        return reply.headers(plainHeaders).send(answer)
      },
    })
  }
}

/** Submissions that arrive together are committed together; everything else goes by itself. */
const carrier = ({ store }: House): ((command: Command, input: unknown, world: World, opId: OpId | undefined) => Promise<unknown>) => {
  const submissions = submitter(store)
  return (command, input, world, opId) =>
    command.name === submit.name ? submissions.submit(input as Submission['input'], world) : carryOut(store, command, input, world, opId)
}

const given = (command: Command, request: FastifyRequest): unknown =>
  command.does === 'read' ? fromFlat(command.input, flatOf(request)) : bodyOf(request)

/** @throws Fault 415.1 without a JSON body: a form on another site can send everything else */
export const bodyOf = (request: FastifyRequest): unknown => {
  if (request.body === undefined) throw new Fault('415.1', { what: 'content-type' })
  return request.body
}

/** The query without the language; also for the routes of files. @throws Fault 400.9 for a text no database can hold */
export const flatOf = (request: FastifyRequest): Record<string, string | string[]> => {
  const { lang: _, ...flat } = request.query as Record<string, string | string[]>
  for (const [key, text] of Object.entries(flat)) if (key.includes('\0') || String(text).includes('\0')) throw new Fault('400.9')
  return flat
}

/** @throws Fault 400.2 */
const opIdOf = (request: FastifyRequest): OpId | undefined => {
  const key = request.headers['idempotency-key']
  if (key === undefined) return undefined
  if (typeof key !== 'string' || !isId(key)) throw new Fault('400.2', { what: 'Idempotency-Key', expected: 'UUID' })
  return key as OpId
}

const afterwards = (
  command: Command,
  input: unknown,
  { actor }: World,
  at: { readonly porter: Porter; readonly reply: FastifyReply },
): void => {
  if (/^(account|session)\./.test(command.name) && command.does === 'write') at.porter.forget()
  if (command.name !== 'session.end') return
  const named = typeof input === 'object' && input !== null && 'session' in input ? input.session : undefined
  if (named === undefined || named === actor.session) at.porter.takeCookie(at.reply)
}
