import type { QuotaHead } from '#command/quota/view.ts'
import type { Progress, Standing } from '#figure/quota/shape.ts'
import { commonWords } from '#web/say/everyday.ts'
import { grouped } from '#web/say/format.ts'
import { useUnit } from '#web/say/units.ts'
import { useSay, useWords } from '#web/say/words.ts'
import look from './quota.module.css'
import { quotaWords } from './words.ts'

/** Parts of the bar in per cent, never beyond its ends. A hint for the eye; the numbers stand beside it. */
const part = (n: string | null, of: string | null): number =>
  n === null || of === null || Number(of) === 0 ? 0 : Math.max(0, Math.min(100, (Number(n) / Number(of)) * 100))

/** What is done and what waits for review, with a mark where one should be by now. */
export const Bar = ({ of: p }: { readonly of: Progress }) => {
  const w = useWords(quotaWords)
  const whole = p.owed ?? p.most
  const done = part(p.done, whole)
  const label = w('barSays', { done: grouped(p.done), owed: grouped(whole), expected: grouped(p.expected) })
  const showsMark = p.expected !== null && p.standing !== 'done' && part(p.expected, whole) > 0
  return (
    <span className={look.bar} role="img" aria-label={label}>
      <span className={`${look.fill} ${look[p.standing]}`} style={{ width: `${done}%` }} />
      <span className={look.waits} style={{ left: `${done}%`, width: `${Math.min(100 - done, part(p.pending, whole))}%` }} />
      {showsMark && <span className={look.mark} style={{ left: `${part(p.expected, whole)}%` }} />}
    </span>
  )
}

export const StandingMark = ({ standing }: { readonly standing: Standing }) => {
  const w = useWords(quotaWords)
  return (
    <span className={`${look.standing} ${look[standing]}`}>
      <span className={look.dot} aria-hidden />
      {w(standing)}
    </span>
  )
}

/** 21 / 42 户 待审 +5: of different ones only those are pending that nothing confirmed has counted, so that they add. */
export const Counts = ({ of: p, unit }: { readonly of: Progress; readonly unit: string }) => {
  const c = useWords(commonWords)
  const w = useWords(quotaWords)
  const sayUnit = useUnit()
  const said =
    p.owed !== null
      ? w('of', { done: grouped(p.done), owed: grouped(p.owed) })
      : p.most === null
        ? grouped(p.done)
        : w('atMost', { done: grouped(p.done), most: grouped(p.most) })
  return (
    <span className={`num ${look.counts}`}>
      {said} <span className="soft">{sayUnit(unit, p.owed ?? p.done)}</span>
      {p.pending !== '0' && <span className={look.pending}>{c('pendingMore', { n: `+${grouped(p.pending)}` })}</span>}
    </span>
  )
}

type LineProps = { readonly progress: Progress; readonly head: QuotaHead; readonly mine?: boolean; readonly open: () => void }

/** One quota of one assignee; opens its reasons. */
export const QuotaLine = ({ progress: p, head, mine = false, open }: LineProps) => {
  const w = useWords(quotaWords)
  const say = useSay()
  const title = say(head.title)
  return (
    <li>
      <button type="button" className={look.line} onClick={open} aria-label={w('open_', { name: p.assignee.name, quota: title })}>
        <span className={look.name}>
          {mine ? title : p.assignee.name}
          {!mine && p.assignee.kind !== 'org' && <span className="soft"> {p.assignee.orgName}</span>}
        </span>
        <span className={look.what}>
          {!mine && <span className={look.title}>{title}</span>}
          {p.every !== 'campaign' && <span className={look.tag}>{w(`every_${p.every}`)}</span>}
          {p.soft && <span className={look.tag}>{w('soft')}</span>}
          {p.past !== null && p.past.periods > 0 && <span className="soft">{w('past', p.past)}</span>}
        </span>
        <Bar of={p} />
        <Counts of={p} unit={head.unit} />
        <StandingMark standing={p.standing} />
      </button>
    </li>
  )
}
