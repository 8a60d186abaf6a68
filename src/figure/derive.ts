import { plain } from '#kit/decimal.ts'
import { namesOf } from '#record/names.ts'
import type { Approx, FieldValue, RecordVersion } from '#record/shape.ts'
import type { Compiled, CompiledIndicator } from '#scheme/compiled.ts'
import { eventName, type eventWords } from '#scheme/stand.ts'
import type { Fact } from './shape.ts'

/** What a version of a record amounts to under its scheme. A function of (scheme version, record version) and nothing else. */
export const derive = (compiled: Compiled, version: RecordVersion): readonly Fact[] => {
  if (version.state === 'returned' || version.state === 'withdrawn') return []
  const form = (version.sort === 'activity' ? compiled.activities : compiled.matters).get(version.kind)
  if (form === undefined) return []
  // Fresh for this record, so that `participant` and `subject` may be set in it one after the other.
  const names = namesOf(form, version.content, version.context, form.counts) as Seen
  const facts: Fact[] = []
  const { context } = version
  const where = { org: context.org.map((n) => n.id), place: context.place.map((n) => n.id) }
  const tells = version.sort === 'matter' && !form.fields.some(({ field }) => field.key === eventName)
  for (const { feed, day, event } of events(version)) {
    if (tells) names[eventName] = event
    for (const indicator of compiled.feeds.get(feed) ?? []) contribute(facts, indicator, version, names, { day, ...where })
  }
  return facts
}

type Seen = Record<string, unknown>

/** The events of a record: what feeds indicators, and on which day it counts. */
const events = ({ sort, kind, content }: RecordVersion): readonly Happened[] => {
  if (sort === 'activity') return [{ feed: `activity:${kind}`, day: content.day }]
  const raised: Happened = { feed: `matter:${kind}:raised`, day: content.day, event: 'raised' }
  return content.closing ? [raised, { feed: `matter:${kind}:closed`, day: content.closing.day, event: 'closed' }] : [raised]
}

type Happened = { readonly feed: string; readonly day: string; readonly event?: (typeof eventWords)[number] }

const contribute = (
  facts: Fact[],
  i: CompiledIndicator,
  version: RecordVersion,
  names: Seen,
  at: Pick<Fact, 'day' | 'org' | 'place'>,
): void => {
  for (const one of members(i, version, names)) {
    if (one.is !== null) names[one.is.as] = one.is.value
    const value = spoken(i, names)
    if (value === undefined || ((i.distinct || i.each) && one.key === null)) continue
    facts.push({
      indicator: i.key,
      ...at,
      value,
      key: i.distinct ? one.key : null,
      each: i.each ? one.key : null,
      member: i.per === 'record' ? undefined : (one.key ?? undefined),
      approx: i.roughFields.length === 0 ? null : roughness(i.roughFields, version.content.fields),
      pending: version.state === 'submitted',
    })
  }
}

/** What it is worth where all conditions are true. Of newest words a false condition is a word, too: it takes back the one before. */
const spoken = (i: CompiledIndicator, names: Seen): string | undefined => {
  for (const when of i.when) {
    const is = when.run(names)
    if (is !== true) return is === false && i.each ? '0' : undefined
  }
  return i.distinct || i.value === null ? '1' : worth(i, names)
}

/** Blank is not zero: no value, no fact. */
const worth = (i: CompiledIndicator, names: Seen): string | undefined => {
  const value = i.value?.run(names)
  return value === undefined ? undefined : plain(value)
}

/** What is counted once for distinct indicators and whose newest word counts, and what the expressions see as `participant` or `subject`. */
type Member = { readonly key: string | null; readonly is: { readonly as: 'participant' | 'subject'; readonly value: unknown } | null }

/** One for the record, or one for each participant or subject. */
const members = (i: CompiledIndicator, { context }: RecordVersion, names: Seen): readonly Member[] => {
  const { per } = i
  const of = i.distinct ?? i.each
  if (per === 'record') {
    const path = of === 'org' ? context.org : of === 'place' ? context.place : []
    return [{ key: path.at(-1)?.id ?? null, is: null }]
  }
  const seen = names[`${per}s`]
  const list: readonly unknown[] = Array.isArray(seen) ? seen : []
  return context[`${per}s`].map((member, n) => ({ key: member.id, is: { as: per, value: list[n] } }))
}

const roughness = (fields: readonly string[], values: Readonly<Record<string, FieldValue>>): Approx | null => {
  for (const field of fields) {
    const value = values[field]
    if (typeof value === 'object' && value !== null && 'approx' in value) return value.approx
  }
  return null
}
