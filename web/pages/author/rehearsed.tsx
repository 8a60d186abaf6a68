import type { Rehearsal, RehearsedFigure, RehearsedKind } from '#simulate/rehearse.ts'
import { Section } from '#web/parts/frame.tsx'
import { grouped, roundedTo } from '#web/say/format.ts'
import { useUnit } from '#web/say/units.ts'
import { useListed, useSay, useWords } from '#web/say/words.ts'
import look from './author.module.css'
import { authorWords } from './words.ts'

/** What a rehearsal came to: how much, the figures by class, what the forms cost, what was flagged. */
export const Rehearsed = ({ of }: { readonly of: Rehearsal }) => {
  const w = useWords(authorWords)
  const say = useSay()
  const list = useListed()
  const empty = of.figures.filter((f) => f.confirmed === '0' && (f.pending === '0' || f.pending === null))
  const about = [
    w('rehearsed', { units: of.units, people: of.people, records: of.records }),
    w('waiting', { n: of.waiting }),
    w('flagged', { n: of.flagged }),
    w('hours', { n: of.hours }),
  ]
  return (
    <>
      <Section title={about[0]} about={about.slice(1).join(' · ')}>
        <ul className={look.classes}>
          {of.classes.map((c) => (
            <li key={c.key}>
              <strong>{say(c.title)}</strong> <span className="soft">{w('started', { n: c.started, all: c.units })}</span>
            </li>
          ))}
        </ul>
        {empty.length > 0 && <p className={look.stale}>{w('empties', { names: list(empty.map((f) => say(f.title))) })}</p>}
        <div className={look.tableBox}>
          <Figures of={of} />
        </div>
      </Section>
      {of.quotas.length + of.ofTeams > 0 && <Quotas of={of.quotas} ofTeams={of.ofTeams} />}
      <Section title={w('effort')} about={w('effortAbout')}>
        <ul className={look.kinds}>
          {of.kinds.map((k) => (
            <Kind key={`${k.sort} ${k.kind}`} of={k} />
          ))}
        </ul>
      </Section>
    </>
  )
}

const Quotas = ({ of, ofTeams }: { readonly of: Rehearsal['quotas']; readonly ofTeams: number }) => {
  const w = useWords(authorWords)
  const say = useSay()
  return (
    <Section title={w('quotas')} about={w('quotasAbout')}>
      <ul className={look.kinds}>
        {of.map((q) => (
          <li key={q.quota}>
            <strong>{say(q.title)}</strong> <span className="soft num">{w('quotaMet', { met: q.met, owing: q.owing })}</span>
            {q.over > 0 && <span className={look.flagged}> · {w('quotaOver', { n: q.over })}</span>}
            {q.past.periods > 0 && <div className={look.aspect}>{w('quotaPast', { met: q.past.met, periods: q.past.periods })}</div>}
          </li>
        ))}
      </ul>
      {ofTeams > 0 && <p className={look.aspect}>{w('quotasOfTeams', { n: ofTeams })}</p>}
    </Section>
  )
}

const Figures = ({ of }: { readonly of: Rehearsal }) => {
  const w = useWords(authorWords)
  const say = useSay()
  return (
    <table className={look.table}>
      <thead>
        <tr>
          <th scope="col">{w('figure')}</th>
          <th scope="col">{w('whole')}</th>
          {of.classes.map((c) => (
            <th key={c.key} scope="col">
              {say(c.title)}
            </th>
          ))}
          <th scope="col">{w('pending')}</th>
        </tr>
      </thead>
      <tbody>
        {of.figures.map((f) => (
          <Row key={f.indicator} f={f} classes={of.classes.map((c) => c.key)} />
        ))}
      </tbody>
    </table>
  )
}

const Row = ({ f, classes }: { readonly f: RehearsedFigure; readonly classes: readonly string[] }) => {
  const w = useWords(authorWords)
  const say = useSay()
  const unit = useUnit()
  const value = (v: string | null) => (v === null ? w('noValue') : grouped(roundedTo(v, f.decimals ?? 2)))
  return (
    <tr>
      <th scope="row" className={f.of === null ? '' : look.part}>
        {say(f.title)} <span className="soft">{unit(f.unit)}</span>
      </th>
      <td className="num">{value(f.confirmed)}</td>
      {classes.map((key) => (
        <td key={key} className="num">
          {value(f.byClass[key] ?? null)}
        </td>
      ))}
      <td className="num soft">{f.pending === null ? '' : grouped(roundedTo(f.pending, f.decimals ?? 2))}</td>
    </tr>
  )
}

/** Half minutes, rounded up: as people say it. */
const minutes = (seconds: number): number => Math.max(0.5, Math.ceil(seconds / 30) / 2)

const Kind = ({ of }: { readonly of: RehearsedKind }) => {
  const w = useWords(authorWords)
  const say = useSay()
  return (
    <li>
      <strong>{say(of.title)}</strong>{' '}
      <span className="soft num">
        {w('recordsN', { n: of.records })} · {w('minutes', { least: minutes(of.least), usual: minutes(of.usual) })}
      </span>
      {of.flags.map((f) => (
        <div key={f.rule} className={look.flagged}>
          {say(f.says)} · {w('recordsN', { n: f.records })}
        </div>
      ))}
    </li>
  )
}
