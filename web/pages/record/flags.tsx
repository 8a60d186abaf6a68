import { FlagOutlined } from '@ant-design/icons'
import type { FlagView, RecordView } from '#command/views.ts'
import { useHolds } from '#web/api/scope.ts'
import { JudgeButton } from '#web/pages/supervision/judge.tsx'
import { VerdictMark, VerdictSaid } from '#web/pages/supervision/verdict.tsx'
import { useSay } from '#web/say/words.ts'
import look from './record.module.css'

/** What was flagged, one line each. */
export const FlagLines = ({ flags }: { readonly flags: readonly FlagView[] }) => {
  const say = useSay()
  return (
    <ul className={look.flagList}>
      {flags.map((flag) => (
        <li key={flag.rule} className={look.flagLine}>
          <FlagOutlined aria-hidden /> <span>{say(flag.says)}</span>
        </li>
      ))}
    </ul>
  )
}

/** The version from which on the record says what it says: a verdict of an earlier one was of other words. */
const since = (record: RecordView): number =>
  Math.max(1, ...record.history.filter((v) => v.act === 'submit' || v.act === 'correct').map((v) => v.version))

/** What was flagged, what people said of it, and where one says so oneself. */
export const FlagsJudged = ({ record }: { readonly record: RecordView }) => {
  const say = useSay()
  const judges = useHolds('office', 'liaison')
  const from = since(record)
  return (
    <ul className={look.flagList}>
      {record.flags.map((flag) => {
        const said = record.verdicts.filter((v) => v.rule === flag.rule)
        const now = said.find((v) => v.version >= from) ?? null
        return (
          <li key={flag.rule} className={look.flagJudged}>
            <span className={look.flagLine}>
              <FlagOutlined aria-hidden /> <span>{say(flag.says)}</span>
            </span>
            <VerdictMark verdict={now} />
            {judges && <JudgeButton flag={{ record: record.id, version: record.version, ...flag }} again={now !== null} />}
            {said.map((v) => (
              <VerdictSaid key={v.at} verdict={v} outdated={v.version < from} />
            ))}
          </li>
        )
      })}
    </ul>
  )
}
