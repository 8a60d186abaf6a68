import { unifiedMergeView } from '@codemirror/merge'
import { EditorState } from '@codemirror/state'
import { EditorView, lineNumbers } from '@codemirror/view'
import { useEffect, useRef } from 'react'
import { Section } from '#web/parts/frame.tsx'
import { usePreferences } from '#web/say/preferences.ts'
import { useWords } from '#web/say/words.ts'
import type { Texts } from './texts.ts'
import look from './author.module.css'
import { colours } from './colours.ts'
import { schemeName } from './files.tsx'
import { phrases } from './phrases.ts'
import { authorWords } from './words.ts'

type Props = { readonly before: Texts; readonly after: Texts }

/** What differs, file by file: lines that came and lines that went, with some that stay around them. */
export const Difference = ({ before, after }: Props) => {
  const w = useWords(authorWords)
  const names = [...new Set([...Object.keys(before.files), ...Object.keys(after.files)])]
  const pairs = [
    [schemeName, before.source, after.source] as const,
    ...names.map((n) => [n, before.files[n] ?? '', after.files[n] ?? ''] as const),
  ]
  const changed = pairs.filter(([, old, now]) => old !== now)
  if (changed.length === 0) return null
  return (
    <Section title={w('differs')}>
      {changed.map(([name, old, now]) => (
        <One key={name} name={name} before={old} after={now} />
      ))}
    </Section>
  )
}

const One = ({ name, before, after }: { readonly name: string; readonly before: string; readonly after: string }) => {
  const { language } = usePreferences()
  const host = useRef<HTMLDivElement>(null)
  useEffect(() => {
    const view = new EditorView({
      parent: host.current ?? document.body,
      state: EditorState.create({
        doc: after,
        extensions: [
          EditorState.phrases.of(phrases[language]),
          EditorState.readOnly.of(true),
          EditorView.editable.of(false),
          EditorView.contentAttributes.of({ 'aria-label': name, tabindex: '0' }),
          lineNumbers(),
          EditorView.lineWrapping,
          colours,
          unifiedMergeView({ original: before, mergeControls: false, collapseUnchanged: { margin: 2, minSize: 5 } }),
        ],
      }),
    })
    return () => view.destroy()
  }, [name, before, after, language])
  return (
    <div className={look.difference}>
      <h3 className={look.differenceName}>{name}</h3>
      <div ref={host} />
    </div>
  )
}
