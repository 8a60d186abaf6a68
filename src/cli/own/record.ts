import { createReadStream, statSync } from 'node:fs'
import { stdin } from 'node:process'
import { createInterface } from 'node:readline'
import type { Command } from '#command/command.ts'
import { commands } from '#command/list.ts'
import { assertWritable, parsed } from '#command/parsed.ts'
import { submit, submitInput } from '#command/record/submit.ts'
import { Fault } from '#kit/fault.ts'
import { type OpId, isId } from '#kit/id.ts'
import { say } from '#kit/text.ts'
import { submitter } from '#store/batch.ts'
import { carryOut } from '#store/carry.ts'
import type { House } from '../house.ts'
import type { Out } from '../out.ts'
import { withAllIds } from '../verb.ts'

/** Lines on their way at once: submissions are committed together, other commands wait in line for a connection each. */
const window = { lines: 256, others: 16 }

type Answer = { readonly line: number; readonly ok: boolean } & Record<string, unknown>

/**
 * `record submit FILE|-`: each line is the input of record.submit, or { command, input, op } for any other command; codes may stand
 * for ids. Each line gets its own answer line, in order. Because ids come with the lines, the same file again does nothing twice.
 */
export const submitLines = async (path: string, house: House, out: Out): Promise<void> => {
  if (path !== '-' && !statSync(path, { throwIfNoEntry: false })?.isFile())
    throw new Fault('404.1', { what: { zh: `文件 ${path}`, en: `file ${path}` } })
  const lines = createInterface({ input: path === '-' ? stdin : createReadStream(path), crlfDelay: Infinity })
  const batch = submitter(house.store)
  const under = new Set<string>()
  const waiting: Promise<Answer>[] = []
  let number = 0
  let others = 0
  const settle = async (): Promise<void> => {
    for (const answer of await Promise.all(waiting.splice(0))) report(out, answer)
    under.clear()
    others = 0
  }
  for await (const text of lines) {
    number++
    if (text.trim() === '') continue
    const line = lineOf(text, number)
    // Whatever speaks of a record that is still on its way waits for it.
    if (waiting.length >= window.lines || others >= window.others || line.about.some((id) => under.has(id))) await settle()
    for (const id of line.about) under.add(id)
    if (line.is === 'other') others++
    waiting.push(answered(line, house, batch))
  }
  await settle()
}

const report = (out: Out, answer: Answer): void => {
  out.line(JSON.stringify(answer))
  if (!answer.ok) out.fail(typeof answer['code'] === 'string' && answer['code'].startsWith('5') ? 3 : 2)
}

type Line = { readonly number: number; readonly about: readonly string[] } & (
  | { readonly is: 'submit'; readonly input: Record<string, unknown> }
  | { readonly is: 'other'; readonly command: Command; readonly input: Record<string, unknown>; readonly op: string | undefined }
  | { readonly is: 'broken'; readonly fault: Fault }
)

const isObject = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null && !Array.isArray(value)

const lineOf = (text: string, number: number): Line => {
  const broken = (zh: string, en: string): Line => ({
    is: 'broken',
    number,
    about: [],
    fault: new Fault('400.6', { expected: { zh, en } }),
  })
  let given: unknown
  try {
    given = JSON.parse(text)
  } catch {
    return broken('JSON 行', 'JSON line')
  }
  if (!isObject(given)) return broken('JSON 对象', 'JSON object')
  if (!('command' in given)) return { is: 'submit', number, input: given, about: idsIn(given) }
  const command = commands.find((c) => c.name === given['command'])
  if (command === undefined || !isObject(given['input'])) return broken('{ command, input }', '{ command, input }')
  if (command === submit) return { is: 'submit', number, input: given['input'], about: idsIn(given['input']) }
  return {
    is: 'other',
    number,
    command,
    input: given['input'],
    op: typeof given['op'] === 'string' && isId(given['op']) ? given['op'] : undefined,
    about: idsIn(given['input']),
  }
}

/** The record a line makes or speaks of, and the one it was raised in. */
const idsIn = (input: Readonly<Record<string, unknown>>): readonly string[] => {
  const raisedIn = isObject(input['content']) ? input['content']['raisedIn'] : undefined
  return [input['id'], input['record'], raisedIn].filter((id) => typeof id === 'string')
}

const answered = async (line: Line, house: House, batch: ReturnType<typeof submitter>): Promise<Answer> => {
  try {
    if (line.is === 'broken') throw line.fault
    assertWritable(line.input)
    const input = await withAllIds(line.input, house)
    const answer =
      line.is === 'submit'
        ? await batch.submit(parsed(submitInput, input), house.world)
        : await carryOut(house.store, line.command, parsed(line.command.input, input), house.world, line.op as OpId | undefined)
    return { line: line.number, ok: true, ...(isObject(answer) ? answer : { answer }) }
  } catch (error) {
    if (!(error instanceof Fault)) throw error
    return {
      line: line.number,
      ok: false,
      code: error.code,
      says: error.says('zh'),
      en: error.says('en'),
      misfits: error.details.misfits?.map((m) => ({ path: m.path, says: say(m.says, 'zh') })),
    }
  }
}
