import { createWriteStream, existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { once } from 'node:events'
import { load } from '#command/campaign/load.ts'
import type { Actor } from '#access/actor.ts'
import { isDay } from '#kit/day.ts'
import { Fault } from '#kit/fault.ts'
import type { CampaignId, OpId, OrgId } from '#kit/id.ts'
import { type Entries, refusals } from '#register/entry.ts'
import type { Content } from '#record/shape.ts'
import type { Compiled } from '#scheme/compiled.ts'
import { dice } from '#simulate/dice.ts'
import type { Layout } from '#simulate/layout/shape.ts'
import type { Step } from '#simulate/lives.ts'
import { simulate } from '#simulate/simulate.ts'
import { readTotals } from '#simulate/totals.ts'
import { type World, inventWorld } from '#simulate/world.ts'
import { lookAtRecords } from '#store/codes.ts'
import { lookAgain } from '#store/register/import.ts'
import { accountsOf, actorsOf, openAccounts } from '../accounts.ts'
import { type Job, carrySteps } from '../carry-steps.ts'
import { readDemo } from '../demo-file.ts'
import type { House } from '../house.ts'
import { type Out, tell } from '../out.ts'
import { progressBar } from '../progress.ts'
import { csvSheets } from './sheets.ts'
import { type SchemeFile, schemeFile, soundScheme } from './scheme.ts'

export type Flags = {
  readonly seed: string
  readonly scale: string
  readonly city: string
  readonly root: string
  readonly totals?: string
  readonly until?: string
  readonly beyond?: string
  readonly out?: string
  readonly register?: string
  readonly load?: boolean
}

type Invented = { readonly file: SchemeFile; readonly compiled: Compiled; readonly world: World; readonly steps: readonly Step[] }

const number = (text: string): number => {
  const scale = Number(text)
  if (!(scale >= 0.01 && scale <= 20)) throw new Fault('400.2', { what: '--scale', expected: { zh: '0.01 至 20', en: '0.01 to 20' } })
  return scale
}

const day = (what: string, text: string | undefined): string | undefined => {
  if (text !== undefined && !isDay(text))
    throw new Fault('400.2', { what, expected: { zh: '日期，如 2012-05-18', en: 'a day such as 2012-05-18' } })
  return text
}

/** Field work for a scheme, before anything of it is stored. @returns undefined when the scheme is wrong, which has then been told */
export const invent = (
  path: string,
  flags: Flags,
  root: { readonly id: OrgId; readonly code: string; readonly name: string },
  out: Out,
): Invented | undefined => {
  const file = schemeFile(path)
  const sound = soundScheme(file, out)
  if (sound === undefined) return undefined
  const { compiled } = sound
  const scale = number(flags.scale)
  const layout = layoutBeside(file.path)
  const world = inventWorld({
    schemes: [compiled.scheme],
    // As its demo has it, so that totals of single units find them by name.
    seed: layout === undefined ? flags.seed : `${flags.seed}/${compiled.scheme.scheme}`,
    scale,
    city: flags.city,
    root,
    prefix: `S${flags.seed}-`,
    layout,
  })
  const pins = flags.totals === undefined ? [] : readTotals(read(flags.totals), compiled)
  const until = day('--until', flags.until) ?? compiled.scheme.window.to
  const made = simulate({ compiled, world, seed: flags.seed, scale, pins, until, beyond: day('--beyond', flags.beyond) })
  return { file, compiled, world, steps: [...made.steps, ...made.after] }
}

/** What the city is like, where a demo.yaml beside the scheme says so. */
const layoutBeside = (scheme: string): Layout | undefined =>
  existsSync(join(dirname(scheme), 'demo.yaml')) ? readDemo(dirname(scheme)).layout : undefined

const read = (path: string): string => {
  try {
    return readFileSync(path, 'utf8')
  } catch {
    throw new Fault('404.1', { what: { zh: `文件 ${path}`, en: `file ${path}` } })
  }
}

/** `--out FILE`: a line for each step, as `record submit` takes them; `--register DIR`: the invented register as CSV files for `register import`. */
export const writeSimulation = async ({ compiled, world, steps }: Invented, flags: Flags, out: Out): Promise<void> => {
  if (flags.register !== undefined) {
    mkdirSync(flags.register, { recursive: true })
    for (const [name, text] of csvSheets(invented(world))) writeFileSync(join(flags.register, name), text)
  }
  if (flags.out === undefined) return
  const ids = dice(`${flags.seed}/op/${compiled.scheme.scheme}`)
  const codes = codesIn(world)
  const stream = flags.out === '-' ? process.stdout : createWriteStream(flags.out)
  for (const step of steps) {
    const op = ids.id(step.at)
    if (!stream.write(`${JSON.stringify({ ...lineOf(step, compiled.scheme.scheme, codes), ...(step.act === 'submit' ? {} : { op }) })}\n`))
      await once(stream, 'drain')
  }
  if (stream === process.stdout) return
  stream.end()
  await once(stream, 'finish')
  tell(out, { zh: `已写入 ${flags.out}:${steps.length} 步`, en: `written to ${flags.out}: ${steps.length} steps` })
}

/** Without the root, which is there already and not invented. */
const invented = ({ entries }: World): Entries => ({ ...entries, orgs: (entries.orgs ?? []).slice(1) })

const codesIn = ({ units, spots, hosts }: World): ReadonlyMap<string, string> =>
  new Map([...units, ...spots, ...units.flatMap((u) => u.people), ...[...hosts.values()].flat()].map((x) => [x.id as string, x.code]))

const lineOf = (step: Step, campaign: string, codes: ReadonlyMap<string, string>): Record<string, unknown> => {
  const coded = (content: Content): unknown => {
    const code = (id: string): string => codes.get(id) ?? id
    return {
      ...content,
      org: code(content.org),
      place: content.place && code(content.place),
      participants: content.participants.map(code),
      subjects: content.subjects.map(code),
    }
  }
  if (step.act === 'submit') return { id: step.record, campaign, sort: step.sort, kind: step.kind, content: coded(step.content) }
  const { at: _at, by: _by, act, ...rest } = step
  return { command: `record.${act}`, input: 'content' in rest ? { ...rest, content: coded(rest.content) } : rest }
}

/** `--load`: the invented register, the campaign and all the steps, straight into the database by the ordinary commands. */
export const loadSimulation = async ({ file, compiled, world, steps }: Invented, seed: string, house: House, out: Out): Promise<void> => {
  const { store, world: asker } = house
  const refused = refusals(await store.write(asker.actor, (db) => db.register.saveAll(invented(world))))
  if (refused.length > 0) throw new Fault('422.1', { count: refused.length, misfits: refused })
  await lookAgain(store.pool)
  const casting = accountsOf(world, seed)
  await openAccounts(store, asker, casting)
  const there = await house.codes.campaign(compiled.scheme.scheme)
  const campaign = (there ?? asker.newId()) as CampaignId
  if (there === undefined) await house.does(load, { id: campaign, source: file.source, files: file.files })
  const actors = actorsOf(casting, asker.actor.tenant)
  const ids = dice(`${seed}/op/${compiled.scheme.scheme}`)
  const jobs = steps.map((step): Job => ({ op: ids.id(step.at) as OpId, step, actor: actors(step.by) satisfies Actor }))
  const bar = progressBar(out)
  await carrySteps({ store, campaign, world: asker }, jobs, async (done) => bar.at(done, jobs.length))
  await lookAtRecords(store.pool)
  bar.end()
  tell(out, {
    zh: `已装载：${world.units.length} 个单位、${steps.length} 步`,
    en: `loaded: ${world.units.length} orgs, ${steps.length} steps`,
  })
}
