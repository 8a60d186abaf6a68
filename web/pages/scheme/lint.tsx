import { useMemo } from 'react'
import { lint } from '#scheme/lint/lint.ts'
import type { Warning } from '#scheme/lint/warning.ts'
import { Empty, Section } from '#web/parts/frame.tsx'
import { useSay, useWords } from '#web/say/words.ts'
import type { PartProps } from './part.ts'
import look from './scheme.module.css'
import { schemeWords } from './words.ts'

const weights = ['rule', 'cost'] as const

/** What the campaign demands that it had better not, with the reasons; what current rules speak against comes first. */
export const Lint = ({ opened }: PartProps) => {
  const w = useWords(schemeWords)
  const { source, files } = opened.view
  const { warnings } = useMemo(() => lint(source, files), [source, files])
  if (warnings.length === 0)
    return (
      <Section>
        <Empty title={w('lintNone')} hint={w('lintNoneHint')} />
      </Section>
    )
  return (
    <>
      <p className={look.lintAbout}>{w('lintAbout')}</p>
      {weights.map((weight) => (
        <Warnings key={weight} weight={weight} of={warnings.filter((one) => one.weight === weight)} />
      ))}
    </>
  )
}

const Warnings = ({ weight, of }: { readonly weight: (typeof weights)[number]; readonly of: readonly Warning[] }) => {
  const w = useWords(schemeWords)
  const say = useSay()
  if (of.length === 0) return null
  return (
    <Section title={w(`lint_${weight}`)} about={w(`lintAbout_${weight}`, { n: of.length })}>
      <ul className={look.lints}>
        {of.map((one) => (
          <li key={`${one.line}:${one.column}:${one.code}`} className={look.lint} data-weight={weight}>
            <div className={look.lintHead}>
              <strong>{say(one.what)}</strong>
              <span className="soft num">
                {one.code} · {w('lintLine', { n: one.line })}
              </span>
            </div>
            <p>{say(one.why)}</p>
            <p className={look.lintInstead}>
              <span aria-hidden>→</span> {say(one.instead)}
            </p>
          </li>
        ))}
      </ul>
    </Section>
  )
}
