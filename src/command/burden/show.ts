import { z } from 'zod'
import { type Actor, anyOf } from '#access/actor.ts'
import { type DayCount, overBound, peakOf } from '#figure/burden.ts'
import { type Period, allDays } from '#kit/day.ts'
import { Fault } from '#kit/fault.ts'
import type { CampaignId, OrgId, PlaceId } from '#kit/id.ts'
import { day, id } from '#record/shape.ts'
import type { Compiled } from '#scheme/compiled.ts'
import { minutesByKind } from '#scheme/cost.ts'
import { kindOf, sameKind, subjectKinds } from '#scheme/kind.ts'
import type { Scheme } from '#scheme/shape.ts'
import { read } from '../command.ts'
import type { BurdenRow, Over } from '../care-views.ts'
import { schemeOf, scopeOf } from '../figure/present.ts'
import type { Burdened, Load, LoadDay } from '../ports/care.ts'
import type { Read } from '../ports.ts'
import { limit } from '../register/words.ts'
import type { Page } from '../views.ts'

const input = {
  of: z.enum(['subject', 'place', 'org', 'person']).default('subject'),
  from: day.optional(),
  to: day.optional(),
  org: id<OrgId>().optional(),
  place: id<PlaceId>().optional(),
  kind: z.string().max(40).optional(),
  after: z
    .string()
    .regex(/^\d{1,9}\|[0-9a-f-]{36}$/)
    .optional(),
  limit,
}
type Input = z.output<z.ZodObject<typeof input>>

export const show = read({
  name: 'burden.show',
  says: {
    zh: '负担：哪些户、村、单位、干部被走访或要求填报得最多，所有活动合计',
    en: 'Burden: which households, villages, units and officials were visited or asked most, over all campaigns.',
  },
  input: z.strictObject(input),
  may: (actor) => anyOf(actor, 'office', 'liaison'),
  run: async (db, asked, { actor, today }): Promise<Page<BurdenRow>> => {
    const period = periodOf(asked)
    const loads = await db.care.loads(await askOf(db, actor, asked, period, today))
    const rows = await fullRows(db, asked.of, loads.slice(0, asked.limit), period)
    const last = loads.length > asked.limit ? rows.at(-1) : undefined
    return { rows, next: last === undefined ? null : `${last.times}|${last.id}` }
  },
})

const periodOf = ({ from, to }: Input): Period => {
  const period = { from: from ?? allDays.from, to: to ?? allDays.to }
  if (period.from <= period.to) return period
  throw new Fault('400.2', {
    what: `${period.from}–${period.to}`,
    expected: { zh: '起始日不晚于结束日', en: 'a first day not after the last' },
  })
}

const askOf = async (db: Read, actor: Actor, asked: Input, period: Period, today: string) => {
  const org = await scopeOf(db, actor, asked.org, today)
  const all = (await db.register.orgPath(org, today)).length === 1
  const [times, after] = asked.after?.split('|') ?? []
  return {
    of: asked.of,
    period,
    on: today,
    limit: asked.limit + 1,
    place: asked.place,
    ...(all ? {} : { org }),
    ...(asked.kind === undefined ? {} : { kinds: sameKind(subjectKinds, asked.kind) }),
    ...(times === undefined || after === undefined ? {} : { after: { times: Number(times), id: after } }),
  }
}

type Known = { readonly compiled: Compiled; readonly minutes: ReadonlyMap<string, number> }

/** What every campaign of the tenant says of its forms and bounds. */
const campaignsOf = async (db: Read): Promise<ReadonlyMap<CampaignId, Known>> => {
  const known = new Map<CampaignId, Known>()
  for (const { id: campaign } of await db.campaign.list()) {
    const { compiled } = await schemeOf(db, campaign)
    known.set(campaign, { compiled, minutes: minutesByKind([...compiled.activities.values(), ...compiled.matters.values()]) })
  }
  return known
}

const fullRows = async (db: Read, of: Burdened, loads: readonly Load[], period: Period): Promise<readonly BurdenRow[]> => {
  const ids = loads.map((l) => l.id)
  const campaigns = await campaignsOf(db)
  const days = Map.groupBy(await db.care.loadDays(of, ids, period), (d) => d.id)
  const people = of === 'org' || of === 'person' ? null : await db.care.people(of, ids, period)
  const faces = await db.care.faces(of, ids)
  return loads.map((load) => {
    const mine = days.get(load.id) ?? []
    const face = faces.get(load.id)
    const { code, name, kind, placeName } = face ?? { code: '', name: '', kind: '', placeName: '' }
    return {
      ...load,
      pending: mine.reduce((sum, d) => sum + d.pending, 0),
      orgs: new Set(mine.map((d) => d.org)).size,
      campaigns: new Set(mine.map((d) => d.campaign)).size,
      last: mine.at(-1)?.day ?? '',
      code,
      name,
      visits: of === 'person' ? sumOf(mine, 'visits') : null,
      forms: of === 'person' ? sumOf(mine, 'forms') : null,
      kind: of === 'subject' || of === 'person' ? kind : '',
      placeName,
      people: people === null ? null : (people.get(load.id) ?? 0),
      minutes: Math.round(mine.reduce((sum, d) => sum + d.forms * (campaigns.get(d.campaign)?.minutes.get(`${d.sort}:${d.kind}`) ?? 0), 0)),
      peak: peakOf(mine),
      over: [...campaigns.values()].flatMap(({ compiled }) => oversOf(of, kind, mine, compiled.scheme)),
    }
  })
}

const sumOf = (days: readonly LoadDay[], what: 'visits' | 'forms'): number => days.reduce((sum, d) => sum + d[what], 0)

/** Which of a scheme's bounds the days break. A bound counts every campaign's visits: the household does not care who sent them. */
const oversOf = (of: Burdened, kind: string, days: readonly LoadDay[], { burden, window, title }: Scheme): readonly Over[] =>
  burden.flatMap((bound) => {
    if (!concerns(bound.of, of, kind)) return []
    const inside = bound.every === 'campaign' ? days.filter((d) => d.day >= window.from && d.day <= window.to) : days
    const found = overBound(inside satisfies readonly DayCount[], bound, window)
    return found === null ? [] : [{ atMost: bound.at_most, every: bound.every, says: bound.says ?? null, campaign: title, ...found }]
  })

/** Whether a bound `of` this word is about such a thing. */
export const concerns = (word: string, of: Burdened, kind: string): boolean =>
  of === 'subject' ? kindOf(subjectKinds, word) === kindOf(subjectKinds, kind) : of !== 'person' && word === of
