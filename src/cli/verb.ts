import { readFileSync } from 'node:fs'
import { Argument, Command as Verb, Option } from 'commander'
import { z } from 'zod'
import type { Command } from '#command/command.ts'
import { fromFlat } from '#command/flat.ts'
import { Fault } from '#kit/fault.ts'
import { isId } from '#kit/id.ts'
import { say } from '#kit/text.ts'
import type { House } from './house.ts'
import type { Out } from './out.ts'
import { print } from './print.ts'
import { receipts } from './receipt.ts'

/** Runs something with the database open and the answers' way out known. */
export type Run = (verb: Verb, work: (house: House, out: Out) => Promise<void>) => Promise<void>

type Entry = { readonly key: string; readonly flag: string; readonly required: boolean; readonly sort: 'truth' | 'text' }

const dashed = (key: string): string => key.replace(/[A-Z]/g, (c) => `-${c.toLowerCase()}`)

/** The fields of a command's input as flags: what is required may also stand without its flag, in this order. */
const entriesOf = (command: Command): readonly Entry[] => {
  const shape: Readonly<Record<string, z.ZodType>> =
    command.input instanceof z.ZodObject ? (command.input.shape as Record<string, z.ZodType>) : {}
  return Object.entries(shape).map(([key, schema]) => ({
    key,
    flag: dashed(key),
    required: !schema.safeParse(undefined).success && key !== 'id',
    // Numbers that are made of text are made of `true`, too.
    sort: schema.safeParse(true).success && !schema.safeParse(7).success ? 'truth' : 'text',
  }))
}

/** `zoufang area verb`, made from a command of the list: its sentence, its flags, its answer. */
export const verbOf = (command: Command, out: () => Out, run: Run): Verb => {
  const [, name = command.name] = command.name.split('.')
  const entries = entriesOf(command)
  const verb = new Verb(name).description(say(command.says, out().language))
  const standing = entries.filter((e) => e.required || e.key === 'campaign')
  for (const e of standing) verb.addArgument(new Argument(`[${e.flag}]`))
  for (const e of entries) verb.addOption(new Option(e.sort === 'truth' ? `--${e.flag} [true|false]` : `--${e.flag} <${e.flag}>`))
  verb.action(async (...words: unknown[]) => {
    const given = Object.fromEntries(standing.flatMap((e, i) => (typeof words[i] === 'string' ? [[e.key, words[i]]] : [])))
    const flags: Record<string, unknown> = verb.opts()
    await run(verb, async (house, to) => {
      const input = await inputOf(command, { ...given, ...flags }, house)
      const answer = await house.does(command, input)
      const receipt = to.json ? undefined : receipts[command.name]
      if (receipt) receipt(answer, to)
      else print(to, answer)
      if (disagrees(answer)) to.fail(1)
    })
  })
  return verb
}

/** A check that found something, or figures that differ. */
const disagrees = (answer: unknown): boolean =>
  typeof answer === 'object' &&
  answer !== null &&
  ['differences', 'mistakes'].some((key) => key in answer && ((answer as Record<string, unknown>)[key] as readonly unknown[]).length > 0)

/** Text to what the schema wants: `@file` is the file's text, what opens like JSON is read as such, codes and keys become ids. */
export const inputOf = async (
  command: Command,
  flags: Readonly<Record<string, unknown>>,
  house: House,
): Promise<Record<string, unknown>> => {
  const texts = Object.fromEntries(
    Object.entries(flags).map(([key, v]) => [
      key,
      v === true ? 'true' : typeof v === 'string' && v.startsWith('@') ? fileText(v.slice(1)) : v,
    ]),
  )
  const shape = command.input instanceof z.ZodObject ? (command.input.shape as Record<string, z.ZodType>) : {}
  const structured = Object.fromEntries(
    Object.entries(texts).map(([key, v]) => [
      key,
      typeof v === 'string' && /^[[{]/.test(v) && !shape[key]?.safeParse(v).success ? (jsonOr(v) ?? v) : v,
    ]),
  )
  const plain = Object.fromEntries(Object.entries(structured).filter((e): e is [string, string] => typeof e[1] === 'string'))
  const input: Record<string, unknown> = { ...structured, ...fromFlat(command.input, plain) }
  const wanted = entriesOf(command)
  if (wanted.some((e) => e.key === 'id') && input['id'] === undefined) input['id'] = house.world.newId()
  for (const key of ['who', 'whom'] as const) {
    const text = input[key]
    if (typeof text === 'string' && shape[key]?.safeParse(text).success === false) input[key] = await anyoneOf(text, house)
  }
  return withAllIds(input, house)
}

/** Whose code it is: a unit's, a person's or a team's. @throws Fault 404.1 for nobody's, 400.2 where several have it */
const anyoneOf = async (code: string, { codes }: Pick<House, 'codes'>): Promise<string> => {
  const found: string[] = []
  for (const table of ['org', 'person', 'team'] as const) {
    const id = (await codes.ids(table, [code])).get(code)
    if (id !== undefined) found.push(id)
  }
  const [first, second] = found
  if (first === undefined) throw new Fault('404.1', { what: { zh: `编码 ${code}`, en: `code ${code}` } })
  if (second !== undefined)
    throw new Fault('400.2', { what: code, expected: { zh: `其中一个：${found.join('、')}`, en: `one of ${found.join(', ')}` } })
  return first
}

const fileText = (path: string): string => {
  try {
    return readFileSync(path, 'utf8')
  } catch {
    throw new Fault('404.1', { what: { zh: `文件 ${path}`, en: `file ${path}` } })
  }
}

const jsonOr = (text: string): unknown => {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

const tables = {
  org: 'org',
  orgs: 'org',
  place: 'place',
  person: 'person',
  subject: 'subject',
  team: 'team',
  participants: 'person',
  subjects: 'subject',
} as const

const isObject = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null && !Array.isArray(value)

/** As `withIds`, also within a record's content and an account's grants. */
export const withAllIds = async (input: Record<string, unknown>, house: Pick<House, 'codes'>): Promise<Record<string, unknown>> => {
  const { content, grants, ...outer } = await withIds(input, house)
  const one = async (value: unknown) => (isObject(value) ? withIds(value, house) : value)
  return {
    ...outer,
    ...(content === undefined ? {} : { content: await one(content) }),
    ...(grants === undefined ? {} : { grants: Array.isArray(grants) ? await Promise.all(grants.map(one)) : grants }),
  }
}

/** Codes of the register, a campaign's key and an account's login stand for their ids wherever an id is asked for. */
const withIds = async (input: Record<string, unknown>, { codes }: Pick<House, 'codes'>): Promise<Record<string, unknown>> => {
  const result = { ...input }
  for (const [key, table] of Object.entries(tables)) {
    const value = result[key]
    const list = Array.isArray(value) ? value.map(String) : typeof value === 'string' ? [value] : []
    const unknown = list.filter((v) => !isId(v))
    if (unknown.length === 0) continue
    const ids = await codes.ids(table, unknown)
    const missing = unknown.find((v) => !ids.has(v))
    if (missing !== undefined) throw new Fault('404.1', { what: { zh: `编码 ${missing}`, en: `code ${missing}` } })
    result[key] = Array.isArray(value) ? list.map((v) => ids.get(v) ?? v) : (ids.get(String(value)) ?? value)
  }
  const one = async (
    text: unknown,
    look: (text: string) => Promise<string | undefined>,
    what: { zh: string; en: string },
  ): Promise<unknown> => {
    if (typeof text !== 'string' || isId(text)) return text
    const id = await look(text)
    if (id === undefined) throw new Fault('404.1', { what: { zh: `${what.zh} ${text}`, en: `${what.en} ${text}` } })
    return id
  }
  if ('campaign' in result) result['campaign'] = await one(result['campaign'], codes.campaign, { zh: '活动', en: 'campaign' })
  const named = result['with']
  if (typeof named === 'object' && named !== null) {
    const ids = await Promise.all(
      Object.entries(named).map(async ([name, key]) => [name, await one(key, codes.campaign, { zh: '活动', en: 'campaign' })] as const),
    )
    result['with'] = Object.fromEntries(ids)
  }
  if ('account' in result) result['account'] = await one(result['account'], codes.account, { zh: '账号', en: 'account' })
  return result
}
