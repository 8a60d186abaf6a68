import { Skeleton } from 'antd'
import { useEffect, useState } from 'react'
import type { ImpactFigure, ImpactKind, SchemeImpact } from '#command/scheme/views.ts'
import type { CampaignId } from '#kit/id.ts'
import type { Change } from '#scheme/change.ts'
import { Refusal, post } from '#web/api/client.ts'
import { FaultNotice, Section } from '#web/parts/frame.tsx'
import { grouped, roundedTo } from '#web/say/format.ts'
import { useUnit } from '#web/say/units.ts'
import { useListed, useSay, useWords } from '#web/say/words.ts'
import type { Texts } from './texts.ts'
import look from './author.module.css'
import { authorWords } from './words.ts'

type Props = {
  readonly campaign: CampaignId
  readonly texts: Texts
  /** Told once what would change is on the screen. */
  readonly onSeen: (texts: Texts) => void
}

type Answer = { readonly texts: Texts; readonly impact: SchemeImpact | null; readonly fault: Refusal | null }

/** Asked anew for each text that is about to be published. */
const useImpact = ({ campaign, texts, onSeen }: Props) => {
  const [answer, setAnswer] = useState<Answer | null>(null)
  useEffect(() => {
    let wanted = true
    post('scheme.impact', { campaign, source: texts.source, files: texts.files })
      .then((impact) => {
        if (!wanted) return
        setAnswer({ texts, impact, fault: null })
        onSeen(texts)
      })
      .catch((error: unknown) => {
        if (!(error instanceof Refusal)) throw error
        if (wanted) setAnswer({ texts, impact: null, fault: error })
      })
    return () => {
      wanted = false
    }
  }, [campaign, texts, onSeen])
  return answer?.texts === texts ? answer : { impact: null, fault: null }
}

/** What the revision would change: in the scheme, in the figures at once, and in the figures if all were derived anew. */
export const Impact = (props: Props) => {
  const w = useWords(authorWords)
  const { impact, fault } = useImpact(props)
  return (
    <Section title={w('impact')} {...(impact === null && fault === null ? { about: w('weighing') } : {})}>
      {fault !== null && <FaultNotice fault={fault} />}
      {impact === null && fault === null && <Skeleton active title={false} paragraph={{ rows: 4 }} />}
      {impact !== null && (
        <>
          <Changes changes={impact.changes} />
          <Figures impact={impact} />
          <Rest impact={impact} />
        </>
      )}
    </Section>
  )
}

const Changes = ({ changes }: { readonly changes: readonly Change[] }) => {
  const w = useWords(authorWords)
  const say = useSay()
  if (changes.length === 0) return <p>{w('nothingChanges')}</p>
  const groups = [...Map.groupBy(changes, (c) => c.section).values()]
  return (
    <ul className={look.changes}>
      {groups.map((group) => (
        <li key={group[0]?.section}>
          <strong>{say(group[0]?.sectionTitle ?? { zh: '' })}</strong>
          <ul>
            {group.map((c) => (
              <One key={`${c.path.join('.')} ${c.is}`} change={c} />
            ))}
          </ul>
        </li>
      ))}
    </ul>
  )
}

const One = ({ change: c }: { readonly change: Change }) => {
  const w = useWords(authorWords)
  const say = useSay()
  return (
    <li>
      <span className={look.mark} data-is={c.is}>
        {w(c.is)}
      </span>{' '}
      {say(c.title)} <code className={look.path}>{c.path.slice(1).join('.')}</code>
      {c.aspects.map((a) => (
        <div key={a.name} className={look.aspect}>
          {w('from_to', { name: say(a.title), before: a.before ?? w('nil'), after: a.after ?? w('nil') })}
        </div>
      ))}
    </li>
  )
}

const atOnce = (f: ImpactFigure): boolean => f.is !== 'kept' || f.now !== f.after

const Figures = ({ impact }: { readonly impact: SchemeImpact }) => {
  const w = useWords(authorWords)
  const { figures, records } = impact
  const moved = figures.filter(atOnce)
  const anew = figures.filter((f) => f.records > 0)
  const skipped = records.looked < records.all
  return (
    <>
      <p className={look.stays}>{w('figuresStay', { n: figures.length - moved.length })}</p>
      {moved.length > 0 && <Table title={w('figuresMove')} about={w('figuresMoveAbout')} figures={moved} of="after" />}
      {anew.length > 0 && <Table title={w('figuresAnew')} about={w('figuresAnewAbout')} figures={anew} of="rederived" />}
      {skipped && <p className={look.stale}>{w('tooMany', { n: records.all })}</p>}
    </>
  )
}

type TableProps = {
  readonly title: string
  readonly about: string
  readonly figures: readonly ImpactFigure[]
  readonly of: 'after' | 'rederived'
}

const Table = ({ title, about, figures, of }: TableProps) => {
  const w = useWords(authorWords)
  return (
    <div className={look.tableBox}>
      <h3 className={look.tableTitle}>
        {title} <span className="soft">{about}</span>
      </h3>
      <table className={look.table}>
        <thead>
          <tr>
            <th scope="col">{w('figure')}</th>
            <th scope="col">{w('now')}</th>
            <th scope="col">{w(of)}</th>
            {of === 'rederived' && <th scope="col">{w('touched')}</th>}
          </tr>
        </thead>
        <tbody>
          {figures.map((f) => (
            <Row key={f.indicator} f={f} of={of} />
          ))}
        </tbody>
      </table>
    </div>
  )
}

const Row = ({ f, of }: { readonly f: ImpactFigure; readonly of: 'after' | 'rederived' }) => {
  const w = useWords(authorWords)
  const say = useSay()
  const unit = useUnit()
  const value = (v: string | null) => (v === null ? w('noValue') : grouped(roundedTo(v, 4)))
  const pending = of === 'rederived' && f.now === f.rederived && f.pending.now !== f.pending.rederived
  return (
    <tr>
      <th scope="row">
        {say(f.title)} <span className="soft">{unit(f.unit)}</span>
      </th>
      <td className="num">{f.is === 'added' ? w('newFigure') : value(f.now)}</td>
      <td className="num">
        {f.is === 'removed' ? w('goneFigure') : value(f[of])}
        {pending && <div className="soft">{w('onlyPending', { now: value(f.pending.now), rederived: value(f.pending.rederived) })}</div>}
      </td>
      {of === 'rederived' && <td className="num">{f.records}</td>}
    </tr>
  )
}

const Rest = ({ impact: { kinds, bulletins } }: { readonly impact: SchemeImpact }) => {
  const w = useWords(authorWords)
  const list = useListed()
  return (
    <>
      {kinds.length > 0 && (
        <>
          <h3 className={look.tableTitle}>{w('unfit')}</h3>
          <ul className={look.changes}>
            {kinds.map((k) => (
              <Unfit key={`${k.sort} ${k.kind}`} kind={k} />
            ))}
          </ul>
        </>
      )}
      <p className={look.stays}>{w('bulletinsStay', { sealed: bulletins.sealed, drafts: bulletins.drafts })}</p>
      {bulletins.broken.length > 0 && <p className={look.stale}>{w('bulletinsBroken', { titles: list(bulletins.broken) })}</p>}
    </>
  )
}

const Unfit = ({ kind: k }: { readonly kind: ImpactKind }) => {
  const w = useWords(authorWords)
  const say = useSay()
  return (
    <li>
      {k.gone ? w('gone', { title: say(k.title), all: k.records }) : w('unfitOf', { title: say(k.title), n: k.unfit, all: k.records })}
      {k.reasons.map((r) => (
        <div key={r.path} className={look.aspect}>
          {r.path.replace(/^fields\./, '')} · {say(r.says)} · {w('recordsN', { n: r.records })}
        </div>
      ))}
    </li>
  )
}
