import { FlagOutlined } from '@ant-design/icons'
import type { FlagView } from '#command/views.ts'
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
