import { CheckCircleFilled } from '@ant-design/icons'
import type { Mistake } from '#command/views.ts'
import { useSay, useWords } from '#web/say/words.ts'
import look from './scheme.module.css'
import { schemeWords } from './words.ts'

/** Every mistake at once, each leading to its line and column. */
export const Mistakes = ({ mistakes, go }: { readonly mistakes: readonly Mistake[]; readonly go: (mistake: Mistake) => void }) => {
  const w = useWords(schemeWords)
  const say = useSay()
  if (mistakes.length === 0)
    return (
      <p className={look.clean} role="status">
        <CheckCircleFilled aria-hidden /> {w('clean')}
      </p>
    )
  return (
    <div role="alert" className={look.mistakes}>
      <h3 className={look.mistakesTitle}>{w('mistakes', { n: mistakes.length })}</h3>
      <ol>
        {mistakes.map((m) => (
          <li key={`${m.line}:${m.column} ${m.code} ${m.path}`}>
            <button type="button" className={`bare ${look.mistake}`} onClick={() => go(m)}>
              <span className={look.where}>
                {m.line}:{m.column}
                <span className="hush">{w('at', { line: m.line, column: m.column })}</span>
              </span>
              <span>
                <code className={look.mistakeCode}>{m.code}</code> {say(m.what)}
                <span className="soft"> – {w('expected', { expected: say(m.expected) })}</span>
              </span>
            </button>
          </li>
        ))}
      </ol>
    </div>
  )
}
