import { noticeRules } from '#appraise/rules.ts'
import type { Span } from '#kit/workday.ts'
import type { Scheme } from '#scheme/shape.ts'
import { Section } from '#web/parts/frame.tsx'
import { type Words, useSay, useWords } from '#web/say/words.ts'
import look from './scheme.module.css'

const words = {
  title: { zh: '督查', en: 'Supervision' },
  lights: { zh: '亮灯', en: 'Lights' },
  lightsSay: {
    zh: '完成数达到按进度应有的 {green}% 为绿灯，达到 {yellow}% 为黄灯，不足为红灯',
    en: 'green from {green}% of what is expected by then, yellow from {yellow}%, red below',
  },
  ofWorst: { zh: '；几项任务取最差的一项', en: '; of several quotas the worst' },
  ofMean: { zh: '；几项任务取平均', en: '; of several quotas their mean' },
  notice: { zh: '督办单', en: 'Notices' },
  noticeSays: { zh: '{receive}内签收，{answer}内答复', en: 'received within {receive}, answered within {answer}' },
  extend: { zh: '；可延期 {times} 次', en: '; put off {times} {times|time|times} at most' },
  extendBy: { zh: '，每次至多 {by}', en: ', by {by} at most' },
  grade: { zh: '{answer}内答复', en: 'answered within {answer}' },
  step: { zh: '逾期 {after}', en: '{after} late' },
  consecutive: { zh: '连续 {times} 次逾期：直接到“{to}”', en: '{times} late in a row: straight to “{to}”' },
  cumulative: { zh: '累计 {times} 次逾期：直接到“{to}”', en: '{times} late in all: straight to “{to}”' },
  issued: { zh: '累计 {times} 次被督办：直接到“{to}”', en: '{times} notices in all: straight to “{to}”' },
  days: { zh: '{n} 天', en: '{n} days' },
  workdays: { zh: '{n} 个工作日', en: '{n} working {n|day|days}' },
} as const satisfies Words

const useSpan = () => {
  const w = useWords(words)
  return ({ days, working }: Span): string => w(working ? 'workdays' : 'days', { n: days })
}

const Line = ({ title, says }: { readonly title: string; readonly says: string }) => (
  <li className={look.quota}>
    <span className={look.quotaTitle}>{title}</span>
    <span className="soft">{says}</span>
  </li>
)

/** What is green, yellow, red; how long a notice has, and what follows when it is not answered. */
export const Supervised = ({ scheme }: { readonly scheme: Scheme }) => {
  const w = useWords(words)
  const say = useSay()
  const span = useSpan()
  const rules = noticeRules(scheme)
  const { green, yellow, of } = scheme.lights
  const percent = (share: number) => Math.round(share * 100)
  const { times, by } = rules.extend
  const put = times === 0 ? '' : w('extend', { times }) + (by === null ? '' : w('extendBy', { by: span(by) }))
  const titleOf = (to: string) => say(rules.steps.find((s) => s.to === to)?.title ?? { zh: to })
  return (
    <Section title={w('title')}>
      <ul className={look.lines}>
        <Line
          title={w('lights')}
          says={w('lightsSay', { green: percent(green), yellow: percent(yellow) }) + w(of === 'worst' ? 'ofWorst' : 'ofMean')}
        />
        <Line title={w('notice')} says={w('noticeSays', { receive: span(rules.receive), answer: span(rules.answer) }) + put} />
        {rules.grades.map((g) => (
          <Line key={g.key} title={say(g.title)} says={w('grade', { answer: span(g.answer ?? rules.answer) })} />
        ))}
        {rules.steps.map((s) => (
          <Line key={s.to} title={say(s.title)} says={w('step', { after: span(s.after) })} />
        ))}
        {rules.repeats.map((r) => (
          <li key={`${r.in} ${r.of} ${r.to}`} className="soft">
            {w(r.of === 'issued' ? 'issued' : r.in, { times: r.times, to: titleOf(r.to) })}
          </li>
        ))}
      </ul>
    </Section>
  )
}
