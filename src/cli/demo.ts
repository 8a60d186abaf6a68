import { createHash } from 'node:crypto'
import type { World as Asker } from '#command/command.ts'
import { draftBulletin } from '#command/bulletin/draft.ts'
import { sealBulletin } from '#command/bulletin/desk.ts'
import { load, widen } from '#command/campaign/load.ts'
import type { Command } from '#command/command.ts'
import { Fault } from '#kit/fault.ts'
import type { BulletinId, CampaignId, OpId, OrgId } from '#kit/id.ts'
import type { Text } from '#kit/text.ts'
import { refusals } from '#register/entry.ts'
import type { Compiled } from '#scheme/compiled.ts'
import { readScheme } from '#scheme/read.ts'
import { dice } from '#simulate/dice.ts'
import type { Step } from '#simulate/lives.ts'
import { type Simulated, simulate } from '#simulate/simulate.ts'
import { readTotals } from '#simulate/totals.ts'
import type { World } from '#simulate/world.ts'
import { carryOut } from '#store/carry.ts'
import { lookAtRecords } from '#store/codes.ts'
import type { Invented } from '#store/demo.ts'
import { lookAgain } from '#store/register/import.ts'
import type { Store } from '#store/store.ts'
import { type Casting, accountsOf, actorsOf, openAccounts } from './accounts.ts'
import { type Job, carrySteps } from './carry-steps.ts'
import type { DemoFolder } from './demo-file.ts'
import { type DemoGroup, demoGroups, groupNamed } from './demo-group.ts'
import { worldFor } from './demo-world.ts'

export type Say = (line: Text) => void
/** How many steps of how many, now and then. */
export type Far = (done: number, total: number) => Promise<void>

type Shown = DemoFolder & {
  readonly compiled: Compiled
  readonly campaign: CampaignId
  readonly circles: readonly { readonly org: string; readonly id: OrgId; readonly where: string; readonly says: string }[]
}

type Stage = {
  readonly store: Store
  readonly asker: Asker
  readonly say: Say
  readonly seed: string
  readonly world: World
  readonly casting: Casting
  readonly far: Far
}

/** An instant for the ids of what is made once: campaigns, accounts, bulletins. */
const epoch = Date.UTC(2012, 1, 20)

type Wish = {
  /** Its key; the first one unless told. */
  readonly key?: string | undefined
  readonly groups?: readonly DemoGroup[]
  readonly far?: Far
  /** Hears by what steps it is loaded (their SHA-256) before the first of them; may refuse. */
  readonly begin?: (plan: string) => Promise<void>
  /** How often it was taken out before: what is made once more has other ids, for ids are never used twice. */
  readonly round?: number
  /** Hears what it is going to make before it makes it. */
  readonly making?: (campaigns: readonly CampaignId[], invented: readonly Invented[]) => Promise<void>
}

/**
 * Loads a demo: the invented city, the campaign and those that it cites, field work carried out by the ordinary commands, and the
 * bulletins sealed. Every id follows from the seed, so a load that was cut off goes on where it stopped.
 * @throws Fault 404.1 when there is no such demo
 */
export const loadDemo = async (store: Store, asker: Asker, say: Say, wish: Wish = {}): Promise<void> => {
  const groups = wish.groups ?? demoGroups()
  const group = wish.key === undefined ? groups[0] : groupNamed(groups, wish.key)
  if (group === undefined) return
  const compiled = new Map(groups.flatMap((g) => g.folders).map((f) => [f.key, compile(f)]))
  const schemesOf = (g: DemoGroup) => g.folders.flatMap((f) => compiled.get(f.key)?.scheme ?? [])
  const world = worldFor(group, groups, schemesOf, await rootOf(store, asker, groups))
  const seed = seedOf(group.folders, wish.round)
  const shown = group.folders.map((f): Shown => withCircles(f, compiled.get(f.key) as Compiled, campaignId(seed, f), world))
  const casting = accountsOf(world, groups.find((g) => g.first)?.folders[0]?.demo.world.seed ?? seedOf(group.folders))
  const stage: Stage = { store, asker, say, seed, world, casting, far: wish.far ?? (async () => undefined) }
  await wish.making?.(
    shown.map((s) => s.campaign),
    inventedBy(world, casting),
  )
  await enterWorld(stage)
  await openAccounts(store, asker, casting)
  for (const one of shown) await loadCampaign(stage, one)
  await work(stage, shown, wish.begin)
  for (const line of casting.says) say(line)
}

const seedOf = (folders: readonly DemoFolder[], round = 0): string => {
  const { seed } = (folders[0] as DemoFolder).demo.world
  return round === 0 ? seed : `${seed}/round ${round}`
}

const campaignId = (seed: string, { key }: DemoFolder): CampaignId => dice(`${seed}/campaign/${key}`).id(epoch)

/** The ids that the first load of a demo gives its campaigns. */
export const campaignIdsOf = (folders: readonly DemoFolder[]): readonly CampaignId[] => folders.map((f) => campaignId(seedOf(folders), f))

/** Everything in the register and of the accounts that nobody but a demo gives such an id; the root was there before. */
const inventedBy = ({ entries, root }: World, { parts }: Casting): readonly Invented[] => {
  const of = (kind: Invented['kind'], list: readonly { readonly id?: string | undefined }[] = []): readonly Invented[] =>
    list.flatMap(({ id }) => (id === undefined || id === root.id ? [] : [{ kind, id }]))
  return [
    ...of('org', entries.orgs),
    ...of('place', entries.places),
    ...of('person', entries.people),
    ...of('subject', entries.subjects),
    ...of('team', entries.teams),
    ...of('link', entries.links),
    ...of('account', [...parts.values()]),
  ]
}

const work = async (stage: Stage, shown: readonly Shown[], begin: Wish['begin']): Promise<void> => {
  const worked = shown.map((one) => ({ one, work: fieldWork(stage, one, shown) }))
  await begin?.(digestOf(worked.flatMap((w) => [...w.work.steps, ...w.work.after])))
  const total = worked.reduce((sum, w) => sum + w.work.steps.length + w.work.after.length, 0)
  let before = 0
  const counting: Stage = { ...stage, far: (done) => stage.far(before + done, total) }
  for (const part of ['steps', 'after'] as const) {
    for (const { one, work: made } of worked) {
      await perform(counting, one, made[part], part)
      before += made[part].length
    }
    if (part === 'steps') for (const { one } of worked) await publish(stage, one, shown)
  }
}

const digestOf = (steps: readonly Step[]): string => {
  const hash = createHash('sha256')
  for (const step of steps) hash.update(JSON.stringify(step))
  return hash.digest('hex')
}

const compile = ({ source, files }: DemoFolder): Compiled => {
  const read = readScheme(source, files)
  if (!read.ok) throw new Fault('400.3', { count: read.mistakes.length, mistakes: read.mistakes })
  return read.compiled
}

const withCircles = (folder: DemoFolder, compiled: Compiled, campaign: CampaignId, world: World): Shown => ({
  ...folder,
  compiled,
  campaign,
  circles: folder.demo.circles.flatMap((c) =>
    world.units.filter((u) => u.name.includes(c.units)).map((u) => ({ org: u.code, id: u.id, where: c.where, says: c.says })),
  ),
})

const rootOf = async (
  store: Store,
  { actor, today }: Asker,
  groups: readonly DemoGroup[],
): Promise<{ id: OrgId; code: string; name: string }> => {
  const orgs = await store.read(actor.tenant, (db) => db.register.orgs({ on: today, within: actor.grants.map((g) => g.org) }))
  const root = orgs.find((o) => o.parent === null)
  if (root === undefined) throw new Fault('404.1', { what: { zh: '根单位', en: 'root org' } })
  const first = groups.find((g) => g.first)?.folders.at(-1)
  // An office that has units of its own keeps its name.
  const name = orgs.length > 1 || first === undefined ? root.name : `${first.demo.world.city}${first.layout?.suffix ?? '市'}`
  return { id: root.id, code: root.code, name }
}

const enterWorld = async ({ store, asker, say, world }: Stage): Promise<void> => {
  const { entries } = world
  const saved = await store.write(asker.actor, (db) => db.register.saveAll(entries))
  const refused = refusals(saved)
  if (refused.length > 0) throw new Fault('422.1', { count: refused.length, misfits: refused })
  await lookAgain(store.pool)
  const n = {
    orgs: entries.orgs?.length ?? 0,
    people: entries.people?.length ?? 0,
    places: entries.places?.length ?? 0,
    subjects: entries.subjects?.length ?? 0,
  }
  say({
    zh: `  名册：${n.orgs} 个单位、${n.people} 名干部、${n.places} 个区域、${n.subjects} 个走访对象`,
    en: `register: ${n.orgs} orgs, ${n.people} officials, ${n.places} places, ${n.subjects} subjects`,
  })
}

/** Carries one command out under an id that follows from the seed. */
const carry = ({ store, asker, seed }: Stage, command: Command, label: string, input: unknown): Promise<unknown> =>
  carryOut(store, command, command.input.parse(input), asker, dice(`${seed}/op/${label}`).id<'op'>(epoch))

const loadCampaign = async (stage: Stage, { compiled, campaign, source, files, circles }: Shown): Promise<void> => {
  await carry(stage, load, `load/${compiled.scheme.scheme}`, { id: campaign, source, files, why: '首次装载' })
  for (const { org, id, where, says } of circles)
    await carry(stage, widen, `widen/${compiled.scheme.scheme}/${org}`, { campaign, org: id, where, says })
}

const fieldWork = ({ seed, world }: Stage, { compiled, totals, demo, circles }: Shown, all: readonly Shown[]): Simulated =>
  simulate({
    compiled,
    world,
    seed,
    scale: demo.world.scale,
    pins:
      totals === null
        ? []
        : readTotals(
            totals,
            compiled,
            all.map((s) => s.compiled),
          ),
    until: demo.until,
    beyond: demo.beyond,
    circles,
  })

const perform = async (
  { store, asker, say, seed, casting, far }: Stage,
  { compiled, campaign }: Shown,
  steps: readonly Step[],
  part: string,
): Promise<void> => {
  const actors = actorsOf(casting, asker.actor.tenant)
  const ids = dice(`${seed}/op/${compiled.scheme.scheme}/${part}`)
  const jobs = steps.map((step): Job => ({ op: ids.id(step.at) as OpId, step, actor: actors(step.by) }))
  let told = 0
  await carrySteps({ store, campaign, world: asker }, jobs, async (done) => {
    const quarter = Math.floor((done * 8) / jobs.length)
    if (quarter > told && part === 'steps') await lookAtRecords(store.pool)
    if (quarter > told && quarter % 2 === 0 && part === 'steps')
      say({ zh: `  ${compiled.scheme.title.zh}：${done} / ${jobs.length} 步`, en: `${done} of ${jobs.length} steps` })
    told = quarter
    await far(done, jobs.length)
  })
}

const publish = async (stage: Stage, { compiled, campaign, demo }: Shown, shown: readonly Shown[]): Promise<void> => {
  for (const { template, with: others, seal } of demo.bulletins) {
    const label = `${compiled.scheme.scheme}/${template}`
    const id = dice(`${stage.seed}/bulletin/${label}`).id(epoch) as BulletinId
    const known = Object.entries(others).map(([name, key]) => [name, shown.find((s) => s.compiled.scheme.scheme === key)?.campaign])
    await carry(stage, draftBulletin, `draft/${label}`, { id, campaign, template, with: Object.fromEntries(known) })
    if (seal) await carry(stage, sealBulletin, `seal/${label}`, { bulletin: id })
  }
}
