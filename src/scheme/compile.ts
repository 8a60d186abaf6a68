import type { Decimal } from '#kit/decimal.ts'
import { compileAlso } from './also.ts'
import type { WorkCalendar } from '#kit/workday.ts'
import { type ExpressionMistake, type Node, freeNames } from './cel.ts'
import type { Compiled, CompiledBulletin, CompiledField, CompiledForm, CompiledIndicator, Program } from './compiled.ts'
import { type Checked, Org, Person, type Variables } from './expression.ts'
import { calendarOf } from './days.ts'
import { partsOfSubject } from './of-subject.ts'
import { compileQuotas } from './owe.ts'
import type { Indicator } from './indicator.ts'
import { isShare, ratioProgram } from './ratio.ts'
import { type Resolved, feedOf, isComputed, resolve } from './resolve.ts'
import type { ActivityKind, Field, MatterKind, Scheme } from './shape.ts'
import { fieldsOf, overFact, overIndicators, overOrg, overPerson, overRecord } from './stand.ts'
import { type Units, factorOf, unitsOf } from './units.ts'

export type Path = readonly (string | number)[]

/** An expression that was read: where it stands and what it was parsed to, for checks that look inside. */
export type Seen = { readonly path: Path; readonly ast: Node; readonly forms: readonly FormOf[] }
export type FormOf = { readonly sort: 'activity' | 'matter'; readonly kind: string; readonly fields: readonly Field[] }

/** What the compiler tells while it works. Mistakes make the scheme unusable; the compiler goes on to find them all. */
export type Ear = {
  mistake(path: Path, mistake: ExpressionMistake): void
  seen(seen: Seen): void
  /** Keys of fields too broken to read, so that expressions over them are not reported as well. */
  broken(form: Path): readonly string[]
}

type Bench = { readonly scheme: Scheme; readonly units: Units; readonly calendar: WorkCalendar; readonly ear: Ear }

/** Makes a scheme ready to run. Only when the ear heard no mistake is the result fit for use. */
export const compile = (scheme: Scheme, files: Readonly<Record<string, string>>, ear: Ear): Compiled => {
  const bench: Bench = { scheme, units: unitsOf(scheme.units).units, calendar: calendarOf(scheme), ear }
  const indicators = inOrder(Object.keys(scheme.indicators).map((key) => compileIndicator(bench, key)))
  const feeds = feedsOf(indicators)
  const activities = Object.entries(scheme.activities).map(
    ([kind, form]): CompiledForm => ({ sort: 'activity', kind, form, ...compileForm(bench, 'activity', kind, form, feeds) }),
  )
  const matters = Object.entries(scheme.matters).map(
    ([kind, form]): CompiledForm => ({ sort: 'matter', kind, form, ...compileForm(bench, 'matter', kind, form, feeds) }),
  )
  return {
    scheme,
    activities: new Map(activities.map((f) => [f.kind, f])),
    matters: new Map(matters.map((f) => [f.kind, f])),
    indicators: new Map(indicators.map((i) => [i.key, i])),
    feeds,
    classOf: compileClasses(bench),
    participates: compileParticipants(bench),
    ...compileQuotas(scheme, bench.units, indicators, (path, result) => program(bench, path, result)),
    bulletins: new Map(
      Object.entries(scheme.bulletins).map(([key, b]): [string, CompiledBulletin] => [
        key,
        { title: b.title, text: files[b.template] ?? b.template },
      ]),
    ),
  }
}

/** A program for the expression, or one without any answer after its mistakes are told. */
const program = <T>(bench: Bench, path: Path, result: Checked<T>, forms: readonly FormOf[] = []): Program<T> => {
  if (result.ok) {
    bench.ear.seen({ path, ast: result.ast, forms })
    return result.program
  }
  for (const mistake of result.mistakes) bench.ear.mistake(path, mistake)
  return nothing
}

const nothing = { source: '', reads: [], run: () => undefined }

const optional = <T>(source: string | undefined, make: (source: string) => Program<T>): Program<T> | null =>
  source === undefined ? null : make(source)

const compileForm = (
  bench: Bench,
  sort: 'activity' | 'matter',
  kind: string,
  form: ActivityKind | MatterKind,
  feeds: Compiled['feeds'],
): Pick<CompiledForm, 'fields' | 'rules' | 'also' | 'counts'> => {
  const path = [sort === 'activity' ? 'activities' : 'matters', kind]
  const forms = [{ sort, kind, fields: form.fields }]
  const all = overRecord(sort, namesIn(bench, path, form.fields), bench.calendar)
  const fields = form.fields.map((field, i): CompiledField => {
    const at = [...path, 'fields', i]
    // A field is shown by what stands before it, so that a form can be filled from the top.
    const show = (source: string) =>
      notYet(overRecord(sort, namesIn(bench, path, form.fields.slice(0, i)), bench.calendar).bool(source), form.fields.slice(i))
    return {
      field,
      show: optional(field.show, (s) => program(bench, [...at, 'show'], show(s), forms)),
      check: optional(field.check, (s) => program(bench, [...at, 'check'], all.bool(s), forms)),
      factor: factorOf(field, bench.units),
    }
  })
  const rules = form.rules.map((rule, i) => ({ rule, check: program(bench, [...path, 'rules', i, 'check'], all.bool(rule.check), forms) }))
  const fed = sort === 'activity' ? [`activity:${kind}`] : [`matter:${kind}:raised`, `matter:${kind}:closed`]
  return {
    fields,
    rules,
    also: compileAlso(path, form, all, (at, result) => program(bench, at, result, forms)),
    counts: countsOf(
      fields,
      fed.flatMap((feed) => feeds.get(feed) ?? []),
    ),
  }
}

/** What the indicators read, and what decides whether that is shown; null when one may read any field. */
const countsOf = (fields: readonly CompiledField[], indicators: readonly CompiledIndicator[]): ReadonlySet<string> | null => {
  const counts = new Set<string>()
  const programs: (Program<unknown> | null)[] = indicators.flatMap((i) => [...i.when, i.value])
  for (const p of programs) for (const name of p?.reads ?? []) counts.add(name)
  // A field is shown by what stands before it, so one pass from the end finds everything.
  for (const { field, show } of fields.toReversed()) {
    if (show === null || !counts.has(field.key)) continue
    programs.push(show)
    for (const name of show.reads ?? []) counts.add(name)
  }
  return programs.some((p) => p?.reads === null) ? null : counts
}

/** Said more plainly when the unknown name is a field that only comes later. */
const notYet = (result: Checked<boolean>, later: readonly Field[]): Checked<boolean> => {
  if (result.ok) return result
  return {
    ok: false,
    mistakes: result.mistakes.map((m) => {
      if (!later.some((f) => f.key === m.name)) return m
      return {
        ...m,
        code: 'S207',
        what: { zh: `“${m.name}”不在此字段之前`, en: `“${m.name}” does not stand before this field` },
        expected: { zh: '只用前面的字段', en: 'earlier fields only' },
      }
    }),
  }
}

const namesIn = (bench: Bench, path: Path, fields: readonly Field[]): Variables => ({
  ...Object.fromEntries(bench.ear.broken(path).map((key) => [key, 'dyn' as const])),
  ...fieldsOf(fields, bench.units),
})

const compileIndicator = (bench: Bench, key: string): CompiledIndicator => {
  const indicator = bench.scheme.indicators[key] as Indicator
  const factor = bench.units.of(indicator.unit).factor
  const empty = {
    key,
    indicator,
    sources: [],
    per: 'record',
    when: [],
    ofSubject: [],
    value: null,
    roughFields: [],
    distinct: null,
    take: 'flow',
    each: null,
    alone: isShare(bench.units, indicator.unit),
    factor,
    formula: null,
    derives: null,
  } as const
  if (indicator.formula !== undefined) {
    const others = Object.keys(bench.scheme.indicators).filter((k) => k !== key)
    return { ...empty, formula: program(bench, ['indicators', key, 'formula'], overIndicators(others).number(indicator.formula)) }
  }
  if (isComputed(indicator)) return { ...empty, formula: ratioProgram(bench.scheme, bench.units, indicator) ?? nothing }
  const resolved = resolve(bench.scheme, key)
  return resolved === null ? empty : counted(bench, resolved, factor)
}

const counted = (bench: Bench, resolved: Resolved, factor: Decimal): CompiledIndicator => {
  const { key, indicator, sources, per, distinct, take } = resolved
  const forms = formsOf(bench.scheme, resolved)
  const each = forms.map((f) => namesIn(bench, [f.sort === 'activity' ? 'activities' : 'matters', f.kind], f.fields))
  const sort = forms.every((f) => f.sort === 'matter') && forms.length > 0 ? 'matter' : 'activity'
  const names = overFact(sort, each, per, bench.calendar)
  const at = (name: string): Path => ['indicators', key, name]
  const when = resolved.whens.map((w) =>
    w.key === key ? program(bench, at('when'), names.bool(w.source), forms) : quietly(names.bool(w.source)),
  )
  const ofSubject = per === 'subject' ? resolved.whens.flatMap((w) => partsOfSubject(names.bool(w.source))) : []
  const worth = resolved.value === null ? null : names.number(resolved.value)
  const value = worth === null ? null : indicator.value === undefined ? quietly(worth) : program(bench, at('value'), worth, forms)
  const used = new Set(worth?.ok ? freeNames(worth.ast).map((n) => n.name) : [])
  const roughFields = [...new Set(forms.flatMap((f) => f.fields.filter((x) => x.approx && used.has(x.key)).map((x) => x.key)))]
  const alone = resolved.alone || isShare(bench.units, indicator.unit)
  const derives = ratioProgram(bench.scheme, bench.units, indicator)
  const counts = { key, indicator, sources, per, when, ofSubject, value, roughFields, distinct: distinct ?? null }
  return { ...counts, take, each: resolved.each, alone, factor, formula: null, derives }
}

/** What is inherited was told where it stands. */
const quietly = <T>(result: Checked<T>): Program<T> => (result.ok ? result.program : nothing)

export const formsOf = (scheme: Scheme, resolved: Resolved): readonly FormOf[] => {
  const forms = resolved.sources.map(
    ({ sort, kind }): FormOf => ({ sort, kind, fields: (sort === 'activity' ? scheme.activities : scheme.matters)[kind]?.fields ?? [] }),
  )
  return [...new Map(forms.map((f) => [`${f.sort}:${f.kind}`, f])).values()]
}

/** Formulas after what they use; those in a circle last, as they are refused anyway. */
const inOrder = (indicators: readonly CompiledIndicator[]): readonly CompiledIndicator[] => {
  const byKey = new Map(indicators.map((i) => [i.key, i]))
  const done = new Map<string, CompiledIndicator>()
  const visit = (i: CompiledIndicator, seen: readonly string[]): void => {
    if (done.has(i.key) || seen.includes(i.key)) return
    for (const key of usedBy(i)) {
      const other = byKey.get(key)
      if (other) visit(other, [...seen, i.key])
    }
    done.set(i.key, i)
  }
  for (const i of indicators) visit(i, [])
  return [...done.values()]
}

/** Keys of indicators a formula may read; more than it does is harmless. */
const usedBy = (i: CompiledIndicator): readonly string[] => i.formula?.source.match(/[a-z][a-z0-9_]*/g) ?? []

const feedsOf = (indicators: readonly CompiledIndicator[]): Compiled['feeds'] => {
  const feeds = new Map<string, CompiledIndicator[]>()
  for (const i of indicators) {
    for (const source of i.sources) {
      const feed = feedOf(source)
      feeds.set(feed, [...(feeds.get(feed) ?? []), i])
    }
  }
  return feeds
}

const compileClasses = (bench: Bench): Compiled['classOf'] => {
  const names = overOrg()
  const classes = bench.scheme.classes.map((c, i) => ({ key: c.key, where: program(bench, ['classes', i, 'where'], names.bool(c.where)) }))
  return (org) => classes.find((c) => c.where.run({ org: new Org(org) }) === true)?.key ?? null
}

const compileParticipants = (bench: Bench): Compiled['participates'] => {
  const where = optional(bench.scheme.participants.where, (s) => program(bench, ['participants', 'where'], overPerson().bool(s)))
  return (person) => where === null || where.run({ person: new Person(person) }) === true
}
