import { StopOutlined } from '@ant-design/icons'
import type { Live } from '#web/form/live.ts'
import { useSay, useWords } from '#web/say/words.ts'
import { FlagLines } from './flags.tsx'
import look from './record.module.css'
import { recordWords } from './words.ts'

/** Rules over the whole form stand at no field: which ones block it now, and which will flag it. */
export const Forewarned = ({ live }: { readonly live: Live }) => {
  const w = useWords(recordWords)
  const say = useSay()
  const blocks = live.misfits.filter((m) => m.path.startsWith('rules.'))
  return (
    <>
      {blocks.length > 0 && (
        <div className={look.mayFlag} data-path="rules">
          <p className={look.forewarned}>{w('blocked')}</p>
          <ul className={look.flagList}>
            {blocks.map((m) => (
              <li key={m.path} className={look.flagLine}>
                <StopOutlined aria-hidden /> <span>{say(m.says)}</span>
              </li>
            ))}
          </ul>
        </div>
      )}
      {live.flags.length > 0 && (
        <div className={look.mayFlag}>
          <p className={look.forewarned}>{w('wouldFlag')}</p>
          <FlagLines flags={live.flags} />
        </div>
      )}
    </>
  )
}
