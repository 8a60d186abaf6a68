import { z } from 'zod'
import { type Actor, anyOf, holdsOn } from '#access/actor.ts'
import type { Progress, Standing } from '#figure/quota/shape.ts'
import { onDay } from '#figure/quota/asked.ts'
import { standings } from '#figure/quota/shape.ts'
import { wanted } from '#figure/quota/strata.ts'
import { allDays } from '#kit/day.ts'
import { Decimal, plain } from '#kit/decimal.ts'
import { Fault } from '#kit/fault.ts'
import type { CampaignId, OrgId } from '#kit/id.ts'
import { day, id } from '#record/shape.ts'
import type { CompiledAsk, CompiledQuota } from '#scheme/compiled.ts'
import { eventDays } from '#scheme/moments.ts'
import { read } from '../command.ts'
import { schemeOf, scopeOf } from '../figure/present.ts'
import type { Read } from '../ports.ts'
import type { LoadedScheme } from '../ports/campaign.ts'
import { askOf, heldOf, onlyOwn, viewOf } from './deeds.ts'
import { type Question, knownOf, progressIn } from './progress.ts'
import type { MyQuotas, QuotaHead, QuotaList, QuotaPart, QuotaRow, QuotaShow } from './view.ts'
import { folkOf } from './who.ts'

const headOf = (scheme: LoadedScheme, { key, quota }: CompiledQuota): QuotaHead => {
  const indicator = scheme.compiled.scheme.indicators[quota.indicator]
  return {
    key,
    title: quota.title,
    who: quota.who,
    indicator: quota.indicator,
    indicatorTitle: indicator?.title ?? { zh: quota.indicator },
    unit: indicator?.unit ?? '',
    decimals: indicator?.decimals ?? null,
    soft: quota.soft,
  }
}

/** The day itself, or today when it lies ahead: nothing is known of tomorrow. */
const dayOf = (on: string | undefined, today: string): string => (on === undefined || on > today ? today : on)

export const list = read({
  name: 'quota.list',
  says: {
    zh: '各单位、各人任务完成情况：应完成、已完成、按进度应有、待审，落后者在前',
    en: 'How far units and people are with what they owe, the worst off first.',
  },
  input: z.strictObject({
    campaign: id<CampaignId>(),
    org: id<OrgId>().optional(),
    on: day.optional(),
    quota: z.string().max(48).optional(),
    who: z.enum(['org', 'person', 'team']).optional(),
    standing: z.enum(standings).optional(),
    class: z.string().max(48).optional(),
    /** Only what this person, unit or team owes. */
    whom: z.uuid().optional(),
    q: z.string().trim().max(100).optional(),
    after: z
      .string()
      .regex(/^\d{1,7}$/)
      .optional(),
    limit: z.coerce.number().int().min(1).max(1000).default(100),
  }),
  may: (actor) => anyOf(actor, 'office', 'liaison'),
  run: async (db, input, { actor, today }): Promise<QuotaList> => {
    const scheme = await schemeOf(db, input.campaign)
    const on = dayOf(input.on, today)
    const org = await scopeOf(db, actor, input.org, today)
    if (!holdsOn(actor, await db.register.orgPath(org, today), 'office', 'liaison'))
      throw new Fault('404.1', { what: { zh: '单位', en: 'org' } })
    const question = { org, on, quota: input.quota, whom: input.whom === undefined ? undefined : [input.whom] }
    const all = (await progressIn(db, scheme, { ...question, lean: true })).filter(
      (p) => (input.who === undefined || p.assignee.kind === input.who) && (input.class === undefined || p.assignee.class === input.class),
    )
    const rows = all.filter((p) => (input.standing === undefined || p.standing === input.standing) && named(p, input.q))
    const from = Number(input.after ?? 0)
    const next = from + input.limit < rows.length ? String(from + input.limit) : null
    const quotas = scheme.compiled.quotas.map(
      (q): QuotaRow => ({ ...headOf(scheme, q), counts: countsOf(all.filter((p) => p.quota === q.key && p.part === 0)) }),
    )
    const page = await explained(db, scheme, question, rows.slice(from, from + input.limit))
    return { on, quotas, rows: { rows: page, next }, total: rows.length }
  },
})

/** More are a table, which nobody asks why. */
const explains = 200

/** The rows with every step of why: joint records are counted for the people on the page alone. */
const explained = async (db: Read, scheme: LoadedScheme, question: Question, rows: readonly Progress[]): Promise<readonly Progress[]> => {
  const whom = [...new Set(rows.flatMap(({ assignee: { kind, id: who } }) => (kind === 'person' ? [who] : [])))]
  if (whom.length === 0 || whom.length > explains) return rows
  const at = (p: Progress): string => `${p.quota} ${p.part} ${p.assignee.id}`
  const full = new Map((await progressIn(db, scheme, { ...question, whom })).map((p) => [at(p), p]))
  return rows.map((p) => full.get(at(p)) ?? p)
}

const named = ({ assignee: { name, code, orgName } }: Progress, q: string | undefined): boolean =>
  q === undefined || q === '' || [name, code, orgName].some((word) => word.includes(q))

const countsOf = (rows: readonly Progress[]): Partial<Record<Standing, number>> =>
  Object.fromEntries([...Map.groupBy(rows, (p) => p.standing)].map(([standing, of]) => [standing, of.length]))

export const show = read({
  name: 'quota.show',
  says: {
    zh: '一项任务对一个责任人或单位的要求、进度、来由和背后的记录',
    en: 'What one person or unit owes of one quota, how far they are, why, and the records behind.',
  },
  input: z.strictObject({ campaign: id<CampaignId>(), quota: z.string().max(48), who: z.uuid(), on: day.optional() }),
  may: (actor) => anyOf(actor, 'office', 'liaison', 'visitor'),
  run: async (db, { campaign, quota: key, who, on: asked }, { actor, today }): Promise<QuotaShow> => {
    const scheme = await schemeOf(db, campaign)
    const quota = scheme.compiled.quotas.find((q) => q.key === key)
    if (quota === undefined) throw new Fault('404.1', { what: { zh: '任务', en: 'quota' } })
    const on = dayOf(asked, today)
    const org = await placeOf(db, actor, quota, who, today)
    const rows = await progressIn(db, scheme, { org, on, quota: key, whom: [who] })
    const parts: QuotaPart[] = []
    for (const progress of rows.toSorted((a, b) => a.part - b.part))
      parts.push(await behind(db, scheme, quota, progress, { org, on, whom: [who] }, actor))
    return { quota: headOf(scheme, quota), on, parts }
  },
})

/** Where the assignee stands in the tree: null for oneself. @throws Fault 404.1 when they are not the actor’s to look at */
const placeOf = async (db: Read, actor: Actor, { quota }: CompiledQuota, who: string, today: string): Promise<OrgId | null> => {
  if (quota.who === 'person' && actor.person === who) return null
  if (quota.who === 'org') return scopeOf(db, actor, who as OrgId, today)
  for (const { org } of actor.grants) {
    if (!holdsOn(actor, await db.register.orgPath(org, today), 'office', 'liaison')) continue
    const period = { from: today, to: today }
    const found =
      quota.who === 'person'
        ? await db.quota.people({ within: [org], on: today, period: allDays, whom: [who] })
        : await db.quota.teams({ within: [org], on: today, period, whom: [who] })
    if (found.length > 0) return org
  }
  throw new Fault('404.1', { what: { zh: '责任人', en: 'assignee' } })
}

type Where = { readonly org: OrgId | null; readonly on: string; readonly whom: readonly [string] }

const behind = async (
  db: Read,
  scheme: LoadedScheme,
  quota: CompiledQuota,
  progress: Progress,
  where: Where,
  actor: Actor,
): Promise<QuotaPart> => {
  const events = eventDays(scheme.compiled.scheme, await db.campaign.announced(scheme.campaign))
  const view = viewOf(scheme, quota, quota.asks[progress.part] as CompiledAsk, where.on, events)
  const known = await knownOf(db, scheme, quota, await folkOf(db, scheme, where, [quota]), where)
  const ask = askOf(scheme, view, known, false)
  if (ask === null) return { progress, records: [], waiting: [] }
  const held = heldOf(scheme, quota, where.whom, where.on)
  const anyone = quota.quota.moves === 'carry'
  const rows = view.ask.reaches
    ? await db.quota.reachedBy(onlyOwn(ask, view), held, anyone, 200)
    : await db.quota.records(ask, quota.quota.indicator, 200)
  const factor = scheme.compiled.indicators.get(quota.quota.indicator)?.factor ?? new Decimal(1)
  const reads = actor.person === where.whom[0] || (await readsAt(db, actor, progress.assignee.org, where.on))
  const records = rows.map((r) => ({ ...r, gist: reads ? r.gist : '', value: plain(new Decimal(r.value).div(factor)) }))
  const linked = onDay(known.find((k) => k.assignee.id === progress.assignee.id)?.linked ?? [], where.on)?.groups ?? []
  const owed = progress.part === 0 ? wanted(quota, linked) : linked
  const waiting = view.ask.reaches ? await db.quota.waiting(onlyOwn(ask, view), held, anyone, owed, 100) : []
  return { progress, records, waiting }
}

/** Whoever only enters records sees that colleagues’ records are there, not what they say. */
const readsAt = async (db: Read, actor: Actor, org: OrgId | null, on: string): Promise<boolean> =>
  org !== null && holdsOn(actor, await db.register.orgPath(org, on), 'office', 'liaison')

export const mine = read({
  name: 'quota.mine',
  says: { zh: '我自己的任务，以及为什么是这个数', en: 'What I owe myself, and why it is that much.' },
  input: z.strictObject({ campaign: id<CampaignId>().optional(), on: day.optional() }),
  may: (actor) => anyOf(actor, 'office', 'liaison', 'visitor'),
  run: async (db, input, { actor, today }): Promise<readonly MyQuotas[]> => {
    const on = dayOf(input.on, today)
    const found: MyQuotas[] = []
    if (actor.person === null) return found
    const campaigns = (await db.campaign.list()).filter((c) => input.campaign === undefined || c.id === input.campaign)
    for (const { id: campaign } of campaigns) {
      const scheme = await schemeOf(db, campaign)
      const own = scheme.compiled.quotas.filter((q) => q.quota.who === 'person')
      if (own.length === 0) continue
      const all = await progressIn(db, scheme, { org: null, on, whom: [actor.person] })
      const rows = all.filter((p) => p.assignee.kind === 'person')
      found.push({ campaign, title: scheme.compiled.scheme.title, on, quotas: own.map((q) => headOf(scheme, q)), rows })
    }
    return found
  },
})
