import { CheckCircleFilled } from '@ant-design/icons'
import type { FileMistake } from '#bulletin/sound.ts'
import type { Warning } from '#scheme/lint/warning.ts'
import { useSay, useWords } from '#web/say/words.ts'
import look from './author.module.css'
import type { Read } from './reading.ts'
import { authorWords } from './words.ts'

type At = { readonly line: number; readonly column: number; readonly file?: string | null }
type Props = { readonly read: Read | null; readonly fresh: boolean; readonly go: (at: At) => void }

/** Every mistake at once, each leading to its place; without any, what the scheme had better not demand. */
export const Mistakes = ({ read, fresh, go }: Props) => {
  const w = useWords(authorWords)
  if (read === null) return <p className="soft">{w('checking')}</p>
  if (read.mistakes.length === 0)
    return (
      <>
        <p className={look.clean} role="status">
          <CheckCircleFilled aria-hidden /> {w('clean')} <span className="soft">{w('cleanHint')}</span>
        </p>
        {read.warnings.length > 0 && <Warnings warnings={read.warnings} go={go} />}
      </>
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

/** What the linter advises against: it can be published all the same. */
const Warnings = ({ warnings, go }: { readonly warnings: readonly Warning[]; readonly go: Props['go'] }) => {
  const w = useWords(authorWords)
  const say = useSay()
  return (
    <div className={`${look.mistakes} ${look.warnings}`}>
      <h2 className={look.mistakesTitle}>
        {w('warnings', { n: warnings.length })} <span className="soft">{w('warningsAbout')}</span>
      </h2>
      <ol>
        {warnings.map((m) => (
          <li key={`${m.line}:${m.column} ${m.code} ${m.path}`}>
            <button type="button" className={`bare ${look.mistake}`} onClick={() => go(m)}>
              <span className={look.where}>
                {m.line}:{m.column}
                <span className="hush">{w('at', { line: m.line, column: m.column })}</span>
              </span>
              <span>
                <code className={look.code}>{m.code}</code> {say(m.what)} <span className="soft">{say(m.why)}</span>
                <span className={look.instead}>{say(m.instead)}</span>
              </span>
            </button>
          </li>
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
