import { Decimal } from '#kit/decimal.ts'
import type { CompiledAsk, CompiledIndicator, CompiledQuota, Fraction, Program } from './compiled.ts'
import type { Path } from './compile.ts'
import { type Checked, Subject } from './expression.ts'
import { freeNames } from './cel.ts'
import type { Quota, QuotaAsk } from './quota.ts'
import { chain, indicatorOf, isComputed, resolve } from './resolve.ts'
import type { Scheme } from './shape.ts'
import { overAssignee, overIndicators, overQuota, overSubject } from './stand.ts'
import { type Units, measured } from './units.ts'

/* Quotas made ready to run. */

/** A program for what was checked; tells its mistakes. */
type Make = <T>(path: Path, result: Checked<T>) => Program<T>

export const compileQuotas = (
  scheme: Scheme,
  units: Units,
  indicators: readonly CompiledIndicator[],
  make: Make,
): { readonly quotas: readonly CompiledQuota[]; readonly credited: ReadonlySet<string> } => {
  const counts = new Map(indicators.map((i) => [i.key, countsOf(i)]))
  const quotas = Object.entries(scheme.quotas).map(([key, quota]) => ({
    ...compileQuota(scheme, units, make, key, quota),
    counts: counts.get(quota.indicator) ?? (() => true),
  }))
  return { quotas, credited: new Set(quotas.filter((q) => q.quota.who !== 'org').flatMap((q) => q.reads)) }
}

const compileQuota = (scheme: Scheme, units: Units, make: Make, key: string, quota: Quota): Omit<CompiledQuota, 'counts'> => {
  const path: Path = ['quotas', key]
  const bounds = overQuota(quota.who, Object.keys(scheme.indicators))
  const asks = [quota, ...quota.also].map((ask, i) => ({
    ...compileAsk(make, bounds, ask, i === 0 ? path : [...path, 'also', i - 1]),
    reaches: sharesLinked(ask) || (i === 0 && quota.strata.length > 0),
  }))
  return {
    key,
    quota,
    where: quota.where === undefined ? null : make([...path, 'where'], overAssignee(quota.who).bool(quota.where)),
    asks,
    strata: quota.strata.map((s, i) => ({
      title: s.title ?? null,
      when: make([...path, 'strata', i, 'when'], overSubject().bool(s.when)),
      share: fractionOf(s.share),
    })),
    kinds: kindsOf(scheme, quota.indicator),
    reads: readsOf(scheme, quota, asks),
    places: placesOf(scheme, units, quota.indicator),
  }
}

const countsOf =
  ({ ofSubject }: CompiledIndicator): CompiledQuota['counts'] =>
  (subject) =>
    ofSubject.every((p) => p.run({ subject: new Subject(subject) }) !== false)

/** A third of one’s linked households: a share of `linked` and of nothing else. */
const sharesLinked = (ask: QuotaAsk): boolean => ask.share !== undefined && ask.of?.trim() === 'linked'

const compileAsk = (make: Make, bounds: ReturnType<typeof overQuota>, ask: QuotaAsk, path: Path): Omit<CompiledAsk, 'reaches'> => {
  const bound = (name: 'at_least' | 'at_most' | 'exactly' | 'of'): Program<Decimal> | null => {
    const says = ask[name]
    return says === undefined ? null : make([...path, name], bounds.number(String(says)))
  }
  return {
    ask,
    atLeast: bound('at_least'),
    atMost: bound('at_most'),
    exactly: bound('exactly'),
    share: ask.share === undefined ? null : fractionOf(ask.share),
    of: bound('of'),
  }
}

const fractionOf = (share: number | string): Fraction => {
  const [n = '0', d = '1'] = String(share).split('/')
  return { n: new Decimal(n), d: new Decimal(d) }
}

/** Kinds of subjects that the activities behind an indicator are paid to. */
const kindsOf = (scheme: Scheme, indicator: string): readonly string[] => {
  const sources = resolve(scheme, indicator)?.sources ?? []
  return [...new Set(sources.flatMap((s) => (s.sort === 'activity' ? (scheme.activities[s.kind]?.to ?? []) : [])))]
}

/** Formulas are computed from what they read, so that is needed in their place. */
const readsOf = (scheme: Scheme, quota: Quota, asks: readonly CompiledAsk[]): readonly string[] => {
  const named = asks.flatMap((a) => [a.atLeast, a.atMost, a.exactly, a.of].flatMap((p) => p?.reads ?? []))
  const found = new Set<string>()
  const visit = (key: string): void => {
    const indicator = indicatorOf(scheme, key)
    if (indicator === undefined || found.has(key)) return
    found.add(key)
    if (indicator.ratio) for (const other of [indicator.ratio.part, indicator.ratio.whole]) visit(other)
    if (indicator.formula === undefined) return
    const others = overIndicators(Object.keys(scheme.indicators).filter((k) => k !== key)).number(indicator.formula)
    if (others.ok) for (const { name } of freeNames(others.ast)) visit(name)
  }
  for (const key of [quota.indicator, ...(quota.for_each === undefined ? [] : [quota.for_each]), ...named]) visit(key)
  return [...found].filter((key) => {
    const indicator = indicatorOf(scheme, key)
    return indicator !== undefined && !isComputed(indicator)
  })
}

/** Households, reports and persons are whole; days, money and areas keep their decimals. */
const placesOf = (scheme: Scheme, units: Units, key: string): number => {
  const indicator = indicatorOf(scheme, key)
  if (indicator === undefined) return 0
  const valued = (chain(scheme, key) ?? []).some((i) => i.value !== undefined)
  const { dimension } = units.of(indicator.unit)
  const fine = measured.has(dimension) || (valued && (dimension === '天' || dimension === '小时'))
  return fine ? (indicator.decimals ?? 2) : 0
}
