import { useMemo } from 'react'
import type { Compiled, CompiledIndicator } from '#scheme/compiled.ts'
import type { Field } from '#scheme/shape.ts'
import { Taken } from '#web/figure/taken.tsx'
import { Section } from '#web/parts/frame.tsx'
import { useUnit } from '#web/say/units.ts'
import { useListed, useSay, useWords } from '#web/say/words.ts'
import { useDictionary } from './dictionary.ts'
import { Expression } from './expression.tsx'
import type { Dictionary } from './in-words.ts'
import type { PartProps } from './part.ts'
import look from './scheme.module.css'
import { schemeWords } from './words.ts'

/** What an indicator is counted from, in one word: its first source, or that it is computed. */
const homeOf = (i: CompiledIndicator): string => {
  const [first] = i.sources
  return i.formula !== null || first === undefined ? 'computed' : first.sort === 'activity' ? first.kind : 'matters'
}

/** Groups by where figures come from; "of which" stands under its whole. */
const groupsOf = (compiled: Compiled): readonly { readonly home: string; readonly tops: readonly CompiledIndicator[] }[] => {
  const tops = [...compiled.indicators.values()].filter((i) => i.indicator.of === undefined)
  const order = [...compiled.activities.keys(), 'matters', 'computed']
  return order.map((home) => ({ home, tops: tops.filter((i) => homeOf(i) === home) })).filter((g) => g.tops.length > 0)
}

export const Indicators = ({ compiled }: PartProps) => {
  const w = useWords(schemeWords)
  const say = useSay()
  const titleOf = (home: string): string => {
    const kind = compiled.scheme.activities[home]
    return kind !== undefined ? say(kind.title) : home === 'matters' ? w('matters') : w('computed')
  }
  return (
    <>
      {groupsOf(compiled).map(({ home, tops }) => (
        <Section key={home} title={titleOf(home)}>
          <ul className={look.indicators}>
            {tops.map((i) => (
              <Whole key={i.key} i={i} compiled={compiled} />
            ))}
          </ul>
        </Section>
      ))}
    </>
  )
}

const Whole = ({ i, compiled }: { readonly i: CompiledIndicator; readonly compiled: Compiled }) => {
  const w = useWords(schemeWords)
  const parts = [...compiled.indicators.values()].filter((p) => p.indicator.of === i.key)
  const adds = compiled.scheme.partitions.some((p) => p.of === i.key)
  return (
    <li className={look.indicator}>
      <One i={i} compiled={compiled} />
      {parts.length > 0 && (
        <ul className={look.ofWhich}>
          {parts.map((p) => (
            <Whole key={p.key} i={p} compiled={compiled} />
          ))}
        </ul>
      )}
      {adds && <p className={look.adds}>{w('partition')}</p>}
    </li>
  )
}

const One = ({ i, compiled }: { readonly i: CompiledIndicator; readonly compiled: Compiled }) => {
  const w = useWords(schemeWords)
  const say = useSay()
  const unit = useUnit()
  return (
    <div className={look.one}>
      <div className={look.oneTop}>
        <strong>{say(i.indicator.title)}</strong>
        <span className={look.unit}>{unit(i.indicator.unit)}</span>
        {i.indicator.counts !== undefined && <span className="soft">{say(i.indicator.counts)}</span>}
        {i.indicator.headline && <span className={look.headline}>{w('headline')}</span>}
      </div>
      <div className={look.how}>
        <How i={i} compiled={compiled} />
        <Taken made={i} compiled={compiled} />
      </div>
      {i.indicator.about !== undefined && <div className="soft">{say(i.indicator.about)}</div>}
    </div>
  )
}

const useSourceNames = (i: CompiledIndicator, compiled: Compiled): string => {
  const w = useWords(schemeWords)
  const say = useSay()
  const list = useListed()
  const { activities, matters } = compiled.scheme
  const every = i.sources.length > 1 && i.sources.length === compiled.matters.size && i.sources.every((s) => s.sort === 'matter')
  if (every) {
    const [first] = i.sources
    return w(first?.sort === 'matter' ? first.event : 'raised', { kind: w('anyMatter') })
  }
  return list(
    i.sources.map((s) =>
      s.sort === 'activity'
        ? say(activities[s.kind]?.title ?? { zh: s.kind })
        : w(s.event, { kind: say(matters[s.kind]?.title ?? { zh: s.kind }) }),
    ),
  )
}

type HowProps = { readonly i: CompiledIndicator; readonly compiled: Compiled }

const fieldsOf = (i: CompiledIndicator, compiled: Compiled): readonly Field[] => {
  if (i.formula !== null) return []
  const forms = i.sources.map((s) => (s.sort === 'activity' ? compiled.activities : compiled.matters).get(s.kind))
  return forms.flatMap((form) => form?.fields.map((f) => f.field) ?? [])
}

/** 走访调研 · 合计:调研天数 × 参加人员数 · 仅当 …. */
const How = ({ i, compiled }: HowProps) => {
  const w = useWords(schemeWords)
  const fields = useMemo(() => fieldsOf(i, compiled), [i, compiled])
  const dictionary = useDictionary(compiled.scheme, fields)
  const names = useSourceNames(i, compiled)
  if (i.formula !== null) return <Expression lead="= " source={i.formula.source} dictionary={dictionary} />
  const part = i.indicator.of !== undefined
  const own = part ? i.when.slice(-1).filter((program) => program.source === i.indicator.when) : i.when
  return (
    <>
      {part && i.indicator.from === undefined ? w('ofWhich') : names}
      {!part && ' · '}
      {!part && <Worth i={i} dictionary={dictionary} />}
      {own.map((program) => (
        <Expression key={program.source} lead={` · ${w('onlyWhen', { when: '' })}`} source={program.source} dictionary={dictionary} />
      ))}
    </>
  )
}

/** What one record adds: a value, one for each, or one for each different one. */
const Worth = ({ i, dictionary }: { readonly i: CompiledIndicator; readonly dictionary: Dictionary }) => {
  const w = useWords(schemeWords)
  if (i.distinct !== null && i.distinct !== undefined) return <>{w(`distinct_${i.distinct}`)}</>
  if (i.value !== null) return <Expression lead={w('addUp', { value: '' })} source={i.value.source} dictionary={dictionary} />
  return <>{w(i.per === 'participant' ? 'countParticipants' : i.per === 'subject' ? 'countSubjects' : 'countRecords')}</>
}
