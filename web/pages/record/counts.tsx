import { Decimal, plain } from '#kit/decimal.ts'
import type { RecordView } from '#command/views.ts'
import { derive } from '#figure/derive.ts'
import type { Fact } from '#figure/shape.ts'
import type { Compiled } from '#scheme/compiled.ts'
import { Amount } from '#web/parts/figures.tsx'
import { Section } from '#web/parts/frame.tsx'
import { useSay, useWords } from '#web/say/words.ts'
import look from './record.module.css'
import { recordWords } from './words.ts'

const sum = (facts: readonly Fact[], factor: Decimal): string =>
  plain(facts.reduce((total, f) => total.plus(f.value), new Decimal(0)).div(factor))

/** The figures this record is part of, by the house's own derivation run in the browser. */
export const CountsIn = ({ record, compiled }: { readonly record: RecordView; readonly compiled: Compiled }) => {
  const w = useWords(recordWords)
  const say = useSay()
  const { id, version, sort, kind, state, content, context } = record
  const facts = derive(compiled, {
    record: id,
    version,
    sort,
    kind,
    state,
    content,
    context,
    schemeVersion: record.history[0]?.schemeVersion ?? 1,
  })
  const counted = [...compiled.indicators.values()].flatMap((i) => {
    const own = facts.filter((f) => f.indicator === i.key)
    return own.length === 0
      ? []
      : [{ i, value: sum(own, i.factor), approx: [...new Set(own.flatMap((f) => (f.approx === null ? [] : [f.approx])))] }]
  })
  return (
    <Section
      title={w('countsIn')}
      about={counted.length === 0 ? undefined : state === 'submitted' ? w('countsPending') : w('countsInAbout')}
    >
      {counted.length === 0 ? (
        <p className="soft">{w('notCounting')}</p>
      ) : (
        <ul className={look.counts}>
          {counted.map(({ i, value, approx }) => (
            <li key={i.key} className={look.count}>
              <span>{say(i.indicator.title)}</span>
              <Amount value={value} unit={i.indicator.unit} approx={approx} />
            </li>
          ))}
        </ul>
      )}
    </Section>
  )
}
