// oxlint-disable react/no-array-index-key -- a stretch of text has no identity but its place
import { type Ref, useImperativeHandle, useMemo, useRef } from 'react'
import type { Mistake } from '#command/views.ts'
import look from './editor.module.css'
import { offsetOf, withMistakes } from './highlight.ts'

export type EditorHandle = {
  /** Puts words where the cursor is; `ownLine` gives them a paragraph of their own. */ insert(words: string, ownLine?: boolean): void
  goTo(line: number, column: number): void
}

type Props = {
  readonly text: string
  readonly change: (text: string) => void
  readonly mistakes: readonly Mistake[]
  readonly label: string
  readonly handle: Ref<EditorHandle>
}

const insertAt = (el: HTMLTextAreaElement, words: string, ownLine: boolean, change: (text: string) => void): void => {
  el.focus()
  const [head, tail] = [el.value.slice(0, el.selectionStart), el.value.slice(el.selectionEnd)]
  const before = !ownLine || head === '' || head.endsWith('\n\n') ? '' : head.endsWith('\n') ? '\n' : '\n\n'
  const after = ownLine && !tail.startsWith('\n') ? '\n\n' : ''
  // the deprecated command is the one way that keeps the browser's undo
  if (!document.execCommand('insertText', false, before + words + after)) change(head + before + words + after + tail)
}

const goTo = (el: HTMLTextAreaElement, line: number, column: number): void => {
  const at = offsetOf(el.value, line, column)
  el.focus()
  el.setSelectionRange(at, at + 1)
  el.scrollIntoView({ block: 'nearest' })
}

/**
 * A plain text area, with a painted copy of its text behind it: figures, tables and mistakes stand out, and everything a
 * browser can do with text (undo, input methods, spell check, screen readers) stays as it is.
 */
export const Editor = ({ text, change, mistakes, label, handle }: Props) => {
  const area = useRef<HTMLTextAreaElement>(null)
  const stretches = useMemo(() => withMistakes(text, mistakes), [text, mistakes])
  useImperativeHandle(handle, () => ({
    insert: (words, ownLine = false) => void (area.current && insertAt(area.current, words, ownLine, change)),
    goTo: (line, column) => void (area.current && goTo(area.current, line, column)),
  }))
  return (
    <div className={look.editor}>
      <pre className={look.paint} aria-hidden>
        {stretches.map((s, i) => (
          <span key={i} className={look[s.paint]}>
            {s.text}
          </span>
        ))}
        {'\n\u200b'}
      </pre>
      <textarea
        ref={area}
        className={look.area}
        aria-label={label}
        value={text}
        spellCheck={false}
        onChange={(e) => change(e.target.value)}
      />
    </div>
  )
}
