import type { RecordView } from '#command/views.ts'
import type { CompiledForm } from '#scheme/compiled.ts'
import { Differences } from '#web/form/differences.tsx'
import { StateMark } from '#web/parts/figures.tsx'
import { actWords } from '#web/say/everyday.ts'
import { sayMoment } from '#web/say/format.ts'
import { useWords } from '#web/say/words.ts'
import look from './record.module.css'
import { recordWords } from './words.ts'

/** Every step of a record's life, newest first: who, when, why, and what was different afterwards. */
export const History = ({ record, form }: { readonly record: RecordView; readonly form: CompiledForm }) => {
  const w = useWords(recordWords)
  const a = useWords(actWords)
  return (
    <ol className={look.history}>
      {record.history.map((v, i) => {
        const before = record.history[i + 1]
        return (
          <li key={v.version} className={look.step} data-state={v.state}>
            <span className={look.stepDot} aria-hidden />
            <div className={look.stepTop}>
              <span className={look.stepAct}>{a(v.act)}</span>
              <StateMark state={v.state} />
              <span className={look.stepAbout}>{w('version', { n: v.version })}</span>
            </div>
            <div className={look.stepAbout}>
              {v.by} ·{' '}
              <time dateTime={v.at} className="num">
                {sayMoment(v.at)}
              </time>
            </div>
            {v.why !== '' && <p className={look.stepWhy}>{v.why}</p>}
            {before !== undefined && <Differences form={form} was={before.content} is={v.content} names={record.names} />}
          </li>
        )
      })}
    </ol>
  )
}
