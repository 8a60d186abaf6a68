import { CheckCircleFilled } from '@ant-design/icons'
import type { FileMistake } from '#bulletin/sound.ts'
import { useSay, useWords } from '#web/say/words.ts'
import look from './author.module.css'
import type { Read } from './reading.ts'
import { authorWords } from './words.ts'

type Props = { readonly read: Read | null; readonly fresh: boolean; readonly go: (mistake: FileMistake) => void }

/** Every mistake at once, each leading to its place. */
export const Mistakes = ({ read, fresh, go }: Props) => {
  const w = useWords(authorWords)
  if (read === null) return <p className="soft">{w('checking')}</p>
  if (read.mistakes.length === 0)
    return (
      <p className={look.clean} role="status">
        <CheckCircleFilled aria-hidden /> {w('clean')} <span className="soft">{w('cleanHint')}</span>
      </p>
    )
  return (
    <div className={`${look.mistakes} ${fresh ? '' : look.reading}`}>
      <h2 className={look.mistakesTitle} role="status">
        {w('mistakes', { n: read.mistakes.length })}
      </h2>
      <ol>
        {read.mistakes.map((m) => (
          <One key={`${m.file} ${m.line}:${m.column} ${m.code} ${m.what.zh}`} mistake={m} go={() => go(m)} />
        ))}
      </ol>
    </div>
  )
}

const One = ({ mistake: m, go }: { readonly mistake: FileMistake; readonly go: () => void }) => {
  const w = useWords(authorWords)
  const say = useSay()
  const expected = say(m.expected)
  return (
    <li>
      <button type="button" className={`bare ${look.mistake}`} onClick={go}>
        <span className={look.where}>
          {m.file !== null && <span className={look.whereFile}>{m.file}</span>} {m.line}:{m.column}
          <span className="hush">{w('at', { line: m.line, column: m.column })}</span>
        </span>
        <span>
          <code className={look.code}>{m.code}</code> {say(m.what)}
          {expected !== '' && <span className="soft"> – {w('expected', { expected })}</span>}
        </span>
      </button>
    </li>
  )
}
