import { stood as standingOf } from '#figure/quota/stood.ts'
import { least } from '#figure/turn.ts'
import type { OrgId } from '#kit/id.ts'
import { say } from '#kit/text.ts'
import { Fig, campaignOf, classOf } from './figure.ts'
import { Unfit } from './mistake.ts'
import type { How, StandAsk, Stood, StoodHow } from './shape.ts'
import { type Qualifiers, periodOf, spanOf } from './when.ts'
import type { Known, World } from './world.ts'

/*
 * Who has met a quota, as a count and without names. What each of them owed is noted as it was, for it rests on the register; what each had done
 * is worked out again from the facts.
 */

export const stoodCounts = ['owing', 'met', 'course', 'behind'] as const
export type StoodCount = (typeof stoodCounts)[number]

/** Which of the counts somebody is in, beside those who owe it; null: they owe nothing, or not yet. `blank`: nothing to judge by. */
const placeOf = (row: Stood): Exclude<StoodCount, 'owing'> | 'blank' | null => {
  switch (standingOf(row)) {
    case 'done':
      return 'met'
    case 'course':
      return 'course'
    case 'behind':
    case 'over':
      return 'behind'
    case 'blank':
      return 'blank'
    case 'open': // only an upper bound, and within it
      return row.owed === null && row.most !== null ? 'met' : null
    case 'early':
      return null
  }
}

/** Those of the rows who are in the count. */
export const standingIn = (of: StoodCount, rows: readonly Stood[]): readonly Stood[] =>
  rows.filter((row) => (of === 'owing' ? placeOf(row) !== null : placeOf(row) === of))

export const stoodIn = (how: How): readonly StoodHow[] => {
  if (how.is === 'stood') return [how]
  return 'of' in how && typeof how.of === 'object' ? how.of.flatMap(stoodIn) : []
}

/** What a derivation shows to whoever reads the bulletin: how far each of the people and teams is stays with those who may see quotas. */
export const withoutPeople = (how: How): How => {
  if (how.is === 'stood') return how.ask.who === 'org' ? how : { ...how, rows: [] }
  return 'of' in how && typeof how.of === 'object' ? { ...how, of: [withoutPeople(how.of[0]), withoutPeople(how.of[1])] } : how
}

/** The same, and of which unit. */
export const stoodKey = ({ ask, unit }: StoodHow): string => `${standKey(ask)} ${unit ?? ''}`

/** What it comes to: a count, or one unit's own number. */
export const stoodValue = ({ of, rows }: StoodHow): string | null =>
  of === 'owed' || of === 'done' ? (rows[0]?.[of] ?? null) : String(standingIn(of, rows).length)

export const standKey = ({ campaign, quota, part, class: key, on }: StandAsk): string => [campaign, quota, part, key, on].join(' ')

const titles = {
  owing: { zh: '有此任务的', en: 'who owe it' },
  met: { zh: '已完成的', en: 'who have met it' },
  course: { zh: '进度正常的', en: 'on course' },
  behind: { zh: '落后的', en: 'who are behind' },
} as const

const allowed = ['on', 'period', 'phase', 'every']

/** `plan.visits`: a quota of the campaign named plan. */
export const quotaNamed = (
  world: World,
  name: string,
): { readonly campaign: Known; readonly quota: Known['compiled']['quotas'][number] } => {
  const [first = '', second] = name.split('.', 2)
  const campaign = second === undefined ? world.campaign : campaignOf(world, first)
  const quota = campaign.compiled.quotas.find((q) => q.key === (second ?? first))
  if (quota === undefined)
    throw new Unfit(
      'quota',
      name,
      campaign.compiled.quotas.map((q) => (second === undefined ? q.key : `${first}.${q.key}`)),
    )
  return { campaign, quota }
}

/** How many of those who owe a quota stand so; `key`: units of the class and their people only. */
export const stood = (world: World, of: StoodCount, name: string, key: string | null, given: Qualifiers): Fig => {
  for (const qualifier of Object.keys(given)) if (!allowed.includes(qualifier)) throw new Unfit('qualifier', qualifier, allowed)
  const { campaign, quota } = quotaNamed(world, name)
  if (key !== null) classOf(world, campaign, key)
  const part = partOf(quota, given['every'])
  const ask: StandAsk = {
    campaign: campaign.id,
    org: world.roof.id,
    quota: quota.key,
    who: quota.quota.who,
    part,
    class: key,
    on: dayOf(world, campaign, given),
  }
  const { title, who } = quota.quota
  const what = titles[of]
  return new Fig({
    how: { is: 'stood', of, ask, within: null, kept: false, rows: [] },
    asks: [],
    form: { unit: who === 'person' ? '人' : '个', scale: '', decimals: 0, fixed: false, bare: false },
    title: { zh: `${title.zh}：${what.zh}`, en: `${say(title, 'en')}: ${what.en}` },
    campaign,
  })
}

/** How much a unit owes of a quota, or has done, in the quota's unit. */
export const ofUnit = (world: World, of: 'owed' | 'done', name: string, unit: OrgId, given: Qualifiers): Fig => {
  const { campaign, quota } = quotaNamed(world, name)
  const all = stood(world, 'owing', name, null, given)
  const indicator = campaign.compiled.scheme.indicators[quota.quota.indicator]
  const { title } = quota.quota
  const what = of === 'owed' ? { zh: '应完成', en: 'owed' } : { zh: '已完成', en: 'done' }
  return new Fig({
    ...all,
    how: all.how.is === 'stood' ? { ...all.how, of, unit } : all.how,
    form: { unit: indicator?.unit ?? '', scale: '', decimals: indicator?.decimals ?? null, fixed: false, bare: false },
    title: { zh: `${title.zh}：${what.zh}`, en: `${say(title, 'en')}: ${what.en}` },
  })
}

/** Which of a quota's periods is meant: its own, or one beside it (`also`) by how often it comes. */
const partOf = ({ asks }: Known['compiled']['quotas'][number], every: string | undefined): number => {
  if (every === undefined) return 0
  const part = asks.findIndex((a) => a.ask.every === every)
  if (part < 0)
    throw new Unfit(
      'qualifier',
      every,
      asks.map((a) => a.ask.every),
    )
  return part
}

/** The day on which it is looked at: that of the bulletin unless told; of a period its last day, or today when that is still to come. After a campaign has ended: its last day. */
const dayOf = (world: World, { compiled }: Known, given: Qualifiers): string => {
  const last = least(world.today, compiled.scheme.window.to)
  const { on, every: _, ...span } = given
  const [other] = Object.keys(span)
  if (on !== undefined && other !== undefined) throw new Unfit('qualifier', other, ['on'])
  const day = on === undefined ? spanOf(world, span).to : periodOf(undefined, on).to
  return day === null ? last : least(day, last)
}
