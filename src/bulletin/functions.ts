import type { OrgId } from '#kit/id.ts'
import { type Language, type Text, say } from '#kit/text.ts'
import { approxWords } from '#record/shape.ts'
import { startKinds } from '#scheme/start.ts'
import { Fig, campaignOf, classOf, everywhere, figureOf, indicatorOf, whereOf } from './figure.ts'
import { Unfit } from './mistake.ts'
import { points } from './print.ts'
import type { Form, How } from './shape.ts'
import { type Qualifiers, periodOf, spanBefore, spanOf, whenWords } from './when.ts'
import type { Known, World } from './world.ts'

/* What the functions of a template's expressions do. Each answers a Fig: nothing is computed until the numbers are there. */

const ofSpan: readonly string[] = whenWords

const digits = (n: bigint): number => {
  if (n < 0n || n > 6n) throw new Unfit('number', String(n))
  return Number(n)
}

export const scaled = (fig: Fig, scale: '万' | '亿', most: bigint): Fig => {
  if (fig.form.scale !== '' || /^[万亿%]/.test(fig.form.unit))
    throw new Unfit('call', `${scale === '万' ? 'wan' : 'yi'}: ${fig.form.scale}${fig.form.unit}`)
  return fig.in({ scale, decimals: digits(most), fixed: false })
}

export const rounded = (fig: Fig, n: bigint): Fig => fig.in({ decimals: digits(n), fixed: true })

type Two = 'sum' | 'difference' | 'quotient' | 'percent'

const inWords: Readonly<Record<Two, (a: Text, b: Text) => Text>> = {
  sum: (a, b) => ({ zh: `${a.zh}与${b.zh}之和`, en: `${say(a, 'en')} and ${say(b, 'en')}` }),
  difference: (a, b) => ({ zh: `${a.zh}与${b.zh}之差`, en: `${say(a, 'en')} less ${say(b, 'en')}` }),
  quotient: (a, b) => ({ zh: `${a.zh}与${b.zh}之比`, en: `${say(a, 'en')} per ${say(b, 'en')}` }),
  percent: (a, b) => ({ zh: `${a.zh}占${b.zh}的比重`, en: `${say(a, 'en')}, share of ${say(b, 'en')}` }),
}

/** Two figures into one: the second's parts come after the first's. */
const pair = (is: Two, a: Fig, b: Fig, form: Form): Fig =>
  new Fig({
    how: { is, of: [a.how, moved(b.how, a.asks.length)] },
    asks: [...a.asks, ...b.asks],
    form,
    title: inWords[is](a.title, b.title),
    campaign: a.campaign,
    distinct: a.distinct || b.distinct,
    alone: is === 'percent' || a.alone || b.alone,
  })

/** The same way of working it out when its parts stand `by` places later. */
const moved = (how: How, by: number): How => {
  if (how.is === 'confirmed' || how.is === 'pending') return { ...how, part: how.part + by }
  if (how.is === 'below') return { ...how, from: how.from + by }
  if ('of' in how && typeof how.of === 'object') return { ...how, of: [moved(how.of[0], by), moved(how.of[1], by)] }
  return how
}

const plainForm = (fig: Fig): Form => ({ ...fig.form, scale: '', bare: false })

export const added = (is: 'sum' | 'difference', a: Fig, b: Fig): Fig => {
  if (a.form.unit !== b.form.unit) throw new Unfit('apart', `${a.form.unit}, ${b.form.unit}`)
  if (is === 'sum' && (a.alone || b.alone)) throw new Unfit('shares', a.alone ? a.title.zh : b.title.zh)
  if (is === 'sum' && (a.distinct || b.distinct)) throw new Unfit('distinct', a.distinct ? a.title.zh : b.title.zh)
  const decimals = a.form.decimals === null || b.form.decimals === null ? null : Math.max(a.form.decimals, b.form.decimals)
  const form = plainForm(a)
  return pair(is, a, b, { ...form, unit: is === 'difference' ? apartIn(form.unit) : form.unit, decimals, fixed: false })
}

/** What two such figures lie apart in: 54% is 14 points less than 68%, and not 14% less. */
const apartIn = (unit: string): string => (unit === '%' ? points : unit)

export const share = (a: Fig, b: Fig, n: bigint): Fig =>
  pair('percent', a, b, { unit: '%', scale: '', decimals: digits(n), fixed: true, bare: false })

export const ratio = (a: Fig, b: Fig, n: bigint, unit: string): Fig =>
  pair('quotient', a, b, { unit, scale: '', decimals: digits(n), fixed: true, bare: false })

export const qualified = (world: World, name: string, given: Qualifiers): Fig => figureOf(world, name, whereOf(world, given))

/** The same figure of the period before: {"period": "2012-05"} asks for April. */
export const before = (world: World, name: string, given: Qualifiers): Fig => {
  const { period: _, ...rest } = given
  const fig = figureOf(world, name, whereOf(world, { ...rest, ...spanBefore(world, given) }))
  return new Fig({ ...fig, title: { zh: `上期${fig.title.zh}`, en: `${fig.title.en ?? fig.title.zh}, the period before` } })
}

/** Down to a round number, with a word for the rest: 4569 by 1000 is 4000多, 91.3% by 10 is 90%以上. */
export const rough = (fig: Fig, to: bigint, word: string): Fig => {
  const known = approxWords.find((w) => w === word)
  if (to < 1n || to > 1_000_000_000n) throw new Unfit('number', String(to))
  if (known === undefined) throw new Unfit('call', word, approxWords)
  return fig.in({ rough: { to: String(to), word: known } })
}

const mostLeaders = 50n

export const leaders = (world: World, language: Language, name: string, key: string, top: bigint, given: Qualifiers): Fig => {
  if (top < 1n || top > mostLeaders) throw new Unfit('number', String(top))
  for (const qualifier of Object.keys(given)) if (!ofSpan.includes(qualifier)) throw new Unfit('qualifier', qualifier, ofSpan)
  const { campaign } = indicatorOf(world, name)
  const { units } = classOf(world, campaign, key)
  const where = { ...everywhere(world), ...spanOf(world, given) }
  const one = figureOf(world, name, where)
  const title = { zh: `${one.title.zh}名列前茅的单位`, en: `${one.title.en ?? one.title.zh}: the leading units` }
  const form = { ...one.form, unit: language === 'zh' ? '、' : ', ' }
  return new Fig({
    how: { is: 'leaders', top: Number(top), names: units.map((u) => u.name) },
    asks: units.flatMap((u) => one.asks.map((a) => ({ ...a, org: u.id }))),
    form,
    title,
    campaign,
  })
}

const counted: Form = { unit: '个', scale: '', decimals: 0, fixed: false, bare: false }

/** How many units of a class there are, have started, have not. */
export const units = (world: World, of: 'all' | 'started' | 'not-started', key: string, given: Qualifiers): Fig => {
  const allowed = of === 'all' ? ['campaign'] : ['campaign', 'by']
  for (const qualifier of Object.keys(given)) if (!allowed.includes(qualifier)) throw new Unfit('qualifier', qualifier, allowed)
  const campaign = given['campaign'] === undefined ? world.campaign : campaignOf(world, given['campaign'])
  const found = classOf(world, campaign, key)
  const by = of === 'all' ? null : dayBy(world, campaign, given['by'])
  const title = {
    all: { zh: '单位数', en: 'units' },
    started: { zh: '已启动单位', en: 'units that have started' },
    'not-started': { zh: '未启动单位', en: 'units that have not started' },
  }[of]
  return new Fig({
    how: countOf(campaign, of, found, by),
    asks: [],
    form: counted,
    title,
    campaign,
  })
}

/** By which day units must have started: that of the bulletin unless told, `deadline` for the one the scheme sets. */
const dayBy = (world: World, campaign: Known, given: string | undefined): string => {
  if (given === undefined) return world.today
  if (given !== 'deadline') return periodOf(undefined, given).to ?? world.today
  const { by } = campaign.compiled.scheme.start
  if (by === undefined) throw new Unfit('deadline', given)
  return by
}

const countOf = (campaign: Known, of: 'all' | 'started' | 'not-started', found: Class, by: string | null): How => {
  const orgs: readonly OrgId[] = found.units.map((u) => u.id)
  if (of === 'all') return { is: 'units', units: orgs }
  const kinds = startKinds(campaign.compiled.scheme, found.key)
  return { is: 'count', of, ask: { campaign: campaign.id, units: orgs, kinds, by }, started: [] }
}

type Class = ReturnType<typeof classOf>
